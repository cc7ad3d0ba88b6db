"""Names of famous people by the classifiers of VGGFace and VGGFace2, through keras-vggface."""

from ast import literal_eval
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.face import DetectedFace
from facegallery.domain.words import sentence
from facegallery.vision.align import widened_crop
from facegallery.vision.keras_vggface_import import files_from, keras_vggface
from facegallery.vision.model_files import checked_files
from facegallery.vision.model_info import ClassifierInfo
from facegallery.vision.registry import classifier_info
from facegallery.vision.vggface_network import SIDE, VggfaceNetwork

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

_SUFFIX = "-classifier"


class VggfaceClassifier:
    """One of keras-vggface's networks with its classifier: which of the people it knows it is."""

    def __init__(self, info: ClassifierInfo, weights: Path, labels: Path, threads: int = 1) -> None:
        """Load weights and names; raises ModelUnavailable where one of the files does not fit."""
        family = info.name.removesuffix(_SUFFIX)
        self.name = info.name
        self._labels = labels
        self._network = VggfaceNetwork(info.name, family, weights, top=True, threads=threads)
        self.device = self._network.device
        self._decode = keras_vggface(info.name).utils.decode_predictions
        try:
            self.decode(np.zeros((1, info.classes), np.float32), top=info.classes)
        except (OSError, ValueError, IndexError, AttributeError, EOFError) as error:
            reason = sentence("{0} does not hold the names of its people, or is damaged", labels)
            raise ModelUnavailable(info.name, reason) from error

    def crop(self, image: Image, face: DetectedFace) -> Image:
        """Return the (224, 224, 3) RGB pixels that `classify` takes: the box, widened 1.3 times."""
        return widened_crop(image, face.box, SIDE)

    def classify(self, crops: Sequence[Image]) -> Floats:
        """Return (N, classes) probabilities, each row with the sum 1."""
        return self._network.run(crops)

    def decode(self, probabilities: Floats, top: int) -> list[list[tuple[str, float]]]:
        """Return for each row of probabilities the likeliest `top` people, likeliest first.

        By the package's decode_predictions, which gives names as "b' A._J._Buckley'".
        """
        with files_from(self._labels.parent):
            decoded = self._decode(probabilities, top=top)
        return [[(_readable(name), float(share)) for name, share in row] for row in decoded]


@lru_cache(maxsize=1)
def load_classifier(name: str, weights_folder: Path) -> VggfaceClassifier:
    """Return a classifier of the registry, the same one each time in a process; workers only.

    Raises ModelUnavailable for an unknown name, or files that are missing, damaged or others'.
    """
    info = classifier_info(name)
    weights, labels = checked_files(info, weights_folder)
    return VggfaceClassifier(info, weights, labels)


def _readable(label: str) -> str:
    """Return "A. J. Buckley" for "b' A._J._Buckley'"."""
    return str(literal_eval(label).decode("utf-8")).replace("_", " ").strip()
