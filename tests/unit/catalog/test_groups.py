import pytest

from facegallery.catalog import assignments, covers, faces, groups, people, turns
from tests.made import add_faces_of


@pytest.fixture
def db(catalog):
    add_faces_of(catalog, 1, 6)
    groups.save_all(catalog, {1: [1, 2, 3], 2: [4, 5]})
    return catalog


def test_the_same_groups_again_write_nothing(db):
    before = db.conn.total_changes
    assert groups.save_all(db, {1: [3, 2, 1], 2: [5, 4]}) == 0
    assert db.conn.total_changes == before


def test_what_the_user_decided_meanwhile_stays_out_of_groups(db):
    assignments.confirm(db, [1], people.add(db, "Ann"))
    faces.mark(db, [2], "is_face", value=False)
    groups.save_all(db, {1: [1, 2, 3, 6], 2: [4, 5]})
    assert groups.members(db) == {1: frozenset({3, 6}), 2: frozenset({4, 5})}


def test_ids_are_never_given_twice(db):
    assert groups.next_id(db) == 3
    groups.save_all(db, {2: [4, 5]})
    groups.save_all(db, {2: [4, 5], 3: [1, 2]})
    groups.save_all(db, {})
    assert groups.next_id(db) == 4
    assert groups.members(db) == {}


def test_the_cover_is_kept_until_it_leaves(db):
    (card,) = (card for card in people.listed(db) if card.number == 1)
    assert card.cover_face == 1
    groups.save_all(db, {1: [1, 2, 3, 6], 2: [4, 5]})
    assert people.group(db, 1).cover_face == 1
    groups.take_out(db, [1])
    covers.choose(db)
    assert people.group(db, 1).cover_face == 2


def test_some_faces_and_groups_are_moved_and_the_others_stay(catalog):
    ids = add_faces_of(catalog, 1, 8)
    groups.save_all(catalog, {1: ids[:2], 2: ids[2:4], 3: ids[4:6]})
    assert groups.save_added(catalog, {ids[6]: 3, ids[7]: 3}, {2: 1}) == 4
    assert groups.members(catalog) == {1: frozenset(ids[:4]), 3: frozenset(ids[4:])}
    catalog.execute("update faces set is_face = 0 where id = ?", (ids[0],))
    assert groups.save_added(catalog, {ids[0]: 9, ids[1]: 9, ids[2]: 9}, {}) == 2
    assert groups.members(catalog)[9] == frozenset(ids[1:3])
    assert groups.shared_photos(catalog, 1, 3) == set()
    assert groups.of_faces(catalog, [ids[1], ids[7]]) == {3, 9}


def test_what_the_user_decides_between_two_turns_stays(catalog, monkeypatch):
    """While many faces change group, one of the last is named and one is called no face."""
    ids = add_faces_of(catalog, 1, 3 * turns.FIRST_TURN)
    ann = people.add(catalog, "Ann")

    def decide(_seconds):
        assignments.confirm(catalog, [ids[-1]], ann)
        faces.mark(catalog, [ids[-2]], "is_face", value=False)

    monkeypatch.setattr(turns, "sleep", decide)
    groups.save_all(catalog, {1: ids})
    assert groups.members(catalog) == {1: frozenset(ids[:-2])}
