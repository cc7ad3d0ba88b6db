"""A file of names is brought into another library, and nothing is lost in either."""

import json
from dataclasses import replace

import pytest

from facegallery.actions import perform
from facegallery.actions.bring_in import BringIn
from facegallery.actions.details import Describe
from facegallery.actions.faces import Move, NotAFace, Reject
from facegallery.actions.facts import Different, SameInPhoto
from facegallery.actions.names_match import match
from facegallery.actions.people import Hide, Name, NameFaces, SetCover, Who
from facegallery.actions.photos import BeThere, DrawFace, HidePhotos
from facegallery.catalog import decisions, faces, groups, people, photos, presences
from facegallery.catalog.library import Library
from facegallery.catalog.put_back import KEYS
from facegallery.domain.errors import NotPossible
from facegallery.domain.face import Box
from facegallery.domain.names import Names
from tests.made import add_photo, detected, person_vector

PHOTOS = 12
ANN, BEN = 1, 2


def shifted(face, by):
    """A face a little beside where another detector saw it."""
    x, y, width, height = face.box
    return replace(face, box=Box(x + by, y, width, height * 0.95))


def fill(db, folder, *, by=0.0, backwards=False):
    """Photos with three faces each; elsewhere they come in another order, at another path."""
    order = range(PHOTOS)
    for number in reversed(order) if backwards else order:
        found = [
            shifted(detected(x, person_vector(place, seed=number)), by)
            for place, x in enumerate((0.1, 0.4, 0.7))
        ]
        add_photo(db, f"{number}.jpg", found, f"2015-01-{number + 1:02d}T12:00:00", folder)


def face_ids(db, place):
    """The faces at one of the three places, one of each photo, by the photo's name."""
    found = {}
    for photo in photos.page(db):
        found[photo.name] = faces.of_photo(db, photo.id)[place].id
    return [found[f"{number}.jpg"] for number in range(PHOTOS)]


def photo_id(db, number):
    return next(photo.id for photo in photos.page(db) if photo.name == f"{number}.jpg")


def decide(db):
    """One of everything that a user can say."""
    first, second, third = (face_ids(db, place) for place in range(3))
    group = groups.make(db, 1, second[:4])
    steps = [
        NameFaces(tuple(first[:6]), "Ann"),
        Name(Who("group", group), "Ben"),
        Describe(ANN, "1984-05-03", "Aunt of Ben.\nLives in Ulm.", ("Annie", "Nana"), True),
        SetCover(ANN, first[3]),
        Move((first[5],), BEN),
        Reject((second[6], second[7]), ANN),
        NotAFace((third[0], third[1])),
        Different((Who("person", ANN), Who("person", BEN))),
        SameInPhoto((third[5],)),
        BeThere((photo_id(db, 9),), ANN),
        DrawFace(photo_id(db, 8), replace(detected(), box=Box(0.85, 0.7, 0.1, 0.2)), "sface"),
        NameFaces((third[11],), "Nobody we know"),
        Hide((Who("person", 3),)),
        HidePhotos((photo_id(db, 10),)),
    ]
    one, other = groups.make(db, 5, third[6:8]), groups.make(db, 6, third[8:10])
    steps.append(Different((Who("group", one), Who("group", other))))
    stranger = groups.make(db, 7, second[8:11])
    steps.append(Hide((Who("group", stranger),)))
    for step in steps:
        perform.perform(db, step)
    photos.set_favourite(db, [photo_id(db, 2)], favourite=True)


