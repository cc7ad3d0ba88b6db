"""Tests of facegallery.vision.pyramid."""

import numpy as np
import pytest

from facegallery.vision.pyramid import SMALL, Pyramid


def noise(height, width):
    return np.random.default_rng(seed=height).integers(0, 256, (height, width, 3), np.uint8)


def area_weights(length, parts):
    """(parts, length): the share that each pixel has in each part."""
    edges = np.arange(parts + 1) * length / parts
    pixels = np.arange(length)
    shared = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return np.clip(shared, 0, None) * parts / length


@pytest.mark.parametrize("share", [0.709, 0.5, 0.35, 0.24, 0.1, 0.03])
def test_each_pixel_is_the_mean_of_what_it_covers(share):
    image = noise(233, 401)
    width, height = int(401 * share), int(233 * share)
    expected = np.einsum(
        "yh,hwc,xw->yxc",
        area_weights(233, height),
        image,
        area_weights(401, width),
        optimize=True,
    )
    level = Pyramid(image).level(width, height)
    assert level.shape == (height, width, 3)
    np.testing.assert_allclose(level, expected, atol=0.01)


def test_both_ways_are_tried_here():
    assert 0.24 < SMALL < 0.35


def test_the_photo_itself_and_larger():
    image = noise(20, 30)
    pyramid = Pyramid(image)
    assert (pyramid.level(30, 20) == image).all()
    assert pyramid.level(60, 40).shape == (40, 60, 3)


def test_a_photo_whose_sum_exceeds_32_bits():
    image = np.full((2901, 2903, 3), 255, np.uint8)
    assert image.size // 3 * 255 > 2**31
    np.testing.assert_allclose(Pyramid(image).level(58, 31), 255, atol=1e-3)
