"""Whether the files of a model are really its own: by loading and running it once."""

from pathlib import Path

import numpy as np

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.face import Box, DetectedFace
from facegallery.domain.words import sentence
from facegallery.vision.engine import load_detector, load_recognizer
from facegallery.vision.registry import CLASSIFIERS, RECOGNIZERS

_PICTURE = np.full((256, 256, 3), 127, np.uint8)
_FACE = DetectedFace(
    Box(0.25, 0.25, 0.5, 0.5),
    np.array([[0.4, 0.42], [0.6, 0.42], [0.5, 0.55], [0.42, 0.65], [0.58, 0.65]], np.float32),
    score=1.0,
    quality=1.0,
)


def check_model(name: str, weights_folder: Path) -> None:
    """Load a model from the files in a folder and run it; workers only.

    Raises ModelUnavailable where the files are not those of this model.
    """
    if name in RECOGNIZERS:
        recognizer = load_recognizer(name, weights_folder)
        found = recognizer.embed([recognizer.crop(_PICTURE, _FACE)])
        expect(name, found.shape[1], RECOGNIZERS[name].dimensions)
    elif name in CLASSIFIERS:
        from facegallery.vision.classify_vggface import load_classifier

        classifier = load_classifier(name, weights_folder)
        found = classifier.classify([classifier.crop(_PICTURE, _FACE)])
        expect(name, found.shape[1], CLASSIFIERS[name].classes)
    else:
        load_detector(name, None, weights_folder).detect(_PICTURE)


def expect(name: str, numbers: int, wanted: int) -> None:
    """Raise ModelUnavailable where a model gives another number of outputs than it should."""
    if numbers != wanted:
        raise ModelUnavailable(
            name, sentence("it gives {0} numbers a face instead of {1}", numbers, wanted)
        )
