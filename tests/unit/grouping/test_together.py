import numpy as np

from facegallery.grouping.together import join, make_room


def pairs(*rows):
    return np.array(rows, np.int64).reshape(-1, 2)


def test_nothing_said_changes_nothing():
    labels = np.array([0, 0, 1, 1, -1])
    assert join(labels, pairs()).tolist() == [0, 0, 1, 1, -1]


def test_groups_with_faces_called_the_same_become_one():
    assert join(np.array([0, 0, 1, 1, 2, 2]), pairs((0, 5))).tolist() == [0, 0, 1, 1, 0, 0]


def test_lone_faces_come_in_and_chains_hold():
    labels = np.array([0, 0, -1, -1, -1, 1, 1])
    assert join(labels, pairs((0, 2), (2, 3))).tolist() == [0, 0, 0, 0, -1, 1, 1]


def test_two_lone_faces_make_a_group():
    assert join(np.array([0, 0, -1, -1, -1]), pairs((3, 4))).tolist() == [0, 0, -1, 1, 1]


def test_only_the_user_puts_two_faces_of_a_photo_together():
    vectors = np.eye(7, 4, dtype=np.float32) + np.float32(0.5)
    photos = np.array([1, 2, 1, 3, 3, 4, 4])
    joined = np.array([0, 0, 0, 0, 0, 1, 1])  # the last two: no group of the user's
    # 0 and 1 are the user's: 2 is in the photo of 0; of 3 and 4 one stays.
    found = make_room(vectors, photos, joined, pairs((0, 1)))
    assert found[[0, 1, 2, 5, 6]].tolist() == [0, 0, -1, 1, 1]
    assert sorted(found[[3, 4]].tolist()) == [-1, 0]
    both = make_room(vectors, photos, joined, pairs((0, 1), (0, 2)))
    assert both[[0, 1, 2]].tolist() == [0, 0, 0]


def test_without_a_word_of_the_user_there_is_room_enough():
    labels = np.array([0, 0])
    same_photo = np.array([1, 1])
    assert make_room(np.eye(2, dtype=np.float32), same_photo, labels, pairs()) is labels
