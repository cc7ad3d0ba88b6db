"""Faces in pixels, while detectors still work on them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.vision.boxes import Measure, strongest

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class FoundFaces:
    """N faces in pixels of one picture; arrays in step.

    boxes: (N, 4) left, top, right, bottom, counted from the picture's edge. landmarks: (N, 5, 2) x
    and y, counted from the centre of the first pixel, as DetectedFace names them. scores: (N,)
    0..1. turns: (N,) degrees by which the picture must be turned counterclockwise for the face to
    stand upright.
    """

    boxes: Floats
    landmarks: Floats
    scores: Floats
    turns: Floats

    def __len__(self) -> int:
        return len(self.scores)

    def chosen(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> "FoundFaces":
        """Return those that a mask or indices name."""
        return FoundFaces(
            self.boxes[which], self.landmarks[which], self.scores[which], self.turns[which]
        )

    def apart(self, threshold: float, measure: Measure = "union") -> "FoundFaces":
        """Return the strongest of those that overlap by more than the threshold."""
        return self.chosen(strongest(self.boxes, self.scores, threshold, measure))

    def enlarged(self, x: float, y: float) -> "FoundFaces":
        """Return the same faces in a picture that is x times as wide and y times as high."""
        return FoundFaces(
            self.boxes * np.array([x, y, x, y], np.float32),
            (self.landmarks + 0.5) * np.array([x, y], np.float32) - np.float32(0.5),
            self.scores,
            self.turns,
        )


def joined(*parts: FoundFaces) -> FoundFaces:
    """Return the faces of all parts; no parts are no faces."""
    none = FoundFaces(
        np.empty((0, 4), np.float32),
        np.empty((0, 5, 2), np.float32),
        np.empty(0, np.float32),
        np.empty(0, np.float32),
    )
    return FoundFaces(
        np.concatenate([none.boxes, *(part.boxes for part in parts)]),
        np.concatenate([none.landmarks, *(part.landmarks for part in parts)]),
        np.concatenate([none.scores, *(part.scores for part in parts)]),
        np.concatenate([none.turns, *(part.turns for part in parts)]),
    )
