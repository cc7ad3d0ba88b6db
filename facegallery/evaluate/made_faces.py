"""Made embeddings of many people, for measuring grouping at sizes that no labelled album has.

They follow what SFace's embeddings of LFW are like once they are centred (9,525 faces, November
2026): two photos of one person have a similarity of 0.645 on average, between 0.45 and 0.79 for
single people, with a standard deviation of 0.10; two people's 0.00 with 0.092. They are spread over
128 directions of falling weight. In 2,048 dimensions, as many as VGGFace2's models have, the same
128 directions hold 99 % of each vector, and noise fills the rest.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 128
# Variance along the widest and the narrowest direction; a straight line lies between.
_WIDEST, _NARROWEST = 0.0144, 0.0012
_COHESION, _COHESION_SPREAD = 0.65, 0.07  # of people: how similar their photos are on average
_PHOTO_SPREAD = 0.08  # of single photos around their person's
# Sizes of people in an album: most strangers are seen once, family in thousands of photos.
_SIZE_EXPONENT, _LARGEST_SHARE = 1.15, 0.03
_BLOCK = 16_384
_NOISE = 0.01  # share of a long vector's squared length outside the 128 directions


class MadeFaces(NamedTuple):
    """vectors: (N, D) float32, rows of length 1, centred. people: (N,) who each face is."""

    vectors: NDArray[np.float32]
    people: NDArray[np.int64]


def made_faces(count: int, seed: int = 0, dimensions: int = DIMENSIONS) -> MadeFaces:
    """Return that many faces of made people, in random order; the same for the same seed.

    dimensions: 128 or more.
    """
    random = np.random.default_rng(seed)
    people = _people(count, random)
    number = int(people.max(initial=-1)) + 1
    weights = np.sqrt(np.linspace(_WIDEST, _NARROWEST, DIMENSIONS, dtype=np.float32))
    centres = _directions(number, weights, random)
    cohesion = random.normal(_COHESION, _COHESION_SPREAD, number).clip(0.35, 0.9)
    widen = _widening(dimensions, random)
    vectors = np.empty((count, dimensions), np.float32)
    for start in range(0, count, _BLOCK):
        who = people[start : start + _BLOCK]
        share = random.normal(cohesion[who], _PHOTO_SPREAD).clip(0.15, 0.97).astype(np.float32)
        own = _directions(len(who), weights, random)
        # Of unit vectors at right angles, nearly: the similarity of two photos is the square root
        # of the product of their shares.
        mixed = np.sqrt(share)[:, None] * centres[who] + np.sqrt(1 - share)[:, None] * own
        lengths = np.linalg.norm(mixed, axis=1, keepdims=True)
        vectors[start : start + _BLOCK] = _widened(
            np.asarray(mixed / lengths, np.float32), widen, random
        )
    return MadeFaces(vectors, people)


def _widening(dimensions: int, random: np.random.Generator) -> NDArray[np.float32] | None:
    """Return (128, D) directions at right angles that carry the 128, None where D is 128."""
    if dimensions == DIMENSIONS:
        return None
    drawn = random.standard_normal((dimensions, DIMENSIONS))
    return np.linalg.qr(drawn)[0].T.astype(np.float32)


def _widened(
    vectors: NDArray[np.float32],
    widen: NDArray[np.float32] | None,
    random: np.random.Generator,
) -> NDArray[np.float32]:
    if widen is None:
        return vectors
    noise = random.standard_normal((len(vectors), widen.shape[1]), np.float32)
    noise *= np.float32((_NOISE / widen.shape[1]) ** 0.5)
    wide = np.float32((1 - _NOISE) ** 0.5) * (vectors @ widen) + noise
    return np.asarray(wide / np.linalg.norm(wide, axis=1, keepdims=True), np.float32)


def _people(count: int, random: np.random.Generator) -> NDArray[np.int64]:
    """Return who each face is, numbered from 0, shuffled."""
    largest = max(1, int(count * _LARGEST_SHARE))
    sizes: list[int] = []
    left = count
    while left:
        drawn = np.minimum(random.zipf(_SIZE_EXPONENT + 0.6, 4_096), largest)
        for size in drawn.tolist():
            sizes.append(min(size, left))
            left -= sizes[-1]
            if not left:
                break
    people = np.repeat(np.arange(len(sizes)), sizes)
    random.shuffle(people)
    return people


def _directions(
    count: int, weights: NDArray[np.float32], random: np.random.Generator
) -> NDArray[np.float32]:
    """Return (count, 128) vectors of length 1, wider in some directions than in others."""
    drawn = random.standard_normal((count, DIMENSIONS), np.float32) * weights
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True))
