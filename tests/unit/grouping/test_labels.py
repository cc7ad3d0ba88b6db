import numpy as np

from facegallery.grouping.labels import numbered_by_first, without_lone


def test_labels_are_numbered_in_order_of_their_first_rows():
    assert numbered_by_first(np.array([7, 3, 7, 9, 3])).tolist() == [0, 1, 0, 2, 1]
    assert numbered_by_first(np.empty(0, np.int64)).tolist() == []


def test_one_face_is_no_group():
    assert without_lone(np.array([0, 2, 0, -1, 1])).tolist() == [0, -1, 0, -1, -1]
