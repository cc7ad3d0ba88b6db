import pytest

from facegallery.actions.facts import Different, NotSure, SameInPhoto
from facegallery.actions.people import Merge, Name, Who
from facegallery.actions.perform import perform, undo
from facegallery.catalog import (
    assignments,
    differences,
    groups,
    mirror_photos,
    put_aside,
    same_faces,
)
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NoSuchFace, NotPossible
from tests.made import add_faces_of

P1, P2 = Who("person", 1), Who("person", 2)
G3, G4 = Who("group", 3), Who("group", 4)


@pytest.fixture
def db(catalog: Catalog) -> Catalog:
    """Ann (p1, faces 1-2), Ben (p2, faces 3-4), groups g3 of 5-6 and g4 of 7-8."""
    made = {number: add_faces_of(catalog, number, 2) for number in (1, 2, 3, 4)}
    groups.save_all(catalog, made)
    perform(catalog, Name(Who("group", 1), "Ann"))
    perform(catalog, Name(Who("group", 2), "Ben"))
    return catalog


def test_people_and_groups_are_told_apart_each_in_its_way_and_undone(db):
    words = perform(db, Different((P1, P2, G3, G4)))
    assert words == (
        "Noted that Ann, Ben, a group of 2 faces and a group of 2 faces are different people"
    )
    assert differences.people(db) == {(1, 2)}
    assert sorted(assignments.rejections(db)) == [
        (face, person) for face in (5, 6, 7, 8) for person in (1, 2)
    ]
    assert differences.faces(db) == [[frozenset({5, 6}), frozenset({7, 8})]]
    undo(db)
    assert differences.people(db) == set()
    assert assignments.rejections(db) == []
    assert differences.faces(db) == []


def test_one_cannot_be_different_from_oneself(db):
    with pytest.raises(NotPossible):
        perform(db, Different((P1, P1)))


def test_a_no_ends_an_earlier_same_and_a_merge_an_earlier_no(db):
    perform(db, Merge((G3, G4)))
    assert same_faces.pairs(db) == [(5, 6), (5, 7), (5, 8)]
    same_faces.forget(db, [[5, 6], [7, 8]])
    assert same_faces.pairs(db) == [(5, 6), (7, 8)]


def test_a_photo_may_show_one_person_twice(db):
    assert perform(db, SameInPhoto((1, 1))) == (
        "Noted that a photo may show one person more than once"
    )
    assert mirror_photos.ids(db) == {1}
    perform(db, SameInPhoto((1,), right=False))
    assert mirror_photos.ids(db) == set()
    with pytest.raises(NoSuchFace):
        perform(db, SameInPhoto((99,)))


def test_a_question_put_aside_is_kept_once(db):
    perform(db, NotSure("same", (5,), 2, 0.3, person_id=1))
    perform(db, NotSure("same", (5,), 3, 0.35, person_id=1))
    (aside,) = put_aside.listed(db)
    assert (aside.faces, aside.likeness, aside.other_id) == (3, 0.35, None)
    undo(db)
    assert put_aside.listed(db)[0].faces == 2
