"""Tests of facegallery.vision.turning."""

import numpy as np
import pytest

from facegallery.vision.found_faces import FoundFaces
from facegallery.vision.turning import (
    quarters_to_upright,
    turn_to_upright,
    turned,
    turned_back,
    turned_boxes,
)

WIDTH, HEIGHT = 7, 5
BOX = np.array([[1, 2, 4, 3]], np.float32)
UPRIGHT = np.array([[1, 1], [3, 1], [2, 2], [1, 3], [3, 3]], np.float32)


def marked():
    """A picture that is white where BOX is."""
    image = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    image[2:3, 1:4] = 255
    return image


def found(boxes, landmarks):
    return FoundFaces(boxes, landmarks, np.ones(1, np.float32), np.zeros(1, np.float32))


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_box_turns_with_its_picture_and_back(quarters):
    image = turned(marked(), quarters)
    boxes = turned_boxes(BOX, quarters, (WIDTH, HEIGHT))
    left, top, right, bottom = boxes[0].astype(int)
    assert image[top:bottom, left:right].min() == 255
    assert (right - left) * (bottom - top) == 3
    back = turned_back(found(boxes, UPRIGHT[None]), quarters, (WIDTH, HEIGHT))
    np.testing.assert_array_equal(back.boxes, BOX)
    assert back.turns[0] == 90 * quarters


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_landmarks_come_back_to_their_pixels(quarters):
    image = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    places = [(0, 0), (6, 0), (3, 2), (0, 4), (6, 4)]
    for number, (x, y) in enumerate(places, start=1):
        image[y, x] = number
    there = turned(image, quarters)
    points = [np.argwhere(there[..., 0] == number)[0][::-1] for number in range(1, 6)]
    back = turned_back(found(BOX, np.array([points], np.float32)), quarters, (WIDTH, HEIGHT))
    np.testing.assert_array_equal(back.landmarks[0], places)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_the_turn_of_a_face_is_read_off_its_landmarks(quarters):
    lying = turned_back(found(BOX, UPRIGHT[None]), quarters, (WIDTH, HEIGHT))
    turns = turn_to_upright(lying.landmarks)
    assert turns[0] == pytest.approx(90 * quarters, abs=1e-3)
    assert quarters_to_upright(turns).tolist() == [quarters]


def test_a_slight_tilt_is_no_quarter():
    assert quarters_to_upright(np.array([350, 30, 60, 130], np.float32)).tolist() == [0, 0, 1, 1]
