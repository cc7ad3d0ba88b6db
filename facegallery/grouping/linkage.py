"""Average linkage: the two most similar items are merged, again and again, down to a limit.

Sokal and Michener, "A statistical method for evaluating systematic relationships", 1958 (UPGMA).
The average similarity of two items is the dot product of their mean vectors, and that of a merged
item to a third is the weighted mean of its parts': at most the larger of the two. So only pairs
that are similar from the start, or made of such, ever need a look: exact, though sparse.
"""

import heapq
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from facegallery.courtesy import give_way
from facegallery.grouping.cells import near_pairs
from facegallery.grouping.conflicts import Conflicts
from facegallery.grouping.neighbours import SimilarPairs, joined, taken
from facegallery.grouping.rules import GroupingRules

# An item's partners beyond so many, the least similar ones, are not looked at. No item of LFW has
# more than 13; it bounds memory where all faces are alike, such as with a model that has failed.
MOST_PARTNERS = 200

# Up to so many items all are compared with all, in 30 seconds on two cores. A library of a million
# faces has about 70,000 items; what they need to be merged is so little that cells would miss some.
EXACT_ITEMS = 150_000


class _Nearest(NamedTuple):
    """An item made by merging and the partner it goes with next; sorts most similar first.

    version, partner_version: of the two when this was computed; it is outdated otherwise.
    """

    distance: float
    item: int
    partner: int
    version: int
    partner_version: int


def merge_similar(
    means: NDArray[np.float32],
    sizes: NDArray[np.int64],
    conflicts: Conflicts,
    rules: GroupingRules,
    library: int | None = None,
) -> NDArray[np.int64]:
    """Return for each item the number of the first item of those it was merged with.

    means: (M, D) the mean of each item's vectors, not made length 1. sizes: (M,) faces in each.
    library: how many faces there are with those that no item has; None: no others.
    The order of merging, and so the result, depends on nothing but the similarities; equal ones
    go by the items' numbers.
    """
    least = rules.least_similarity(int(sizes.sum()) if library is None else library)
    return _Linkage(means, sizes, conflicts, rules, least).run()


def _starting_pairs(means: NDArray[np.float32], least: float) -> SimilarPairs:
    """Return the pairs of items that are similar enough, most similar first."""
    blocks = [_strongest(pairs) for pairs in near_pairs(means, least, exact_rows=EXACT_ITEMS)]
    if not blocks:
        nothing = np.empty(0, np.int32)
        return SimilarPairs(nothing, nothing, np.empty(0, np.float32))
    pairs = joined(blocks)
    return taken(pairs, np.lexsort((pairs.second, pairs.first, -pairs.similarity)))


def _strongest(pairs: SimilarPairs) -> SimilarPairs:
    """Return the pairs less those beyond the MOST_PARTNERS most similar ones of a first item."""
    counts = np.unique(pairs.first, return_counts=True)[1]
    if counts.max(initial=0) <= MOST_PARTNERS:
        return pairs
    order = np.lexsort((pairs.second, -pairs.similarity, pairs.first))
    place = np.arange(len(order)) - np.repeat(np.cumsum(counts) - counts, counts)
    return taken(pairs, np.sort(order[place < MOST_PARTNERS]))


