"""Faces: what a detector finds, and what the catalog keeps of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the window starts without
    import numpy as np
    from numpy.typing import NDArray

EYES_CLOSED = 0.5
"""Below, eyes count as closed: 1 % of open ones do, and three of four closed ones; see
docs/detection.md."""


class Box(NamedTuple):
    """A rectangle as fractions 0..1 of the upright photo: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def area(self) -> float:
        """Area as a fraction of the photo's."""
        return self.width * self.height

    def overlap(self, other: "Box") -> float:
        """Return intersection over union with another box, 0..1."""
        wide = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        high = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        if wide <= 0 or high <= 0:
            return 0.0
        shared = wide * high
        return shared / (self.area + other.area - shared)


@dataclass(frozen=True, slots=True, eq=False)  # eq=False: == on arrays has no single answer
class DetectedFace:
    """One face in one upright photo. Made by vision, stored by catalog.faces.

    box: fractions 0..1 of the upright photo, clipped to it.
    landmarks: (5, 2) float32, x then y, same fractions: the eye on the left of the picture, the
        eye on the right, nose, the mouth's corner on the left, on the right.
    score: the detector's confidence, 0..1. quality: how well it can be recognised, 0..1.
    embedding: (D,) float32 of length 1 by the model named; None where no recognizer was asked.
    eyes_open: 0 (closed) to 1; None where nobody has looked.
    """

    box: Box
    landmarks: "NDArray[np.float32]"
    score: float
    quality: float
    embedding: "NDArray[np.float32] | None" = None
    eyes_open: float | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """One face of the library as the screens and the command line show it.

    photo_hash: of the photo's bytes; with box it is the key of the face's crop in the cache.
    person_id, person_name, state: the confirmed person, else the nearest suggested one, else None.
    similarity: cosine similarity that the suggestion rests on; None for the user's own word.
    eyes_open: 0 (closed) to 1; None where nobody has looked.
    """

    id: int
    photo_id: int
    photo_hash: bytes
    path: str
    taken_at: str | None
    box: Box
    score: float
    quality: float
    is_face: bool
    hidden: bool
    group_id: int | None
    person_id: int | None
    person_name: str | None
    state: str | None
    similarity: float | None
    eyes_open: float | None = None
