"""ONet's own look at faces that lie any way up, found by another network."""

import math

import numpy as np
from numpy.typing import NDArray

from facegallery.vision.found_faces import FoundFaces
from facegallery.vision.halves import Halves
from facegallery.vision.mtcnn_cascade import ONET, OutputNetwork, probabilities
from facegallery.vision.upright_squares import (
    Maps,
    in_photo,
    longer_sides,
    maps_to_squares,
    square,
)

Floats = NDArray[np.float32]

SIDE = ONET[0]
LOOKS = 2  # the second from where the first saw the face


def examine(onet: OutputNetwork, photo: Halves, faces: FoundFaces) -> FoundFaces:
    """Return the same faces with the boxes, landmarks and scores that ONet gives them.

    faces: in pixels of the photo; each is shown to ONet as its turn makes it stand upright.
    """
    for _ in range(LOOKS if len(faces) else 0):
        # As the networks learned it: the first and last pixel lie on the square's edges.
        scales = (SIDE - 1) / longer_sides(faces.boxes)
        centres = (faces.boxes[:, :2] + faces.boxes[:, 2:]) / 2
        to_patches = maps_to_squares(centres, scales, faces.turns, SIDE)
        found = onet.examine(_patches(photo, faces.boxes, to_patches))
        corners = np.array([0, 0, SIDE - 1, SIDE - 1]) + found[:, 1:5] * SIDE
        points = found[:, 5:].reshape(-1, 2, 5).transpose(0, 2, 1) * SIDE - 1
        faces = in_photo(corners, points, probabilities(found[:, 0]), to_patches)
    return faces


def _patches(photo: Halves, boxes: Floats, to_patches: Maps) -> Floats:
    """Return (N, 3, 48, 48): the squares of faces, turned upright."""
    reaches = longer_sides(boxes) / math.sqrt(2) + 2
    patches = [
        square(photo, box, to_patch, float(reach), (SIDE, SIDE))
        for box, to_patch, reach in zip(boxes, to_patches, reaches, strict=True)
    ]
    return np.stack(patches).transpose(0, 3, 1, 2).astype(np.float32)
