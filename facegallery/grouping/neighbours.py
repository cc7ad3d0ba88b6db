"""Pairs of similar vectors, block by block: the one place that compares all with all."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Similarities computed at once: 16 MB, and 64 MB of row numbers where all of them are pairs.
BLOCK_CELLS = 4_000_000


class SimilarPairs(NamedTuple):
    """Pairs of rows, first < second, with their dot products; three arrays of one length."""

    first: NDArray[np.int32]
    second: NDArray[np.int32]
    similarity: NDArray[np.float32]


def similar_pairs(vectors: NDArray[np.float32], least: float) -> Iterator[SimilarPairs]:
    """Yield all pairs of rows of vectors (N, D) whose dot product is `least` or more, in blocks.

    Every pair comes once. Within a block the pairs are in order of first, then second.
    """
    count = len(vectors)
    start = 0
    while start < count:
        # Rows from here on only, so later blocks can be taller.
        stop = min(count, start + max(1, BLOCK_CELLS // (count - start)))
        similarity = vectors[start:stop] @ vectors[start:].T
        rows, columns = np.nonzero(similarity >= np.float32(least))
        above = columns > rows
        rows, columns = rows[above], columns[above]
        yield SimilarPairs(
            (rows + start).astype(np.int32),
            (columns + start).astype(np.int32),
            similarity[rows, columns],
        )
        start = stop
