import numpy as np
import pytest

from facegallery.actions.perform import perform, redo, undo
from facegallery.actions.strictness import SetStrictness
from facegallery.catalog import groups, properties
from facegallery.catalog.library import Library
from facegallery.domain.errors import NotPossible
from facegallery.grouping.changes import GroupChanges
from facegallery.jobs.regroup import regroup_here
from facegallery.jobs.strictness import STOPS, obey_strictness, strictness_changes
from tests.made import add_photo, detected

DIMENSIONS = 128


@pytest.fixture
def library(tmp_path):
    """Two people, each in two groups of looks whose average similarity is 0.32 and 0.23."""
    made = Library(tmp_path)
    made.prepare()
    axes = np.eye(DIMENSIONS, dtype=np.float32)
    with made.open() as db:
        properties.set_value(db, "recognizer", "sface")
        for person in range(2):
            for look in range(2):
                for number in range(4):
                    vector = (
                        axes[10 * person] + (1.45 + 0.4 * person) * axes[10 * person + look + 1]
                    )
                    vector = vector + 0.1 * axes[100 + number]
                    vector /= np.linalg.norm(vector)
                    add_photo(db, f"{person}{look}{number}.jpg", [detected(vector=vector)])
    regroup_here(made)
    return made


def members(library):
    with library.open(read_only=True) as db:
        return groups.members(db)


def test_the_preview_says_what_setting_it_then_does(library):
    before = members(library)
    preview = strictness_changes(library)
    assert set(preview) == set(STOPS)
    assert preview[0] == GroupChanges(0, 0, len(before), 16)
    counts = [preview[stop].groups for stop in STOPS]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
    for stop in STOPS:
        with library.open() as db:
            perform(db, SetStrictness(stop))
        obey_strictness(library)
        assert len(members(library)) == preview[stop].groups


def test_it_can_be_undone_and_done_again(library):
    before = members(library)
    for stop in STOPS[0], STOPS[-1]:
        with library.open() as db:
            assert "strict" in perform(db, SetStrictness(stop))
        changed = obey_strictness(library) and members(library)
        with library.open() as db:
            undo(db)
        assert obey_strictness(library)
        assert {frozenset(one) for one in members(library).values()} == set(before.values())
        with library.open() as db:
            redo(db)
        obey_strictness(library)
        assert set(members(library).values()) == set(changed.values())
        with library.open() as db:
            undo(db)
        obey_strictness(library)
    assert not obey_strictness(library)


def test_there_is_an_end_to_it(library):
    with library.open() as db, pytest.raises(NotPossible, match="-2 to 2"):
        perform(db, SetStrictness(3))
