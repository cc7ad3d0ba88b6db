"""Faces like those that the user called no faces, and what the user said when asked about such.

Which ones are alike is computed beside the suggestions and kept here, so that it can be asked at
once; who was named, hidden or called no face meanwhile is left out when it is read.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Literal

from facegallery.catalog import properties
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.catalog.photos import PHOTO_IN_LIBRARY

DiscardKind = Literal["not-face", "hide"]
NOT_ALIKE = 0.0  # likeness of a face that is asked about because its group is small
LOOKED = "likely no faces looked for"  # of which faces `save` was the answer


def refused(db: Catalog) -> list[int]:
    """Return what the user called no face, by id."""
    return [row[0] for row in db.execute("select id from faces where is_face = 0 order by id")]


def save(db: Catalog, likeness: Mapping[int, float], looked: str) -> None:
    """Make the faces that may be none exactly these. looked: what this is the answer to."""
    with transaction(db):
        db.execute("delete from likely_not_faces")
        db.conn.executemany(
            "insert into likely_not_faces (face_id, likeness) values (?, ?)", likeness.items()
        )
        properties.set_value(db, LOOKED, looked)


def known(db: Catalog) -> dict[int, float]:
    """Return all that `save` has written, what is left out by `not_faces` too."""
    return dict(db.execute("select face_id, likeness from likely_not_faces").fetchall())


def not_faces(db: Catalog) -> list[tuple[int, float]]:
    """Return the faces that may be none, and how like one they are, the likeliest first.

    What is named, suggested, hidden or called no face by now is left out.
    """
    rows = db.execute(
        f"""select face_id, likeness from likely_not_faces cross join faces on faces.id = face_id
        where is_face = 1 and faces.hidden = 0 and faces.{PHOTO_IN_LIBRARY}
            and not exists (select 1 from assignments
                where face_id = faces.id and state <> 'rejected')
        order by likeness desc, face_id"""
    )
    return rows.fetchall()


def keep(
    db: Catalog, face_ids: Iterable[int], kind: DiscardKind, likeness: float | None = None
) -> None:
    """Note that faces are not what was asked; likeness: that the user was not sure."""
    db.execute(
        """insert into kept_faces (face_id, kind, likeness)
        select value, ?, ? from json_each(?) where true
        on conflict (face_id, kind) do update set likeness = excluded.likeness""",
        (kind, likeness, json.dumps(list(face_ids))),
    )


def kept(db: Catalog, kind: DiscardKind) -> dict[int, float | None]:
    """Return the faces of which that was said, and how alike they were where it was not sure."""
    rows = db.execute("select face_id, likeness from kept_faces where kind = ?", (kind,))
    return dict(rows.fetchall())
