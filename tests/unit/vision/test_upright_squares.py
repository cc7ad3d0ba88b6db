"""Tests of facegallery.vision.upright_squares."""

import numpy as np
import pytest

from facegallery.vision.halves import Halves
from facegallery.vision.upright_squares import in_photo, longer_sides, maps_to_squares, square

TURNS = np.array([0, 90, 200], np.float32)
CENTRES = np.array([[200, 100], [50, 300], [220, 120]], np.float32)
SCALES = np.array([0.5, 1, 0.25], np.float32)
SIDE = 65


@pytest.fixture
def to_squares():
    return maps_to_squares(CENTRES, SCALES, TURNS, SIDE)


def test_the_centre_comes_to_the_middle_and_sizes_are_scaled(to_squares):
    for to_square, centre, scale in zip(to_squares, CENTRES, SCALES, strict=True):
        assert to_square @ [*centre, 1] == pytest.approx([32, 32])
        beside = to_square @ [centre[0] + 10, centre[1], 1] - 32
        assert np.hypot(*beside) == pytest.approx(10 * scale)


def test_a_square_shows_the_photo_turned_counterclockwise(astronaut):
    centre = np.array([[128, 128]], np.float32)
    box = np.array([96, 96, 160, 160], np.float32)
    (to_square,) = maps_to_squares(centre, np.ones(1), np.array([90], np.float32), SIDE)
    seen = square(Halves(astronaut), box, to_square, 48, (SIDE, 64))
    assert (seen == np.rot90(astronaut[96:161, 96:161])).all()


def test_what_is_seen_in_squares_is_brought_back(to_squares):
    eyes = np.array([[190, 90], [210, 90], [200, 100], [192, 110], [208, 110]], np.float32)
    faces = np.stack([eyes - CENTRES[0] + centre for centre in CENTRES])
    there = np.concatenate([faces, np.ones((3, 5, 1))], axis=2) @ to_squares.transpose(0, 2, 1)
    boxes = np.array([[22, 22, 42, 42]] * 3, np.float32)
    scores = np.array([0.9, 0.8, 0.7], np.float32)
    found = in_photo(boxes, there, scores, to_squares)
    assert np.abs(found.landmarks - faces).max() < 1e-3
    assert np.abs((found.boxes[:, :2] + found.boxes[:, 2:]) / 2 - CENTRES).max() < 1e-3
    assert found.boxes[:, 2] - found.boxes[:, 0] == pytest.approx(20 / SCALES)
    assert found.turns == pytest.approx([0, 0, 0], abs=1e-3)
    assert (found.scores == scores).all()


def test_a_box_without_a_size_counts_as_a_pixel():
    boxes = np.array([[3, 3, 3, 3], [0, 0, 5, 9]], np.float32)
    assert longer_sides(boxes).tolist() == [1, 9]
    assert longer_sides(boxes[:0]).tolist() == []
