"""A copy of a photo that is small enough to look for faces in."""

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]

LONG_SIDE = 1280
"""Pixels. Faces of 2 % of the photo's long side are then 26 pixels wide, enough for MTCNN."""


def working_copy(image: Image, long_side: int = LONG_SIDE) -> Image:
    """Return an (H, W, 3) RGB photo reduced to the long side, or itself where it is no larger.

    Sides are at least one pixel, so the ratio of a very narrow photo may change.
    """
    height, width = image.shape[:2]
    scale = long_side / max(height, width)
    if scale >= 1:
        return image
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
