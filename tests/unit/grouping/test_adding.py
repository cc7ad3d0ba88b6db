import numpy as np
import pytest

from facegallery.evaluate.made_faces import made_faces
from facegallery.grouping import adding
from facegallery.grouping.all_faces import FacesInMemory
from facegallery.grouping.groups import group_faces
from facegallery.grouping.rules import GroupingRules
from tests.unit.grouping.crowd import crowd, partition, unit

RULES = GroupingRules()


def grouped_before(vectors, photos, quality, new):
    """Return the groups of all but the new rows, -1 for these."""
    old = np.setdiff1d(np.arange(len(vectors)), new)
    labels = np.full(len(vectors), -1)
    labels[old] = group_faces(vectors[old], photos[old], quality[old], RULES)
    return labels


def add_faces(vectors, photos, quality, labels, new, rules):
    """Return the groups of all after the new rows were added."""
    found = adding.add_faces(
        FacesInMemory(vectors, photos, quality, labels), new, rules, len(labels)
    )
    after = labels.copy()
    after[found.rows] = found.labels
    for gone, kept in found.joined.items():
        after[after == gone] = kept
    return after


@pytest.mark.parametrize("seed", range(3))
def test_added_faces_come_where_grouping_all_at_once_puts_them(seed):
    vectors = made_faces(3_000, seed=seed).vectors
    random = np.random.default_rng(seed)
    photos, quality = random.integers(0, 2_000, 3_000), random.uniform(0.05, 1, 3_000)
    quality = quality.astype(np.float32)
    new = np.sort(random.choice(3_000, 60, replace=False))
    at_once = group_faces(vectors, photos, quality, RULES)
    added = add_faces(
        vectors, photos, quality, grouped_before(vectors, photos, quality, new), new, RULES
    )
    same = {face for group in partition(added) & partition(at_once) for face in group}
    same |= set(np.flatnonzero((added == -1) & (at_once == -1)).tolist())
    assert len(set(new.tolist()) & same) >= 0.9 * len(new)


def test_clear_people_come_out_as_all_at_once_and_new_ones_make_groups():
    vectors, truth = crowd(6, 12, spread=0.7)
    photos, quality = np.arange(72), np.ones(72, np.float32)
    new = np.flatnonzero((truth == 5) | (np.arange(72) % 7 == 0))  # of the last there was no face
    before = grouped_before(vectors, photos, quality, new)
    after = add_faces(vectors, photos, quality, before, new, RULES)
    assert partition(after) == partition(truth)


def test_groups_that_nothing_comes_to_are_left_alone():
    vectors, truth = crowd(4, 10, spread=0.6)
    photos, quality = np.arange(40), np.ones(40, np.float32)
    new = np.flatnonzero(truth == 3)[:2]
    before = grouped_before(vectors, photos, quality, new)
    after = add_faces(vectors, photos, quality, before, new, RULES)
    others = truth != 3
    assert partition(np.where(others, after, -1)) == partition(np.where(others, before, -1))


def test_no_face_comes_beside_another_of_its_photo():
    vectors, _ = crowd(1, 12, spread=0.4)
    photos, quality = np.arange(12), np.ones(12, np.float32)
    photos[11] = photos[0]
    before = grouped_before(vectors, photos, quality, np.array([11]))
    after = add_faces(vectors, photos, quality, before, np.array([11]), RULES)
    assert after[0] != after[11] or after[0] == -1
    assert after.tolist().count(-1) < 6


def test_doubtful_faces_join_one_group_and_bring_none_together():
    vectors, truth = crowd(2, 8, spread=0.3)
    one, other = (vectors[truth == who].mean(axis=0) for who in (0, 1))
    faces = np.concatenate([vectors, unit(np.stack([one, 1.1 * one + other]))])
    quality = np.array([1] * 16 + [0.05] * 2, np.float32)
    new = np.array([16, 17])
    after = add_faces(
        faces,
        np.arange(18),
        quality,
        grouped_before(faces, np.arange(18), quality, new),
        new,
        RULES,
    )
    assert len(partition(after)) == 2
    assert after[16] == after[:16][truth == 0][0]


def test_nothing_new_changes_nothing():
    vectors, truth = crowd(3, 5)
    none = np.empty(0, np.intp)
    after = add_faces(vectors, np.arange(15), np.ones(15, np.float32), truth, none, RULES)
    assert after.tolist() == truth.tolist()
