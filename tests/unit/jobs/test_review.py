import pytest

from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform, undo
from facegallery.catalog import assignments, faces, groups, likely, people, properties
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.likely import LikelyMixed, LikelySame
from facegallery.domain.person import Suggestion
from facegallery.jobs.review import no, not_sure, questions, questions_of, yes
from tests.made import add_faces_of


@pytest.fixture
def db(catalog: Catalog) -> Catalog:
    """Ann (p1, faces 1-4), groups g2 (5-9), g3 (10-12), g4 (13-14) and two lone faces 15-16."""
    properties.set_value(catalog, "recognizer", "sface")
    sizes = {1: 4, 2: 5, 3: 3, 4: 2, 5: 2}
    made = {number: add_faces_of(catalog, number, count) for number, count in sizes.items()}
    groups.save_all(catalog, {number: made[number] for number in (1, 2, 3, 4)})
    perform(catalog, Name(Who("group", 1), "Ann"))
    return catalog


def ids(db, limit=20):
    return [question.id for question in questions_of(db, limit)]


def test_groups_are_asked_about_by_their_size(db, library: Library):
    assert ids(db) == ["who:g2", "who:g3", "who:g4"]
    (first,) = questions(library, limit=1)
    assert first.worth == 5
    assert first.why == "These 5 faces in 5 photos look like one person, not known yet."
    assert set(first.face_ids[0]) == {5, 6, 7, 8, 9}


def test_a_row_of_more_of_a_person_is_accepted_at_once_or_one_by_one(db):
    found = [Suggestion(face, 1, 0.5 + face / 100) for face in (13, 14, 15, 16)]
    assignments.replace_suggestions(db, found)
    row = next(one for one in questions_of(db) if one.kind == "more")
    assert row.id == "more:p1"
    assert row.face_ids == ((16, 15, 14, 13),)
    assert "who:g4" not in ids(db)  # its faces are in the row
    assert perform(db, no(row, [16])) == "Noted that 1 face is not Ann"
    assert perform(db, yes(row, [13, 14])) == "Confirmed 2 faces as Ann"
    (row,) = (one for one in questions_of(db) if one.kind == "more")
    assert row.face_ids == ((15,),)
    perform(db, not_sure(row))
    assert "more:p1" not in ids(db)
    assignments.replace_suggestions(db, [Suggestion(15, 1, 0.8)])  # much more like her than it was
    assert "more:p1" in ids(db)


def test_a_group_that_may_be_somebody_is_held_against_them_first(db):
    likely.save_same(db, [LikelySame(3, None, 1, 0.38), LikelySame(4, None, 1, 0.27)])
    found = ids(db)
    assert "who:g3" not in found
    assert found.index("same:g3:p1") < found.index("who:g4") < found.index("same:g4:p1")


def test_yes_merges_and_undo_asks_again(db):
    likely.save_same(db, [LikelySame(3, None, 1, 0.38)])
    card = next(one for one in questions_of(db) if one.kind == "same")
    perform(db, yes(card))
    assert people.person(db, 1).faces == 7
    assert "same:g3:p1" not in ids(db)
    undo(db)
    assert people.group(db, 3).faces == 3


def test_a_no_for_two_groups_is_never_asked_again(db):
    likely.save_same(db, [LikelySame(3, 4, None, 0.27)])
    card = next(one for one in questions_of(db) if one.kind == "same")
    perform(db, no(card))
    assert "same:g3:g4" not in ids(db)
    assert {"who:g3", "who:g4"} <= set(ids(db))


def test_what_was_likely_a_group_is_likely_the_person_it_becomes(db):
    likely.save_same(db, [LikelySame(2, 3, None, 0.27), LikelySame(3, 4, None, 0.26)])
    perform(db, Name(Who("group", 2), "Ben"))
    assert "same:g3:p2" in ids(db)
    perform(db, yes(next(one for one in questions_of(db) if one.id == "same:g3:g4")))
    assert people.group(db, 3).faces == 5
    assert "same:g3:p2" in ids(db)


def test_not_sure_waits_until_the_group_has_grown_much(db):
    likely.save_same(db, [LikelySame(3, None, 1, 0.38)])
    card = next(one for one in questions_of(db) if one.kind == "same")
    perform(db, not_sure(card))
    assert "same:g3:p1" not in ids(db)
    more = add_faces_of(db, 3, 3, first=20)
    groups.save_all(db, {2: range(5, 10), 3: [10, 11, 12, *more], 4: [13, 14]})
    assert "same:g3:p1" in ids(db)


def test_two_people_in_one_group_are_asked_about_until_the_user_says_no(db):
    likely.save_mixed(db, [LikelyMixed("group", 2, 0.05, 2)])
    card = next(one for one in questions_of(db) if one.kind == "mixed")
    assert card.who[0].id == "g2"
    perform(db, no(card))
    assert all(not question.startswith("mixed") for question in ids(db))


def test_hidden_people_and_groups_are_not_asked_about(db):
    likely.save_same(db, [LikelySame(3, None, 1, 0.38)])
    people.set_hidden(db, 1, hidden=True)
    faces.mark(db, [5, 6, 7, 8, 9], "hidden", value=True)
    assert ids(db) == ["who:g3", "who:g4"]
