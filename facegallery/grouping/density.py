"""DBSCAN with two faces to a core, in memory that does not grow with the size of a person.

Ester, Kriegel, Sander and Xu, "A density-based algorithm for discovering clusters", KDD 1996.
With min_samples=2 every face with a neighbour is a core, so that the clusters are the connected
components of the graph of neighbours. sklearn.cluster.DBSCAN gives the same groups, but keeps the
neighbours of all faces at once: 800 MB for one person's 10,000 faces. Here what is connected
already is not compared any more.
"""

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.cells import near_pairs
from facegallery.grouping.labels import numbered_by_first


def dense_components(vectors: NDArray[np.float32], distance: float) -> NDArray[np.int64]:
    """Return the DBSCAN component of each row, numbered from 0 in order of first rows.

    vectors: (N, D), rows of length 1. distance: cosine distance, DBSCAN's eps. A row without a
    neighbour is a component of its own: sklearn's noise. Of very many rows, which must come in an
    order that has nothing to do with who they show, a few neighbours are missed: see cells.
    """
    parent: NDArray[np.int64] = np.arange(len(vectors), dtype=np.int64)
    for pairs in near_pairs(vectors, 1 - distance, lambda rows: _roots(parent, rows)):
        _join(parent, pairs.first, pairs.second)
    return numbered_by_first(_roots(parent, np.arange(len(vectors), dtype=np.int64)))


def _join(parent: NDArray[np.int64], one: NDArray[np.int32], other: NDArray[np.int32]) -> None:
    """Make one tree of those that each pair is in. parent: (N,) of each row, never larger."""
    first, second = _roots(parent, one), _roots(parent, other)
    while len(first):
        first, second = _roots(parent, first), _roots(parent, second)
        apart = first != second
        first, second = first[apart], second[apart]
        # Of several pairs with one larger root the last is taken, the others come again.
        parent[np.maximum(first, second)] = np.minimum(first, second)


def _roots(parent: NDArray[np.int64], rows: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return the root of each row's tree, and shorten the ways to it."""
    roots: NDArray[np.int64] = parent[rows]
    while not np.array_equal(up := parent[roots], roots):
        roots = up
    parent[rows] = roots
    return roots