def told(names: Names) -> object:
    """Everything that was said, without the numbers of this or that library."""
    name_of = {person.id: person.name for person in names.people} | {None: None}
    place_of = {
        face.id: (photo.path, round(face.box.x + face.box.width / 2, 1))
        for photo in names.photos
        for face in photo.faces
    }

    def called(numbers):
        return sorted(map(name_of.get, numbers))

    people_told = [
        (
            *(one.name, sorted(one.other_names), one.birth_date, one.notes),
            *(one.favourite, one.hidden, called(one.different_from), place_of[one.cover]),
        )
        for one in names.people
    ]
    faces_told = [
        (
            *(place_of[face.id], str(name_of[face.person]), called(face.rejected)),
            *(face.is_face, face.hidden, face.drawn),
        )
        for photo in names.photos
        for face in photo.faces
    ]
    photos_told = [
        (
            *(one.path, one.content_hash, one.hidden, one.favourite, one.twice),
            called(one.present),
        )
        for one in names.photos
    ]
    sides = [sorted(sorted(place_of[n] for n in side) for side in one) for one in names.different]
    return [sorted(people_told), sorted(faces_told), sorted(photos_told), sorted(sides)]


def snapshot(db):
    rows = {
        table: sorted(map(str, db.query(f"select * from {table}")))
        for table in KEYS
        if table not in ("groups", "group_faces")
    }
    return json.dumps(rows)


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    """All that was said in one library."""
    made = Library(tmp_path_factory.mktemp("library"))
    made.prepare()
    with made.open() as db:
        fill(db, "/photos")
        decide(db)
        return decisions.all_names(db)


@pytest.fixture
def other(tmp_path):
    """The same photos on another machine, by another detector, found in another order."""
    made = Library(tmp_path / "other")
    made.prepare()
    with made.open() as db:
        fill(db, "/mnt/usb/Pictures", by=0.02, backwards=True)
        yield db


def test_all_that_was_said_is_there_in_another_library(names, other):
    words = perform.perform(other, BringIn(names))
    assert told(decisions.all_names(other)) == told(names)
    assert words.startswith("Brought in 3 people with ")
    assert "not in this library" not in words


def test_it_is_undone_and_done_again_in_one_step(names, other):
    before = snapshot(other)
    perform.perform(other, BringIn(names))
    after = snapshot(other)
    perform.undo(other)
    assert snapshot(other) == before
    perform.redo(other)
    assert snapshot(other) == after


def test_a_second_time_there_is_nothing_to_do(names, other):
    perform.perform(other, BringIn(names))
    before = snapshot(other)
    with pytest.raises(NotPossible, match="known already"):
        perform.perform(other, BringIn(names))
    assert snapshot(other) == before


def test_a_face_that_no_detector_finds_there_gets_its_box(names, other):
    lost = face_ids(other, 0)[0]
    other.execute("delete from faces where id = ?", (lost,))
    perform.perform(other, BringIn(names))
    assert told(decisions.all_names(other)) == told(names)
    (face,) = [face for face in faces.of_person(other, ANN) if face.path.endswith("/0.jpg")]
    assert face.box.x == pytest.approx(0.1)


def test_what_was_said_here_stays(names, other):
    first, third = face_ids(other, 0), face_ids(other, 2)
    for step in (
        NameFaces((first[0],), "Zoe"),
        NotAFace((first[1],)),
        NameFaces((third[0],), "Carl"),
        Reject((first[2],), 1),
        Describe(1, notes="Not Ann."),
    ):
        perform.perform(other, step)
    action = BringIn(names)
    perform.perform(other, action)
    people_here = dict(people.names(other))
    of_first = {face.id: face.person_name for face in faces.by_ids(other, first)}
    assert of_first[first[0]] == "Zoe"
    assert not faces.by_id(other, first[1]).is_face
    assert faces.by_id(other, third[0]).is_face
    assert of_first[first[2]] == "Ann"  # a no to Zoe is none to Ann
    assert people.row(other, 1)["notes"] == "Not Ann."
    assert set(people_here.values()) == {"Zoe", "Carl", "Ann", "Ben", "Nobody we know"}
    assert action.found.kept == 3


def test_a_refusal_here_is_obeyed(names, other):
    first = face_ids(other, 0)
    for step in (NameFaces((first[3],), "Ann"), Reject((first[4],), 1)):
        perform.perform(other, step)
    perform.perform(other, BringIn(names))
    assert len(people.with_name(other, "Ann")) == 1
    assert first[4] not in faces.ids_of_person(other, 1)
    assert set(first[:4]) <= set(faces.ids_of_person(other, 1))


