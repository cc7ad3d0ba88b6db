"""Tests of facegallery.vision.turned_faces."""

import numpy as np
import pytest
from PIL import Image

from facegallery.vision.found_faces import FoundFaces, joined
from facegallery.vision.halves import Halves
from facegallery.vision.mtcnn_cascade import OutputNetwork
from facegallery.vision.turned_faces import examine

EYES = np.array([(204, 102), (247, 103)])  # read off the picture


@pytest.fixture(scope="module")
def onet():
    return OutputNetwork()


def roughly_there(box, turn):
    return FoundFaces(
        np.array([box], np.float32),
        np.zeros((1, 5, 2), np.float32),
        np.ones(1, np.float32),
        np.array([turn], np.float32),
    )


@pytest.mark.parametrize("tilt", [0, 45, 120, 180, 300])
def test_a_face_at_any_turn_gets_its_landmarks(tilt, onet, astronaut):
    image = np.asarray(Image.fromarray(astronaut).rotate(tilt, Image.Resampling.BICUBIC))
    angle = np.radians(tilt)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    x, y = turn @ (np.array([221, 120]) - 255.5) + 255.5
    found = examine(
        onet, Halves(image), roughly_there((x - 55, y - 55, x + 55, y + 55), 360 - tilt)
    )
    assert found.scores[0] > 0.9
    expected = (EYES - 255.5) @ turn.T + 255.5
    assert np.abs(found.landmarks[0, :2] - expected).max() < 8
    off = (found.turns[0] + tilt + 180) % 360 - 180
    assert abs(off) < 12


def test_what_is_no_face_scores_low(onet, astronaut):
    found = examine(onet, Halves(astronaut), roughly_there((20, 20, 90, 90), 90))
    assert found.scores[0] < 0.5


def test_no_faces(onet, astronaut):
    assert len(examine(onet, Halves(astronaut), joined())) == 0
