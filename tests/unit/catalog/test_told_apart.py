"""Whether two were told apart: in each of the ways in which a user can say so."""

from itertools import combinations

import pytest

from facegallery.actions.faces import Reject
from facegallery.actions.facts import Different
from facegallery.actions.people import Merge, Name, Who
from facegallery.actions.perform import perform, undo
from facegallery.actions.split import Split
from facegallery.catalog import groups
from facegallery.catalog.library import Catalog
from facegallery.catalog.told_apart import told_apart
from tests.made import add_faces_of

ANN, BEN, G3, G4 = ("person", 1), ("person", 2), ("group", 3), ("group", 4)


@pytest.fixture
def db(catalog: Catalog) -> Catalog:
    """Ann (p1, faces 1-4), Ben (p2, faces 5-8), groups g3 of 9-12 and g4 of 13-16."""
    made = {number: add_faces_of(catalog, number, 4) for number in (1, 2, 3, 4)}
    groups.save_all(catalog, made)
    perform(catalog, Name(Who("group", 1), "Ann"))
    perform(catalog, Name(Who("group", 2), "Ben"))
    return catalog


@pytest.mark.parametrize("pair", list(combinations((ANN, BEN, G3, G4), 2)))
def test_any_two_who_were_called_different_until_that_is_undone(db, pair):
    assert not told_apart(db, *pair)
    perform(db, Different(tuple(Who(*one) for one in pair)))
    assert told_apart(db, *pair) and told_apart(db, *pair[::-1])
    others = [two for two in combinations((ANN, BEN, G3, G4), 2) if two != pair]
    assert not any(told_apart(db, *two) for two in others)
    undo(db)
    assert not told_apart(db, *pair)


def test_the_parts_of_who_was_split(db):
    perform(db, Split(Who("person", 1), ((1, 2), (3, 4)), ("Cem",)))
    assert told_apart(db, ANN, ("person", 3))
    perform(db, Split(Who("group", 3), ((9, 10), (11, 12))))
    assert told_apart(db, G3, ("group", 5))


def test_a_few_faces_that_were_somebody_elses_tell_nobody_apart(db):
    perform(db, Reject((9,), 1))
    assert not told_apart(db, ANN, G3)
    perform(db, Reject((10, 11), 1))
    assert told_apart(db, ANN, G3)


def test_who_was_merged_after_all_is_told_apart_no_more(db):
    perform(db, Different((Who(*G3), Who(*G4))))
    perform(db, Merge((Who(*G3), Who(*G4))))
    assert not told_apart(db, G3, G4)
