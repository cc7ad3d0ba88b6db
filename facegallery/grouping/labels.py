"""Groups as labels: a number for each face, from 0, and what stands for none."""

import numpy as np
from numpy.typing import NDArray

NO_GROUP = -1
NOT_ASKED = -2
"""Where some faces are grouped among all: somebody's already, or not there any more."""


def numbered_by_first(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the same partition with labels 0, 1, 2... in order of their first rows."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


def without_lone(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the labels with -1 for groups of one face: noise is not a group."""
    sizes = np.bincount(labels + 1)
    return np.where(sizes[labels + 1] > 1, labels, NO_GROUP)
