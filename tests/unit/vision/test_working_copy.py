"""Tests of facegallery.vision.working_copy."""

import numpy as np
import pytest

from facegallery.vision.working_copy import LARGER, working_copy


def ramp(height, width):
    """Brighter from left to right, and from top to bottom in the second colour."""
    image = np.zeros((height, width, 3), np.uint8)
    image[..., 0] = np.linspace(0, 255, width)[None]
    image[..., 1] = np.linspace(0, 255, height)[:, None]
    return image


def test_a_small_photo_is_taken_as_it_is():
    image = ramp(90, 160)
    assert working_copy(image, 160) is image


@pytest.mark.parametrize("size", [(1500, 2000), (960, 1280), (900, 700)])
def test_a_large_photo_shows_the_same_in_its_long_side(size):
    copy = working_copy(ramp(*size), 640)
    height, width = (round(side * 640 / max(size)) for side in size)
    assert copy.shape == (height, width, 3)
    np.testing.assert_allclose(copy, ramp(height, width), atol=3)


@pytest.mark.parametrize("size", [(500, 4000), (3000, 700)])
def test_a_narrow_photo_keeps_as_many_pixels_as_others(size):
    height, width, _ = working_copy(ramp(*size), 640).shape
    assert height * width == pytest.approx(640 * 480, rel=0.01)
    assert height / width == pytest.approx(size[0] / size[1], rel=0.01)


def test_a_large_photo_keeps_more():
    height, width, _ = working_copy(ramp(2000, 3000), 1280).shape
    assert height * width == pytest.approx(1280 * 960 * LARGER**2, rel=0.01)


def test_fine_stripes_become_their_average():
    stripes = np.zeros((768, 1024, 3), np.uint8)
    stripes[:, ::2] = 200
    assert np.unique(working_copy(stripes, 256)).tolist() == [100]


@pytest.mark.parametrize(
    ("size", "expected"),
    [((1, 4000), (1, 4000)), ((4000000, 1), (20480, 1)), ((2, 9000), (2, 9000))],
)
def test_the_narrowest_photo_keeps_a_pixel(size, expected):
    assert working_copy(ramp(*size), 1280).shape == (*expected, 3)
