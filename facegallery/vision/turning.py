"""Pictures turned by quarters, and what is found in them brought back."""

import cv2
import numpy as np
from numpy.typing import NDArray

from facegallery.vision.found_faces import FoundFaces

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

QUARTER = 90  # degrees
# In a fifth of the time that NumPy takes.
_ROTATIONS = {
    1: cv2.ROTATE_90_COUNTERCLOCKWISE,
    2: cv2.ROTATE_180,
    3: cv2.ROTATE_90_CLOCKWISE,
}


def turned(image: Image, quarters: int) -> Image:
    """Return an (H, W, 3) picture turned counterclockwise by quarters, 0 to 3."""
    return np.asarray(cv2.rotate(image, _ROTATIONS[quarters]), np.uint8) if quarters else image


def turned_back(found: FoundFaces, quarters: int, size: tuple[int, int]) -> FoundFaces:
    """Return what was found in turned(image, quarters) as it lies in the image itself.

    size: width and height of the image.
    """
    width, height = size
    boxes, landmarks = found.boxes, found.landmarks
    for quarter in range(quarters, 0, -1):
        # The picture turned by one quarter less is so wide.
        wide = width if quarter % 2 else height
        left, top, right, bottom = boxes.T
        boxes = np.stack([wide - bottom, left, wide - top, right], axis=1)
        landmarks = np.stack([wide - 1 - landmarks[..., 1], landmarks[..., 0]], axis=2)
    return FoundFaces(boxes, landmarks, found.scores, (found.turns + QUARTER * quarters) % 360)


def turned_boxes(boxes: Floats, quarters: int, size: tuple[int, int]) -> Floats:
    """Return boxes in an image of `size`, width and height, as they lie in turned(image)."""
    width, height = size
    for quarter in range(quarters):
        wide = height if quarter % 2 else width
        left, top, right, bottom = boxes.T
        boxes = np.stack([top, wide - right, bottom, wide - left], axis=1)
    return boxes


def turn_to_upright(landmarks: Floats) -> Floats:
    """Return degrees, (N,), by which to turn the picture counterclockwise until faces stand.

    landmarks: (N, 5, 2); a face stands where its mouth is below its eyes.
    """
    down = landmarks[:, 3:].mean(axis=1) - landmarks[:, :2].mean(axis=1)
    return np.asarray(np.degrees(np.arctan2(-down[:, 0], down[:, 1])) % 360, np.float32)


def quarters_to_upright(turns: Floats) -> NDArray[np.intp]:
    """Return the nearest number of quarters, 0 to 3, for turns in degrees."""
    return np.asarray(np.rint(turns / QUARTER), np.intp) % 4
