"""The same faces make the same groups, in whatever order and however many scans they come."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform
from facegallery.catalog import assignments, groups, properties
from facegallery.catalog.library import Library
from facegallery.jobs.regroup import regroup_here
from facegallery.jobs.suggest import refresh_suggestions
from tests.made import add_photo, detected
from tests.unit.grouping.crowd import unit

PHOTOS = 24
few = settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def photos_of(seed):
    """Return names of photos, each with the vectors of one or two of five people who are there."""
    random = np.random.default_rng(seed)
    centres = unit(random.normal(size=(5, 128)))
    made = []
    for number in range(PHOTOS):
        who = random.choice(5, 1 + number % 2, replace=False)
        noise = random.normal(0, 1.0 / 128**0.5, (len(who), 128))
        made.append((f"{seed}-{number}.jpg", unit(centres[who] + noise)))
    return made


@pytest.fixture
def new_library(tmp_path):
    def make():
        library = Library(tmp_path / str(len(list(tmp_path.iterdir()))))
        library.prepare()
        with library.open() as db:
            properties.set_value(db, "recognizer", "sface")
        return library

    return make


def add(library, photos):
    with library.open() as db:
        for name, vectors in photos:
            places = [detected(0.1 + 0.4 * at, vector) for at, vector in enumerate(vectors)]
            add_photo(db, name, places)
    regroup_here(library)


def named_groups(library):
    """Return the groups as sets of what tells a face in every library: its photo and place."""
    with library.open(read_only=True) as db:
        called = {
            face: (name, x)
            for face, name, x in db.execute(
                """select faces.id, content_hash, x from faces
                join photos on photos.id = photo_id"""
            )
        }
        return {frozenset(called[face] for face in one) for one in groups.members(db).values()}


@few
@given(seed=st.integers(0, 1_000), cuts=st.lists(st.integers(1, PHOTOS - 1), max_size=3))
def test_order_and_number_of_scans_do_not_matter(new_library, seed, cuts):
    photos = photos_of(seed)
    at_once, in_parts = new_library(), new_library()
    add(at_once, photos)
    shuffled = [photos[place] for place in np.random.default_rng(seed).permutation(PHOTOS)]
    for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), PHOTOS], strict=True):
        add(in_parts, shuffled[start:end])
    assert named_groups(in_parts) == named_groups(at_once)
    assert len(named_groups(at_once)) >= 3


@few
@given(seed=st.integers(0, 1_000))
def test_grouping_again_changes_nothing_and_more_faces_change_no_ids(new_library, seed):
    library = new_library()
    add(library, photos_of(seed))
    with library.open(read_only=True) as db:
        before = groups.members(db)
    assert regroup_here(library) == 0
    add(library, photos_of(seed + 10_000))  # other people
    with library.open(read_only=True) as db:
        after = groups.members(db)
    kept = [group for group, faces in before.items() if after.get(group) == faces]
    assert len(kept) >= len(before) - 1


@few
@given(seed=st.integers(0, 1_000))
def test_unrelated_photos_move_nobody_from_one_person_to_another(new_library, seed):
    library = new_library()
    add(library, photos_of(seed))
    with library.open() as db:
        for number in sorted(groups.members(db))[:3]:
            perform(db, Name(Who("group", number), f"person {number}"))
        said = assignments.confirmed(db)
    add(library, photos_of(seed + 10_000))
    refresh_suggestions(library)
    with library.open(read_only=True) as db:
        assert assignments.confirmed(db) == said
        assert not {face for one in groups.members(db).values() for face in one} & set(said)
