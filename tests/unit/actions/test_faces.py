import pytest

from facegallery.actions.faces import Confirm, Move, NotAFace, Reject, TakeOut
from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform, undo
from facegallery.catalog import assignments, differences, faces, groups, people
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NoSuchFace, NotPossible
from facegallery.domain.person import Suggestion
from tests.made import add_faces_of


@pytest.fixture
def db(catalog: Catalog) -> Catalog:
    """Ann (p1, faces 1-4), Ben (p2, faces 5-7) and a group g3 of faces 8-10."""
    made = {
        number: add_faces_of(catalog, number, count) for number, count in ((1, 4), (2, 3), (3, 3))
    }
    groups.save_all(catalog, made)
    perform(catalog, Name(Who("group", 1), "Ann"))
    perform(catalog, Name(Who("group", 2), "Ben"))
    return catalog


def test_a_confirmed_face_leaves_its_group_and_other_suggestions(db):
    assignments.replace_suggestions(db, [Suggestion(8, 1, 0.6), Suggestion(8, 2, 0.5)])
    assert perform(db, Confirm((8,), 1)) == "Confirmed 1 face as Ann"
    face = faces.by_id(db, 8)
    assert (face.person_name, face.state, face.group_id) == ("Ann", "confirmed", None)
    assert people.person(db, 2).suggested == 0


def test_somebody_elses_face_is_moved_not_confirmed(db):
    with pytest.raises(NotPossible, match=r"Face 5 is confirmed as Ben\. Move it instead\."):
        perform(db, Confirm((8, 5), 1))
    assert faces.by_id(db, 8).person_id is None
    perform(db, Move((5,), 1))
    assert faces.by_id(db, 5).person_name == "Ann"
    assert assignments.rejections(db) == [(5, 2)]


def test_a_rejection_ends_a_suggestion_and_keeps_it_away(db):
    assignments.replace_suggestions(db, [Suggestion(8, 1, 0.6)])
    perform(db, Reject((8,), 1))
    assignments.replace_suggestions(db, [Suggestion(8, 1, 0.9)])
    assert faces.by_id(db, 8).state is None
    undo(db)
    assert faces.by_id(db, 8).similarity == 0.6


def test_a_confirmed_face_can_be_rejected(db):
    perform(db, Reject((1, 2), 1))
    assert people.person(db, 1).faces == 2
    assert faces.by_id(db, 1).person_id is None


def test_a_face_taken_out_is_kept_apart_from_the_others(db):
    perform(db, TakeOut((10,)))
    assert groups.face_ids(db, 3) == [8, 9]
    assert differences.faces(db) == [[frozenset({8, 9}), frozenset({10})]]
    with pytest.raises(NotPossible, match="in no group"):
        perform(db, TakeOut((10,)))


def test_what_is_not_a_face_is_shown_nowhere_and_can_be_taken_back(db):
    assert perform(db, NotAFace((1, 8))) == "Noted that 2 pictures are no faces"
    assert people.person(db, 1).faces == 3
    assert {face.id for face in faces.listed(db)}.isdisjoint({1, 8})
    assert {face.id for face in faces.not_faces(db)} == {1, 8}
    undo(db)
    assert people.person(db, 1).faces == 4


def test_what_is_a_face_after_all_waits_for_a_person_again(db):
    perform(db, NotAFace((1,)))
    perform(db, NotAFace((1,), is_face=True))
    assert faces.by_id(db, 1).is_face
    assert faces.by_id(db, 1).person_id is None


@pytest.mark.parametrize("action", [Confirm((99,), 1), Reject((99,), 1), NotAFace((8, 99))])
def test_a_face_that_is_not_there_changes_nothing(db, action):
    with pytest.raises(NoSuchFace, match="no face 99"):
        perform(db, action)
    assert faces.by_id(db, 8).is_face
    assert undo(db) == "Named 3 faces Ben"
