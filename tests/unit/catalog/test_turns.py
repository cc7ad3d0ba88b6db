"""Much is written in short turns, between which the user's own changes come."""

import pytest

from facegallery.catalog import properties, turns
from facegallery.catalog.database import transaction
from facegallery.catalog.turns import FIRST_TURN, write_in_turns


@pytest.fixture
def rests(monkeypatch):
    """What is done between two turns: nothing is waited for."""
    between = []
    monkeypatch.setattr(turns, "sleep", lambda _seconds: [deed() for deed in between])
    return between


def test_everything_is_written_once_and_in_order(catalog, rests):
    written = []
    write_in_turns(catalog, range(1_000), written.extend)
    assert written == list(range(1_000))
    write_in_turns(catalog, [], lambda _some: pytest.fail("there is nothing to write"))


def test_another_connection_writes_between_two_turns(catalog, library, rests):
    """The lock is free then: a connection that does not wait at all gets it."""
    seen = []

    def write_beside():
        with library.open() as other:
            other.execute("pragma busy_timeout = 0")
            with transaction(other):
                properties.set_value(other, "said", str(len(seen)))

    rests.append(write_beside)
    write_in_turns(
        catalog,
        range(3 * FIRST_TURN),
        lambda _some: seen.append(properties.value(catalog, "said")),
    )
    assert seen[:2] == [None, "1"]


def test_a_turn_that_fails_leaves_those_before_it(catalog, rests):
    def write(some):
        properties.set_value(catalog, "last", str(some[-1]))
        if some[0]:
            raise ValueError("the second turn")

    with pytest.raises(ValueError, match="second"):
        write_in_turns(catalog, range(1_000), write)
    assert properties.value(catalog, "last") == str(FIRST_TURN - 1)


def test_in_a_transaction_that_is_open_all_is_written_in_one_go(catalog, rests):
    sizes = []
    with transaction(catalog):
        write_in_turns(catalog, range(1_000), lambda some: sizes.append(len(some)))
    assert sizes == [1_000]


def test_turns_grow_while_they_are_quick_and_shrink_when_they_are_slow(catalog, rests, monkeypatch):
    took, now = [0.001], [0.0]
    monkeypatch.setattr(turns, "perf_counter", lambda: now[0])
    sizes = []

    def write(some):
        sizes.append(len(some))
        now[0] += len(some) * took[0]

    write_in_turns(catalog, range(100), write)
    assert sizes[1] == round(turns.TURN_SECONDS / took[0])
    took[0], sizes[:] = 0.00001, []
    write_in_turns(catalog, range(100_000), write)
    assert sizes[:2] == [FIRST_TURN, 2 * FIRST_TURN]
    assert max(sizes) * took[0] <= turns.TURN_SECONDS
