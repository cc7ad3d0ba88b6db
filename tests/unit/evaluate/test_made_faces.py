import numpy as np
import pytest

from facegallery.evaluate.made_faces import made_faces


@pytest.fixture(scope="module")
def faces():
    return made_faces(6_000, seed=3)


def test_rows_are_unit_vectors_and_the_same_for_the_same_seed(faces):
    again = made_faces(6_000, seed=3)
    assert np.array_equal(faces.vectors, again.vectors)
    assert np.array_equal(faces.people, again.people)
    assert not np.array_equal(faces.people, made_faces(6_000, seed=4).people)
    assert np.allclose(np.linalg.norm(faces.vectors, axis=1), 1, atol=1e-5)


def test_similarities_are_those_of_real_faces(faces):
    similarity = faces.vectors @ faces.vectors.T
    pairs = np.triu_indices(len(similarity), 1)
    same = faces.people[pairs[0]] == faces.people[pairs[1]]
    genuine, impostor = similarity[pairs][same], similarity[pairs][~same]
    assert abs(genuine.mean() - 0.645) < 0.03
    assert abs(genuine.std() - 0.104) < 0.02
    assert abs(impostor.mean()) < 0.01
    assert abs(impostor.std() - 0.092) < 0.01


def test_people_are_as_unevenly_photographed_as_in_albums(faces):
    sizes = np.bincount(faces.people)
    assert sizes.min() == 1
    assert (sizes == 1).mean() > 0.3
    assert sizes.max() == 180  # 3 % of all


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_faces_are_as_many_as_asked(count):
    assert made_faces(count).vectors.shape == (count, 128)


def test_more_dimensions_change_the_similarities_by_a_hundredth():
    few, many = made_faces(500, seed=3), made_faces(500, seed=3, dimensions=2_048)
    assert many.vectors.shape == (500, 2_048)
    assert np.array_equal(few.people, many.people)
    same = few.people[:, None] == few.people
    genuine = (many.vectors @ many.vectors.T)[np.triu(same, 1)]
    assert abs(genuine.mean() - 0.645) < 0.05
