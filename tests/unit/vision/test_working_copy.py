"""Tests of facegallery.vision.working_copy."""

import numpy as np
import pytest

from facegallery.vision.working_copy import working_copy


def ramp(height, width):
    """Brighter from left to right, and from top to bottom in the second colour."""
    image = np.zeros((height, width, 3), np.uint8)
    image[..., 0] = np.linspace(0, 255, width)[None]
    image[..., 1] = np.linspace(0, 255, height)[:, None]
    return image


def test_a_small_photo_is_taken_as_it_is():
    image = ramp(90, 160)
    assert working_copy(image, 160) is image


@pytest.mark.parametrize("size", [(3000, 4000), (2999, 4001), (1500, 2000), (700, 1100)])
def test_a_large_photo_shows_the_same_in_its_long_side(size):
    copy = working_copy(ramp(*size), 640)
    height = round(size[0] * 640 / size[1])
    assert copy.shape == (height, 640, 3)
    np.testing.assert_allclose(copy, ramp(height, 640), atol=3)


def test_fine_stripes_become_their_average():
    stripes = np.zeros((1024, 1024, 3), np.uint8)
    stripes[:, ::2] = 200
    assert np.unique(working_copy(stripes, 256)).tolist() == [100]


@pytest.mark.parametrize(
    ("size", "expected"), [((1, 4000), (1, 1280)), ((4000, 1), (1280, 1)), ((2, 9000), (1, 1280))]
)
def test_the_narrowest_photo_keeps_a_pixel(size, expected):
    assert working_copy(ramp(*size), 1280).shape == (*expected, 3)
