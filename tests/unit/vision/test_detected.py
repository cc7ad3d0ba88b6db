"""Tests of facegallery.vision.detected."""

import numpy as np
import pytest

from facegallery.vision.detected import as_fractions
from facegallery.vision.found_faces import FoundFaces, joined

FIVE = np.array([[9.5, 9.5], [29.5, 9.5], [19.5, 14.5], [9.5, 19.5], [29.5, 19.5]], np.float32)


def face_at(*box):
    scores = np.array([0.9], np.float32)
    faces = FoundFaces(np.array([box], np.float32), FIVE[None], scores, np.zeros(1, np.float32))
    found = as_fractions(faces, (100, 50))
    return found[0] if found else None


def test_a_face_inside_becomes_fractions_of_width_and_height():
    face = face_at(10, 5, 40, 25)
    assert face.box == pytest.approx((0.1, 0.1, 0.3, 0.4))
    assert face.score == pytest.approx(0.9)
    assert face.embedding is None


def test_landmarks_count_from_the_edge_and_not_from_the_first_pixel():
    np.testing.assert_allclose(face_at(10, 5, 40, 25).landmarks[:2], [[0.1, 0.2], [0.3, 0.2]])


def test_a_box_is_clipped_to_the_photo():
    assert face_at(-10, -5, 40, 80).box == pytest.approx((0, 0, 0.4, 1))


def test_a_box_outside_is_no_face():
    assert face_at(100, 10, 140, 40) is None


def test_nothing_found():
    assert as_fractions(joined(), (100, 50)) == []
