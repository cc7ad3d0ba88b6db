"""Tests of facegallery.vision.close_looks."""

import numpy as np
import pytest

from facegallery.vision.close_looks import look_closely
from facegallery.vision.halves import Halves
from facegallery.vision.yunet_network import YunetNetwork

TURNS = np.array([[0], [90], [180], [270]])
FACE = np.array([[180, 68, 262, 170]], np.float32)  # the astronaut's


@pytest.fixture(scope="module")
def network():
    return YunetNetwork("yunet")


def seen_at(network, image, boxes, turns=TURNS):
    each = np.broadcast_to(turns, (len(turns), len(boxes)))
    return look_closely(network, Halves(image), boxes, each)


def test_an_upright_face_scores_highest_upright(network, astronaut):
    looks = seen_at(network, astronaut, FACE)
    scores = [look.scores[0] for look in looks]
    assert np.argmax(scores) == 0
    assert scores[0] > 0.8
    assert np.abs(looks[0].boxes[0] - FACE[0]).max() < 15
    eyes = looks[0].landmarks[0, :2]
    assert np.abs(eyes - [(204, 102), (247, 103)]).max() < 10


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_lying_face_scores_highest_when_it_is_turned_back(quarters, network, astronaut):
    lying = np.ascontiguousarray(np.rot90(astronaut, -quarters))
    box = [180, 68, 262, 170]
    for _ in range(quarters):  # clockwise
        left, top, right, bottom = box
        box = [512 - bottom, left, 512 - top, right]
    looks = seen_at(network, lying, np.array([box], np.float32))
    best = int(np.argmax([look.scores[0] for look in looks]))
    assert best == quarters
    assert looks[best].turns[0] == pytest.approx(90 * quarters, abs=15)
    assert np.abs(looks[best].boxes[0] - box).max() < 15


def test_every_place_has_its_own_answer(network, astronaut):
    boxes = np.array([FACE[0], [20, 20, 60, 60], FACE[0] + 2], np.float32)
    (look,) = seen_at(network, astronaut, boxes, TURNS[:1])
    assert len(look) == 3
    assert look.scores[1] < 0.3
    assert min(look.scores[0], look.scores[2]) > 0.8


def test_no_places_have_no_answers(network, astronaut):
    assert [len(look) for look in seen_at(network, astronaut, FACE[:0])] == [0] * 4


def test_places_at_the_edge_and_in_tiny_pictures(network):
    image = np.zeros((1, 1, 3), np.uint8)
    (look,) = seen_at(network, image, np.array([[-5, -5, 30, 30]], np.float32), TURNS[:1] + 45)
    assert look.scores.tolist() == [0]
