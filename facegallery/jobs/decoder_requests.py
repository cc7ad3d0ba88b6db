"""What the window asks of the decoder process, and what that answers."""

from dataclasses import dataclass

from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.face import Box


@dataclass(frozen=True, slots=True)
class Whole:
    """Asks for the pixels of a whole photo, as large as fits into width x height, no larger than
    it is.
    """

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Part:
    """Asks for the pixels of a part of a photo (fractions of it), scaled to width x height."""

    path: str
    area: Box
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Small:
    """Asks for the JPEG of a thumbnail; of the crop of a face where a box is given."""

    path: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Forget:
    """Lets go of the photo that parts were asked of."""


Request = Whole | Part | Small | Forget


@dataclass(frozen=True, slots=True)
class Pixels:
    """Says that so many rows of pixels follow: 4 bytes each, blue, green, red, 255."""

    width: int
    height: int


Answer = Pixels | bytes | FaceGalleryError | None
