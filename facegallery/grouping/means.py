"""Means of vectors: the dot product of two groups' means is their average similarity."""

import numpy as np
from numpy.typing import NDArray


def mean_vectors(
    vectors: NDArray[np.float32], items: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return the mean (M, D) of each item's vectors, not made length 1, and its faces (M,).

    items: (N,) the item of each row, 0 to M - 1, each at least once.
    """
    sizes = np.bincount(items).astype(np.int64)
    if len(sizes) == 0:
        return np.empty((0, vectors.shape[1]), np.float32), sizes
    order = np.argsort(items, kind="stable")
    sums = np.add.reduceat(vectors[order], np.cumsum(sizes) - sizes, axis=0)
    means = np.asarray(sums / sizes[:, None].astype(np.float32), np.float32)
    return means, sizes
