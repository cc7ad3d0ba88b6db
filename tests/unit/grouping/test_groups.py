import numpy as np
import pytest

from facegallery.grouping import cells, linkage
from facegallery.grouping.groups import group_faces
from facegallery.grouping.rules import GroupingRules
from tests.unit.grouping.crowd import crowd, partition, unit

RULES = GroupingRules()


def grouped(vectors, photos=None, quality=None, apart=(), rules=RULES):
    count = len(vectors)
    return group_faces(
        vectors,
        np.arange(count) if photos is None else np.array(photos),
        np.ones(count, np.float32) if quality is None else np.array(quality, np.float32),
        rules,
        apart,
    )


def test_each_person_is_a_group_and_the_largest_comes_first():
    vectors, truth = crowd(6, 10)
    keep = np.flatnonzero((truth != 3) | (np.cumsum(truth == 3) <= 4))  # one has four faces only
    labels = grouped(vectors[keep])
    assert partition(labels) == partition(truth[keep])
    assert np.bincount(labels).tolist() == [10, 10, 10, 10, 10, 4]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_faces_does_not_matter(seed):
    vectors, _ = crowd(12, 12, spread=1.0, seed=seed)  # so far apart that not all is clear
    random = np.random.default_rng(seed)
    photos, quality = random.integers(0, 90, 144), random.uniform(0, 1, 144)
    apart = [(3, 8), (20, 30)]
    order = random.permutation(144)
    place = np.argsort(order)
    shuffled = grouped(
        vectors[order], photos[order], quality[order], [(place[a], place[b]) for a, b in apart]
    )
    labels = grouped(vectors, photos, quality, apart)
    assert shuffled[place].tolist() == labels.tolist()
    assert -1 in labels
    assert labels.max() > 1


def test_a_lone_face_is_in_no_group():
    vectors, truth = crowd(3, 5)
    once = np.flatnonzero((truth != 0) | (np.cumsum(truth == 0) == 1))
    assert grouped(vectors[once])[truth[once] == 0].tolist() == [-1]


@pytest.mark.parametrize("seed", range(5))
def test_no_group_has_two_faces_of_one_photo(seed):
    vectors, _ = crowd(4, 20, spread=0.7, seed=seed)
    photos = np.random.default_rng(seed).integers(0, 30, 80)
    labels = grouped(vectors, photos)
    places = [(label, photo) for label, photo in zip(labels, photos, strict=True) if label >= 0]
    assert len(places) == len(set(places))
    assert len(places) > 20


def test_brothers_in_the_same_photos_stay_two_groups():
    brothers, truth = crowd(2, 12, spread=0.5, seed=4)
    family = unit(brothers + 1.1 * crowd(1, 1, seed=5)[0])  # alike enough to be one group
    assert len(partition(grouped(family))) == 1
    photos = np.arange(24)
    photos[truth == 1] = photos[truth == 0]
    assert partition(grouped(family, photos)) == partition(truth)


def test_a_mirror_in_one_photo_of_many_costs_one_face():
    vectors, _ = crowd(1, 60, spread=0.6)
    photos = np.arange(60)
    photos[1] = photos[0]
    assert np.bincount(grouped(vectors, photos) + 1).tolist() == [1, 59]


def test_what_the_user_called_different_is_never_together():
    vectors, _ = crowd(1, 10, spread=0.4)
    for apart in [(0, 1)], [(0, 1), (2, 3), (0, 4)]:
        labels = grouped(vectors, apart=apart)
        for one, other in apart:
            assert labels[one] != labels[other] or labels[one] == -1
        assert np.count_nonzero(labels != -1) >= 8


def test_doubtful_faces_make_no_group_of_their_own():
    vectors, _ = crowd(1, 6, spread=0.2)
    assert grouped(vectors, quality=[0.01] * 6).tolist() == [-1] * 6


def test_doubtful_faces_bridge_no_groups_and_join_one():
    vectors, truth = crowd(2, 8, spread=0.3)
    one, other = (vectors[truth == who].mean(axis=0) for who in (0, 1))
    bridge = unit(np.stack([one + other, 1.2 * one + other, one + 1.2 * other, one]))
    faces = np.concatenate([vectors, bridge])
    labels = grouped(faces, quality=[1] * 16 + [0.05] * 4)
    assert partition(labels[:16]) == partition(truth)
    assert labels[19] == labels[:16][truth == 0][0]


def test_broken_vectors_spoil_nothing():
    vectors, truth = crowd(3, 5)
    broken = np.stack([np.full(64, np.nan), np.zeros(64)]).astype(np.float32)
    labels = grouped(np.concatenate([vectors, broken, broken]))
    assert partition(labels[:15]) == partition(truth)
    assert labels[15:].tolist() == [-1] * 4


@pytest.mark.parametrize("count", [0, 1])
def test_almost_nothing_has_no_groups(count):
    assert grouped(crowd(1, 1)[0][:count]).tolist() == [-1] * count


def test_equal_faces_are_one_group():
    assert grouped(np.repeat(crowd(1, 1)[0], 4, axis=0)).tolist() == [0, 0, 0, 0]


def test_there_is_no_cliff():
    vectors, truth = crowd(30, 12, spread=0.75, seed=2)
    for distance in 0.3, 0.35, 0.4:
        for similarity in 0.23, 0.28, 0.33:
            rules = GroupingRules(distance=distance, merge_similarity=similarity)
            assert partition(grouped(vectors, rules=rules)) == partition(truth)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_does_not_matter_among_so_many_that_cells_are_used(monkeypatch, seed):
    monkeypatch.setattr(cells, "EXACT_ROWS", 100)
    monkeypatch.setattr(linkage, "EXACT_ITEMS", 20)
    monkeypatch.setattr(cells, "PROBES", 6)
    vectors, truth = crowd(40, 12, spread=0.9, seed=seed)
    order = np.random.default_rng(seed).permutation(480)
    labels, shuffled = grouped(vectors), grouped(vectors[order])
    assert shuffled[np.argsort(order)].tolist() == labels.tolist()
    assert len(partition(labels) & partition(truth)) > 20
