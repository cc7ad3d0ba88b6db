"""Whether the eyes of a face are open: a small model that looks at the two eyes.

For the best photo of a burst: it tells photos of the same people at one moment apart. A logistic
model on histograms of gradients, as N. Dalal and B. Triggs ("Histograms of oriented gradients for
human detection", CVPR 2005) look for people: an open eye has a round dark iris between two lids, a
closed one a single line. Trained and measured by `python -m tests.bench eyes`; docs/detection.md
has the figures.
"""

import json
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from facegallery.paths import resources

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

FILE = "eyes.json"  # in resources/models: the model, and what it was made of
ROWS = slice(43, 61)  # of the aligned face, around both eyes as align.TEMPLATE has them
LEFT, RIGHT = slice(25, 53), slice(60, 88)  # columns
CELL = 4  # pixels
DIRECTIONS = 6
FAINT = 2.0  # grey values a pixel: weaker gradients are noise, and are not made larger
_GREY = np.array([0.299, 0.587, 0.114], np.float32)  # of RGB, as ITU-R BT.601 has it


def eyes_open(aligned: Image) -> float:
    """Return how open the eyes of a face are, 0 (closed) to 1; below 0.5 they count as closed.

    aligned: the (112, 112, 3) RGB pixels that align.aligned_face made of it.
    """
    weights, bias = _model()
    likely = float((features(aligned) @ weights).mean()) + bias
    return float(1 / (1 + np.exp(-np.clip(likely, -30, 30))))


def features(aligned: Image) -> Floats:
    """Return what the model sees of both eyes (2, 144); the right one is mirrored.

    For each of 4 by 6 cells, how strong the gradients in each of 6 directions are there.
    """
    grey = aligned[ROWS].astype(np.float32) @ _GREY
    eyes = np.stack([grey[:, LEFT], grey[:, RIGHT][:, ::-1]])
    across = (eyes[:, 1:-1, 2:] - eyes[:, 1:-1, :-2])[:, :, 1:-1]
    down = (eyes[:, 2:, 1:-1] - eyes[:, :-2, 1:-1])[:, :, 1:-1]
    turn = np.arctan2(down, across) * np.float32(DIRECTIONS / (2 * np.pi))
    half = DIRECTIONS / 2
    # A gradient between two directions counts for both, for the nearer one more.
    off = np.abs((turn[..., None] - np.arange(DIRECTIONS) + half) % DIRECTIONS - half)
    strengths = np.hypot(across, down)[..., None] * np.maximum(0, 1 - off)
    count, high, wide, _ = strengths.shape
    parts = (count, high // CELL, CELL, wide // CELL, CELL, DIRECTIONS)
    cells = strengths.reshape(parts).mean(axis=(2, 4)).reshape(count, -1)
    contrast = np.sqrt(np.square(cells).mean(axis=1, keepdims=True))
    return np.asarray(cells / (contrast + FAINT), np.float32)


@lru_cache(maxsize=1)
def _model() -> tuple[Floats, float]:
    """Return the weights (144,) and the bias."""
    known = json.loads((resources() / "models" / FILE).read_text(encoding="utf-8"))
    return np.array(known["weights"], np.float32), float(known["bias"])
