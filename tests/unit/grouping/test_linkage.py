import numpy as np
import pytest

from facegallery.grouping import linkage, neighbours
from facegallery.grouping.conflicts import Conflicts, photos_of_items
from facegallery.grouping.means import mean_vectors
from facegallery.grouping.rules import GroupingRules
from tests.unit.grouping.crowd import crowd, partition

NOBODY_SHARED = 0.0


def conflicts_of(photo_ids, count):
    return Conflicts(photos_of_items(photo_ids, np.arange(count), count), [], NOBODY_SHARED)


def all_pairs_linkage(vectors, photo_ids, rules):
    """Average linkage as the textbook has it: every pair of groups compared before each merge."""
    vectors = vectors.astype(np.float64)
    groups = [[row] for row in range(len(vectors))]
    least = rules.least_similarity(len(vectors))
    while True:
        best = None
        for a, first in enumerate(groups):
            for b, second in enumerate(groups[:a]):
                similarity = (vectors[first] @ vectors[second].T).mean()
                variances = [
                    1 - (vectors[rows].mean(axis=0) ** 2).sum() for rows in (first, second)
                ]
                extra = rules.extra_similarity(len(first), len(second), *variances)
                shared = set(photo_ids[first]) & set(photo_ids[second])
                if similarity >= least + extra and not shared:
                    best = max(best or (0, 0, 0), (similarity, a, b))
        if best is None:
            return {frozenset(group) for group in groups}
        _, a, b = best
        groups[b] += groups.pop(a)


@pytest.mark.parametrize("seed", range(8))
def test_the_result_is_that_of_comparing_all_with_all(seed):
    vectors, _ = crowd(6, 6, spread=1.1, seed=seed)
    photo_ids = np.random.default_rng(seed).integers(0, 25, len(vectors))
    rules = GroupingRules(merge_similarity=0.35, evidence=0.2, variety=0.1)
    merged = linkage.merge_similar(
        vectors, np.ones(len(vectors), np.int64), conflicts_of(photo_ids, len(vectors)), rules
    )
    expected = all_pairs_linkage(vectors, photo_ids, rules)
    assert partition(merged) == expected
    assert 1 < max(len(group) for group in expected) < len(vectors)


def test_groups_and_faces_weigh_by_their_size():
    vectors, truth = crowd(5, 8, spread=0.9)
    items = np.where(np.arange(40) % 2, truth, 5 + np.arange(40))  # half in groups, half alone
    items = np.unique(items, return_inverse=True)[1]
    means, sizes = mean_vectors(vectors, items)
    rules = GroupingRules(merge_similarity=0.3)
    merged = linkage.merge_similar(means, sizes, conflicts_of(np.arange(len(sizes)), len(sizes)),
                                   rules)[items]  # fmt: skip
    assert partition(merged) == partition(truth)


def test_what_was_merged_takes_its_turn_before_less_similar_faces():
    angles = np.radians([0, 5, 30, 65])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    photo_ids = np.array([1, 2, 3, 1])  # the last is beside the first: it may not come in later
    merged = linkage.merge_similar(
        vectors, np.ones(4, np.int64), conflicts_of(photo_ids, 4), GroupingRules()
    )
    assert partition(merged) == {frozenset({0, 1, 2}), frozenset({3})}


def test_where_all_are_alike_only_the_nearest_partners_are_kept(monkeypatch):
    monkeypatch.setattr(linkage, "MOST_PARTNERS", 3)
    vectors, _ = crowd(1, 40, spread=0.6)
    merged = linkage.merge_similar(
        vectors, np.ones(40, np.int64), conflicts_of(np.arange(40), 40), GroupingRules()
    )
    assert partition(merged) == {frozenset(range(40))}


def test_nothing_is_merged_with_nothing():
    nothing = np.empty((0, 8), np.float32), np.empty(0, np.int64)
    assert len(linkage.merge_similar(*nothing, Conflicts([], [], 0.0), GroupingRules())) == 0


def test_the_most_similar_partners_are_kept_in_whatever_order_the_pairs_come(monkeypatch):
    monkeypatch.setattr(linkage, "MOST_PARTNERS", 3)
    vectors, _ = crowd(3, 15, spread=0.6)
    (whole,) = neighbours.similar_pairs(vectors, 0.2)
    kept = linkage._strongest(whole)
    shuffled = np.random.default_rng(4).permutation(len(whole.first))
    again = linkage._strongest(neighbours.SimilarPairs(*(part[shuffled] for part in whole)))
    as_set = [set(zip(*(part.tolist() for part in pairs), strict=True)) for pairs in (kept, again)]
    assert as_set[0] == as_set[1]
    for first in np.unique(whole.first):
        best = np.sort(whole.similarity[whole.first == first])[-3:]
        assert np.array_equal(np.sort(kept.similarity[kept.first == first]), best)
