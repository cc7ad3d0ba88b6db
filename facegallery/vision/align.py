"""Faces cut out of a photo the way the recognizers were trained to see them."""

import cv2
import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import Box, DetectedFace

Image = NDArray[np.uint8]
Matrix = NDArray[np.float64]

ALIGNED_SIZE = 112
TEMPLATE = np.array(
    [
        [38.2946, 51.6963],
        [73.5318, 51.5014],
        [56.0252, 71.7366],
        [41.5493, 92.3655],
        [70.7299, 92.2041],
    ],
    np.float32,
)
"""Where eyes, nose and corners of the mouth lie in 112 x 112 pixels: the mean face that ArcFace
and SFace were trained with (Deng et al., "ArcFace", CVPR 2019, and its published code)."""


def aligned_face(image: Image, face: DetectedFace) -> Image:
    """Return (112, 112, 3): the face turned, scaled and moved so that its landmarks fit TEMPLATE.

    image: the (H, W, 3) photo at any size. What lies outside of it repeats its edge.
    """
    height, width = image.shape[:2]
    # Fractions count from the photo's edge, OpenCV from the centre of the first pixel.
    points = face.landmarks.astype(np.float64) * (width, height) - 0.5
    return _sampled(image, similarity_transform(points, TEMPLATE), ALIGNED_SIZE)


def similarity_transform(points: NDArray[np.floating], targets: NDArray[np.floating]) -> Matrix:
    """Return the (2, 3) matrix that scales, turns and moves points nearest to targets.

    Least squares as in S. Umeyama, "Least-squares estimation of transformation parameters between
    two point patterns", IEEE PAMI 1991, without mirroring; in the plane, a number a + bi turns
    and scales, so the closed form is one complex division. Points that all coincide keep scale 1.
    """
    start = points[:, 0] + 1j * points[:, 1]
    goal = targets[:, 0] + 1j * targets[:, 1]
    offsets = start - start.mean()
    spread = np.vdot(offsets, offsets).real
    turn = np.vdot(offsets, goal - goal.mean()) / spread if spread > 0 else 1 + 0j
    move = goal.mean() - turn * start.mean()
    return np.array([[turn.real, -turn.imag, move.real], [turn.imag, turn.real, move.imag]])


def widened_crop(image: Image, box: Box, size: int, factor: float = 1.3) -> Image:
    """Return (size, size, 3): a square around a box's centre, `factor` times its longer side.

    VGGFace2's authors widen boxes by 0.3 (Cao et al., "VGGFace2", FG 2018, section IV). What
    lies outside of the photo repeats its edge.
    """
    height, width = image.shape[:2]
    side = max(box.width * width, box.height * height) * factor
    centre_x = (box.x + box.width / 2) * width
    centre_y = (box.y + box.height / 2) * height
    left, top = centre_x - side / 2, centre_y - side / 2
    scale = size / max(side, 1.0)
    # Centres of pixels: position p of the photo lies at (p + 0.5 - left) * scale - 0.5.
    to_crop = np.array(
        [
            [scale, 0, (0.5 - left) * scale - 0.5],
            [0, scale, (0.5 - top) * scale - 0.5],
        ]
    )
    return _sampled(image, to_crop, size)


def _sampled(image: Image, transform: Matrix, size: int) -> Image:
    """Return (size, size, 3) pixels of the photo; transform: photo to result, (2, 3)."""
    left, top, right, bottom = _region(image, transform, size)
    source = image[top:bottom, left:right]
    reduction = int(1 / max(np.hypot(transform[0, 0], transform[1, 0]), 1e-6))
    if reduction > 1:
        # Bilinear sampling looks at 2 x 2 pixels only: a larger photo is first averaged down,
        # to between one and two pixels for each one wanted.
        reduced = max(1, source.shape[1] // reduction), max(1, source.shape[0] // reduction)
        source = np.asarray(cv2.resize(source, reduced, interpolation=cv2.INTER_AREA), np.uint8)
    ratio_x = (right - left) / source.shape[1]
    ratio_y = (bottom - top) / source.shape[0]
    to_photo = np.array(
        [
            [ratio_x, 0, left + 0.5 * ratio_x - 0.5],
            [0, ratio_y, top + 0.5 * ratio_y - 0.5],
            [0, 0, 1],
        ]
    )
    warped = cv2.warpAffine(
        source,
        transform @ to_photo,
        (size, size),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(warped, np.uint8)


def _region(image: Image, transform: Matrix, size: int) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of the part of the photo that the result shows.

    Never empty: a result that lies wholly outside gets the nearest edge of the photo.
    """
    height, width = image.shape[:2]
    corners = np.array([[0, size, 0, size], [0, 0, size, size]]) - transform[:, 2:]
    places = np.linalg.solve(transform[:, :2], corners)
    margin = 2
    low = np.floor(places.min(axis=1)) - margin
    high = np.ceil(places.max(axis=1)) + margin
    left, top = np.clip(low, 0, [width - 1, height - 1]).astype(int)
    right, bottom = np.clip(high, [left + 1, top + 1], [width, height]).astype(int)
    return int(left), int(top), int(right), int(bottom)
