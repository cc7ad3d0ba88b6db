"""Embeddings: one row a face and model, read as one matrix. Two models' are never mixed.

The library works with one recognizer. Changed to another one, it goes on with the old embeddings
until there are new ones of all faces that can be had, and then switches at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facegallery.catalog import properties
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.domain.face import Box, DetectedFace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RECOGNIZER, NEXT, PREVIOUS = "recognizer", "next_recognizer", "previous_recognizer"
"""Properties of the library: the recognizer at work, the one to come, the one before."""


@dataclass(frozen=True, slots=True, eq=False)
class FaceVectors:
    """The embeddings of one model, a row a face, in the order of the face ids.

    vectors: (N, D) float32, rows of length 1. face_ids, photo_ids: (N,) int64.
    quality: (N,) float32. person_ids: (N,) int64, the confirmed person or -1.
    """

    face_ids: "NDArray[np.int64]"
    photo_ids: "NDArray[np.int64]"
    quality: "NDArray[np.float32]"
    person_ids: "NDArray[np.int64]"
    vectors: "NDArray[np.float32]"


@dataclass(frozen=True, slots=True)
class WaitingPhoto:
    """A photo that can be had and has faces without an embedding by some model."""

    photo_id: int
    content_hash: bytes
    path: Path


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the recognizer under way: to which one, and how many of all faces it has."""

    recognizer: str
    done: int
    faces: int


def save(db: Catalog, face_id: int, model: str, vector: "NDArray[np.float32]") -> None:
    """Write the embedding of a face that a detector has just found.

    Those by other models were of an older look at it, and go.
    """
    db.execute("delete from embeddings where face_id = ? and model <> ?", (face_id, model))
    add(db, face_id, model, vector)


def add(db: Catalog, face_id: int, model: str, vector: "NDArray[np.float32]") -> None:
    """Write the embedding of a known face by one more model."""
    import numpy as np  # the window starts without

    db.execute(
        """insert into embeddings (face_id, model, vector) values (?, ?, ?)
        on conflict (face_id, model) do update set vector = excluded.vector""",
        (face_id, model, np.ascontiguousarray(vector, np.float32).tobytes()),
    )


def of_model(db: Catalog, model: str) -> FaceVectors:
    """Return the embeddings of all faces that are one ("not a face" left out) by this model."""
    return _vectors(db, model, "")


def of_faces(db: Catalog, model: str, face_ids: Iterable[int]) -> FaceVectors:
    """Return the embeddings of those of these faces that have one by this model."""
    numbers = ", ".join(str(int(face_id)) for face_id in face_ids)
    return _vectors(db, model, f"and faces.id in ({numbers})")


def _vectors(db: Catalog, model: str, which: str) -> FaceVectors:
    import numpy as np  # the window starts without

    rows = db.execute(
        f"""select faces.id, faces.photo_id, quality, coalesce(person_id, -1), vector
        from embeddings join faces on faces.id = embeddings.face_id
        left join assignments on assignments.face_id = faces.id and state = 'confirmed'
        where model = ? and is_face {which} order by faces.id""",
        (model,),
    ).fetchall()
    if not rows:
        return FaceVectors(
            np.empty(0, np.int64),
            np.empty(0, np.int64),
            np.empty(0, np.float32),
            np.empty(0, np.int64),
            np.empty((0, 0), np.float32),
        )
    face_ids, photo_ids, quality, person_ids, vectors = zip(*rows, strict=True)
    matrix = np.frombuffer(b"".join(vectors), np.float32).reshape(len(rows), -1)
    return FaceVectors(
        np.array(face_ids, np.int64),
        np.array(photo_ids, np.int64),
        np.array(quality, np.float32),
        np.array(person_ids, np.int64),
        matrix,
    )


def of_face(db: Catalog, face_id: int, model: str) -> "NDArray[np.float32] | None":
    """Return the embedding of a face by this model, None where there is none."""
    import numpy as np  # the window starts without

    row = db.execute(
        "select vector from embeddings where face_id = ? and model = ?", (face_id, model)
    ).fetchone()
    return None if row is None else np.frombuffer(row[0], np.float32)


def waiting_photos(db: Catalog, model: str) -> list[WaitingPhoto]:
    """Return the photos with a present file and a face without an embedding by this model.

    "Not a face" waits too: the user may take it back.
    """
    rows = db.execute(
        """select photos.id, content_hash, min(path) from photos
        join files on files.photo_id = photos.id and not missing
        where photos.id in (select photo_id from faces where not exists
            (select 1 from embeddings where face_id = faces.id and model = ?))
        group by photos.id order by photos.id""",
        (model,),
    )
    return [
        WaitingPhoto(photo_id, content_hash, Path(path)) for photo_id, content_hash, path in rows
    ]


def waiting_faces(db: Catalog, photo_id: int, model: str) -> Iterator[tuple[int, DetectedFace]]:
    """Give the faces of a photo without an embedding by this model, with their ids."""
    import numpy as np  # the window starts without

    rows = db.execute(
        """select id, x, y, width, height, landmarks, score, quality from faces
        where photo_id = ? and not exists
            (select 1 from embeddings where face_id = faces.id and model = ?) order by id""",
        (photo_id, model),
    )
    for face_id, x, y, width, height, landmarks, score, quality in rows:
        points = np.frombuffer(landmarks, np.float32).reshape(5, 2)
        yield face_id, DetectedFace(Box(x, y, width, height), points, score, quality)


def photos_without(db: Catalog, model: str) -> int:
    """Return how many photos of the library have a face without an embedding by this model.

    Missing ones count; those of folders taken out of the library do not.
    """
    row = db.execute(
        """select count(distinct photo_id) from faces
        where photo_id in (select photo_id from files) and not exists
            (select 1 from embeddings where face_id = faces.id and model = ?)""",
        (model,),
    ).fetchone()
    return int(row[0])


def change(db: Catalog) -> Change | None:
    """Return the change of the recognizer that is under way, None where there is none."""
    recognizer = properties.value(db, NEXT)
    if recognizer is None:
        return None
    done, faces = db.execute(
        """select (select count(*) from embeddings where model = ?),
            (select count(*) from faces)""",
        (recognizer,),
    ).fetchone()
    return Change(recognizer, done, faces)


def begin_change(db: Catalog, recognizer: str) -> None:
    """Note which recognizer the library is to change to; its own ends a change under way."""
    with transaction(db):
        if recognizer == properties.value(db, RECOGNIZER):
            db.execute("delete from properties where name = ?", (NEXT,))
        else:
            properties.set_value(db, NEXT, recognizer)


def switch(db: Catalog) -> None:
    """Work with the recognizer that the library was changing to, from now on.

    The embeddings of the one before stay, so that going back costs only what has come since;
    older ones go.
    """
    with transaction(db):
        recognizer, before = properties.value(db, NEXT), properties.value(db, RECOGNIZER)
        if recognizer is None:
            return
        properties.set_value(db, RECOGNIZER, recognizer)
        if before is not None:
            properties.set_value(db, PREVIOUS, before)
        db.execute("delete from properties where name = ?", (NEXT,))
        db.execute("delete from embeddings where model not in (?, ?)", (recognizer, before))
