"""One object that finds faces in photos and makes their embeddings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import Box, DetectedFace
from facegallery.vision import deepface_models
from facegallery.vision.model_files import checked_files
from facegallery.vision.registry import detector_info, recognizer_info

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]
Around = Callable[[Box], Image]


class Detector(Protocol):
    """Finds faces. Made by detect_mtcnn and detect_yunet."""

    def detect(self, image: Image) -> list[DetectedFace]:
        """Return the faces in an (H, W, 3) RGB photo; quality and embedding are not filled in."""


class Recognizer(Protocol):
    """Makes embeddings. Made by recognize_sface and recognize_vggface.

    device: what it runs on, for people to read. takes_aligned: whether `crop` gives what
    align.aligned_face does.
    """

    device: str
    takes_aligned: bool

    def crop(self, image: Image, face: DetectedFace) -> Image:
        """Return the pixels of a face as `embed` takes them: (size, size, 3) RGB."""

    def embed(self, crops: Sequence[Image]) -> Floats:
        """Return (N, dimensions) embeddings of length 1."""


@runtime_checkable
class JudgingRecognizer(Recognizer, Protocol):
    """A recognizer whose network also says how much of a face it has seen."""

    def embed_and_judge(self, crops: Sequence[Image]) -> tuple[Floats, Floats]:
        """Return what embed returns, and (N,) how well each face can be recognised, 0..1."""


@dataclass(frozen=True, slots=True, eq=False)
class CutOut:
    """The faces of one photo, with quality, and the pixels of each as the recognizer takes them."""

    faces: list[DetectedFace]
    crops: list[Image]


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

    def find_faces(self, image: Image, around: Around | None = None) -> list[DetectedFace]:
        """Return the faces of an (H, W, 3) uint8 RGB upright photo, left to right.

        With quality, and with embeddings where the engine has a recognizer; one that can tell how
        much of a face it sees has a say in the quality.
        around: gives the photo at the size from which a face is to be cut out; the image as it is
        without.
        """
        return self.recognised([self.cut_out(image, around)])[0]

    def cut_out(self, image: Image, around: Around | None = None) -> CutOut:
        """Return the faces of a photo cut out of it: the first half of find_faces.

        What it returns holds nothing of the photo itself.
        """
        if self._recognizer is None:
            return CutOut(self.detect_only(image), [])
        faces = self._detected(image)
        photos = [around(face.box) if around else image for face in faces]
        aligned = _aligned(photos, faces)
        judged = _judged(photos, faces, aligned)
        if self._recognizer.takes_aligned:
            return CutOut(judged, aligned)
        return CutOut(judged, _cut(self._recognizer, photos, judged))

    def recognised(self, photos: Sequence[CutOut]) -> list[list[DetectedFace]]:
        """Return the faces of each photo with embeddings: the second half of find_faces.

        The faces of all of them are given to the recognizer together, which may be quicker.
        """
        if self._recognizer is None:
            return [photo.faces for photo in photos]
        faces = [face for photo in photos for face in photo.faces]
        crops = [crop for photo in photos for crop in photo.crops]
        done: Iterator[DetectedFace] = iter(_embedded(self._recognizer, crops, faces))
        return [list(islice(done, len(photo.faces))) for photo in photos]

    def crops(self, image: Image, faces: Sequence[DetectedFace]) -> list[Image]:
        """Return the pixels of faces as the recognizer takes them; none without a recognizer."""
        if self._recognizer is None:
            return []
        return [self._recognizer.crop(image, face) for face in faces]

    def detect_only(self, image: Image) -> list[DetectedFace]:
        """Return the faces of a photo as find_faces does, without embeddings."""
        faces = self._detected(image)
        photos = [image] * len(faces)
        return _judged(photos, faces, _aligned(photos, faces))

    def _detected(self, image: Image) -> list[DetectedFace]:
        """Return the faces, left to right, quality not judged."""
        faces = self._detector.detect(image)
        return sorted(faces, key=lambda face: face.box.x + face.box.width / 2)


def embedded(
    recognizer: Recognizer, images: Sequence[Image], faces: Sequence[DetectedFace]
) -> list[DetectedFace]:
    """Return faces with embeddings; images: the (H, W, 3) RGB photo to cut each out of.

    Where the recognizer tells how much of a face it sees, the quality is made of that, too.
    """
    return _embedded(recognizer, _cut(recognizer, images, faces), faces)


def _cut(
    recognizer: Recognizer, images: Sequence[Image], faces: Sequence[DetectedFace]
) -> list[Image]:
    return [recognizer.crop(image, face) for image, face in zip(images, faces, strict=True)]


def _embedded(
    recognizer: Recognizer, crops: Sequence[Image], faces: Sequence[DetectedFace]
) -> list[DetectedFace]:
    if not isinstance(recognizer, JudgingRecognizer):
        return [
            replace(face, embedding=embedding)
            for face, embedding in zip(faces, recognizer.embed(crops), strict=True)
        ]
    from facegallery.vision.quality import quality_as_seen

    embeddings, shown = recognizer.embed_and_judge(crops)
    return [
        replace(face, embedding=embedding, quality=quality_as_seen(face.quality, float(part)))
        for face, embedding, part in zip(faces, embeddings, shown, strict=True)
    ]


def _aligned(images: Sequence[Image], faces: Sequence[DetectedFace]) -> list[Image]:
    # Here, not above: it needs OpenCV, and the window imports this module without it.
    from facegallery.vision.align import aligned_face

    return [aligned_face(image, face) for image, face in zip(images, faces, strict=True)]


def _judged(
    images: Sequence[Image], faces: Sequence[DetectedFace], aligned: Sequence[Image]
) -> list[DetectedFace]:
    """Return the faces with their quality, and whether their eyes are open.

    images: the photo that each is to be judged in. aligned: cut from it by _aligned.
    """
    from facegallery.vision.quality import judged  # needs OpenCV as well

    return [judged(*one) for one in zip(images, faces, aligned, strict=True)]


@lru_cache(maxsize=2)
def load_engine(
    detector: str,
    recognizer: str | None,
    weights_folder: Path,
    least_score: float | None = None,
) -> Engine:
    """Return the engine of the models named, the same one each time in a process.

    recognizer None: faces get no embeddings. weights_folder: where weights that come with no
    package are looked for. least_score: of the faces given out, in place of the detector's own
    threshold. Raises ModelUnavailable for an unknown name, or weights that are
    missing, damaged or of another model.
    """
    return Engine(
        load_detector(detector, least_score, weights_folder),
        None if recognizer is None else load_recognizer(recognizer, weights_folder),
    )


@lru_cache(maxsize=2)
def load_recognizer(name: str, weights_folder: Path) -> Recognizer:
    """Return a recognizer, the same one each time in a process; raises as load_engine does."""
    info = recognizer_info(name)
    files = checked_files(info, weights_folder)
    if info.extra == deepface_models.EXTRA:
        from facegallery.vision.recognize_deepface import DeepfaceRecognizer

        return DeepfaceRecognizer(info, weights_folder)
    if name == "sface":
        from facegallery.vision.recognize_sface import SfaceRecognizer

        return SfaceRecognizer()
    from facegallery.vision.recognize_vggface import VggfaceRecognizer

    return VggfaceRecognizer(info, files[0])


def load_detector(name: str, least_score: float | None, weights_folder: Path) -> Detector:
    """Return a new detector; raises as load_engine does."""
    info = detector_info(name)
    checked_files(info, weights_folder)
    if least_score is not None:
        info = replace(info, threshold=least_score)
    import cv2

    cv2.setNumThreads(1)  # the worker pool fills the cores with processes
    if info.extra == deepface_models.EXTRA:
        from facegallery.vision.detect_deepface import DeepfaceDetector

        return DeepfaceDetector(info, weights_folder)
    if name == "yunet":
        from facegallery.vision.detect_yunet import YunetDetector

        return YunetDetector(info)
    from facegallery.vision.detect_mtcnn import MtcnnDetector

    return MtcnnDetector(info)
