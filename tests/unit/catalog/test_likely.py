import pytest

from facegallery.catalog import groups, likely, people
from facegallery.catalog.likely import LikelyMixed, LikelySame
from tests.made import add_faces_of


@pytest.fixture
def db(catalog):
    """Groups g1 to g4 of two faces, and Ann (p1)."""
    groups.save_all(catalog, {number: add_faces_of(catalog, number, 2) for number in (1, 2, 3, 4)})
    people.add(catalog, "Ann")
    catalog.conn.commit()
    return catalog


def test_what_is_likely_is_made_anew_without_what_has_gone(db):
    first = [LikelySame(1, 2, None, 0.3), LikelySame(3, None, 1, 0.4)]
    likely.save_same(db, first)
    assert likely.same(db) == first[::-1]
    later = [LikelySame(1, 2, None, 0.2), LikelySame(2, 9, None, 0.5), LikelySame(2, None, 8, 0.5)]
    likely.save_same(db, later)
    assert likely.same(db) == later[:1]


def test_a_group_that_gets_a_name_or_is_joined_takes_its_questions_along(db):
    pairs = [LikelySame(1, 2, None, 0.3), LikelySame(2, 3, None, 0.2), LikelySame(1, 3, None, 0.1)]
    likely.save_same(db, pairs)
    likely.join(db, 1, 2)
    assert likely.same(db) == [LikelySame(2, 3, None, 0.2)]  # the likelier of the two
    likely.follow(db, 2, 1)
    assert likely.same(db) == [LikelySame(3, None, 1, 0.2)]
    likely.part(db, 3, None, 1)
    assert likely.same(db) == []


def test_some_may_be_several_people_anew_and_others_stay_noted(catalog):
    one, other = LikelyMixed("group", 3, 0.2, 4), LikelyMixed("person", 3, 0.3, 2)
    likely.save_mixed(catalog, [one, other])
    likely.save_mixed_of(catalog, [("group", 3), ("group", 4)], [LikelyMixed("group", 4, 0.1, 5)])
    assert likely.mixed(catalog) == [LikelyMixed("group", 4, 0.1, 5), other]
