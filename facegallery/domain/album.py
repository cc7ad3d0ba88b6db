"""Albums: photos kept together under a name, by a query or one by one; and exports of photos."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Album:
    """A query that stays alive, or photos that were chosen (query is None).

    photos: how many were chosen; 0 for a query, whose photos are what it finds now.
    cover_photo_id: chosen by the user, None for the first photo.
    """

    id: int
    name: str
    query: str | None
    photos: int
    cover_photo_id: int | None


class ExportKind(StrEnum):
    """How photos are put into another folder."""

    COPY = "copy"
    HARD_LINK = "hard link"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file or folder that an export made. kind: of ExportKind, or "folder".

    source: the photo's own file while this one is being made; None once it is as noted here.
    """

    path: str
    kind: str
    size_bytes: int
    mtime_ns: int
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """Something exported at one time, in words."""

    id: int
    folder: str
    words: str
    made_at: str
