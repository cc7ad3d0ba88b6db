import numpy as np

from facegallery.grouping.centring import AVERAGE_FACES, centred, centred_similarities
from tests.unit.grouping.crowd import crowd, unit


def test_what_all_faces_share_is_taken_away():
    random = np.random.default_rng(1)
    average = AVERAGE_FACES["sface"]
    faces = unit(average + random.normal(0, 0.95 / 128**0.5, (200, 128)))
    moved = centred(faces, "sface")
    others = ~np.eye(200, dtype=bool)
    assert (faces @ faces.T)[others].mean() > 0.08
    assert abs((moved @ moved.T)[others].mean()) < 0.01
    assert np.allclose(np.linalg.norm(moved, axis=1), 1, atol=1e-6)
    assert moved.dtype == np.float32


def test_embeddings_of_other_models_stay_as_they_are():
    faces = unit(np.random.default_rng(1).normal(size=(3, 2048)))
    assert centred(faces, "vggface2-resnet50") is faces


def test_the_average_face_itself_becomes_nobody():
    assert np.isfinite(centred(AVERAGE_FACES["sface"][None], "sface")).all()


def test_a_library_without_faces_has_nothing_to_move():
    nobody = np.empty((0, 0), np.float32)
    assert centred(nobody, "sface") is nobody


def test_similarities_are_those_of_centred_vectors():
    vectors, _ = crowd(4, 5, dimensions=128)
    mine = centred(vectors[:3], "sface")
    found = centred_similarities(mine, vectors, "sface")
    np.testing.assert_allclose(found, mine @ centred(vectors, "sface").T, atol=1e-5)
    found = centred_similarities(vectors[:3], vectors, "another")
    np.testing.assert_allclose(found, vectors[:3] @ vectors.T, atol=1e-6)
