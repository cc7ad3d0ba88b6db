"""How open the eyes of faces are, where a scan of an older version has not told."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.domain.face import Box


@dataclass(frozen=True, slots=True, eq=False)
class UnseenEyes:
    """A face whose eyes nobody has looked at. size: width and height of its photo in pixels.

    landmarks: (5, 2) float32, fractions of the photo. path: of a file of the photo, if any.
    """

    face_id: int
    content_hash: bytes
    path: str | None
    size: tuple[int, int]
    box: Box
    landmarks: NDArray[np.float32]


def unseen(db: Catalog, photo_ids: Sequence[int]) -> list[UnseenEyes]:
    """Return the faces of photos whose eyes nobody has looked at."""
    rows = db.execute(
        """select faces.id, content_hash, (select path from files
                where photo_id = photos.id order by missing, path limit 1),
            photos.width, photos.height, x, y, faces.width, faces.height, landmarks
        from json_each(?) as wanted cross join faces on photo_id = wanted.value
        cross join photos on photos.id = photo_id
        where is_face = 1 and eyes_open is null order by faces.id""",
        (json.dumps(photo_ids),),
    )
    return [
        UnseenEyes(
            face_id,
            content_hash,
            path,
            (width, height),
            Box(*box),
            np.frombuffer(landmarks, np.float32).reshape(5, 2),
        )
        for face_id, content_hash, path, width, height, *box, landmarks in rows
    ]


def save(db: Catalog, found: Sequence[tuple[int, float]]) -> None:
    """Keep how open eyes are: (face id, 0..1); nothing of faces that have gone meanwhile."""
    with transaction(db):
        db.conn.executemany(
            "update faces set eyes_open = ? where id = ?",
            [(eyes_open, face_id) for face_id, eyes_open in found],
        )
