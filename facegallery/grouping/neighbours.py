"""Pairs of similar vectors: all with all, tile by tile."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from facegallery.courtesy import give_way

# One tile of similarities: 16 MB. A tile's vectors stay in the processor's cache, where whole rows
# of 100,000 columns would read all vectors from memory for every 40 faces.
TILE_ROWS, TILE_COLUMNS = 512, 8_192

Known = Callable[[NDArray[np.int32]], NDArray[np.int64]]
"""Labels of rows, asked anew for each tile: pairs of rows with one label are of no interest."""


class SimilarPairs(NamedTuple):
    """Pairs of rows with their dot products; three arrays of one length."""

    first: NDArray[np.int32]
    second: NDArray[np.int32]
    similarity: NDArray[np.float32]


def similar_pairs(
    vectors: NDArray[np.float32], least: float, known: Known | None = None
) -> Iterator[SimilarPairs]:
    """Yield all pairs of rows of vectors (N, D) whose dot product is `least` or more.

    Every pair comes once, first < second; all pairs with one first row come together. known: see
    Known.
    """
    everyone = np.arange(len(vectors), dtype=np.int32)
    for top in range(0, len(vectors), TILE_ROWS):
        rows = everyone[top : top + TILE_ROWS]
        tiles = [
            pairs_of_tile(vectors, rows, everyone[left : left + TILE_COLUMNS], least, known)
            for left in range(top, len(vectors), TILE_COLUMNS)
        ]
        found = joined(tiles)
        # A diagonal tile has each of its pairs twice, and each row with itself.
        inside = found.second < top + len(rows)
        yield taken(found, np.flatnonzero(~inside | (found.first < found.second)))


def pairs_of_tile(
    vectors: NDArray[np.float32],
    rows: NDArray[np.int32],
    columns: NDArray[np.int32],
    least: float,
    known: Known | None = None,
) -> SimilarPairs:
    """Return the pairs of a row and a column whose dot product is `least` or more.

    What has one label with most of the rows is not even multiplied with them: in a cell full of
    one person's faces little is left to do.
    """
    give_way()
    if known is None:
        return _multiplied(vectors, rows, columns, least)
    labels, other_labels = known(rows), known(columns)
    labels_here, counts = np.unique(labels, return_counts=True)
    most = labels_here[np.argmax(counts)]
    together, elsewhere = labels == most, other_labels != most
    main = _multiplied(vectors, rows[together], columns[elsewhere], least)
    rest = _multiplied(vectors, rows[~together], columns, least)
    return joined([main, rest])


def _multiplied(
    vectors: NDArray[np.float32],
    rows: NDArray[np.int32],
    columns: NDArray[np.int32],
    least: float,
) -> SimilarPairs:
    similarity = (vectors[rows] @ vectors[columns].T).ravel()
    places = np.flatnonzero(similarity >= np.float32(least))
    row, column = np.divmod(places, max(1, len(columns)))
    return SimilarPairs(rows[row], columns[column], similarity[places])


def joined(parts: list[SimilarPairs]) -> SimilarPairs:
    """Return the pairs of all parts in one."""
    return SimilarPairs(*(np.concatenate(part) for part in zip(*parts, strict=True)))


def taken(pairs: SimilarPairs, places: NDArray[np.integer]) -> SimilarPairs:
    """Return the pairs at these places."""
    return SimilarPairs(pairs.first[places], pairs.second[places], pairs.similarity[places])
