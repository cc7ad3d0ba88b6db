"""Tests of facegallery.vision.pyramid."""

import numpy as np
import pytest

from facegallery.vision.pyramid import Pyramid


def noise(height, width):
    return np.random.default_rng(seed=height).integers(0, 256, (height, width, 3), np.uint8)


def area_weights(length, parts):
    """(parts, length): the share that each pixel has in each part."""
    edges = np.arange(parts + 1) * length / parts
    pixels = np.arange(length)
    shared = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return np.clip(shared, 0, None) * parts / length


@pytest.mark.parametrize("share", [1.19, 0.709, 0.5, 0.24, 0.1, 0.03])
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
    (level,) = Pyramid(image).parts((width, height), [(0, 0, width, height)])
    assert level.shape == (height, width, 3)
    np.testing.assert_allclose(level, expected, atol=0.01)


def test_a_part_is_that_of_the_whole():
    pyramid = Pyramid(noise(233, 401))
    (whole,) = pyramid.parts((200, 100), [(0, 0, 200, 100)])
    for left, top, right, bottom in ((0, 0, 12, 12), (50, 20, 90, 71), (188, 88, 200, 100)):
        (part,) = pyramid.parts((200, 100), [(left, top, right, bottom)])
        np.testing.assert_allclose(part, whole[top:bottom, left:right], atol=1e-3)


def test_few_pixels_are_the_same_as_many():
    pyramid = Pyramid(noise(400, 600))
    parts = [(10, 20, 40, 60), (200, 100, 230, 130)]
    few = pyramid.parts((300, 200), parts)
    many = pyramid.parts((300, 200), [*parts, (0, 0, 300, 200)])
    for alone, among_others in zip(few, many, strict=False):
        np.testing.assert_allclose(alone, among_others, atol=1e-3)


def test_the_photo_itself():
    image = noise(20, 30)
    (level,) = Pyramid(image).parts((30, 20), [(0, 0, 30, 20)])
    np.testing.assert_allclose(level, image, atol=1e-3)


def test_a_photo_whose_sum_exceeds_32_bits():
    image = np.full((2901, 2903, 3), 255, np.uint8)
    assert image.size // 3 * 255 > 2**31
    (level,) = Pyramid(image).parts((58, 31), [(0, 0, 4, 4)])
    np.testing.assert_allclose(level, 255, atol=1e-3)
