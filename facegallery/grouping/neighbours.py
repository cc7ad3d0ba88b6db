"""Pairs of similar vectors, tile by tile: the one place that compares all with all."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# One tile of similarities: 16 MB. A tile's vectors stay in the processor's cache, where whole rows
# of 100,000 columns would read all vectors from memory for every 40 faces.
TILE_ROWS, TILE_COLUMNS = 512, 8_192


class SimilarPairs(NamedTuple):
    """Pairs of rows, first < second, with their dot products; three arrays of one length."""

    first: NDArray[np.int32]
    second: NDArray[np.int32]
    similarity: NDArray[np.float32]


def similar_pairs(vectors: NDArray[np.float32], least: float) -> Iterator[SimilarPairs]:
    """Yield all pairs of rows of vectors (N, D) whose dot product is `least` or more.

    Every pair comes once; all pairs with one first row come together.
    """
    for top in range(0, len(vectors), TILE_ROWS):
        rows = vectors[top : top + TILE_ROWS]
        tiles = [
            _pairs_of_tile(rows, top, vectors[left : left + TILE_COLUMNS], left, least)
            for left in range(top, len(vectors), TILE_COLUMNS)
        ]
        yield SimilarPairs(*(np.concatenate(part) for part in zip(*tiles, strict=True)))


def _pairs_of_tile(
    rows: NDArray[np.float32],
    top: int,
    columns: NDArray[np.float32],
    left: int,
    least: float,
) -> SimilarPairs:
    """Return the pairs of rows, the first of which is row `top`, and columns from `left` on."""
    similarity = (rows @ columns.T).ravel()
    places = np.flatnonzero(similarity >= np.float32(least))
    first, second = np.divmod(places, len(columns))
    first, second = first + top, second + left
    above = second > first
    return SimilarPairs(
        first[above].astype(np.int32),
        second[above].astype(np.int32),
        similarity[places[above]],
    )
