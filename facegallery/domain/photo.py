"""Photos: files on disk, what is read from them, and what the catalog keeps."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from facegallery.domain.face import DetectedFace


class FoundFile(NamedTuple):
    """A file that the walk came upon; nothing of it was opened yet.

    A tuple, not a dataclass: a scan makes one for every file, half a million of them.
    """

    path: str
    size_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What a photo's file says of itself.

    width, height: pixels of the upright photo (EXIF orientation applied).
    taken_at: ISO 8601 local time without offset, "2015-06-30T18:04:09", with milliseconds where
        the camera wrote some. taken_at_source: "exif", "name" (read from the file name) or "file"
        (the file's time, a guess).
    utc_offset: minutes that taken_at is ahead of UTC; None where the file does not tell.
    rating: stars that its owner gave it, 0 to 5; None where there is no rating.
    latitude, longitude: degrees, north and east positive; None where unknown.
    """

    width: int
    height: int
    format: str
    taken_at: str | None = None
    taken_at_source: str | None = None
    camera: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    utc_offset: int | None = None
    rating: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PhotoAnalysis:
    """All that one look at one file gives; made in a worker, written by one writer.

    known: the bytes are those of a photo that the catalog has already; facts is None then.
    thumbnail, crops: JPEG bytes; crops in the order of faces.
    failure: a clause that says why the file cannot be read; all else is empty then.
    try_again: the failure may not be the file's fault: the next scan is to look again.
    """

    path: str
    size_bytes: int = 0
    mtime_ns: int = 0
    content_hash: bytes = b""
    known: bool = False
    facts: PhotoFacts | None = None
    faces: list[DetectedFace] = field(default_factory=list)
    thumbnail: bytes = b""
    crops: list[bytes] = field(default_factory=list)
    failure: str | None = None
    try_again: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo of the library as the screens show it. path: a present file where there is one.

    taken_at_source, utc_offset, rating: see PhotoFacts.
    hidden: the user does not want to see it among the others.
    """

    id: int
    content_hash: bytes
    path: str
    missing: bool
    width: int
    height: int
    taken_at: str | None
    camera: str | None
    latitude: float | None
    longitude: float | None
    taken_at_source: str = "exif"
    utc_offset: int | None = None
    rating: int | None = None
    hidden: bool = False

    @property
    def name(self) -> str:
        """The file's name."""
        return Path(self.path).name


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that the user added. reachable: it could be opened at the last scan."""

    id: int
    path: str
    photos: int
    missing: int
    failed: int
    reachable: bool
    scanned_at: str | None


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be read, and why (a clause)."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A path that the user leaves out of the library. kind: "folder" (with all below) or "file"."""

    path: str
    kind: str
