"""Faces found by the detectors of the deepface package."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import Box, DetectedFace
from facegallery.vision import deepface_home
from facegallery.vision.align import TEMPLATE, similarity_transform
from facegallery.vision.model_info import DetectorInfo

Image = NDArray[np.uint8]
Points = NDArray[np.float64]

AVERAGE_FACE = np.array(
    [[0.267, 0.391], [0.733, 0.391], [0.5, 0.594], [0.291, 0.755], [0.709, 0.755]]
)
"""Where landmarks lie in a box: medians of MTCNN's on 564 faces of made albums, left and right
made alike, November 2026."""

LEAST_SIDE = 16
"""Pixels of a photo, below which nothing is looked for: some of the detectors fail there."""


class DeepfaceDetector:
    """One of deepface's detectors, on a copy of the photo."""

    def __init__(self, info: DetectorInfo, weights_folder: Path) -> None:
        """Build it; raises ModelUnavailable where deepface cannot."""
        self._info = info
        self._model = deepface_home.build("face_detector", info, weights_folder)

    def detect(self, image: Image) -> list[DetectedFace]:
        """Return the faces in an (H, W, 3) RGB photo; quality and embedding are not filled in.

        Landmarks that the detector does not tell are put where they are on average.
        """
        height, width = image.shape[:2]
        scale = min(1.0, self._info.long_side / max(height, width))
        size = max(1, round(width * scale)), max(1, round(height * scale))
        if min(size) < LEAST_SIDE:
            return []
        copy = image if scale == 1 else cv2.resize(image, size, interpolation=cv2.INTER_AREA)
        regions = self._model.detect_faces(np.ascontiguousarray(copy[:, :, ::-1]))
        faces = [face_of(region, size) for region in regions]
        return [face for face in faces if face is not None and face.score >= self._info.threshold]


def face_of(region: Any, size: tuple[int, int]) -> DetectedFace | None:
    """Return a face from deepface's region of a copy of this size; None for one outside of it."""
    left, top = max(0.0, float(region.x)), max(0.0, float(region.y))
    right = min(float(size[0]), float(region.x + region.w))
    bottom = min(float(size[1]), float(region.y + region.h))
    if right <= left or bottom <= top:
        return None
    box = Box(left / size[0], top / size[1], (right - left) / size[0], (bottom - top) / size[1])
    landmarks = _landmarks(region) / size
    score = min(1.0, max(0.0, float(np.ravel(region.confidence or 0.0)[0])))
    return DetectedFace(box, np.clip(landmarks, 0, 1).astype(np.float32), score, quality=0.0)


def _landmarks(region: Any) -> Points:
    """Return (5, 2) points of the copy. deepface's left and right are the person's."""
    known = [
        region.right_eye,
        region.left_eye,
        region.nose,
        region.mouth_right,
        region.mouth_left,
    ]
    if known[0] is None or known[1] is None:
        return np.asarray((region.x, region.y) + AVERAGE_FACE * (region.w, region.h))
    eyes = np.array(known[:2], np.float64)
    to_copy = similarity_transform(TEMPLATE[:2], eyes)
    average = TEMPLATE.astype(np.float64) @ to_copy[:, :2].T + to_copy[:, 2]
    return np.array(
        [place if point is None else point for point, place in zip(known, average, strict=True)],
        np.float64,
    )
