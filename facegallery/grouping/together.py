"""The user's word that faces without a name are one person, put over what the machine found."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

NO_GROUP = -1


def join(labels: NDArray[np.int64], together: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the groups after those with faces that the user called the same are made one.

    labels: (N,) from 0, -1 in no group. together: (K, 2) pairs of rows; a lone face among them
    comes into the group of the other, or makes one with it. Other groups keep their order.
    """
    if len(together) == 0:
        return labels
    count = int(labels.max(initial=-1)) + 1
    items = labels.copy()  # each lone face is an item of its own, after the groups
    lone = np.flatnonzero(labels == NO_GROUP)
    items[lone] = count + np.arange(len(lone))
    size = count + len(lone)
    one, other = items[together].T
    links = coo_array((np.ones(len(one), np.int8), (one, other)), shape=(size, size))
    _, component = connected_components(links, directed=False)
    joined = component[items]
    sizes = np.bincount(joined)
    grouped = sizes[joined] > 1
    result = np.full(len(labels), NO_GROUP, np.int64)
    result[grouped] = np.unique(joined[grouped], return_inverse=True)[1]
    return result
