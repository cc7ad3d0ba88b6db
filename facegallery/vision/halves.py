"""A photo and its halves, from which parts of it are cut at the size that is wanted."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]
ToPart = tuple[float, float, float, float]
"""Scale x, y and move x, y from a photo to a part of it: x of the part is scale * x + move."""


class Halves:
    """A photo and its exact halves: whatever the size of a face, one shows it at the right size.

    image: (H, W, 3) RGB, the photo itself.
    """

    def __init__(self, image: Image) -> None:
        """Take a photo; halves are made when they are first asked for."""
        self.image = image
        self._halves = [image]

    def around(self, box: Floats, reach: float, size: float) -> tuple[Image, ToPart]:
        """Return what lies around a box, and how the photo is scaled and moved to give it.

        box: (4,) in pixels of the photo. reach: from its middle to the sides of what is returned.
        size: pixels that the box's longer side must keep; it keeps less than twice as many, or all.
        """
        left, top, right, bottom = box.tolist()
        longer = max(right - left, bottom - top, 1.0)
        half = self._half(max(0, int(math.log2(max(longer / size, 1.0)))))
        height, width = half.shape[:2]
        x, y = width / self.image.shape[1], height / self.image.shape[0]
        first, last = _span((left + right) / 2 * x, reach * y, width)
        upper, lower = _span((top + bottom) / 2 * y, reach * y, height)
        moves = x / 2 - 0.5 - first, y / 2 - 0.5 - upper
        return half[upper:lower, first:last], (x, y, *moves)

    def _half(self, number: int) -> Image:
        while len(self._halves) <= number and min(self._halves[-1].shape[:2]) > 1:
            last = self._halves[-1]
            size = last.shape[1] // 2, last.shape[0] // 2
            even = last[: 2 * size[1], : 2 * size[0]]
            self._halves.append(np.asarray(cv2.resize(even, size, interpolation=cv2.INTER_AREA)))
        return self._halves[min(number, len(self._halves) - 1)]


def _span(centre: float, reach: float, length: int) -> tuple[int, int]:
    """Return the first pixel and the one after the last within reach of a centre; at least one."""
    first = min(max(math.floor(centre - reach), 0), length - 1)
    return first, min(max(math.ceil(centre + reach), first + 1), length)
