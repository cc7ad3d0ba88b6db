"""Files of photos, and who is named in them: for other programs to read."""

from collections.abc import Iterator
from typing import NamedTuple

from facegallery.catalog.library import Catalog
from facegallery.domain.face import Box


class PhotoFile(NamedTuple):
    """A file that holds a photo. folder: of the library. width, height: of the upright photo."""

    path: str
    folder: str
    photo_id: int
    width: int
    height: int
    format: str


def present(db: Catalog) -> Iterator[PhotoFile]:
    """Give every file that is there, folder by folder."""
    rows = db.execute(
        """select files.path, folders.path, photos.id, width, height, format from files
        join folders on folders.id = folder_id join photos on photos.id = photo_id
        where missing = 0 order by files.path"""
    )
    return map(PhotoFile._make, rows)


def count_missing(db: Catalog) -> int:
    """Return how many files of photos with a name are away."""
    row = db.execute(
        """select count(*) from files where missing = 1 and (
            photo_id in (select photo_id from assignments where state = 'confirmed')
            or photo_id in (select photo_id from presences))"""
    ).fetchone()
    return int(row[0])


def named_faces(db: Catalog) -> dict[int, list[tuple[str, Box]]]:
    """Return names and boxes of all confirmed faces, by photo, from left to right."""
    found: dict[int, list[tuple[str, Box]]] = {}
    for photo_id, name, *box in db.execute(
        """select faces.photo_id, name, x, y, width, height from assignments
        join faces on faces.id = face_id join people on people.id = person_id
        where state = 'confirmed' order by faces.photo_id, x, faces.id"""
    ):
        found.setdefault(photo_id, []).append((name, Box(*box)))
    return found


def names_present(db: Catalog) -> dict[int, list[str]]:
    """Return the names of those who are in photos without a visible face, by photo."""
    found: dict[int, list[str]] = {}
    for photo_id, name in db.execute(
        """select photo_id, name from presences join people on people.id = person_id
        order by photo_id, name collate nocase"""
    ):
        found.setdefault(photo_id, []).append(name)
    return found
