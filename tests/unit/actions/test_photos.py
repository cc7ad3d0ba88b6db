import json

import numpy as np
import pytest

from facegallery.actions import perform
from facegallery.actions.people import Merge, NameFaces, Who
from facegallery.actions.photos import BeThere, DrawFace, HidePhotos, RedrawFace
from facegallery.catalog import embeddings, faces, people, photos, presences
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NameTaken, NotPossible
from facegallery.domain.face import Box, DetectedFace
from tests.made import add_faces_of

TABLES = ("photos", "people", "faces", "embeddings", "assignments", "presences")


def drawn(x: float = 0.6) -> DetectedFace:
    vector = np.zeros(128, np.float32)
    vector[100] = 1.0
    landmarks = np.full((5, 2), x + 0.05, np.float32)
    return DetectedFace(Box(x, 0.6, 0.1, 0.1), landmarks, 0.5, 0.4, vector)


def snapshot(db: Catalog) -> str:
    return json.dumps({t: sorted(map(str, db.query(f"select * from {t}"))) for t in TABLES})


@pytest.fixture
def album(catalog: Catalog) -> Catalog:
    """Three photos with a face of Ann each."""
    perform.perform(catalog, NameFaces(tuple(add_faces_of(catalog, 1, 3)), "Ann"))
    return catalog


def photo_ids(db: Catalog) -> list[int]:
    return [photo.id for photo in photos.page(db)]


def test_every_step_can_be_undone_and_done_again(album):
    first, second, third = photo_ids(album)
    face = faces.of_photo(album, second)[0]
    steps = [
        HidePhotos((first,)),
        BeThere((second, third), name="Ben"),
        DrawFace(third, drawn(), "sface"),
        RedrawFace(face.id, drawn(0.3), "sface"),
        Merge((Who("person", 1), Who("person", 2))),
    ]
    states = [snapshot(album)]
    for step in steps:
        perform.perform(album, step)
        states.append(snapshot(album))
    assert len(set(states)) == len(states)
    for before in reversed(states[:-1]):
        perform.undo(album)
        assert snapshot(album) == before
    for after in states[1:]:
        perform.redo(album)
        assert snapshot(album) == after


def test_a_hidden_photo_is_in_its_own_list_only(album):
    first, *others = photo_ids(album)
    perform.perform(album, HidePhotos((first,)))
    assert photo_ids(album) == others
    assert [photo.id for photo in photos.hidden_page(album)] == [first]
    assert len(photos.of_person(album, 1)) == 2
    assert people.person(album, 1).photos == 2
    perform.perform(album, HidePhotos((first,), hidden=False))
    assert photo_ids(album) == [first, *others]


def test_somebody_without_a_visible_face_counts_and_is_found(album):
    first, second, _third = photo_ids(album)
    perform.perform(album, BeThere((first, second), name="Ben"))
    (ben,) = people.with_name(album, "ben")
    assert (ben.faces, ben.photos) == (0, 2)
    assert len(photos.of_person(album, ben.number)) == 2
    assert photos.people_in(album, [first]) == {first: ["Ann", "Ben"]}
    perform.perform(album, BeThere((first,), ben.number, there=False))
    assert presences.of_photo(album, first) == []
    assert people.person(album, ben.number).photos == 1


def test_a_face_and_a_word_for_one_photo_count_once(album):
    perform.perform(album, BeThere(tuple(photo_ids(album)), 1))
    assert people.person(album, 1).photos == 3


def test_a_name_that_somebody_has_is_not_taken_unasked(album):
    with pytest.raises(NameTaken):
        perform.perform(album, BeThere((1,), name="ann"))
    with pytest.raises(NotPossible):
        perform.perform(album, BeThere((99,), name="Ben"))


def test_a_merge_takes_the_photos_without_a_face_along(album):
    perform.perform(album, BeThere((photo_ids(album)[0],), name="Ben"))
    perform.perform(album, Merge((Who("person", 1), Who("person", 2))))
    assert presences.of_photo(album, photo_ids(album)[0]) == [(1, "Ann")]


@pytest.mark.parametrize("same_content", [True, False])
def test_a_drawn_face_stays_whatever_a_detector_finds(album, same_content):
    photo = photo_ids(album)[0]
    perform.perform(album, DrawFace(photo, drawn(), "sface"))
    (mine,) = [face for face in faces.of_photo(album, photo) if face.box == drawn().box]
    faces.replace(album, photo, [], "sface", same_content=same_content)
    assert mine in faces.of_photo(album, photo)
    waiting = [face_id for face_id, _ in embeddings.waiting_faces(album, photo, "sface")]
    assert waiting == ([] if same_content else [mine.id])


def test_a_detector_that_finds_a_drawn_face_leaves_its_box_and_its_id(album):
    photo = photo_ids(album)[0]
    perform.perform(album, DrawFace(photo, drawn(), "sface"))
    before = {face.id: face.box for face in faces.of_photo(album, photo)}
    near = DetectedFace(Box(0.61, 0.61, 0.1, 0.1), drawn().landmarks, 0.99, 0.9)
    faces.replace(album, photo, [near], "sface", same_content=True)
    after = {face.id: face.box for face in faces.of_photo(album, photo)}
    assert after == before
