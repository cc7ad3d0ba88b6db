"""Whose all faces are, and their embeddings where they are asked for, from beside the catalog."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog import whose_faces
from facegallery.catalog.face_matrix import FaceMatrix
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.whose_faces import NOBODY
from facegallery.grouping.centring import centred


@dataclass(frozen=True, slots=True, eq=False)
class KnownFaces:
    """The faces with an embedding that are faces, in order of their ids (N,).

    rows: of the matrix. person_ids: NOBODY where nobody is confirmed. group_ids: NOBODY for none.
    quality: 0..1. days: on which the photo was taken, from 1970-01-01.
    """

    rows: NDArray[np.int64]
    face_ids: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    person_ids: NDArray[np.int64]
    group_ids: NDArray[np.int64]
    quality: NDArray[np.float32]
    days: NDArray[np.int32]

    @classmethod
    def read(cls, library: Library, db: Catalog, matrix: FaceMatrix) -> "KnownFaces":
        """Read whose they are; the matrix must be in step with the catalog."""
        whose = whose_faces.read(library.folder, db)
        face_ids = matrix.face_ids()
        rows = np.argsort(face_ids, kind="stable")
        rows = rows[face_ids[rows] >= 0]
        rows = rows[whose.photo_ids[face_ids[rows]] != NOBODY]
        known = face_ids[rows]
        found = whose.of(known)
        return cls(
            rows,
            known,
            found.photo_ids,
            found.person_ids,
            found.group_ids,
            found.quality,
            found.days,
        )

    def only(self, some: NDArray[np.bool_]) -> "KnownFaces":
        """Return some of them (N,)."""
        rows = np.flatnonzero(some)
        return KnownFaces(*(getattr(self, one.name)[rows] for one in fields(self)))

    @property
    def free(self) -> NDArray[np.bool_]:
        """Which of them are nobody's (N,)."""
        return np.equal(self.person_ids, NOBODY)

    @property
    def named(self) -> NDArray[np.bool_]:
        """Which of them are confirmed for somebody (N,)."""
        return ~self.free


@dataclass(frozen=True, slots=True, eq=False)
class StoredVectors:
    """Embeddings of some rows of the matrix as suggestions compare them, read when asked for."""

    matrix: FaceMatrix
    recognizer: str
    rows: NDArray[np.int64]

    def __getitem__(self, rows: NDArray[np.int64], /) -> NDArray[np.float32]:
        """Return the centred embeddings (R, D) of some of the rows."""
        return centred(self.matrix.vectors(self.rows[rows]), self.recognizer)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)
