"""Long embeddings in fewer dimensions: most of the 2,048 of VGGFace2 say next to nothing.

Halko, Martinsson and Tropp, "Finding structure with randomness", SIAM Review 53 (2011): the
directions that hold most of a sample's squared lengths, by scikit-learn.
"""

import numpy as np
from numpy.typing import NDArray

LONG = 512  # dimensions; embeddings with fewer are compared as they are
SAMPLE = 8_192  # rows; fewer are compared as they are
MOST = 256  # dimensions that are kept at most
KEPT = 0.99  # of the squared lengths, if so many dimensions hold it
BLOCK_ROWS = 16_384


def in_order(vectors: NDArray[np.float32], order: NDArray[np.intp]) -> NDArray[np.float32]:
    """Return the rows (N, D) in an order (M,), in fewer dimensions where they are long and many.

    order: must have nothing to do with who the rows show. Rows have length 1 before and after.
    What this does to similarities is measured in docs/grouping.md.
    """
    if vectors.shape[1] < LONG or len(order) < SAMPLE:
        return vectors[order]
    directions = _directions(vectors[order[:SAMPLE]])
    short = np.empty((len(order), directions.shape[1]), np.float32)
    for start in range(0, len(order), BLOCK_ROWS):
        block = vectors[order[start : start + BLOCK_ROWS]] @ directions
        lengths = np.linalg.norm(block, axis=1, keepdims=True)
        short[start : start + BLOCK_ROWS] = block / np.maximum(lengths, np.finfo(np.float32).tiny)
    return short


def _directions(sample: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (D, K) directions at right angles, the weightiest first."""
    from sklearn.decomposition import TruncatedSVD

    whole = TruncatedSVD(MOST, random_state=0).fit(np.nan_to_num(sample))
    held = np.cumsum(whole.singular_values_.astype(np.float64) ** 2) / np.square(sample).sum()
    count = int(np.searchsorted(held, KEPT)) + 1
    return np.asarray(whole.components_[:count].T, np.float32)
