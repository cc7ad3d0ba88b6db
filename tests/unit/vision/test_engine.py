"""Tests of facegallery.vision.engine."""

import numpy as np
import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision.engine import load_engine


@pytest.fixture
def engine(tmp_path):
    return load_engine("mtcnn", "sface", tmp_path)


@pytest.mark.parametrize("detector", ["mtcnn", "yunet"])
def test_faces_come_left_to_right_with_quality_and_embedding(detector, crowd, tmp_path):
    faces = load_engine(detector, "sface", tmp_path).find_faces(crowd)
    assert len(faces) == 10
    centres = [face.box.x + face.box.width / 2 for face in faces]
    assert centres == sorted(centres)
    for face in faces:
        assert 0 < face.quality <= 1
        assert face.embedding.shape == (128,)
        assert face.embedding.dtype == np.float32


def test_embeddings_tell_the_two_people_apart(engine, crowd, astronaut, hopper):
    people = [engine.find_faces(portrait)[0].embedding for portrait in (astronaut, hopper)]
    nearest = [np.argmax(people @ face.embedding) for face in engine.find_faces(crowd)]
    assert nearest.count(0) == nearest.count(1) == 5


@pytest.mark.parametrize("detector", ["mtcnn", "yunet"])
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_photo_gives_the_same_embedding(detector, quarters, hopper, tmp_path):
    engine = load_engine(detector, "sface", tmp_path)
    upright = engine.find_faces(hopper)[0].embedding
    (face,) = engine.find_faces(np.ascontiguousarray(np.rot90(hopper, quarters)))
    assert upright @ face.embedding > 0.9


def test_the_small_face_has_less_quality(engine, crowd):
    faces = sorted(engine.detect_only(crowd), key=lambda face: face.box.area)
    assert faces[0].quality < faces[-1].quality


def test_without_a_recognizer_there_are_no_embeddings(crowd, tmp_path, engine):
    faces = load_engine("mtcnn", None, tmp_path).find_faces(crowd)
    assert [face.embedding for face in faces] == [None] * 10
    assert [face.box for face in faces] == [face.box for face in engine.detect_only(crowd)]


def test_the_same_photo_gives_the_same_faces(engine, crowd):
    first, second = engine.find_faces(crowd), engine.find_faces(crowd)
    for face, again in zip(first, second, strict=True):
        assert (face.box, face.score, face.quality) == (again.box, again.score, again.quality)
        assert (face.embedding == again.embedding).all()


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (4000, 1), (600, 16000)])
def test_a_photo_without_faces(engine, size):
    assert engine.find_faces(np.full((*size, 3), 90, np.uint8)) == []


def test_faces_at_the_edge_are_cut_out_too(engine, astronaut):
    (face,) = engine.find_faces(np.ascontiguousarray(astronaut[85:, 195:]))
    assert (face.box.x, face.box.y) == (0, 0)
    assert np.isfinite(face.embedding).all()


def test_an_engine_is_loaded_once(tmp_path):
    assert load_engine("yunet", "sface", tmp_path) is load_engine("yunet", "sface", tmp_path)


def test_the_device_has_a_name(engine):
    assert engine.device == "CPU"


@pytest.mark.parametrize(
    ("detector", "recognizer", "words"),
    [
        ("haar", "sface", "mtcnn, yunet"),
        ("mtcnn", "facenet", "sface, vggface2-resnet50"),
        ("mtcnn", "vggface2-resnet50", "rcmalli_vggface_tf_notop_resnet50.h5, are not on this"),
    ],
)
def test_what_is_not_there_is_named(detector, recognizer, words, tmp_path):
    with pytest.raises(ModelUnavailable, match=words):
        load_engine(detector, recognizer, tmp_path)
