"""Whose all faces are, and their embeddings where they are asked for, from beside the catalog."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog import faces, groups, members
from facegallery.catalog.face_matrix import FaceMatrix
from facegallery.catalog.library import Catalog
from facegallery.grouping.centring import centred

NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class KnownFaces:
    """The faces with an embedding that are faces, in order of their ids (N,).

    rows: of the matrix. person_ids: NOBODY where nobody is confirmed. group_ids: -1 for none.
    """

    rows: NDArray[np.int64]
    face_ids: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    person_ids: NDArray[np.int64]
    group_ids: NDArray[np.int64]

    @classmethod
    def read(cls, db: Catalog, matrix: FaceMatrix) -> "KnownFaces":
        """Read whose they are; the matrix must be in step with the catalog."""
        face_ids = matrix.face_ids()
        rows = np.argsort(face_ids, kind="stable")
        rows = rows[face_ids[rows] >= 0]
        in_groups, of_people = members.of_groups(db), members.of_people(db)
        photo_of = faces.photo_of_each(db)
        size = 1 + max(int(ids.max(initial=0)) for ids in (face_ids, of_people.face_ids, *photo_of))
        person, group, photo = (np.full(size, NOBODY, np.int64) for _ in range(3))
        person[of_people.face_ids] = np.repeat(of_people.numbers, of_people.sizes)
        group[in_groups.face_ids] = np.repeat(in_groups.numbers, in_groups.sizes)
        photo[photo_of[0]] = photo_of[1]
        photo[groups.not_faces(db)] = NOBODY
        known = face_ids[rows]
        rows, known = rows[photo[known] != NOBODY], known[photo[known] != NOBODY]
        return cls(rows, known, photo[known], person[known], group[known])

    def only(self, some: NDArray[np.bool_]) -> "KnownFaces":
        """Return some of them (N,)."""
        return KnownFaces(
            self.rows[some],
            self.face_ids[some],
            self.photo_ids[some],
            self.person_ids[some],
            self.group_ids[some],
        )

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
