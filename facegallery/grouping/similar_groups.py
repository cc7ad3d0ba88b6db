"""Groups that may be one person though grouping was not sure enough to join them."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from facegallery.courtesy import give_way
from facegallery.grouping.kept import Kept, Pairs
from facegallery.grouping.units import Faces, Units

MOST_PARTNERS = 3  # of one group; more cards about it would tell nothing new
MOST_LOOKED_AT = 4_000  # pairs, those worth most: of a million faces half a million are alike
BLOCK_CELLS = 8_000_000  # similarities computed at once: 32 MB

Worth = Callable[[NDArray[np.int64], NDArray[np.float32]], NDArray[np.floating]]
"""Tells what pairs are worth asking about, by the faces of the smaller one and the similarity."""


def similar_groups(
    faces: Faces,
    least: float,
    shared_photos: float,
    different: Iterable[tuple[int, int]] = (),
    worth: Worth = np.multiply,
    kept: Kept | None = None,
) -> list[tuple[int, int, float]]:
    """Return pairs of groups (label, label, average similarity), most similar first.

    least: the average similarity from which a pair is worth a question. shared_photos: share of
    the smaller group's faces in photos of the other above which they are two people. different:
    rows of faces that the user told apart; their groups are no pair. kept: from the last time, and
    for the next one.
    """
    units = faces.groups
    if len(units.sizes) < 2:
        return []
    labels, photos = units.labels(faces), _Photos(units, faces.photo_ids)
    unit_of = np.full(len(faces.labels), -1, np.int64)
    unit_of[units.rows] = units.unit
    apart = {frozenset((int(unit_of[one]), int(unit_of[other]))) for one, other in different}
    given = np.zeros(len(units.sizes), np.int64)
    found: list[tuple[int, int, float]] = []
    pairs = _worth_most(_pairs(units, faces, least, kept or Kept()), units.sizes, worth)
    for one, other, similarity in zip(*(part.tolist() for part in pairs), strict=True):
        if max(given[one], given[other]) >= MOST_PARTNERS or frozenset((one, other)) in apart:
            continue
        shared = photos.shared(one, other)
        if shared > shared_photos * min(units.sizes[one], units.sizes[other]):
            continue
        given[[one, other]] += 1
        found.append((int(labels[one]), int(labels[other]), similarity))
    return found


def _pairs(units: Units, faces: Faces, least: float, kept: Kept) -> Pairs:
    """Return all pairs of units that are similar, the lower number first."""
    marks = units.marks(faces)
    means = kept.means.refreshed(marks, units.means)

    def compare(some: NDArray[np.int64], others: NDArray[np.int64]) -> Pairs:
        ones, twos, similarities = [some[:0]], [others[:0]], [np.empty(0, np.float32)]
        step = max(1, BLOCK_CELLS // max(1, len(others)))
        for start in range(0, len(some), step):
            give_way()
            rows = some[start : start + step]
            similarity = means[rows] @ means[others].T
            one, other = np.nonzero(similarity >= np.float32(least))
            ones.append(rows[one])
            twos.append(others[other])
            similarities.append(similarity[one, other])
        return np.concatenate(ones), np.concatenate(twos), np.concatenate(similarities)

    first, second, similarity = kept.alike.refreshed(marks, marks, least, compare)
    once = first < second
    return first[once], second[once], similarity[once]


def _worth_most(pairs: Pairs, sizes: NDArray[np.int64], worth: Worth) -> Pairs:
    """Return the pairs worth most to ask about, the most similar first."""
    first, second, similarity = pairs
    worths = worth(np.minimum(sizes[first], sizes[second]), similarity)
    some = np.lexsort((second, first, -worths))[:MOST_LOOKED_AT]
    some = some[np.lexsort((second[some], first[some], -similarity[some]))]
    return first[some], second[some], similarity[some]


class _Photos:
    """The photos of units, of those that are asked for."""

    def __init__(self, units: Units, photo_ids: NDArray[np.int64]) -> None:
        self._units, self._photo_ids, self._starts = units, photo_ids, units.starts
        self._known: dict[int, frozenset[int]] = {}

    def shared(self, one: int, other: int) -> int:
        """Return in how many photos both have faces."""
        return len(self._of(one) & self._of(other))

    def _of(self, unit: int) -> frozenset[int]:
        if unit not in self._known:
            start = int(self._starts[unit])
            rows = self._units.rows[start : start + int(self._units.sizes[unit])]
            self._known[unit] = frozenset(self._photo_ids[rows].tolist())
        return self._known[unit]