def test_somebody_of_the_same_name_is_one_person_unless_the_user_says_no(names, other):
    third = face_ids(other, 2)
    perform.perform(other, NameFaces((third[2],), "ann"))
    (namesake,) = match(other, names).namesakes
    assert (namesake.name, namesake.person_id, namesake.photos) == ("Ann", 1, 1)
    perform.perform(other, BringIn(names))
    assert len(people.with_name(other, "Ann")) == 1
    assert "Ann" in people.other_names(other, 1)[1]  # as the file writes it
    perform.undo(other)
    perform.perform(other, BringIn(names, frozenset({namesake.id})))
    apart = people.with_name(other, "Ann")
    assert sorted(card.faces for card in apart) == [1, 5]


def test_namesakes_in_the_file_are_told_apart_by_their_faces(catalog, other):
    fill(catalog, "/photos")
    for place in (0, 1):
        chosen = tuple(face_ids(catalog, place)[:4])
        perform.perform(catalog, NameFaces(chosen, "Ann", new=True))
    names = decisions.all_names(catalog)
    here = tuple(face_ids(other, 1)[:2])
    perform.perform(other, NameFaces(here, "Ann"))
    perform.perform(other, BringIn(names))
    anns = people.with_name(other, "Ann")
    assert [card.faces for card in anns] == [4, 4]
    assert set(faces.ids_of_person(other, 1)) == set(face_ids(other, 1)[:4])


def test_who_was_renamed_here_meanwhile_is_known_by_their_faces(names, other):
    perform.perform(other, BringIn(names))
    (ann,) = people.with_name(other, "Ann")
    perform.perform(other, Name(Who("person", ann.number), "Anna Maria"))
    perform.perform(other, BringIn(names))
    assert not people.with_name(other, "Ann")
    assert "Ann" in people.other_names(other, ann.number)[ann.number]


def test_photos_that_are_not_here_are_told_and_their_people_left_out(names, tmp_path):
    made = Library(tmp_path / "part")
    made.prepare()
    with made.open() as db:
        with pytest.raises(NotPossible, match="None of the photos"):
            perform.perform(db, BringIn(names))
        add_photo(db, "0.jpg", [detected(0.1)])
        words = perform.perform(db, BringIn(names))
        assert words.endswith("; 11 photos of the file are not in this library")
        assert [name for _id, name in people.names(db)] == ["Ann", "Ben"]


def test_a_photo_whose_bytes_changed_is_known_by_name_and_size(names, other):
    other.execute("update photos set content_hash = ? where id = 1", (bytes(32),))
    found = match(other, names).found(names)
    assert (found.photos, found.unmatched) == (len(names.photos), 0)
    assert found.faces + found.made == found.faces_in_file


def test_people_without_any_photo_come_too(catalog, other):
    people.add(catalog, "Great-grandfather")
    fill(catalog, "/photos")
    perform.perform(catalog, NameFaces((face_ids(catalog, 0)[0],), "Ann"))
    perform.perform(other, BringIn(decisions.all_names(catalog)))
    assert len(people.with_name(other, "Great-grandfather")) == 1


def test_garbage_in_a_file_neither_breaks_nor_comes_in(names, other):
    odd = tuple(
        replace(one, birth_date="yesterday", cover=10**9, notes="\n ") for one in names.people
    )
    perform.perform(other, BringIn(replace(names, people=odd)))
    assert people.birth_dates(other) == {}
    assert presences.listed(other)


def test_confirmed_faces_leave_their_groups_and_are_suggested_to_nobody(names, other):
    first = face_ids(other, 0)
    groups.make(other, 1, first)
    perform.perform(other, BringIn(names))
    assert not groups.of_each(other, first[:6])
    assert set(groups.of_each(other, first[6:])) == set(first[6:])
