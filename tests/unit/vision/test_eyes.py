"""Tests of facegallery.vision.eyes."""

import cv2
import numpy as np
import pytest
from PIL import Image

from facegallery.domain.face import EYES_CLOSED
from facegallery.vision.align import aligned_face
from facegallery.vision.eyes import eyes_open, features
from tests.bench.eyes import LABELS

EYES = ((38, 52), (74, 52))  # in the aligned face


@pytest.fixture(scope="module")
def looking(astronaut, hopper, mtcnn):
    """Two people who look at the camera, aligned."""
    return [aligned_face(photo, mtcnn.detect(photo)[0]) for photo in (astronaut, hopper)]


def with_lids_down(face):
    """The face with skin over both eyes, and the dark line of the lashes below it."""
    closed = face.copy()
    skin = np.median(face[62:70, 30:82].reshape(-1, 3), axis=0)
    for middle in EYES:
        cv2.ellipse(closed, middle, (11, 6), 0, 0, 360, skin.tolist(), -1, cv2.LINE_AA)
        lashes = (middle[0], middle[1] - 2)
        cv2.ellipse(closed, lashes, (9, 5), 0, 20, 160, (skin * 0.35).tolist(), 1, cv2.LINE_AA)
    return cv2.GaussianBlur(closed, (0, 0), 0.8)


def test_eyes_that_look_at_the_camera_are_open(looking):
    assert min(map(eyes_open, looking)) > EYES_CLOSED


def test_lids_that_are_down_are_closed_eyes(looking):
    for face in looking:
        closed = eyes_open(with_lids_down(face))
        assert closed < EYES_CLOSED
        assert closed < eyes_open(face) / 2


def test_a_face_in_a_mirror_has_eyes_as_open(looking):
    for face in looking:
        assert eyes_open(face[:, ::-1]) == pytest.approx(eyes_open(face), abs=0.2)


def test_brightness_and_contrast_of_the_photo_make_little_difference(looking):
    for face in looking:
        pale = (face * 0.5 + 90).astype(np.uint8)
        assert eyes_open(pale) == pytest.approx(eyes_open(face), abs=0.15)


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_a_face_without_any_contrast_is_answered(shade):
    flat = np.full((112, 112, 3), shade, np.uint8)
    assert 0 <= eyes_open(flat) <= 1
    assert not features(flat).any()


def test_people_of_lfw_with_closed_eyes_are_told_from_the_others(shared, mtcnn):
    known = dict(reversed(line.split(" ", 1)) for line in LABELS.read_text().splitlines()[4:])
    images = shared / "lfw" / "images"
    closed = [name for name, eyes in sorted(known.items()) if eyes == "closed"][::4]
    others = sorted(path.stem for path in images.rglob("*_0001.jpg"))[::150]
    found = {}
    for name in (*closed, *(name for name in others if name not in known)):
        with Image.open(images / name[:-5] / f"{name}.jpg") as opened:
            pixels = np.asarray(opened.convert("RGB"))
        faces = mtcnn.detect(pixels)
        middle = min(faces, key=lambda face: abs(face.box.x + face.box.width / 2 - 0.5))
        found[name] = eyes_open(aligned_face(pixels, middle))
    shut = [found[name] for name in closed]
    others_open = [value for name, value in found.items() if name not in closed]
    assert np.mean(np.array(shut) < EYES_CLOSED) > 0.7
    assert np.mean(np.array(others_open) < EYES_CLOSED) < 0.1
