"""How well a face can be recognised, 0 to 1, from what is cheap to see.

Five parts, each 0 to 1, are multiplied: a face is as good as all of them allow. Steps between
bad and good are straight lines; the limits are named below with what they rest on.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import DetectedFace

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

SIZE_PIXELS = (16, 80)
SHARPNESS = (0.02, 0.12)
TURN = (0.85, 0.25)
CONTRAST = (8, 32)
SCORE = (0.6, 0.98)

_CENTRE = (slice(24, 104), slice(20, 92))  # rows and columns of the aligned face: no background


def quality(face: DetectedFace, aligned: Image, photo_size: tuple[int, int]) -> float:
    """Return the quality of a face, 0 (useless) to 1.

    aligned: the (112, 112, 3) RGB pixels that align.aligned_face made of it.
    photo_size: width and height in pixels of the photo that `aligned` was cut from.
    """
    grey = cv2.cvtColor(aligned, cv2.COLOR_RGB2GRAY).astype(np.float32)
    width, height = photo_size
    side = min(face.box.width * width, face.box.height * height)
    parts = (
        _between(side, *SIZE_PIXELS),
        _between(_sharpness(grey), *SHARPNESS),
        _between(_turn(face, photo_size), *TURN),
        _between(float(grey[_CENTRE].std()), *CONTRAST),
        _between(face.score, *SCORE),
    )
    return float(np.prod(parts))


def _between(value: float, bad: float, good: float) -> float:
    """Return 0 at `bad` and beyond, 1 at `good` and beyond, a straight line between."""
    return float(np.clip((value - bad) / (good - bad), 0, 1))


def _sharpness(grey: Floats) -> float:
    """Return the mean edge strength of the face's middle as a share of its contrast."""
    edges = cv2.Laplacian(grey, cv2.CV_32F)[_CENTRE]
    contrast = float(grey[_CENTRE].std())
    return float(np.abs(edges).mean()) / max(contrast, 1.0)


def _turn(face: DetectedFace, photo_size: tuple[int, int]) -> float:
    """Return how far the nose is off the middle of eyes and mouth, in half distances of the eyes.

    0: looks at the camera; about 1: profile. Measured along the line of the eyes.
    """
    left_eye, right_eye, nose, left_mouth, right_mouth = face.landmarks * photo_size
    across = right_eye - left_eye
    half = float(np.hypot(*across)) / 2
    if half == 0:
        return 1.0
    middle = (left_eye + right_eye + left_mouth + right_mouth) / 4
    return abs(float(np.dot(nose - middle, across))) / (2 * half * half)
