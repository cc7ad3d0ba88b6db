"""Square pictures of places in a photo, each turned as asked, and what is seen there brought back.

Many at once: arrays in step, because most of the time of small arrays is the way into NumPy.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from facegallery.vision.found_faces import FoundFaces
from facegallery.vision.halves import Halves
from facegallery.vision.turning import turn_to_upright

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]
Maps = NDArray[np.float64]


def longer_sides(boxes: Floats) -> Floats:
    """Return (N,) the longer side of each box, at least 1."""
    sides = (boxes[:, 2:] - boxes[:, :2]).max(axis=1, initial=1.0)
    return np.asarray(sides, np.float32)


def maps_to_squares(
    centres: NDArray[np.floating], scales: NDArray[np.floating], turns: Floats, side: int
) -> Maps:
    """Return (N, 2, 3): places in the photo to places in squares that show them upright.

    centres: (N, 2) what is in the middle of each square. scales: (N,) pixels of the square for one
    of the photo. turns: (N,) degrees by which each is turned counterclockwise.
    """
    angles = np.radians(turns, dtype=np.float64)
    cosines, sines = np.cos(angles) * scales, np.sin(angles) * scales
    x, y = centres.astype(np.float64).T
    middle = (side - 1) / 2
    return np.stack(
        [
            np.stack([cosines, sines, middle - cosines * x - sines * y], axis=1),
            np.stack([-sines, cosines, middle + sines * x - cosines * y], axis=1),
        ],
        axis=1,
    )


def square(
    photo: Halves, box: Floats, to_square: Maps, reach: float, sizes: tuple[int, int]
) -> Image:
    """Return (side, side, 3): a square cut from a photo; its edges are repeated outside.

    box, reach: see Halves.around. to_square: (2, 3), one of maps_to_squares. sizes: the side, and
    the pixels that the box's longer side has in it.
    """
    side, size = sizes
    part, (x, y, move_x, move_y) = photo.around(box, reach, size)
    from_part = to_square.copy()
    from_part[:, 0] /= x
    from_part[:, 1] /= y
    from_part[:, 2] -= from_part[:, 0] * move_x + from_part[:, 1] * move_y
    turned = cv2.warpAffine(
        part, from_part, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(turned, np.uint8)


def in_photo(
    boxes: NDArray[np.floating], landmarks: NDArray[np.floating], scores: Floats, to_squares: Maps
) -> FoundFaces:
    """Return faces of squares as they lie in the photo; boxes stay as large, and square to it.

    boxes: (N, 4), landmarks: (N, 5, 2), both in the scale in which to_squares gives places.
    """
    back = np.linalg.inv(to_squares[:, :, :2])
    moves = -(back @ to_squares[:, :, 2:])[:, :, 0]
    low, high = boxes[:, :2], boxes[:, 2:]
    centres = (back @ ((low + high) / 2)[:, :, None])[:, :, 0] + moves
    sizes = np.abs(high - low)
    halves = (np.abs(back) @ (sizes / 2)[:, :, None])[:, :, 0]
    areas = sizes.prod(axis=1) / 4 * np.abs(np.linalg.det(back))
    halves *= np.sqrt(areas / halves.prod(axis=1))[:, None]
    points = np.asarray(landmarks @ back.transpose(0, 2, 1) + moves[:, None], np.float32)
    return FoundFaces(
        np.asarray(np.concatenate([centres - halves, centres + halves], axis=1), np.float32),
        points,
        scores,
        turn_to_upright(points),
    )
