import numpy as np

from facegallery.grouping.attaching import attach, one_face_a_photo
from facegallery.grouping.rules import GroupingRules
from tests.unit.grouping.crowd import crowd, unit

NO_PAIRS = np.empty((0, 2), np.int64)
RULES = GroupingRules(merge_similarity=0.4)


def test_of_two_faces_in_a_photo_the_one_like_the_others_stays():
    vectors, _ = crowd(1, 6, spread=0.3)
    vectors[2] = unit(vectors[2:3] + 3 * crowd(1, 1, seed=9)[0])[0]
    photo_ids = np.array([0, 1, 2, 2, 4, 5])
    assert one_face_a_photo(vectors, photo_ids, np.zeros(6, np.int64)).tolist() == [
        0, 0, -1, 0, 0, 0,
    ]  # fmt: skip


def test_a_group_that_is_all_in_one_photo_keeps_one_face():
    vectors, _ = crowd(1, 3, spread=0.1)
    kept = one_face_a_photo(vectors, np.zeros(3, np.int64), np.zeros(3, np.int64))
    assert sorted(kept.tolist()) == [-1, -1, 0]


def test_faces_in_no_group_may_share_a_photo():
    vectors, _ = crowd(1, 3)
    labels = np.array([-1, -1, 0])
    assert one_face_a_photo(vectors, np.zeros(3, np.int64), labels).tolist() == [-1, -1, 0]


def joined(vectors, labels, photos=None, apart=NO_PAIRS):
    photo_ids = np.arange(len(vectors)) if photos is None else np.array(photos)
    doubtful = np.flatnonzero(np.array(labels) == -1)
    return attach(vectors, photo_ids, np.array(labels), doubtful, apart, RULES).tolist()


def test_doubtful_faces_come_to_the_group_they_are_most_like():
    vectors, truth = crowd(3, 5, spread=0.5)
    labels = np.where(np.arange(15) % 3, truth, -1)
    labels[truth == 2] = -1  # the third person has no group to come to
    assert joined(vectors, labels) == np.where(truth == 2, -1, truth).tolist()


def test_of_two_doubtful_faces_in_one_photo_the_more_alike_is_attached():
    vectors, _ = crowd(1, 4, spread=0.2)
    vectors[1] = unit(vectors[1:2] + 0.8 * crowd(1, 1, seed=9)[0])[0]
    assert joined(vectors, [0, -1, -1, 0], photos=[1, 2, 2, 3]) == [0, -1, 0, 0]


def test_what_the_user_called_different_is_not_attached():
    vectors, _ = crowd(1, 3, spread=0.2)
    assert joined(vectors, [0, 0, -1]) == [0, 0, 0]
    assert joined(vectors, [0, 0, -1], apart=np.array([[2, 1]])) == [0, 0, -1]


def test_without_groups_nothing_is_attached():
    vectors, _ = crowd(1, 3, spread=0.1)
    assert joined(vectors, [-1, -1, -1]) == [-1, -1, -1]
