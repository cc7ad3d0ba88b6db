import random

from facegallery.grouping.identity import keep_group_ids


def group(*face_ids):
    return frozenset(face_ids)


def test_the_same_groups_keep_their_ids_in_any_order():
    old = {3: group(1, 2, 3), 7: group(4, 5), 9: group(6, 7)}
    new = list(old.values())
    for seed in range(10):
        random.Random(seed).shuffle(new)
        assert keep_group_ids(old, new, 20) == old


def test_a_split_group_leaves_its_id_to_the_larger_part():
    old = {3: group(1, 2, 3, 4, 5)}
    assert keep_group_ids(old, [group(1, 2), group(3, 4, 5)], 20) == {
        20: group(1, 2),
        3: group(3, 4, 5),
    }


def test_two_groups_that_become_one_keep_the_id_of_the_larger():
    old = {3: group(1, 2), 7: group(3, 4, 5)}
    assert keep_group_ids(old, [group(1, 2, 3, 4, 5)], 20) == {7: group(1, 2, 3, 4, 5)}


def test_new_groups_get_new_ids_in_order():
    assert keep_group_ids({}, [group(1, 2), group(3, 4)], 5) == {5: group(1, 2), 6: group(3, 4)}


def test_ties_go_to_the_lower_id():
    old = {3: group(1, 2), 7: group(3, 4)}
    assert keep_group_ids(old, [group(1, 2, 3, 4)], 20) == {3: group(1, 2, 3, 4)}
