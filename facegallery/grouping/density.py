"""DBSCAN with two faces to a core, in memory that does not grow with the size of a person.

Ester, Kriegel, Sander and Xu, "A density-based algorithm for discovering clusters", KDD 1996.
With min_samples=2 every face with a neighbour is a core, so that the clusters are the connected
components of the graph of neighbours. sklearn.cluster.DBSCAN gives the same groups, but keeps the
neighbours of all faces at once: 800 MB for one person's 10,000 faces.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from facegallery.grouping.neighbours import similar_pairs


def dense_components(vectors: NDArray[np.float32], distance: float) -> NDArray[np.int64]:
    """Return the DBSCAN component of each row, numbered from 0 in order of first rows.

    vectors: (N, D), rows of length 1. distance: cosine distance, DBSCAN's eps. A row without a
    neighbour is a component of its own: sklearn's noise.
    """
    count = len(vectors)
    component: NDArray[np.int64] = np.arange(count, dtype=np.int64)
    for pairs in similar_pairs(vectors, 1 - distance):
        if len(pairs.first):
            component = _joined(component, component[pairs.first], component[pairs.second])
    return numbered_by_first(component)


def _joined(
    component: NDArray[np.int64], first: NDArray[np.int64], second: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the components after those in `first` are joined with those in `second`."""
    count = len(component)
    edges = np.unique(first * count + second)
    links = coo_array(
        (np.ones(len(edges), np.int8), (edges // count, edges % count)), shape=(count, count)
    )
    _, joined = connected_components(links, directed=False)
    renamed: NDArray[np.int64] = joined.astype(np.int64)[component]
    return renamed


def numbered_by_first(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the same partition with labels 0, 1, 2... in order of their first rows."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]
