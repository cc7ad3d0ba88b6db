import numpy as np
import pytest

from facegallery.catalog import embeddings, faces
from facegallery.catalog.face_matrix import FaceMatrix
from tests.made import MODELS, add_faces_of, add_photo, detected, person_vector


@pytest.fixture
def matrix(library):
    return FaceMatrix(library.folder, MODELS[1])


def ids(matrix, catalog, person, least=0.8):
    matrix.sync(catalog)
    found = matrix.nearest(catalog, person_vector(person), least, 1_000)
    assert [f.similarity for f in found] == sorted((f.similarity for f in found), reverse=True)
    return sorted(face.face_id for face in found)


def test_an_empty_library_has_nobody_like_anybody(matrix, catalog):
    assert ids(matrix, catalog, 1) == []


def test_faces_of_a_person_are_near_and_similarities_are_exact(matrix, catalog):
    one = add_faces_of(catalog, 1, 5)
    add_faces_of(catalog, 2, 5)
    assert ids(matrix, catalog, 1) == one
    (likest, *_rest) = matrix.nearest(catalog, person_vector(1, seed=3), 0.5, 10)
    exact = embeddings.of_face(catalog, likest.face_id, MODELS[1]) @ person_vector(1, seed=3)
    assert likest.similarity == pytest.approx(float(exact))
    assert likest.similarity == pytest.approx(1, abs=1e-6)


def test_it_follows_new_removed_and_replaced_faces(matrix, catalog, library):
    one = add_faces_of(catalog, 1, 3)
    two = add_faces_of(catalog, 2, 2)
    assert ids(matrix, catalog, 1) == one
    catalog.execute("delete from faces where id in (?, ?)", (one[0], two[1]))  # the last row too
    again = add_faces_of(catalog, 1, 1, first=10)  # its row has the number of the one that went
    assert ids(matrix, catalog, 1) == [*one[1:], *again]
    assert ids(matrix, catalog, 2) == two[:1]
    embeddings.add(catalog, one[1], MODELS[1], person_vector(2))
    assert ids(matrix, catalog, 1) == [one[2], *again]
    assert ids(matrix, catalog, 2) == sorted([*two[:1], one[1]])
    embeddings.add(catalog, one[2], "another", np.ones(4, np.float32) / 2)
    fresh = FaceMatrix(library.folder, MODELS[1])
    assert ids(fresh, catalog, 1) == [one[2], *again]


def test_what_is_no_face_is_not_found_and_files_may_be_deleted(matrix, catalog, library):
    one = add_faces_of(catalog, 1, 3)
    assert ids(matrix, catalog, 1) == one
    faces.mark(catalog, one[:1], "is_face", value=False)
    assert ids(matrix, catalog, 1) == one[1:]
    for file in (library.folder / "likeness").iterdir():
        file.write_bytes(b"torn")
    assert ids(matrix, catalog, 1) == one[1:]


def test_many_random_changes_end_as_if_made_anew(matrix, catalog, library, tmp_path):
    chance = np.random.default_rng(4)
    for step in range(25):
        person = int(chance.integers(3))
        add_photo(catalog, f"{step}.jpg", [detected(vector=person_vector(person, seed=step))])
        if chance.random() < 0.5:
            catalog.execute("delete from faces where id = (select max(id) from faces)")
        if chance.random() < 0.4:
            known = [row[0] for row in catalog.execute("select id from faces")]
            if known:
                embeddings.add(catalog, known[0], MODELS[1], person_vector(person))
        if chance.random() < 0.6:
            matrix.sync(catalog)
    for person in range(3):
        anew = FaceMatrix(tmp_path / "anew", MODELS[1])
        assert ids(matrix, catalog, person) == ids(anew, catalog, person)


def test_all_embeddings_can_be_had_nearly(matrix, catalog):
    assert matrix.vectors(slice(None)).size == 0
    one = add_faces_of(catalog, 1, 3)
    catalog.execute("delete from faces where id = ?", (one[1],))
    matrix.sync(catalog)
    rows = np.flatnonzero(matrix.face_ids() >= 0)
    assert matrix.face_ids()[rows].tolist() == [one[0], one[2]]
    exact = np.stack([embeddings.of_face(catalog, face, MODELS[1]) for face in (one[0], one[2])])
    np.testing.assert_allclose(matrix.vectors(rows), exact, atol=0.005)
    some = np.concatenate([block for _rows, block in matrix.blocks(rows)])
    np.testing.assert_allclose(some, exact, atol=0.005)
