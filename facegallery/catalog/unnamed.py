"""Faces of photos that nobody has named: bystanders, to be hidden and shown again together."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from facegallery.catalog.library import Catalog
from facegallery.catalog.path_range import BELOW, bounds

_FACES = """select faces.id, photo_id,
        exists (select 1 from assignments where face_id = faces.id and state = 'suggested')
    from faces where is_face = 1 and hidden = ? and photo_id in ({photos})
        and not exists (select 1 from assignments where face_id = faces.id and state = 'confirmed')
    order by faces.id"""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Faces without a name, by id, and in how many photos. maybe: that may be somebody's we know.

    Those are left to the user's yes or no: maybe is not among face_ids.
    """

    face_ids: tuple[int, ...]
    photos: int
    maybe: int = 0


def in_photos(db: Catalog, photo_ids: Sequence[int], *, hidden: bool = False) -> Unnamed:
    """Return the faces without a name in photos; hidden: those that are hidden, all of them."""
    sql = _FACES.format(photos="select value from json_each(?)")
    return _sorted(db.execute(sql, (int(hidden), json.dumps(list(photo_ids)))).fetchall(), hidden)


def below(db: Catalog, folder: Path, *, hidden: bool = False) -> Unnamed:
    """Return the same of all photos below a folder."""
    sql = _FACES.format(photos=f"select photo_id from files where {BELOW}")
    return _sorted(db.execute(sql, (int(hidden), *bounds(folder))).fetchall(), hidden)


def _sorted(rows: Sequence[tuple[int, int, int]], hidden: bool) -> Unnamed:
    nobodys = [(face_id, photo_id) for face_id, photo_id, maybe in rows if hidden or not maybe]
    return Unnamed(
        tuple(face_id for face_id, _photo_id in nobodys),
        len({photo_id for _face_id, photo_id in nobodys}),
        len(rows) - len(nobodys),
    )
