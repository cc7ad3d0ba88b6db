"""Tests of facegallery.vision.boxes."""

import numpy as np
import pytest

from facegallery.vision.boxes import ROWS_AT_ONCE, overlaps, squared, strongest


def boxes(*rows):
    return np.array(rows, np.float32).reshape(-1, 4)


def test_overlap_is_shared_area_over_all_area():
    found = overlaps(boxes((0, 0, 2, 2)), boxes((1, 0, 3, 2), (0, 0, 2, 2), (5, 5, 6, 6)))
    assert found[0].tolist() == pytest.approx([2 / 6, 1, 0])


def test_overlap_of_the_smaller_is_whole_for_a_box_inside_another():
    assert overlaps(boxes((0, 0, 10, 10)), boxes((2, 2, 4, 4)), "smaller")[0, 0] == 1


def test_boxes_without_area_overlap_nothing():
    assert overlaps(boxes((1, 1, 1, 1)), boxes((1, 1, 1, 1), (0, 0, 2, 2))).tolist() == [[0, 0]]


def test_the_weaker_of_two_near_boxes_goes():
    found = boxes((0, 0, 10, 10), (1, 0, 11, 10), (50, 50, 60, 60))
    scores = np.array([0.8, 0.9, 0.7], np.float32)
    assert strongest(found, scores, 0.5).tolist() == [1, 2]


def test_a_suppressed_box_still_suppresses():
    row = boxes((0, 0, 10, 10), (4, 0, 14, 10), (8, 0, 18, 10))
    scores = np.array([0.9, 0.8, 0.7], np.float32)
    assert strongest(row, scores, 0.3).tolist() == [0]


def test_thousands_of_boxes_are_judged_as_each_by_itself():
    random = np.random.default_rng(seed=3)
    corners = random.uniform(0, 100, (2 * ROWS_AT_ONCE + 77, 2))
    many = np.concatenate([corners, corners + random.uniform(5, 20, corners.shape)], axis=1)
    many = many.astype(np.float32)
    scores = random.permutation(len(many)).astype(np.float32)
    near = overlaps(many, many) > 0.4
    alone = [row for row in range(len(many)) if not (near[row] & (scores > scores[row])).any()]
    assert sorted(strongest(many, scores, 0.4).tolist()) == alone
    assert 0 < len(alone) < len(many)


def test_no_boxes_stay_no_boxes():
    assert strongest(boxes(), np.empty(0, np.float32), 0.5).size == 0
    assert squared(boxes()).shape == (0, 4)


def test_a_square_keeps_centre_and_longer_side():
    assert squared(boxes((0, 10, 4, 20))).tolist() == [[-3, 10, 7, 20]]
