"""People, groups, and how faces are linked to them."""

from dataclasses import dataclass
from typing import Literal

from facegallery.domain.face import Box

SUGGESTED = "suggested"
CONFIRMED = "confirmed"
REJECTED = "rejected"

Kind = Literal["person", "group"]


@dataclass(frozen=True, slots=True)
class PersonOrGroup:
    """A person whom the user knows of, or a group that the machine found: one card on People.

    faces, photos: confirmed ones for a person, members for a group.
    suggested: a person's faces that wait for a yes or no; 0 for a group.
    maybe_id, maybe_name: for a group, the person it is suggested to, if any.
    cover_hash, cover_box: photo and box of the face on the card; None for a person without faces.
    birth_date: ISO date, or the year alone; None where it is not known.
    other_names: what the person is called too; found by search.
    """

    kind: Kind
    number: int
    name: str | None
    faces: int
    photos: int
    hidden: bool
    suggested: int = 0
    maybe_id: int | None = None
    maybe_name: str | None = None
    cover_face: int | None = None
    cover_hash: bytes | None = None
    cover_box: Box | None = None
    cover_path: str | None = None
    birth_date: str | None = None
    notes: str = ""
    other_names: tuple[str, ...] = ()
    favourite: bool = False

    @property
    def id(self) -> str:
        """The id as the command line writes it: p12 or g34."""
        return f"{self.kind[0]}{self.number}"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The machine's guess that a face is a person's. similarity: cosine, -1..1."""

    face_id: int
    person_id: int
    similarity: float


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """What the library holds, and the models that work on it."""

    photos: int
    missing: int
    faces: int
    people: int
    groups: int
    detector: str | None
    recognizer: str | None
