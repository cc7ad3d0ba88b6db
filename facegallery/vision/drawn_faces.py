"""A face at a place that the user has drawn, for no detector found it: its landmarks and quality.

The user is right that it is one: what no network can see gets the landmarks of a usual face.
"""

from dataclasses import replace
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import Box, DetectedFace
from facegallery.vision.align import aligned_face
from facegallery.vision.detected import as_fractions
from facegallery.vision.found_faces import FoundFaces
from facegallery.vision.halves import Halves
from facegallery.vision.mtcnn_cascade import OutputNetwork
from facegallery.vision.quality import judged
from facegallery.vision.turned_faces import examine

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

TURNS = (0, 45, -45, 90, -90, 135, -135, 180)  # degrees that the face may lie on its side
SIZES = (1.0, 0.8, 0.65)  # of the box: hands draw with some room around a face
BELIEVED = 0.5  # score from which the network's landmarks are taken
LEAST_OVERLAP = 0.15  # IoU of what the network sees with the box; less is another face
USUAL = np.array(
    [[0.267, 0.39], [0.733, 0.39], [0.5, 0.592], [0.292, 0.752], [0.708, 0.752]], np.float32
)
"""Eyes, nose and corners of the mouth in a box: the median of 500 good faces found by MTCNN in an
album made of LFW's photos, November 2026, made symmetric."""


def face_at(image: Image, box: Box) -> DetectedFace:
    """Return the face at a place of an (H, W, 3) RGB photo, with quality, without embedding.

    The box stays as it was drawn. score: how much of a face the network sees there, 0..1.
    """
    height, width = image.shape[:2]
    corners = np.array([box.x, box.y, box.x + box.width, box.y + box.height], np.float32)
    drawn = corners * np.array([width, height, width, height], np.float32)
    found = examine(_network(), Halves(image), _guesses(drawn))
    here = [
        face
        for face in as_fractions(found.chosen(found.scores >= BELIEVED), (width, height))
        if face.box.overlap(box) >= LEAST_OVERLAP
    ]
    seen = max(here, key=lambda face: face.score, default=None)
    if seen is None:
        landmarks = USUAL * (box.width, box.height) + (box.x, box.y)
        face = DetectedFace(box, np.asarray(landmarks, np.float32), score=0.0, quality=0.0)
    else:
        face = replace(seen, box=box)
    return judged(image, face, aligned_face(image, face))


def _guesses(drawn: Floats) -> FoundFaces:
    """Return the box in several sizes, each turned in several ways."""
    middle, half = (drawn[:2] + drawn[2:]) / 2, (drawn[2:] - drawn[:2]) / 2
    sizes, turns = zip(*product(SIZES, TURNS), strict=True)
    boxes = [np.concatenate([middle - half * size, middle + half * size]) for size in sizes]
    count = len(boxes)
    return FoundFaces(
        np.asarray(np.stack(boxes), np.float32),
        np.zeros((count, 5, 2), np.float32),
        np.zeros(count, np.float32),
        np.asarray(turns, np.float32),
    )


@lru_cache(maxsize=1)
def _network() -> OutputNetwork:
    return OutputNetwork()
