"""Each face in the group it is most like, once the groups are there.

Average linkage never takes back what it merged: a face that came to a brother's group early on,
by one photo in which both look alike, would stay when his own group has long been larger. So in
the end each face is held against all groups, as k-means does (Lloyd, "Least squares quantization
in PCM", 1982), and goes where it is clearly more at home. Between unlike people nobody moves.
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.labels import NO_GROUP
from facegallery.grouping.means import mean_vectors
from facegallery.grouping.rules import GroupingRules

FEWEST = 3  # faces of a group that faces leave or come to: fewer say too little of somebody
ROUNDS = 5  # of made families the last face had moved after three
BLOCK_CELLS = 8_000_000  # similarities computed at once: 32 MB

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


def settle(
    vectors: Floats, photo_ids: Numbers, labels: Numbers, apart: Numbers, rules: GroupingRules
) -> Numbers:
    """Return the labels (N,) with faces moved to groups they are more like, on average.

    labels: from 0, -1 for none. A face moves where it is more like the faces of another group by
    rules.more_at_home, and more than that where these are few; as like them as a lone face that
    joins them has to be; and less like its own than these are among themselves. It does not come
    to a group with a face of the same photo, unless that one changes places with it, nor to one
    it is kept apart from. apart: (P, 2) rows.
    """
    moves = _Moves(photo_ids, labels, apart)
    labels = moves.labels
    least = rules.least_similarity(len(vectors))
    changed = np.unique(labels[labels != NO_GROUP])
    for _ in range(ROUNDS):
        wanted = _wanted(vectors, labels, changed, rules, least)
        changed = moves.make(*wanted)
        if len(changed) == 0:
            break
    return labels


def _wanted(
    vectors: Floats, labels: Numbers, changed: Numbers, rules: GroupingRules, least: float
) -> tuple[Numbers, Numbers]:
    """Return faces that are more like another group and which, those who gain most first.

    changed: labels of the groups whose faces are looked at. least: average similarity that
    groups need in a library of this size.
    """
    grouped = np.flatnonzero(labels != NO_GROUP)
    names, group = np.unique(labels[grouped], return_inverse=True)
    if len(names) < 2:
        return grouped[:0], grouped[:0]
    means, sizes = mean_vectors(vectors[grouped], group)
    own = _likeness_to_own(vectors[grouped], group, means, sizes)
    usual = np.bincount(group, own) / sizes
    large = sizes >= FEWEST
    asked = large & np.isin(names, changed)
    some = np.flatnonzero(asked[group] & (own < usual[group]))
    means = means[large]
    place = np.cumsum(large) - 1  # of each large group among these
    nearest, best = _nearest_other(vectors, grouped[some], place[group[some]], means)
    gain = best - own[some]
    needed = least + rules.extra_similarity(1, sizes[large], 0.0, 0.0)
    margin = rules.more_at_home + rules.evidence / sizes[large]
    found = np.flatnonzero((gain > margin[nearest]) & (best >= needed[nearest]))
    found = found[np.lexsort((some[found], -gain[found]))]
    return grouped[some[found]], names[large][nearest[found]]


def _likeness_to_own(vectors: Floats, group: Numbers, means: Floats, sizes: Numbers) -> Floats:
    """Return how like each face is to the other faces of its group, on average."""
    with_itself = np.empty(len(vectors), np.float32)
    step = max(1, BLOCK_CELLS // vectors.shape[1])
    for start in range(0, len(vectors), step):
        here = slice(start, start + step)
        with_itself[here] = np.einsum("ij,ij->i", vectors[here], means[group[here]])
    size = sizes[group].astype(np.float32)
    return np.asarray((with_itself * size - 1) / np.maximum(size - 1, 1), np.float32)


def _nearest_other(
    vectors: Floats, rows: Numbers, own: Numbers, means: Floats
) -> tuple[Numbers, Floats]:
    """Return the mean but its own that each row is most like, and how like."""
    nearest = np.zeros(len(rows), np.int64)
    best = np.full(len(rows), -1, np.float32)
    step = max(1, BLOCK_CELLS // max(1, len(means)))
    for start in range(0, len(rows), step):
        here = slice(start, start + step)
        likeness = vectors[rows[here]] @ means.T
        every = np.arange(len(likeness))
        likeness[every, own[here]] = -1
        nearest[here] = likeness.argmax(axis=1)
        best[here] = likeness[every, nearest[here]]
    return nearest, best


class _Moves:
    """Moves faces between groups, as far as photos and the user's word leave it possible."""

    def __init__(self, photo_ids: Numbers, labels: Numbers, apart: Numbers) -> None:
        self.labels = labels.copy()
        self._photo_ids = photo_ids
        self._enemies: dict[int, list[int]] = defaultdict(list)
        for one, other in apart.tolist():
            self._enemies[one].append(other)
            self._enemies[other].append(one)

    def make(self, rows: Numbers, targets: Numbers) -> Numbers:
        """Move these faces in this order; return the groups, sorted, that are others by it."""
        beside = self._beside(rows)
        wish = dict(zip(rows.tolist(), targets.tolist(), strict=True))
        changed: set[int] = set()
        for row, target in wish.items():
            source = int(self.labels[row])
            there = [face for face in beside[int(self._photo_ids[row])]
                     if self.labels[face] == target]  # fmt: skip
            moving = [(row, target), *((face, source) for face in there)]
            if target == source or any(wish.get(face) != source for face in there):
                continue
            if not any(self._is_kept_from(face, group, moving) for face, group in moving):
                for face, group in moving:
                    self.labels[face] = group
                changed |= {source, target}
        return np.array(sorted(changed), np.int64)

    def _beside(self, rows: Numbers) -> dict[int, list[int]]:
        """Return the grouped faces of each photo that these faces are in."""
        found: dict[int, list[int]] = defaultdict(list)
        in_photo = np.isin(self._photo_ids, self._photo_ids[rows]) & (self.labels != NO_GROUP)
        for row in np.flatnonzero(in_photo).tolist():
            found[int(self._photo_ids[row])].append(row)
        return found

    def _is_kept_from(self, row: int, group: int, moving: list[tuple[int, int]]) -> bool:
        """Tell whether somebody is in a group, and does not leave it, whom a face may not meet."""
        leaving = {face for face, _group in moving}
        return any(
            self.labels[enemy] == group and enemy not in leaving
            for enemy in self._enemies.get(row, ())
        )
