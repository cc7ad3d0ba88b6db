"""Parts of one photo at many sizes, each pixel the exact average of what it covers."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Image = NDArray[np.uint8]
Sums = NDArray[Any]  # whole numbers, or doubles for very large photos
Part = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of a photo at one size."""

LARGEST_SUM = 2**31 - 1
SUMMED = 0.04
"""Share of the photo's pixels up to which the parts of a level come quicker from sums than from
the whole level, for which OpenCV reads all of the photo (measured November 2026)."""


class Pyramid:
    """A photo that can be asked for any part at any size. What all need is made once.

    pixels: the photo itself, (H, W, 3) as float32, 0..255.
    """

    def __init__(self, image: Image) -> None:
        """Take an (H, W, 3) photo."""
        self.height, self.width = image.shape[:2]
        self.pixels = image.astype(np.float32)
        self._image = image

    def parts(self, size: tuple[int, int], parts: Sequence[Part]) -> list[Floats]:
        """Return (bottom - top, right - left, 3) for each part of the photo made `size` large.

        size: width and height of the whole photo at this size. Each pixel is the mean of what it
        covers, shares of pixels counted.
        """
        wanted = sum((right - left) * (bottom - top) for left, top, right, bottom in parts)
        larger = size[0] > self.width or size[1] > self.height  # OpenCV would interpolate
        if larger or wanted <= SUMMED * self.width * self.height:
            return [self._summed(size, part) for part in parts]
        level = np.asarray(cv2.resize(self.pixels, size, interpolation=cv2.INTER_AREA), np.float32)
        return [level[top:bottom, left:right] for left, top, right, bottom in parts]

    @cached_property
    def _sums(self) -> Sums:
        """The sum of all pixels above and left of each corner of a pixel."""
        fits = self._image.size // 3 * 255 <= LARGEST_SUM
        return np.asarray(cv2.integral(self._image, sdepth=cv2.CV_32S if fits else cv2.CV_64F))

    def _summed(self, size: tuple[int, int], part: Part) -> Floats:
        """Return one part of the photo made `size` large."""
        left, top, right, bottom = part
        rows, below = _edges(self.height, size[1], top, bottom)
        columns, beside = _edges(self.width, size[0], left, right)
        below, beside = below[:, None, None], beside[:, None]
        upper = self._between_columns(rows, columns, beside)
        lower = self._between_columns(rows + 1, columns, beside)
        # Within a pixel sums grow evenly.
        sums = upper + (lower - upper) * below
        covered = np.diff(np.diff(sums, axis=0), axis=1)
        return np.asarray(covered / ((self.width / size[0]) * (self.height / size[1])), np.float32)

    def _between_columns(
        self, rows: NDArray[np.intp], columns: NDArray[np.intp], beside: Doubles
    ) -> Doubles:
        # Whole stretches of rows first: picking single pixels takes four times as long.
        here = self._sums[:, columns[0] : columns[-1] + 2].take(rows, axis=0)
        start = here.take(columns - columns[0], axis=1) * (1 - beside)
        return np.asarray(start + here.take(columns - columns[0] + 1, axis=1) * beside)


def _edges(length: int, parts: int, first: int, last: int) -> tuple[NDArray[np.intp], Doubles]:
    """Return where parts first to last of `parts` equal ones begin and end: pixels, and rests."""
    edges = np.arange(first, last + 1, dtype=np.float64) * (length / parts)
    whole = np.minimum(edges.astype(np.intp), length - 1)
    return whole, np.asarray(edges - whole, np.float64)