class _Linkage:
    """One run of average linkage: the items as they are now, and which two come next.

    Pairs of items as they were at the start lie sorted in arrays. An item made by merging has
    one entry on a heap, for its nearest partner. When that one has changed meanwhile, the entry
    tells at least how near the next can be, and is computed anew when it comes to the top.
    """

    def __init__(
        self,
        means: NDArray[np.float32],
        sizes: NDArray[np.int64],
        conflicts: Conflicts,
        rules: GroupingRules,
        least: float,
    ) -> None:
        self._means = means.copy()
        self._sizes = sizes.copy()
        self._variances = 1 - np.einsum("ij,ij->i", means, means)
        self._conflicts = conflicts
        self._rules = rules
        self._least = least
        self._parent: NDArray[np.int64] = np.arange(len(sizes), dtype=np.int64)
        self._versions = [0] * len(sizes)
        self._merged_partners: dict[int, NDArray[np.int64]] = {}
        self._heap: list[_Nearest] = []
        pairs = _starting_pairs(means, self._least)
        ends = np.concatenate([pairs.first, pairs.second])
        order = np.argsort(ends, kind="stable")
        self._partners = np.concatenate([pairs.second, pairs.first])[order]
        self._bounds = np.searchsorted(ends[order], np.arange(len(sizes) + 1))
        enough = pairs.similarity >= self._needed(pairs.first, pairs.second)
        self._starting = taken(pairs, np.flatnonzero(enough))
        self._next_starting = 0

    def run(self) -> NDArray[np.int64]:
        """Merge all that can be merged; return the first item of each item's group."""
        while (pair := self._next_pair()) is not None:
            give_way()
            kept, gone = sorted(pair)
            self._merge(kept, gone)
            self._push_nearest(kept)
        return self._roots(np.arange(len(self._parent)))

    def _next_pair(self) -> tuple[int, int] | None:
        """Return the most similar two items that may be merged now, None at the end."""
        while True:
            starting = self._peek_starting()
            if self._heap and (starting is None or self._heap[0] < starting):
                nearest = heapq.heappop(self._heap)
                if self._versions[nearest.item] != nearest.version:
                    continue
                if self._versions[nearest.partner] == nearest.partner_version:
                    return nearest.item, nearest.partner
                self._push_nearest(nearest.item)
            elif starting is None:
                return None
            else:
                self._next_starting += 1
                faces = int(min(self._sizes[starting.item], self._sizes[starting.partner]))
                if not self._conflicts.forbid(starting.item, starting.partner, faces):
                    return starting.item, starting.partner

    def _peek_starting(self) -> _Nearest | None:
        """Return the next of the starting pairs whose items were not merged, None at the end."""
        while self._next_starting < len(self._starting.first):
            at = self._next_starting
            first, second = int(self._starting.first[at]), int(self._starting.second[at])
            if self._versions[first] == 0 and self._versions[second] == 0:
                return _Nearest(-float(self._starting.similarity[at]), first, second, 0, 0)
            self._next_starting += 1
        return None

    def _push_nearest(self, item: int) -> None:
        """Find the most similar partner that an item may be merged with, for the heap.

        A pair that is not similar enough for its sizes, or kept apart, may be merged later on:
        its sizes change only when one of the two is merged, and then it is looked at again.
        """
        partners = np.unique(self._roots(self._partners_of(item)))
        partners = partners[partners != item]
        self._merged_partners[item] = partners
        similarity = self._means[partners] @ self._means[item]
        faces = int(self._sizes[item])
        enough = np.flatnonzero(similarity >= self._needed(partners, item))
        for at in enough[np.argsort(-similarity[enough], kind="stable")].tolist():
            partner = int(partners[at])
            if not self._conflicts.forbid(item, partner, min(faces, int(self._sizes[partner]))):
                versions = self._versions[item], self._versions[partner]
                nearest = _Nearest(-float(similarity[at]), item, partner, *versions)
                heapq.heappush(self._heap, nearest)
                return

    def _merge(self, kept: int, gone: int) -> None:
        """Make two items one, under the lower number."""
        partners = np.concatenate([self._partners_of(kept), self._partners_of(gone)])
        share = np.float32(self._sizes[gone] / (self._sizes[kept] + self._sizes[gone]))
        self._means[kept] += share * (self._means[gone] - self._means[kept])
        self._sizes[kept] += self._sizes[gone]
        self._variances[kept] = 1 - self._means[kept] @ self._means[kept]
        self._parent[gone] = kept
        self._versions[kept] += 1
        self._versions[gone] = -1
        self._conflicts.merge(kept, gone)
        self._merged_partners.pop(gone, None)
        self._merged_partners[kept] = partners

    def _needed(
        self, items: NDArray[np.integer], others: NDArray[np.integer] | int
    ) -> NDArray[np.float64]:
        """Return the average similarities that pairs of items need to be merged."""
        return self._least + self._rules.extra_similarity(
            self._sizes[items], self._sizes[others], self._variances[items], self._variances[others]
        )

    def _partners_of(self, item: int) -> NDArray[np.int64]:
        if item in self._merged_partners:
            return self._merged_partners[item]
        return self._partners[self._bounds[item] : self._bounds[item + 1]].astype(np.int64)

    def _roots(self, items: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the item that each of these is part of now."""
        roots = self._parent[items]
        while not np.array_equal(up := self._parent[roots], roots):
            roots = up
        self._parent[items] = roots  # shorter ways for the next time
        return roots
