"""Parts of one photo at many sizes, each pixel the exact average of what it covers."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Image = NDArray[np.uint8]
Sums = NDArray[Any]  # whole numbers, or doubles for very large photos

LARGEST_SUM = 2**31 - 1


class Pyramid:
    """A photo that can be asked for any part at any size. What all need is made once.

    pixels: the photo itself, (H, W, 3) as float32, 0..255.
    """

    def __init__(self, image: Image) -> None:
        """Take an (H, W, 3) photo."""
        self.height, self.width = image.shape[:2]
        self.pixels = image.astype(np.float32)
        fits = image.size // 3 * 255 <= LARGEST_SUM
        self._sums: Sums = cv2.integral(image, sdepth=cv2.CV_32S if fits else cv2.CV_64F)

    def part(self, size: tuple[int, int], part: tuple[int, int, int, int]) -> Floats:
        """Return (bottom - top, right - left, 3): a part of the photo made `size` pixels large.

        size: width and height of the whole photo at this size. part: left, top, right, bottom in
        its pixels. Each pixel is the mean of what it covers, shares of pixels counted.
        """
        left, top, right, bottom = part
        rows, below = _edges(self.height, size[1], top, bottom)
        columns, beside = _edges(self.width, size[0], left, right)
        below, beside = below[:, None, None], beside[:, None]
        upper = self._between_columns(rows, columns, beside)
        lower = self._between_columns(rows + 1, columns, beside)
        # Sums of all pixels above and left of each corner; within a pixel they grow evenly.
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
