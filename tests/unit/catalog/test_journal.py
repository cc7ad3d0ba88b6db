import json

import pytest

from facegallery.actions import perform
from facegallery.actions.faces import Confirm, NotAFace, Reject, TakeOut
from facegallery.actions.facts import Different
from facegallery.actions.people import Hide, Merge, Name, NameFaces, Who
from facegallery.actions.split import Split
from facegallery.catalog import assignments, differences, faces, groups, journal, made_since
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NotPossible
from facegallery.domain.person import Suggestion
from tests.made import add_faces_of

DECISIONS = ("people", "groups", "group_faces", "assignments", "face_pairs")


def snapshot(db: Catalog) -> str:
    state = {table: sorted(map(str, db.query(f"select * from {table}"))) for table in DECISIONS}
    state["faces"] = sorted(map(str, db.query("select id, is_face, hidden from faces")))
    return json.dumps(state)


@pytest.fixture
def two_groups(catalog: Catalog) -> Catalog:
    first, second = add_faces_of(catalog, 1, 4), add_faces_of(catalog, 2, 3)
    groups.save_all(catalog, {1: first, 2: second})
    return catalog


def test_a_long_row_of_actions_can_be_undone_and_done_again_step_by_step(two_groups):
    db = two_groups
    states = [snapshot(db)]
    steps = [
        Name(Who("group", 1), "Ann"),
        Name(Who("group", 2), "Ben"),
        Reject((5,), 1),
        Confirm((5,), 2),
        Hide((Who("person", 2),)),
        NotAFace((1,)),
        Merge((Who("person", 1), Who("person", 2))),
        Name(Who("person", 1), "Anna"),
    ]
    for step in steps:
        perform.perform(db, step)
        states.append(snapshot(db))
    for before in reversed(states[:-1]):
        assert perform.undo(db)
        assert snapshot(db) == before
    assert perform.undo(db) is None
    for after in states[1:]:
        assert perform.redo(db)
        assert snapshot(db) == after
    assert perform.redo(db) is None


def test_a_new_action_forgets_what_was_undone(two_groups):
    db = two_groups
    perform.perform(db, Name(Who("group", 1), "Ann"))
    perform.undo(db)
    perform.perform(db, Name(Who("group", 2), "Ben"))
    assert perform.redo(db) is None
    assert perform.undo(db) == "Named 3 faces Ben"


def test_an_action_that_fails_changes_and_records_nothing(two_groups):
    db = two_groups
    before = snapshot(db)
    with pytest.raises(NotPossible):
        perform.perform(db, Merge((Who("group", 1),)))
    assert snapshot(db) == before
    assert journal.last_done(db) is None
    assert not list(db.query("select * from sqlite_temp_master"))


def test_what_the_machine_does_is_not_recorded_and_survives_undo(two_groups):
    db = two_groups
    perform.perform(db, Name(Who("group", 1), "Ann"))
    face = groups.face_ids(db, 2)[0]
    assignments.replace_suggestions(db, [Suggestion(face, 1, 0.6)])
    perform.perform(db, Hide((Who("group", 2),)))
    perform.undo(db)
    assert faces.by_id(db, face).state == "suggested"


def test_undo_leaves_away_what_the_machine_removed_meanwhile(two_groups):
    db = two_groups
    perform.perform(db, TakeOut((1,)))
    groups.save_all(db, {7: [2, 3, 4], 2: [5, 6, 7]})  # group 1 is gone
    perform.undo(db)
    assert faces.by_id(db, 1).group_id is None
    assert differences.faces(db) == []


def test_what_is_somebodys_again_leaves_where_the_machine_has_put_it_meanwhile(two_groups):
    db = two_groups
    perform.perform(db, Name(Who("group", 1), "Ann"))
    perform.perform(db, Name(Who("group", 2), "Ben"))
    perform.perform(db, Reject((1,), 1))
    groups.save_all(db, {3: [1]})
    assignments.replace_suggestions(db, [Suggestion(1, 2, 0.5)])
    perform.undo(db)
    assert assignments.confirmed_person(db, 1) == 1
    assert groups.members(db) == {}
    assert assignments.face_ids(db, 2, "suggested") == []


def test_the_machine_makes_room_where_a_face_comes_back_to_its_group(two_groups):
    db = two_groups
    perform.perform(db, TakeOut((5,)))
    groups.save_all(db, {1: [1, 2, 3, 4], 2: [6, 7]})
    perform.perform(db, NameFaces((6, 7), "Ann"))
    groups.save_all(db, {1: [1, 2, 3, 4], 2: [5]})
    made_since.note_grouped(db)
    perform.undo(db)
    assert groups.members(db) == {1: frozenset({1, 2, 3, 4}), 2: frozenset({6, 7})}


def test_whom_undo_tells_apart_again_do_not_stay_in_the_group_made_since(two_groups):
    db = two_groups
    (other,) = add_faces_of(db, 3, 1)
    perform.perform(db, Different((Who("group", 1), Who("group", 2))))
    perform.perform(db, NameFaces((1, 5, other), "Ann"))
    perform.perform(db, Split(Who("person", 1), ((other,), (1, 5))))  # 1 and 5 are one after all
    groups.save_all(db, {1: [2, 3, 4, 6, 7]})
    made_since.note_grouped(db)
    perform.undo(db)
    assert groups.members(db) == {1: frozenset({2, 3, 4})}
