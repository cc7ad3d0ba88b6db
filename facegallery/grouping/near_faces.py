"""Which groups and lone faces a few new faces are near to, among very many."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from facegallery.courtesy import give_way
from facegallery.grouping.labels import NOT_ASKED

QUERIES_AT_ONCE = 128

Similar = Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]
Similarities = Callable[[NDArray[np.float32]], Similar]
"""Gives for vectors (Q, D), block by block, rows (n,) and the similarities (Q, n) to them.

Rows that are NOT_ASKED may be left out.
"""


class NearGroups(NamedTuple):
    """Pairs of a new face (its place) and a group (its label) with faces that are near.

    strongest: similarity to the nearest of these; faces: how many there are.
    """

    face: NDArray[np.int64]
    label: NDArray[np.int64]
    strongest: NDArray[np.float32]
    faces: NDArray[np.int64]


class NearLone(NamedTuple):
    """Pairs of a new face (its place) and the row of another face in no group that is near."""

    face: NDArray[np.int64]
    row: NDArray[np.int64]
    similarity: NDArray[np.float32]


def near_faces(
    vectors: NDArray[np.float32],
    rows: NDArray[np.int64],
    labels: NDArray[np.int64],
    similarities: Similarities,
    least: float,
) -> tuple[NearGroups, NearLone]:
    """Return what is at least so similar to new faces.

    vectors: (Q, D) of the new ones; rows: (Q,) which of all faces they are. labels: (N,) of all
    faces: a group, NO_GROUP or NOT_ASKED.
    """
    nothing, no_similarity = np.empty(0, np.int64), np.empty(0, np.float32)
    groups = [NearGroups(nothing, nothing, no_similarity, nothing)]
    lone = [NearLone(nothing, nothing, no_similarity)]
    for start in range(0, len(rows), QUERIES_AT_ONCE):
        give_way()
        found = _near(vectors[start : start + QUERIES_AT_ONCE], labels, similarities, least)
        for place, row, similarity in found:
            face = place + start
            grouped = labels[row] >= 0
            groups.append(_by_group(face[grouped], labels[row[grouped]], similarity[grouped]))
            alone = ~grouped & (row != rows[face])
            lone.append(NearLone(face[alone], row[alone], similarity[alone]))
    return _summed(groups), NearLone(*(np.concatenate(part) for part in zip(*lone, strict=True)))


def _near(
    vectors: NDArray[np.float32],
    labels: NDArray[np.int64],
    similarities: Similarities,
    least: float,
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]]:
    """Give the pairs of place and row that are similar, block by block."""
    for rows, similarity in similarities(vectors):
        near = np.flatnonzero(similarity.ravel() >= np.float32(least))
        face, place = np.divmod(near, similarity.shape[1])
        asked = np.flatnonzero(labels[rows[place]] != NOT_ASKED)
        face, place = face[asked], place[asked]
        if len(face):
            yield face, rows[place], similarity[face, place]


def _by_group(
    face: NDArray[np.int64], label: NDArray[np.int64], similarity: NDArray[np.float32]
) -> NearGroups:
    return _summed([NearGroups(face, label, similarity, np.ones(len(face), np.int64))])


def _summed(parts: Sequence[NearGroups]) -> NearGroups:
    """Return the parts as one, each pair of face and group once."""
    face, label, strongest, count = (np.concatenate(part) for part in zip(*parts, strict=True))
    order = np.lexsort((label, face))
    face, label = face[order], label[order]
    first = np.flatnonzero((np.diff(face, prepend=-1) != 0) | (np.diff(label, prepend=-1) != 0))
    if len(first) == 0:
        return NearGroups(face, label, strongest, count)
    return NearGroups(
        face[first],
        label[first],
        np.maximum.reduceat(strongest[order], first),
        np.add.reduceat(count[order], first),
    )
