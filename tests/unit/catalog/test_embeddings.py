import numpy as np
import pytest

from facegallery.catalog import embeddings, faces, files, properties
from tests.made import add_photo, detected, person_vector


@pytest.fixture
def known(catalog):
    """Two photos, with one face and with two, embedded by sface; return the face ids."""
    properties.set_value(catalog, embeddings.RECOGNIZER, "sface")
    one = [detected(vector=person_vector(1))]
    two = [detected(0.1, person_vector(1)), detected(0.5, person_vector(2))]
    photos = [add_photo(catalog, "a.jpg", one), add_photo(catalog, "b.jpg", two)]
    return [face.id for photo in photos for face in faces.of_photo(catalog, photo)]


def names(photos):
    return [photo.path.name for photo in photos]


def embed(db, face_ids, model):
    for face_id in face_ids:
        embeddings.add(db, face_id, model, np.ones(8, np.float32))


def test_nothing_waits_for_the_model_that_looked(catalog, known):
    assert embeddings.waiting_photos(catalog, "sface") == []
    assert embeddings.photos_without(catalog, "sface") == 0


def test_photos_wait_until_each_of_their_faces_has_an_embedding(catalog, known):
    assert names(embeddings.waiting_photos(catalog, "other")) == ["a.jpg", "b.jpg"]
    embed(catalog, known[:2], "other")
    (photo,) = embeddings.waiting_photos(catalog, "other")
    ((face_id, face),) = embeddings.waiting_faces(catalog, photo.photo_id, "other")
    assert (photo.path.name, face_id, face.box.x) == ("b.jpg", known[2], 0.5)
    assert face.landmarks.shape == (5, 2)
    embed(catalog, known[2:], "other")
    assert embeddings.waiting_photos(catalog, "other") == []


def test_what_is_not_a_face_waits_too_as_it_may_be_taken_back(catalog, known):
    faces.mark(catalog, known[:1], "is_face", value=False)
    assert "a.jpg" in names(embeddings.waiting_photos(catalog, "other"))


def test_missing_photos_do_not_wait_but_are_counted(catalog, known):
    files.set_missing(catalog, ["/photos/a.jpg"], missing=True)
    assert names(embeddings.waiting_photos(catalog, "other")) == ["b.jpg"]
    assert embeddings.photos_without(catalog, "other") == 2


def test_a_face_found_anew_keeps_no_embedding_of_an_older_look(catalog, known):
    embed(catalog, known, "other")
    add_photo(catalog, "a.jpg", [detected(0.11, person_vector(3))])
    assert embeddings.of_model(catalog, "other").face_ids.tolist() == known[1:]
    assert embeddings.of_model(catalog, "sface").face_ids.tolist() == known


def test_a_change_is_under_way_until_it_is_switched(catalog, known):
    assert embeddings.change(catalog) is None
    embeddings.begin_change(catalog, "other")
    embed(catalog, known[:2], "other")
    assert embeddings.change(catalog) == embeddings.Change("other", 2, 3)
    assert properties.value(catalog, embeddings.RECOGNIZER) == "sface"
    embeddings.switch(catalog)
    assert embeddings.change(catalog) is None
    assert properties.value(catalog, embeddings.RECOGNIZER) == "other"


def test_asking_for_the_model_at_work_ends_a_change(catalog, known):
    embeddings.begin_change(catalog, "other")
    embeddings.begin_change(catalog, "sface")
    assert embeddings.change(catalog) is None
    embeddings.switch(catalog)
    assert properties.value(catalog, embeddings.RECOGNIZER) == "sface"


def test_the_model_before_keeps_its_embeddings_older_ones_go(catalog, known):
    for model in ("second", "third"):
        embeddings.begin_change(catalog, model)
        embed(catalog, known, model)
        embeddings.switch(catalog)
    kept = catalog.execute("select distinct model from embeddings order by model").fetchall()
    assert kept == [("second",), ("third",)]
