import json

import numpy as np
import pytest

from facegallery.actions.faces import TakeOut
from facegallery.actions.perform import perform, undo
from facegallery.catalog import groups, properties
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Library
from facegallery.jobs import group_new
from facegallery.jobs.regroup import regroup_here
from tests.made import add_photo, detected
from tests.unit.grouping.crowd import crowd


@pytest.fixture
def faces():
    """Vectors of six people, ten photos of each."""
    return crowd(6, 10, spread=0.6, seed=3, dimensions=128)


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setattr(group_new, "LARGE", 20)
    monkeypatch.setattr(group_new, "MOST_NEW", 0.2)
    made = Library(tmp_path)
    made.prepare()
    with made.open() as db:
        properties.set_value(db, "recognizer", "sface")
    return made


def add(library, vectors, first):
    with library.open() as db:
        for number, vector in enumerate(vectors, start=first):
            add_photo(db, f"{number}.jpg", [detected(vector=vector)])
    regroup_here(library)


def state(library):
    with library.open(read_only=True) as db:
        kept = group_new.GroupedState(**json.loads(properties.value(db, "grouped_state")))
        return kept, groups.members(db)


def test_new_faces_come_to_the_groups_as_if_all_were_grouped(library, faces):
    vectors, truth = faces
    add(library, vectors[:52], 0)
    before = state(library)
    add(library, vectors[52:], 52)
    after = state(library)
    assert after[0].all_faces == 52  # not grouped anew
    assert after[0].last_face == 60
    expected = {frozenset((np.flatnonzero(truth == one) + 1).tolist()) for one in range(6)}
    assert set(after[1].values()) == expected
    assert set(before[1]) <= set(after[1])


def test_nothing_new_changes_nothing(library, faces):
    add(library, faces[0][:52], 0)
    before = state(library)
    add(library, [], 52)
    assert state(library) == before


def test_many_new_faces_and_the_users_word_have_all_grouped_anew(library, faces):
    vectors, _ = faces
    add(library, vectors[:30], 0)
    add(library, vectors[30:40], 30)
    assert state(library)[0].all_faces == 40
    with library.open() as db:
        perform(db, TakeOut((1,)))
    add(library, vectors[40:42], 40)
    assert state(library)[0].all_faces == 42
    add(library, vectors[42:44], 42)
    assert state(library)[0].all_faces == 42
    with library.open() as db:
        undo(db)
    add(library, vectors[44:45], 44)
    assert state(library)[0].all_faces == 45


def test_faces_that_come_back_to_nobody_are_grouped_again(library, faces):
    add(library, faces[0][:50], 0)
    with library.open() as db, transaction(db):
        groups.take_out(db, [3, 4, 5])  # as a person's faces are when the person is taken back
    add(library, faces[0][50:52], 50)
    kept, members = state(library)
    assert kept.all_faces == 52
    assert {3, 4, 5} <= {face for one in members.values() for face in one}
