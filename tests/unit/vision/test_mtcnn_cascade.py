"""Tests of facegallery.vision.mtcnn_cascade. That it finds faces: test_detect_mtcnn."""

import numpy as np
import pytest

from facegallery.vision.mtcnn_cascade import MtcnnCascade, OutputNetwork, probabilities

FACE = np.array([[180, 68, 262, 170]], np.float32)  # the astronaut's


@pytest.fixture(scope="module")
def cascade():
    return MtcnnCascade(20, OutputNetwork())


def test_a_face_is_found_around_its_place_only(cascade, astronaut):
    assert cascade.find(astronaut, FACE).scores[0] > 0.99
    assert len(cascade.find(astronaut, FACE + 300)) == 0


def test_no_places_no_faces(cascade, astronaut):
    assert len(cascade.find(astronaut, FACE[:0])) == 0


def test_a_place_may_be_rough(cascade, astronaut):
    (exact,) = cascade.find(astronaut, FACE).boxes
    for shift in ([10, -10, 10, -10], [-12, -12, 12, 12], [10, 10, -10, -10]):
        (box,) = cascade.find(astronaut, FACE + np.array(shift, np.float32)).boxes
        np.testing.assert_allclose(box, exact, atol=1)


def test_whole_levels_and_parts_find_the_same(cascade, crowd, mtcnn):
    faces = [face.box for face in mtcnn.detect(crowd)]
    sides = np.array([1280, 960] * 2)
    places = np.array([(b.x, b.y, b.x + b.width, b.y + b.height) for b in faces]) * sides
    together = cascade.find(crowd, places.astype(np.float32)).boxes
    for place in places.astype(np.float32):
        (alone,) = cascade.find(crowd, place[None]).boxes[:1]
        assert np.abs(together - alone).max(axis=1).min() < 1


def test_a_probability_is_the_logits_sigmoid():
    found = probabilities(np.array([-100, 0, 2], np.float32))
    np.testing.assert_allclose(found, [0, 0.5, 0.8808], atol=1e-4)
