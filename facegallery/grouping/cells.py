"""Nearly all pairs of similar vectors among very many, by comparing only what is in one cell.

Each vector is at home in the cell of the pivot that it is most similar to, and visits the cells of
the next few. In each cell those at home are compared with each other and with the visitors: a pair
is found when either of the two visits the other's home, which is nearly always so for two faces of
one person. docs/grouping.md has the share that is found, and the time beside other ways.
"""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from facegallery.courtesy import give_way
from facegallery.grouping.neighbours import (
    TILE_COLUMNS,
    TILE_ROWS,
    Known,
    SimilarPairs,
    pairs_of_tile,
    similar_pairs,
    taken,
)

EXACT_ROWS = 30_000  # up to here all are compared with all: three seconds on two cores at most
PROBES = 32
BLOCK_ROWS = 2_048  # rows whose nearest pivots are looked for at once


def near_pairs(
    vectors: NDArray[np.float32],
    least: float,
    known: Known | None = None,
    exact_rows: int | None = None,
) -> Iterator[SimilarPairs]:
    """Yield the pairs of rows whose dot product is `least` or more: all of few, most of many.

    vectors: (N, D) in an order that has nothing to do with who they show. Each pair comes once,
    first < second. known: see neighbours. exact_rows: how many are few, EXACT_ROWS if None.
    """
    if len(vectors) <= (EXACT_ROWS if exact_rows is None else exact_rows):
        return similar_pairs(vectors, least, known)
    return cells_of(vectors).similar_pairs(least, known)


def cells_of(vectors: NDArray[np.float32]) -> "Cells":
    """Return the cells that near_pairs looks through; vectors as there."""
    return Cells(vectors, _pivots_for(len(vectors)), PROBES)


def _pivots_for(rows: int) -> int:
    """Return how many cells are right for so many rows: a power of two, so that it changes rarely.

    About twice the square root: looking for the cells then costs less than comparing what is in
    them, and people with few photos are still found.
    """
    return int(2 ** round(math.log2(2 * math.sqrt(rows))))


class Cells:
    """Vectors (N, D), by the cells they are in.

    pivots: how many of the first rows are pivots, below 65,536; the rows must come in an order
    that has nothing to do with who they show. probes: how many cells each row is in.
    """

    def __init__(self, vectors: NDArray[np.float32], pivots: int, probes: int) -> None:
        self._vectors = vectors
        self._pivots = min(pivots, len(vectors))
        self._nearest = _nearest_pivots(vectors, self._pivots, min(probes, self._pivots))
        self._orders: list[NDArray[np.int32]] = []
        self._bounds: list[NDArray[np.int64]] = []
        for column in self._nearest.T:
            order = np.argsort(column, kind="stable").astype(np.int32)
            self._orders.append(order)
            self._bounds.append(np.searchsorted(column[order], np.arange(self._pivots + 1)))

    def compares(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell for pairs of rows whether they are in one cell that either is at home in."""
        there = (self._nearest[one] == self._nearest[other, :1]).any(axis=1)
        here = (self._nearest[other] == self._nearest[one, :1]).any(axis=1)
        return np.asarray(there | here)

    def similar_pairs(self, least: float, known: Known | None = None) -> Iterator[SimilarPairs]:
        """Yield the pairs with a dot product of `least` or more, first < second, each once.

        known: see neighbours.
        """
        for cell in range(self._pivots):
            home = self._rows(cell, 0)
            here = np.concatenate([self._rows(cell, at) for at in range(len(self._orders))])
            for top in range(0, len(home), TILE_ROWS):
                rows = home[top : top + TILE_ROWS]
                for left in range(0, len(here), TILE_COLUMNS):
                    columns = here[left : left + TILE_COLUMNS]
                    pairs = pairs_of_tile(self._vectors, rows, columns, least, known)
                    yield self._once(cell, pairs)

    def _rows(self, cell: int, probe: int) -> NDArray[np.int32]:
        """Return the rows to which the cell's pivot is the nearest but so many."""
        start, end = self._bounds[probe][cell : cell + 2]
        return self._orders[probe][start:end]

    def _once(self, cell: int, pairs: SimilarPairs) -> SimilarPairs:
        """Return the pairs of a cell, first < second, less those that another cell has."""
        its_home = self._nearest[pairs.second, 0]
        there_too = (self._nearest[pairs.first] == its_home[:, None]).any(axis=1)
        kept = np.where(
            its_home == cell, pairs.first < pairs.second, ~there_too | (cell < its_home)
        )
        some = taken(pairs, np.flatnonzero(kept))
        low, high = np.minimum(some.first, some.second), np.maximum(some.first, some.second)
        return SimilarPairs(low, high, some.similarity)


def _nearest_pivots(vectors: NDArray[np.float32], pivots: int, probes: int) -> NDArray[np.uint16]:
    """Return (N, probes) the pivots that each row is most similar to, the nearest one first."""
    nearest = np.empty((len(vectors), probes), np.uint16)
    for start in range(0, len(vectors), BLOCK_ROWS):
        give_way()
        distance = -(vectors[start : start + BLOCK_ROWS] @ vectors[:pivots].T)
        some = np.argpartition(distance, probes - 1, axis=1)[:, :probes]
        near = np.argsort(np.take_along_axis(distance, some, axis=1), axis=1, kind="stable")
        nearest[start : start + BLOCK_ROWS] = np.take_along_axis(some, near, axis=1)
    return nearest
