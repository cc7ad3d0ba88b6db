"""What the user does while the faces are grouped, which takes minutes among very many."""

import numpy as np
import pytest

from facegallery.actions.faces import TakeOut
from facegallery.actions.people import Merge, Name, Who
from facegallery.actions.perform import perform
from facegallery.actions.unmerge import Unmerge
from facegallery.catalog import groups, merges, properties, turns
from facegallery.catalog.library import Library
from facegallery.jobs import regroup
from tests.made import add_photo, detected
from tests.unit.grouping.crowd import unit


@pytest.fixture
def grouped(library: Library):
    """Two groups of four faces each, 1 to 4 and 5 to 8, by the machine."""
    with library.open() as db:
        properties.set_value(db, "recognizer", "sface")
        for who, looks in enumerate(np.random.default_rng(1).normal(size=(2, 1, 128))):
            noise = np.random.default_rng(2).normal(0, 0.5, (4, 128))
            for number, vector in enumerate(unit(looks + noise)):
                add_photo(db, f"{who}-{number}.jpg", [detected(vector=vector)])
    regroup.regroup_here(library)
    return library


@pytest.fixture
def meanwhile(grouped: Library, monkeypatch):
    """Group anew, and do something after the faces were compared."""

    def act(deed):
        compared = regroup._found_by_machine

        def then_act(*asked):
            found = compared(*asked)
            with grouped.open() as db:
                deed(db)
            return found

        with monkeypatch.context() as patch:
            patch.setattr(regroup, "_found_by_machine", then_act)
            regroup.regroup_here(grouped)
        with grouped.open() as db:
            now = groups.members(db)
        assert regroup.regroup_here(grouped) == 0  # what comes next says the same
        return now

    return act


def test_a_face_taken_out_meanwhile_stays_out(meanwhile):
    assert sorted(map(sorted, meanwhile(lambda db: perform(db, TakeOut((1,)))).values())) == [
        [2, 3, 4],
        [5, 6, 7, 8],
    ]


def test_groups_merged_meanwhile_stay_merged(meanwhile):
    (one,) = meanwhile(lambda db: perform(db, Merge((Who("group", 1), Who("group", 2))))).values()
    assert len(one) == 8


def test_a_group_that_came_back_meanwhile_is_there(grouped, meanwhile):
    with grouped.open() as db:
        perform(db, Name(Who("group", 1), "Ann"))
        perform(db, Merge((Who("person", 1), Who("group", 2))))
        (merge,) = merges.listed(db)
    now = meanwhile(lambda db: perform(db, Unmerge(merge.id)))
    assert now == {2: frozenset({5, 6, 7, 8})}


def test_groups_merged_between_two_turns_of_writing_stay_merged(grouped, monkeypatch):
    with grouped.open() as db:
        groups.save_all(db, {1: [1, 2, 3, 4], 2: [5, 6]})
    merges_done = []

    def merge(_seconds):
        if not merges_done:
            with grouped.open() as db:
                merges_done.append(perform(db, Merge((Who("group", 1), Who("group", 2)))))

    monkeypatch.setattr(turns, "FIRST_TURN", 1)
    monkeypatch.setattr(turns, "sleep", merge)
    regroup.regroup_here(grouped)
    with grouped.open() as db:
        (one,) = groups.members(db).values()
    assert len(one) == 8
