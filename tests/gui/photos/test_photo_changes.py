from dataclasses import replace

import pytest

from facegallery.domain.photo import Photo
from facegallery.ui.photos.photo_changes import Changes, Known, changes

PHOTO = Photo(1, b"", "/a.jpg", False, 400, 300, "2020-01-01T10:00:00", None, None, None)


def photos(*ids):
    return [replace(PHOTO, id=number) for number in ids]


@pytest.mark.parametrize(
    ("old", "fresh", "gone", "come"),
    [
        ([1, 2, 3], [1, 3], [(1, 1)], []),
        ([1, 3], [1, 2, 3, 4], [], [(1, 1), (3, 3)]),
        ([9, 7, 5], [8, 6, 5], [(0, 1)], [(0, 1)]),
        ([1, 2, 3, 4], [1, 2, 7, 8, 3, 4], [], [(2, 3)]),
        ([1, 2, 3, 4, 5], [1, 2, 5], [(2, 3)], []),
        ([], [1, 2], [], [(0, 1)]),
        ([1, 2], [], [(0, 1)], []),
    ],
)
def test_rows_that_go_and_come_are_told_in_runs(old, fresh, gone, come):
    assert changes(photos(*old), photos(*fresh)) == Changes(gone, come, altered=False)


def test_equal_lists_need_no_change():
    assert changes(photos(1, 2), photos(1, 2)) is None


def test_a_photo_that_is_missing_now_is_altered_in_its_place():
    fresh = [photos(1)[0], replace(PHOTO, id=2, missing=True)]
    assert changes(photos(1, 2), fresh) == Changes([], [], altered=True)


def test_a_photo_with_another_date_goes_and_comes():
    fresh = [replace(PHOTO, id=2, taken_at="2021-01-01T10:00:00"), photos(1)[0]]
    assert changes(photos(1, 2), fresh) == Changes([(1, 1)], [(0, 0)], altered=False)


def test_photos_that_have_not_changed_stay_the_same_objects():
    here = photos(1, 2)
    moved = replace(PHOTO, id=2, path="/elsewhere.jpg")
    first, second, third = Known(here).same([*photos(1), moved, *photos(3)])
    assert first is here[0]
    assert second is moved
    assert third.id == 3
