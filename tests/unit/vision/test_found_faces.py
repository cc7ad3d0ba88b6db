"""Tests of facegallery.vision.found_faces."""

import numpy as np

from facegallery.vision.found_faces import FoundFaces, joined


def faces(*boxes):
    count = len(boxes)
    return FoundFaces(
        np.array(boxes, np.float32),
        np.arange(10 * count, dtype=np.float32).reshape(count, 5, 2),
        np.linspace(0.5, 0.9, count, dtype=np.float32),
        np.zeros(count, np.float32),
    )


def test_nothing_joined_is_nothing():
    assert len(joined()) == 0
    assert joined().boxes.shape == (0, 4)


def test_what_is_joined_stays_in_step():
    both = joined(faces((0, 0, 10, 10)), faces((20, 0, 30, 10), (40, 0, 50, 10)))
    assert both.boxes[:, 0].tolist() == [0, 20, 40]
    assert both.scores.tolist() == np.array([0.5, 0.5, 0.9], np.float32).tolist()


def test_of_two_that_overlap_the_stronger_stays():
    apart = faces((0, 0, 10, 10), (30, 0, 40, 10), (1, 0, 11, 10)).apart(0.3)
    assert apart.boxes[:, 0].tolist() == [1, 30]


def test_larger_pictures_show_the_same_places():
    larger = faces((2, 4, 6, 8)).enlarged(2, 3)
    assert larger.boxes.tolist() == [[4, 12, 12, 24]]
    # The centre of the first pixel, 0, is half a pixel from the edge: 1 in pixels twice as fine.
    assert larger.landmarks[0, 0].tolist() == [0.5, 4.0]
