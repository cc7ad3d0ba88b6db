from itertools import product

import numpy as np

from facegallery.grouping.obeying import obey, pairs_apart, photos_apart


def sides(*parts):
    return [np.array(part, np.int64) for part in parts]


def test_each_face_is_held_against_the_first_of_the_other_sides():
    pairs = {tuple(pair) for pair in pairs_apart([sides([0, 1, 2], [5, 7])]).tolist()}
    assert pairs == {(0, 5), (1, 5), (2, 5), (0, 7)}
    assert pairs_apart([]).shape == (0, 2)


def test_of_two_sides_in_one_group_the_larger_stays_with_all_else():
    labels = np.array([0, 0, 0, 0, 0, 0, 1, 1])
    found = obey(labels, [sides([0, 1], [2, 3, 4])])
    assert found.tolist() == [2, 2, 0, 0, 0, 0, 1, 1]


def test_a_lone_face_that_has_to_leave_is_in_no_group():
    labels = np.array([0, 0, 0, 1, 1])
    assert obey(labels, [sides([0], [1, 2])]).tolist() == [-1, 0, 0, 1, 1]


def test_groups_of_which_nothing_was_said_stay_as_they_are():
    labels = np.array([0, 0, 1, 1, -1])
    assert obey(labels, [sides([0], [2]), sides([1], [4])]).tolist() == labels.tolist()


def test_whatever_was_said_no_two_sides_share_a_group():
    random = np.random.default_rng(4)
    for _ in range(50):
        labels = random.integers(-1, 5, 60)
        said = [sides(*np.array_split(random.choice(60, 9, replace=False), 3)) for _ in range(6)]
        found = obey(labels, said)
        for parts in said:
            for one, other in ((0, 1), (0, 2), (1, 2)):
                together = [
                    (a, b)
                    for a, b in product(parts[one], parts[other])
                    if found[a] == found[b] != -1
                ]
                assert together == []


def test_each_face_of_a_mirror_photo_has_a_photo_of_its_own():
    found = photos_apart(np.array([7, 7, 8, 8]), {8})
    assert found[:2].tolist() == [7, 7]
    assert len(set(found.tolist())) == 3
