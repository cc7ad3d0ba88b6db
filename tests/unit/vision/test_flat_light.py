"""Tests of facegallery.vision.flat_light, and that both detectors see through flat light."""

import numpy as np
import pytest

from facegallery.vision.flat_light import clear


@pytest.fixture(params=["mtcnn", "yunet"])
def detector(request, mtcnn, yunet):
    return {"mtcnn": mtcnn, "yunet": yunet}[request.param]


def flat(image, dark, share):
    """A photo with so much of its contrast left, above a level."""
    return (dark + image * share).astype(np.uint8)


def test_an_ordinary_photo_stays_as_it_is(astronaut):
    assert clear(astronaut) is astronaut
    night = flat(astronaut, 0, 0.3)
    assert clear(night) is night


def test_a_flat_photo_gets_its_contrast_back(astronaut):
    back = clear(flat(astronaut, 110, 0.1))
    assert back.dtype == np.uint8
    assert back.std() > 0.8 * astronaut.std()
    assert back.min() == 0
    assert back.max() > 250


@pytest.mark.parametrize("level", [0, 128, 255])
def test_where_there_is_nothing_nothing_is_made(level):
    noise = np.random.default_rng(seed=1).integers(-2, 3, (60, 80, 3)) + level
    image = np.clip(noise, 0, 255).astype(np.uint8)
    assert clear(image) is image


@pytest.mark.parametrize(("dark", "share"), [(110, 0.1), (0, 0.1), (228, 0.1)])
def test_faces_in_flat_light_are_found(dark, share, detector, astronaut, hopper):
    for portrait in (astronaut, hopper):
        (face,) = detector.detect(flat(portrait, dark, share))
        assert face.box.overlap(detector.detect(portrait)[0].box) > 0.6
