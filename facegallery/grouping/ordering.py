"""An order of faces that depends on what they hold alone, not on how they came."""

import numpy as np
from numpy.typing import NDArray

BLOCK_ROWS = 16_384
_MIX = np.uint64(0x9E3779B97F4A7C15)  # Steele, Lea and Flood's SplitMix64, OOPSLA 2014


def order_of_content(
    vectors: NDArray[np.float32], photo_ids: NDArray[np.int64], quality: NDArray[np.float32]
) -> NDArray[np.intp]:
    """Return the rows in the order of a number that each one's content is hashed to.

    vectors (N, D), photo_ids (N,), quality (N,). Equal rows come one after the other. The order
    has nothing to do with who the faces show, and rows that are added come in anywhere among the
    others without moving these: the first few are a fair sample of all, and nearly the same one
    as before.
    """
    return np.lexsort((quality, photo_ids, _hashed(vectors)))


def _hashed(vectors: NDArray[np.float32]) -> NDArray[np.uint64]:
    """Return a 64-bit hash of each row: of a million different rows two are equal never."""
    factors = np.random.default_rng(0).integers(0, 2**64, vectors.shape[1], np.uint64) | np.uint64(
        1
    )
    hashes = np.empty(len(vectors), np.uint64)
    for start in range(0, len(vectors), BLOCK_ROWS):
        block = np.ascontiguousarray(vectors[start : start + BLOCK_ROWS], np.float32)
        bits = block.view(np.uint32).astype(np.uint64)
        bits ^= bits >> np.uint64(15)
        mixed = (bits * factors).sum(axis=1, dtype=np.uint64)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIX
        hashes[start : start + BLOCK_ROWS] = mixed ^ (mixed >> np.uint64(27))
    return hashes
