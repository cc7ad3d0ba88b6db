"""Made-up people as vectors, with a known answer: no models, no photos."""

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 64


def unit(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return the rows made length 1."""
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def crowd(
    people: int, faces: int, spread: float = 0.8, seed: int = 0, dimensions: int = DIMENSIONS
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return embeddings, and who is who: `faces` of each of `people`, shuffled.

    spread: length of what differs within a person; two faces of one have a cosine similarity of
    1 / (1 + spread ** 2), on average.
    """
    random = np.random.default_rng(seed)
    truth = random.permutation(np.repeat(np.arange(people), faces))
    centres = unit(random.normal(size=(people, dimensions)))
    noise = random.normal(0, spread / dimensions**0.5, (len(truth), dimensions))
    return unit(centres[truth] + noise), truth


def partition(labels: NDArray[np.int64]) -> set[frozenset[int]]:
    """Return the groups as sets of rows, whatever their numbers; -1 is in none."""
    return {
        frozenset(np.flatnonzero(labels == one).tolist()) for one in set(labels.tolist()) - {-1}
    }
