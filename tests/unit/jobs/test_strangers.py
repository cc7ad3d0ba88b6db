import pytest

from facegallery.actions.people import Hide
from facegallery.actions.perform import perform, undo
from facegallery.catalog import faces, groups
from facegallery.catalog.library import Library
from facegallery.jobs.strangers import strangers
from tests.made import add_photo, detected


@pytest.fixture
def library(tmp_path):
    """Group 1 on one day, group 2 on two days, group 3 too often on one day for a stranger."""
    made = Library(tmp_path)
    made.prepare()
    with made.open() as db:
        wanted = {1: [], 2: [], 3: []}
        for number in range(6):
            photo_id = add_photo(db, f"{number}.jpg", [detected(), detected(0.5), detected(0.8)],
                                 f"2015-06-{1 if number else 5:02d}T12:0{number}:00")  # fmt: skip
            first, second, third = (face.id for face in faces.of_photo(db, photo_id))
            if number in (1, 2):
                wanted[1].append(first)
            if number in (0, 1):
                wanted[2].append(second)
            wanted[3].append(third)
        wanted[3] = wanted[3][1:]
        groups.save_all(db, wanted)
    return made


def test_groups_that_appear_in_one_event_are_hidden_together(library):
    with library.open() as db:
        assert [str(who) for who in strangers(db)] == ["g1", "g3"]
        assert [str(who) for who in strangers(db, most_faces=4)] == ["g1"]
        perform(db, Hide(tuple(strangers(db))))
        assert strangers(db) == []
        undo(db)
        assert len(strangers(db)) == 2
