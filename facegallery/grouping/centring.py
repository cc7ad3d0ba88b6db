"""Embeddings less what all faces have in common, so that similarity tells people apart better.

The embeddings of a model share a part that says "a face", and differs by who it was trained on.
It adds the same to all similarities of some faces, more than to those of others. Without it, at
one false match in 100,000, SFace misses 2.6 % of the same pairs instead of 3.1 %; at one in a
million 5.3 % instead of 6.7 % (LFW's development half; average from one half of its people,
measured on the other half).
"""

import numpy as np
from numpy.typing import NDArray

# In 1/10,000: SFace's average face, MTCNN's landmarks: the mean over people of the mean of their
# embeddings, 3,960 people of LFW's development half, November 2026.
_SFACE = """
    -656 -207 375 227 538 335 158 157 -431 56 -189 400 -42 33 174 -129 -573 -157 -895 66 -7 61 195
    -207 0 -249 -142 -95 -2 -181 11 494 102 -129 92 85 -305 329 159 -21 314 -243 -176 64 251 -68
    -220 360 -134 71 -261 158 24 153 -138 -275 297 -217 -181 63 -11 510 -860 75 142 -166 102 -83
    122 -168 428 -117 29 -306 356 -284 -182 -28 -654 72 -209 35 -242 72 -441 -71 314 -172 -117 -90
    44 373 584 309 -299 -295 -16 413 -172 100 44 -209 -241 -528 -79 -347 -67 125 531 -287 456 -245
    -285 -37 493 290 -298 -25 175 -45 -201 -362 511 -121 406 -365 -188 224
"""

AVERAGE_FACES = {"sface": np.array(_SFACE.split(), np.float32) / 10_000}


def centred(vectors: NDArray[np.float32], recognizer: str) -> NDArray[np.float32]:
    """Return embeddings (N, D) as grouping and suggestions compare them, rows of length 1.

    vectors: rows of length 1. recognizer: the model's name in the registry. Embeddings of a model
    whose average face is not known are returned as they are. Similarities of centred vectors are
    lower: thresholds for one kind do not hold for the other.
    """
    average = AVERAGE_FACES.get(recognizer)
    if average is None or not len(vectors):
        return vectors
    moved = vectors - average
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.maximum(lengths, np.finfo(np.float32).tiny), np.float32)


def centred_similarities(
    vectors: NDArray[np.float32], others: NDArray[np.float32], recognizer: str
) -> NDArray[np.float32]:
    """Return the similarities (Q, N) of centred vectors to others (N, D), centred on the way.

    That is a row more to multiply with, where centring a million embeddings takes as long again.
    """
    average = AVERAGE_FACES.get(recognizer)
    if average is None or not len(others):
        return vectors @ others.T
    found = np.concatenate([vectors, average[None]]) @ others.T
    squares = 1 - 2 * found[-1] + average @ average
    found = found[:-1]
    found -= (vectors @ average)[:, None]
    found /= np.sqrt(np.maximum(squares, np.finfo(np.float32).tiny))
    return found
