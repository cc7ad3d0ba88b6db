"""Tests of facegallery.vision.align."""

import numpy as np
import pytest

from facegallery.domain.face import Box, DetectedFace
from facegallery.vision.align import (
    ALIGNED_SIZE,
    TEMPLATE,
    aligned_face,
    similarity_transform,
    widened_crop,
)


def moved(points, scale=1.0, degrees=0.0, shift=(0.0, 0.0)):
    turn = np.radians(degrees)
    matrix = scale * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return points @ matrix.T + shift


def face_of(points, width, height):
    """A face with these landmarks, in pixels of a photo."""
    landmarks = ((points + 0.5) / (width, height)).astype(np.float32)
    return DetectedFace(Box(0.4, 0.4, 0.2, 0.2), landmarks, 1.0, 0.0)


def dotted(points, width, height, radius):
    """A grey photo with a white disc on each point, its rim as grey as it covers a pixel."""
    rows, columns = np.ogrid[:height, :width]
    white = np.zeros((height, width), np.float32)
    for x, y in points:
        white += np.clip(radius + 0.5 - np.hypot(columns - x, rows - y), 0, 1)
    return np.repeat((80 + 175 * white).round().astype(np.uint8)[..., None], 3, axis=2)


def centres(image):
    """The centre of the white disc nearest to each point of the template."""
    rows, columns = np.mgrid[: image.shape[0], : image.shape[1]]
    found = []
    for x, y in TEMPLATE:
        weight = np.clip(image[..., 0].astype(float) - 80, 0, None)
        weight[np.hypot(columns - x, rows - y) > 9] = 0
        found.append(((columns * weight).sum(), (rows * weight).sum()) / weight.sum())
    return np.array(found)


def test_the_transform_undoes_any_turn_scale_and_shift():
    points = moved(TEMPLATE, 2.5, 70, (30, -400))
    matrix = similarity_transform(points, TEMPLATE)
    np.testing.assert_allclose(points @ matrix[:, :2].T + matrix[:, 2], TEMPLATE, atol=1e-3)


def test_the_transform_is_the_nearest_without_mirroring():
    random = np.random.default_rng(seed=5)
    points = TEMPLATE + random.normal(0, 4, TEMPLATE.shape)
    matrix = similarity_transform(points, TEMPLATE)

    def miss(candidate):
        return np.square(points @ candidate[:, :2].T + candidate[:, 2] - TEMPLATE).sum()

    assert matrix[0, 0] == matrix[1, 1]
    assert matrix[0, 1] == -matrix[1, 0]
    for scale, degrees, x, y in random.normal(0, (0.01, 0.5, 0.3, 0.3), (50, 4)):
        other = np.vstack([matrix, [0, 0, 1]])
        other = moved(np.eye(2), 1 + scale, degrees).T @ matrix + [[0, 0, x], [0, 0, y]]
        assert miss(other) > miss(matrix)


def test_coinciding_points_keep_the_scale():
    matrix = similarity_transform(np.full((5, 2), 7.0), TEMPLATE)
    assert np.isfinite(matrix).all()
    assert matrix[0, 0] == 1


@pytest.mark.parametrize("scale", [0.5, 1, 1.9, 4, 9.7])
@pytest.mark.parametrize("degrees", [0, 25, -90])
def test_landmarks_come_to_lie_on_the_template(scale, degrees):
    width, height = 1900, 1700
    points = moved(TEMPLATE - 56, scale, degrees, shift=(950, 800))
    image = dotted(points, width, height, radius=5 * scale)
    aligned = aligned_face(image, face_of(points, width, height))
    assert aligned.shape == (ALIGNED_SIZE, ALIGNED_SIZE, 3)
    np.testing.assert_allclose(centres(aligned), TEMPLATE, atol=0.15)


def test_a_large_face_is_averaged_down():
    stripes = np.zeros((1200, 1200, 3), np.uint8)
    stripes[:, ::2] = 200
    aligned = aligned_face(stripes, face_of(moved(TEMPLATE, 8.1, 0, (100, 100)), 1200, 1200))
    assert np.abs(aligned.astype(int) - 100).max() <= 2


def test_outside_of_the_photo_its_edge_repeats():
    image = np.full((60, 60, 3), 90, np.uint8)
    aligned = aligned_face(image, face_of(moved(TEMPLATE, 1, 0, (-40, -30)), 60, 60))
    assert (aligned == 90).all()


@pytest.mark.parametrize("size", [(1, 1), (4000, 1), (1, 4000)])
def test_no_photo_is_too_narrow(size):
    image = np.full((*size, 3), 50, np.uint8)
    face = DetectedFace(
        Box(0, 0, 1, 1), np.random.default_rng(2).random((5, 2)).astype(np.float32), 1.0, 0.0
    )
    assert (aligned_face(image, face) == 50).all()
    assert (widened_crop(image, face.box, 224) == 50).all()


def test_a_photo_wider_than_opencv_can_sample():
    image = np.zeros((40, 40_000, 3), np.uint8)
    image[:, 38_000:] = 255
    points = moved(TEMPLATE, 0.3, 0, (38_500, 2))
    assert (aligned_face(image, face_of(points, 40_000, 40)) == 255).all()


def test_a_widened_crop_shows_the_box_and_a_margin_around_it():
    image = np.zeros((400, 600, 3), np.uint8)
    image[100:200, 300:400] = 255  # 100 x 100 in the middle of 130 x 130
    crop = widened_crop(image, Box(0.5, 0.25, 100 / 600, 0.25), 260)
    assert crop.shape == (260, 260, 3)
    inside = crop[..., 0] > 127
    assert np.flatnonzero(inside.any(axis=0))[[0, -1]].tolist() == [30, 229]
    assert np.flatnonzero(inside.any(axis=1))[[0, -1]].tolist() == [30, 229]


def test_a_widened_crop_is_a_square_over_the_longer_side():
    image = np.zeros((400, 400, 3), np.uint8)
    image[100:300, 150:250] = 255  # 100 wide, 200 high, in the middle of 260 x 260
    crop = widened_crop(image, Box(0.375, 0.25, 0.25, 0.5), 130)
    inside = crop[..., 0] > 127
    assert np.flatnonzero(inside.any(axis=0))[[0, -1]].tolist() == [40, 89]
    assert np.flatnonzero(inside.any(axis=1))[[0, -1]].tolist() == [15, 114]
