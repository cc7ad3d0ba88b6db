import numpy as np

from facegallery.grouping.conflicts import Conflicts, crowded_items, photos_of_items


def test_items_that_share_a_photo_are_kept_apart():
    conflicts = Conflicts([{1, 2}, {2}, {3}], [], tolerance=0.05)
    assert conflicts.forbid(0, 1, faces=1)
    assert not conflicts.forbid(0, 2, faces=1)


def test_one_shared_photo_in_many_faces_is_a_mirror_and_not_a_brother():
    conflicts = Conflicts([{1, 2, 3}, {3, 4}], [], tolerance=0.05)
    assert conflicts.forbid(0, 1, faces=19)
    assert not conflicts.forbid(0, 1, faces=20)


def test_a_merged_item_inherits_photos_and_the_users_word():
    conflicts = Conflicts([{1}, {2}, {2}, set(), set()], [(3, 4)], tolerance=0.05)
    conflicts.merge(0, 1)
    conflicts.merge(0, 3)
    assert conflicts.forbid(0, 2, faces=1)
    assert conflicts.forbid(0, 4, faces=10**6)
    assert conflicts.forbid(4, 0, faces=10**6)


def test_only_photos_with_several_faces_are_kept():
    photos = photos_of_items(np.array([5, 5, 6, 7, 7]), np.array([0, 1, 1, 2, 0]), 4)
    assert photos == [{5, 7}, {5}, {7}, set()]


def test_items_are_crowded_by_the_share_of_faces_too_many():
    items = np.repeat([0, 1], [20, 10])
    photo_ids = np.arange(30)
    photo_ids[1], photo_ids[21] = photo_ids[0], photo_ids[20]  # one pair in each
    assert crowded_items(photo_ids, items, 0.05).tolist() == [False, True]
