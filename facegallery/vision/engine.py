"""One object that finds faces in photos and makes their embeddings."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.face import DetectedFace
from facegallery.vision.registry import detector_info, recognizer_info, weights_file

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]


class Detector(Protocol):
    """Finds faces. Made by detect_mtcnn and detect_yunet."""

    def detect(self, image: Image) -> list[DetectedFace]:
        """Return the faces in an (H, W, 3) RGB photo; quality and embedding are not filled in."""


class Recognizer(Protocol):
    """Makes embeddings. Made by recognize_sface and recognize_vggface.

    device: what it runs on, for people to read.
    """

    device: str

    def crop(self, image: Image, face: DetectedFace) -> Image:
        """Return the pixels of a face as `embed` takes them: (size, size, 3) RGB."""

    def embed(self, crops: Sequence[Image]) -> Floats:
        """Return (N, dimensions) embeddings of length 1."""


class Engine:
    """A detector and, where one is asked for, a recognizer. Not for two threads at once."""

    def __init__(self, detector: Detector, recognizer: Recognizer | None) -> None:
        """Take loaded models; load_engine is the usual way."""
        self._detector = detector
        self._recognizer = recognizer

    @property
    def device(self) -> str:
        """What the networks run on, for people to read; detectors always run on the processor."""
        return self._recognizer.device if self._recognizer else "CPU"

    def find_faces(self, image: Image) -> list[DetectedFace]:
        """Return the faces of an (H, W, 3) uint8 RGB upright photo, left to right.

        With quality, and with embeddings where the engine has a recognizer.
        """
        faces = self.detect_only(image)
        if self._recognizer is None or not faces:
            return faces
        crops = [self._recognizer.crop(image, face) for face in faces]
        embeddings = self._recognizer.embed(crops)
        return [
            replace(face, embedding=embedding)
            for face, embedding in zip(faces, embeddings, strict=True)
        ]

    def detect_only(self, image: Image) -> list[DetectedFace]:
        """Return the faces of a photo as find_faces does, without embeddings."""
        faces = [_judged(image, face) for face in self._detector.detect(image)]
        return sorted(faces, key=lambda face: face.box.x + face.box.width / 2)


def _judged(image: Image, face: DetectedFace) -> DetectedFace:
    """Return the face with its quality."""
    # Here, not above: both need OpenCV, and the window imports this module without it.
    from facegallery.vision.align import aligned_face
    from facegallery.vision.quality import quality

    height, width = image.shape[:2]
    return replace(face, quality=quality(face, aligned_face(image, face), (width, height)))


@lru_cache(maxsize=2)
def load_engine(detector: str, recognizer: str | None, weights_folder: Path) -> Engine:
    """Return the engine of the models named, the same one each time in a process.

    recognizer None: faces get no embeddings. weights_folder: where weights that come with no
    package are looked for. Raises ModelUnavailable for an unknown name, or weights that are
    missing, damaged or of another model.
    """
    return Engine(
        _load_detector(detector),
        None if recognizer is None else _load_recognizer(recognizer, weights_folder),
    )


def _load_detector(name: str) -> Detector:
    info = detector_info(name)
    import cv2

    cv2.setNumThreads(1)  # the worker pool fills the cores with processes
    if name == "yunet":
        from facegallery.vision.detect_yunet import YunetDetector

        return YunetDetector(info)
    from facegallery.vision.detect_mtcnn import MtcnnDetector

    return MtcnnDetector(info)


def _load_recognizer(name: str, weights_folder: Path) -> Recognizer:
    info = recognizer_info(name)
    path = weights_file(info, weights_folder)
    if path is None:
        raise ModelUnavailable(name, f"its weights, {info.weights_file}, are not on this machine")
    if name == "sface":
        from facegallery.vision.recognize_sface import SfaceRecognizer

        return SfaceRecognizer()
    from facegallery.vision.recognize_vggface import VggfaceRecognizer

    return VggfaceRecognizer(info, path)
