"""Photos and faces of the library, as a file of names from elsewhere asks for them."""

import json
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath
from typing import NamedTuple

from facegallery.catalog import photos
from facegallery.catalog.library import Catalog
from facegallery.domain.face import Box
from facegallery.domain.names import DecidedPhoto


class KnownFace(NamedTuple):
    """A face of the library, and what was said of it. person: for whom it is confirmed."""

    id: int
    box: Box
    is_face: bool
    hidden: bool
    person: int | None


def photo_like(db: Catalog, wanted: DecidedPhoto) -> int | None:
    """Return the id of the photo that this one is here, or None.

    Known by its bytes; where these were changed (stars were written into the file, for example),
    by name, size and dimensions, if one photo's path is more like the one wanted than all others.
    """
    same = photos.by_hash(db, wanted.content_hash)
    if same is not None or not wanted.path:
        return same
    rows = db.execute(
        """select photos.id, files.path from photos join files on files.photo_id = photos.id
        where photos.size_bytes = ? and width = ? and height = ?""",
        (wanted.size_bytes, wanted.width, wanted.height),
    )
    parts = _parts(wanted.path)
    alike: dict[int, int] = {}
    for photo_id, path in rows:
        alike[photo_id] = max(alike.get(photo_id, 0), _alike(parts, _parts(path)))
    best = max(alike.values(), default=0)
    found = [photo_id for photo_id, shared in alike.items() if shared == best]
    return found[0] if best and len(found) == 1 else None


def faces_of(db: Catalog, photo_ids: Iterable[int]) -> dict[int, list[KnownFace]]:
    """Return all faces of photos, what was called no face too, by photo id."""
    found: dict[int, list[KnownFace]] = {}
    rows = db.execute(
        """select photo_id, id, x, y, width, height, is_face, hidden,
            (select person_id from assignments where face_id = faces.id and state = 'confirmed')
        from faces where photo_id in (select value from json_each(?)) order by id""",
        (json.dumps(list(photo_ids)),),
    )
    for photo_id, face_id, x, y, width, height, is_face, hidden, person in rows:
        face = KnownFace(face_id, Box(x, y, width, height), bool(is_face), bool(hidden), person)
        found.setdefault(photo_id, []).append(face)
    return found


def _parts(path: str) -> list[str]:
    """Return the parts of a path, the last first, alike on every system."""
    text = unicodedata.normalize("NFC", path).casefold()
    return list(reversed(PurePath(text).parts))


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many parts two paths share from the end."""
    shared = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        shared += 1
    return shared
