"""ONet's own look at faces that lie any way up, found by another network."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from facegallery.vision.close_looks import Halves
from facegallery.vision.found_faces import FoundFaces
from facegallery.vision.mtcnn_cascade import ONET, OutputNetwork, probabilities
from facegallery.vision.turning import turn_to_upright

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]

SIDE = ONET[0]
LOOKS = 2  # the second from where the first saw the face


def examine(onet: OutputNetwork, photo: Halves, faces: FoundFaces) -> FoundFaces:
    """Return the same faces with the boxes, landmarks and scores that ONet gives them.

    faces: in pixels of the photo; each is shown to ONet as its turn makes it stand upright.
    """
    for _ in range(LOOKS if len(faces) else 0):
        maps = [
            _to_patch(box, float(turn)) for box, turn in zip(faces.boxes, faces.turns, strict=True)
        ]
        patches = [
            _patch(photo, box, to_patch) for box, to_patch in zip(faces.boxes, maps, strict=True)
        ]
        found = onet.examine(np.stack(patches))
        boxes, landmarks = zip(*map(_in_photo, found, maps), strict=True)
        places = np.asarray(np.stack(landmarks), np.float32)
        faces = FoundFaces(
            np.asarray(np.stack(boxes), np.float32),
            places,
            probabilities(found[:, 0]),
            turn_to_upright(places),
        )
    return faces


def _to_patch(box: Floats, turn: float) -> Matrix:
    """Return (3, 3): places in the photo to places in ONet's square, the box made square."""
    left, top, right, bottom = box.tolist()
    # As the networks learned it: the first and last pixel lie on the square's edges.
    scale = (SIDE - 1) / max(right - left, bottom - top, 1.0)
    cosine, sine = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
    x, y, middle = (left + right) / 2, (top + bottom) / 2, (SIDE - 1) / 2
    return np.array(
        [
            [cosine, sine, middle - cosine * x - sine * y],
            [-sine, cosine, middle + sine * x - cosine * y],
            [0, 0, 1],
        ]
    )


def _patch(photo: Halves, box: Floats, to_patch: Matrix) -> Floats:
    """Return (3, 48, 48): the square of a face, turned upright."""
    reach = max(float((box[2:] - box[:2]).max()), 1.0) / math.sqrt(2) + 2
    part, to_part = photo.around(box, reach, SIDE)
    pixels = cv2.warpAffine(
        part,
        (to_patch @ np.linalg.inv(to_part))[:2],
        (SIDE, SIDE),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(pixels.transpose(2, 0, 1), np.float32)


def _in_photo(answer: Floats, to_patch: Matrix) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return box (4,) and landmarks (5, 2) in pixels of the photo from ONet's answer."""
    back = np.linalg.inv(to_patch)
    corners = np.array([0, 0, SIDE - 1, SIDE - 1]) + answer[1:5] * SIDE
    centre = back[:2, :2] @ ((corners[:2] + corners[2:]) / 2) + back[:2, 2]
    size = corners[2:] - corners[:2]
    half = np.abs(back[:2, :2]) @ (size / 2)
    half *= math.sqrt(abs(size.prod() / 4 * np.linalg.det(back[:2, :2])) / half.prod())
    points = answer[5:].reshape(2, 5).T * SIDE - 1
    return np.concatenate([centre - half, centre + half]), points @ back[:2, :2].T + back[:2, 2]
