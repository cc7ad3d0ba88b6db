import numpy as np

from facegallery.grouping.together import join


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
