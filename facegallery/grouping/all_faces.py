"""All faces of a library as adding asks for them; and made of arrays, where they are in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.near_faces import Similar

BLOCK_ROWS = 65_536


@dataclass(frozen=True, slots=True, eq=False)
class FewFaces:
    """Some faces: vectors (N, D) of length 1, centred; photo_ids and quality (N,)."""

    vectors: NDArray[np.float32]
    photo_ids: NDArray[np.int64]
    quality: NDArray[np.float32]


class AllFaces(Protocol):
    """All faces of a library, a row each, and what is asked of them."""

    @property
    def labels(self) -> NDArray[np.int64]:
        """(N,) the group of each, from 0; labels.NO_GROUP or NOT_ASKED."""

    @property
    def groups(self) -> int:
        """How many groups there are: one more than the highest label."""

    @property
    def apart(self) -> Sequence[tuple[int, int]]:
        """Pairs of groups that the user called different people."""

    def few(self, rows: NDArray[np.int64]) -> FewFaces:
        """Return what is known of some faces; sorted rows."""

    def similarities(self, vectors: NDArray[np.float32]) -> Similar:
        """Give the similarities of vectors to all faces; see near_faces.Similarities."""

    def means(self, labels: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the mean vector (G, D) of each of these groups; sorted labels."""

    def groups_in(self, photo_ids: NDArray[np.int64]) -> Mapping[int, set[int]]:
        """Return the groups with faces in some of these photos, and which of the photos."""

    def shared_photos(self, label: int, other: int) -> set[int]:
        """Return the photos in which two groups both have faces."""


@dataclass(frozen=True, eq=False)
class FacesInMemory:
    """AllFaces made of arrays: vectors (N, D), photo_ids, quality and labels (N,)."""

    vectors: NDArray[np.float32]
    photo_ids: NDArray[np.int64]
    quality: NDArray[np.float32]
    labels: NDArray[np.int64]
    apart: Sequence[tuple[int, int]] = ()

    @property
    def groups(self) -> int:
        """See AllFaces."""
        return int(self.labels.max(initial=-1)) + 1

    def few(self, rows: NDArray[np.int64]) -> FewFaces:
        """See AllFaces."""
        return FewFaces(self.vectors[rows], self.photo_ids[rows], self.quality[rows])

    def similarities(self, vectors: NDArray[np.float32]) -> Similar:
        """See AllFaces."""
        every = np.arange(len(self.vectors))
        for start in range(0, len(self.vectors), BLOCK_ROWS):
            rows = every[start : start + BLOCK_ROWS]
            yield rows, vectors @ self.vectors[rows].T

    def means(self, labels: NDArray[np.int64]) -> NDArray[np.float32]:
        """See AllFaces."""
        found = np.empty((len(labels), self.vectors.shape[1]), np.float32)
        for place, label in enumerate(labels.tolist()):
            found[place] = self.vectors[self._rows_of(label)].mean(axis=0)
        return found

    def groups_in(self, photo_ids: NDArray[np.int64]) -> Mapping[int, set[int]]:
        """See AllFaces."""
        found: dict[int, set[int]] = {}
        for row in np.flatnonzero(np.isin(self.photo_ids, photo_ids) & (self.labels >= 0)):
            found.setdefault(int(self.labels[row]), set()).add(int(self.photo_ids[row]))
        return found

    def shared_photos(self, label: int, other: int) -> set[int]:
        """See AllFaces."""
        return self._photos_of(label) & self._photos_of(other)

    def _photos_of(self, label: int) -> set[int]:
        return set(self.photo_ids[self._rows_of(label)].tolist())

    def _rows_of(self, label: int) -> NDArray[np.intp]:
        rows, starts = self._by_label
        return rows[starts[label] : starts[label + 1]]

    @cached_property
    def _by_label(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The rows of all groups, one group after the other, and where each begins, and the end."""
        rows = np.argsort(self.labels, kind="stable")
        return rows, np.searchsorted(self.labels[rows], np.arange(self.groups + 1))
