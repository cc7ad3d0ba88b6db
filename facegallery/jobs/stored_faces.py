"""All faces of a library as grouping a few new ones asks for them, without reading all of them.

Whose they are comes from the catalog in one go, and embeddings from the matrix beside it; exactly,
from the catalog, only those of the few faces that it is about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog import differences, embeddings, groups, mirror_photos, whose_faces
from facegallery.catalog.face_matrix import FaceMatrix
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.whose_faces import NOBODY
from facegallery.grouping.all_faces import FewFaces
from facegallery.grouping.centring import centred, centred_similarities
from facegallery.grouping.labels import NO_GROUP, NOT_ASKED
from facegallery.grouping.near_faces import Similar
from facegallery.grouping.numbering import numbered

ROWS_AT_ONCE = 65_536


@dataclass(frozen=True, eq=False)
class StoredFaces:
    """The faces with an embedding, a row each; see grouping.all_faces.AllFaces.

    face_ids: (N,) -1 where it has gone. labels: (N,) places among group_ids, which are in
    ascending order.
    """

    db: Catalog
    matrix: FaceMatrix
    recognizer: str
    face_ids: NDArray[np.int64]
    labels: NDArray[np.int64]
    group_ids: NDArray[np.int64]

    @classmethod
    def read(cls, library: Library, db: Catalog, recognizer: str) -> "StoredFaces":
        """Read whose all faces are; the matrix is brought in step with the catalog."""
        matrix = FaceMatrix(library.folder, recognizer)
        matrix.sync(db)
        face_ids = matrix.face_ids()
        whose = whose_faces.read(library.folder, db)
        labels = np.full(len(whose.group_ids), NO_GROUP, np.int64)
        inside = np.flatnonzero(whose.group_ids != NOBODY)
        group_ids, labels[inside] = numbered(whose.group_ids[inside])
        labels[(whose.person_ids != NOBODY) | (whose.photo_ids == NOBODY)] = NOT_ASKED
        labels = np.append(labels, NOT_ASKED)  # of the rows that have gone, -1
        return cls(db, matrix, recognizer, face_ids, labels[face_ids], group_ids)

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self.group_ids)

    @cached_property
    def apart(self) -> list[tuple[int, int]]:
        """Pairs of groups that the user called different people."""
        found: set[tuple[int, int]] = set()
        for sides in differences.faces(self.db):
            labels = [set(self._labels_of(side)) for side in sides]
            for one, other in combinations(labels, 2):
                found |= {(a, b) for a in one for b in other if a != b}
        return sorted(found)

    @cached_property
    def _mirrors(self) -> set[int]:
        return mirror_photos.ids(self.db)

    def few(self, rows: NDArray[np.int64]) -> FewFaces:
        """See AllFaces; a face that has gone meanwhile is like none and in no photo."""
        face_ids = self.face_ids[rows]
        known = embeddings.of_faces(self.db, self.recognizer, face_ids.tolist())
        place = np.flatnonzero(np.isin(face_ids, known.face_ids))
        row = np.searchsorted(known.face_ids, face_ids[place])
        vectors = np.zeros((len(rows), self.matrix.dimensions), np.float32)
        if len(place):
            vectors[place] = centred(known.vectors, self.recognizer)[row]
        photo_ids = -2 - face_ids  # one of its own
        alone = np.isin(known.photo_ids[row], sorted(self._mirrors))
        photo_ids[place[~alone]] = known.photo_ids[row[~alone]]
        quality = np.zeros(len(rows), np.float32)
        quality[place] = known.quality[row]
        return FewFaces(vectors, photo_ids, quality)

    def similarities(self, vectors: NDArray[np.float32]) -> Similar:
        """See AllFaces."""
        asked = np.flatnonzero(self.labels != NOT_ASKED)
        for rows, block in self.matrix.blocks(asked):
            yield rows, centred_similarities(vectors, block, self.recognizer)

    def means(self, labels: NDArray[np.int64]) -> NDArray[np.float32]:
        """See AllFaces."""
        # NO_GROUP and NOT_ASKED count from behind.
        wanted = np.zeros(len(self.group_ids) + 2, np.bool_)
        wanted[labels] = True
        rows = np.flatnonzero(wanted[self.labels])
        rows = rows[np.argsort(self.labels[rows], kind="stable")]
        sums = np.zeros((len(labels), self.matrix.dimensions), np.float64)
        for start in range(0, len(rows), ROWS_AT_ONCE):
            some = rows[start : start + ROWS_AT_ONCE]
            place = np.searchsorted(labels, self.labels[some])
            first = np.flatnonzero(np.diff(place, prepend=-1))
            vectors = centred(self.matrix.vectors(some), self.recognizer)
            sums[place[first]] += np.add.reduceat(vectors, first, axis=0)
        sizes = np.bincount(np.searchsorted(labels, self.labels[rows]), minlength=len(labels))
        return np.asarray(sums / np.maximum(sizes, 1)[:, None], np.float32)

    def groups_in(self, photo_ids: NDArray[np.int64]) -> Mapping[int, set[int]]:
        """See AllFaces."""
        found: dict[int, set[int]] = {}
        for group_id, photo_id in groups.in_photos(self.db, photo_ids.tolist()):
            label = self._label(group_id)
            if label is not None:
                found.setdefault(label, set()).add(photo_id)
        return found

    def shared_photos(self, label: int, other: int) -> set[int]:
        """See AllFaces."""
        one, two = (int(self.group_ids[each]) for each in (label, other))
        return groups.shared_photos(self.db, one, two) - self._mirrors

    def _label(self, group_id: int) -> int | None:
        place = int(np.searchsorted(self.group_ids, group_id))
        there = place < len(self.group_ids) and self.group_ids[place] == group_id
        return place if there else None

    def _labels_of(self, face_ids: frozenset[int]) -> Iterator[int]:
        for group_id in groups.of_faces(self.db, face_ids):
            label = self._label(group_id)
            if label is not None:
                yield label
