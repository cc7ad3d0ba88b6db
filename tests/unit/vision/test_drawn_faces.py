import numpy as np
import pytest
import skimage.data

from facegallery.domain.face import Box
from facegallery.vision.detect_mtcnn import MtcnnDetector
from facegallery.vision.drawn_faces import USUAL, face_at
from facegallery.vision.registry import detector_info
from facegallery.vision.turning import turned


@pytest.fixture(scope="module")
def astronaut():
    return skimage.data.astronaut()


@pytest.fixture(scope="module")
def found(astronaut):
    return MtcnnDetector(detector_info("mtcnn")).detect(astronaut)[0]


def roomy(box: Box) -> Box:
    """A box as a hand draws it: too large, and not in the middle."""
    return Box(
        box.x - 0.2 * box.width, box.y - 0.1 * box.height, 1.35 * box.width, 1.25 * box.height
    )


def test_a_roughly_drawn_face_gets_the_landmarks_that_a_detector_gives_it(astronaut, found):
    box = roomy(found.box)
    face = face_at(astronaut, box)
    assert face.box == box
    assert np.abs(face.landmarks - found.landmarks).max() < 0.05 * found.box.width
    assert face.score > 0.9
    assert face.quality > 0.5


def test_a_face_that_lies_on_its_side_is_seen_too(astronaut, found):
    lying = turned(astronaut, 1)
    x, y = found.landmarks.mean(axis=0)
    side = 1.2 * found.box.height
    for middle in ((y, 1 - x), (1 - y, x)):  # whichever way the picture was turned
        box = Box(middle[0] - side / 2, middle[1] - side / 2, side, side)
        face = face_at(lying, box)
        if face.score > 0.9:
            break
    assert face.score > 0.9
    assert np.abs(face.landmarks.mean(axis=0) - middle).max() < 0.2 * side


def test_where_no_network_sees_a_face_it_is_a_usual_one(astronaut):
    box = Box(0.02, 0.75, 0.1, 0.12)
    face = face_at(astronaut, box)
    assert face.score == 0
    np.testing.assert_allclose(
        (face.landmarks - (box.x, box.y)) / (box.width, box.height), USUAL, atol=1e-5
    )
    assert face.quality == 0
