"""Tests of facegallery.vision.halves."""

import numpy as np
import pytest
from PIL import Image

from facegallery.vision.halves import Halves

BOX = np.array([400, 200, 520, 290], np.float32)


@pytest.fixture
def image():
    return np.asarray(Image.effect_noise((1024, 512), 90).convert("RGB"))


def test_a_half_is_chosen_that_keeps_the_size_asked_for(image):
    part, (x, y, move_x, move_y) = Halves(image).around(BOX, reach=100, size=28)
    assert 28 <= 120 * x < 56
    assert part.shape[0] == pytest.approx(50, abs=2)
    middle = np.array([x * 460 + move_x, y * 245 + move_y])
    assert np.abs(middle - np.array(part.shape[1::-1]) / 2).max() < 2


def test_a_small_face_is_cut_from_the_photo_itself(image):
    part, (x, y, move_x, move_y) = Halves(image).around(BOX, reach=100, size=120)
    assert (x, y, move_x, move_y) == (1, 1, -360, -145)
    assert (part == image[145:345, 360:560]).all()


def test_a_place_outside_gives_the_nearest_pixel(image):
    part, _ = Halves(image).around(BOX + 5000, reach=10, size=120)
    assert (part == image[-1:, -1:]).all()
