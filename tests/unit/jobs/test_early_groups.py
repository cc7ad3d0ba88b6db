"""Tests of facegallery.jobs.early_groups, with a clock of the test's."""

import pytest

from facegallery.catalog import groups, properties
from facegallery.catalog.database import transaction
from facegallery.domain.errors import Cancelled
from facegallery.domain.progress import CancelToken
from facegallery.jobs.early_groups import FIRST_PHOTOS, LEAST_SECONDS, EarlyGroups
from facegallery.jobs.pool import worker_pool
from tests.made import add_faces_of

RECOGNIZER = "vggface2-resnet50"  # its embeddings are compared as they are, of any length


class Clock:
    """Time that goes on when the test says so."""

    now = 100.0

    def __call__(self):
        return self.now


def add_person(catalog, number):
    add_faces_of(catalog, number, 6)
    catalog.execute("update embeddings set model = ?", (RECOGNIZER,))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def early(library, catalog, clock):
    with transaction(catalog):
        properties.set_value(catalog, "recognizer", RECOGNIZER)
        for person in range(3):
            add_person(catalog, person)
    with worker_pool(1) as pool:
        yield EarlyGroups(library, pool, clock)


def test_faces_are_grouped_while_the_scan_goes_on(early, catalog, clock):
    early.look(FIRST_PHOTOS)
    early.finish(CancelToken())
    assert groups.members(catalog) == {}  # it is too early
    clock.now += LEAST_SECONDS
    early.look(FIRST_PHOTOS)
    early.finish(CancelToken())
    assert sorted(len(faces) for faces in groups.members(catalog).values()) == [6, 6, 6]


def test_it_is_done_again_when_there_is_more_to_group_and_time_has_passed(early, catalog, clock):
    clock.now += LEAST_SECONDS
    early.look(FIRST_PHOTOS)
    early.finish(CancelToken())
    with transaction(catalog):
        add_person(catalog, 3)
    clock.now += 100 * LEAST_SECONDS  # a slow machine waits longer
    early.look(FIRST_PHOTOS + 1)  # hardly more
    early.finish(CancelToken())
    assert len(groups.members(catalog)) == 3
    early.look(2 * FIRST_PHOTOS)
    early.finish(CancelToken())
    assert len(groups.members(catalog)) == 4


def test_a_cancelled_scan_does_not_wait_for_it(early, clock):
    clock.now += LEAST_SECONDS
    early.look(FIRST_PHOTOS)
    cancel = CancelToken()
    cancel.set()
    with pytest.raises(Cancelled):
        early.finish(cancel)
