"""A copy of a photo that is small enough to look for faces in."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]

USUAL_SHAPE = 4 / 3
LONGEST = 16
"""Times the long side that the copy of the narrowest photo may be long: what networks fill up to
squares would not fit into the memory otherwise."""
LARGE_PHOTO = 5_000_000
"""Pixels, as decoded: jobs.analyse leaves 3 megapixels of a photo of 12, 6 of one of 24."""
LARGER = 1.25
"""A large photo's copy has sides so much longer: a face of 60 pixels in 24 megapixels has 17 of
the copy then, which YuNet finds nearly always, instead of 14."""


def working_copy(image: Image, long_side: int) -> Image:
    """Return an (H, W, 3) RGB photo reduced to the long side, or itself where it is no larger.

    Narrower photos than 4 : 3 keep as many pixels as those; a panorama's faces would be lost
    otherwise. Large photos keep more. Sides are at least one pixel, so the ratio of a very narrow
    photo may change.
    """
    height, width = image.shape[:2]
    scale = max(
        long_side / max(height, width), math.sqrt(long_side**2 / USUAL_SHAPE / (height * width))
    )
    if height * width >= LARGE_PHOTO:
        scale *= LARGER
    scale = min(scale, LONGEST * long_side / max(height, width))
    if scale >= 1:
        return image
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return np.asarray(
        cv2.resize(_halved(image, max(size)), size, interpolation=cv2.INTER_LINEAR), np.uint8
    )


def _halved(image: Image, long_side: int) -> Image:
    """Return the photo averaged over 2 x 2 pixels as often as it stays above the long side.

    Exact halves take a tenth of the time of any other reduction. A last column or row that has no
    neighbour is left out: less than a pixel of the copy.
    """
    while min(image.shape[:2]) > 1 and max(image.shape[:2]) >= 2 * long_side:
        height, width = image.shape[0] // 2, image.shape[1] // 2
        even = image[: 2 * height, : 2 * width]
        image = np.asarray(
            cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA), np.uint8
        )
    return image
