"""Embeddings: one row a face and model, read as one matrix. Two models' are never mixed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog.library import Catalog


@dataclass(frozen=True, slots=True, eq=False)
class FaceVectors:
    """The embeddings of one model, a row a face, in the order of the face ids.

    vectors: (N, D) float32, rows of length 1. face_ids, photo_ids: (N,) int64.
    quality: (N,) float32. person_ids: (N,) int64, the confirmed person or -1.
    """

    face_ids: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    quality: NDArray[np.float32]
    person_ids: NDArray[np.int64]
    vectors: NDArray[np.float32]


def save(db: Catalog, face_id: int, model: str, vector: NDArray[np.float32]) -> None:
    """Write the embedding of a face by a model."""
    db.execute(
        """insert into embeddings (face_id, model, vector) values (?, ?, ?)
        on conflict (face_id, model) do update set vector = excluded.vector""",
        (face_id, model, np.ascontiguousarray(vector, np.float32).tobytes()),
    )


def of_model(db: Catalog, model: str) -> FaceVectors:
    """Return the embeddings of all faces that are one ("not a face" left out) by this model."""
    rows = db.execute(
        """select faces.id, faces.photo_id, quality, coalesce(person_id, -1), vector
        from embeddings join faces on faces.id = embeddings.face_id
        left join assignments on assignments.face_id = faces.id and state = 'confirmed'
        where model = ? and is_face order by faces.id""",
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
