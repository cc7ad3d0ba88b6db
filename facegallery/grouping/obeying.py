"""The user's word on who is different and who may be twice in a photo, for all that groups."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.labels import NO_GROUP

Sides = Sequence[NDArray[np.int64]]
"""Rows of faces of two or more people: nobody on one side is anybody on another."""


def pairs_apart(differences: Iterable[Sides]) -> NDArray[np.int64]:
    """Return pairs of rows (P, 2) that hold the sides of each difference apart.

    As many as there are faces, not all pairs: each face against the first of the other sides. What
    they leave open, `obey` closes.
    """
    found = [
        pair
        for sides in differences
        for one, other in combinations(sides, 2)
        for pair in (*_against(one, other), *_against(other, one))
    ]
    return np.unique(np.array(found, np.int64).reshape(-1, 2), axis=0)


def _against(faces: NDArray[np.int64], others: NDArray[np.int64]) -> list[tuple[int, int]]:
    first = int(others.min())
    return [(min(face, first), max(face, first)) for face in faces.tolist()]


def obey(labels: NDArray[np.int64], differences: Iterable[Sides]) -> NDArray[np.int64]:
    """Return the groups with the sides of each difference in groups of their own.

    labels: (N,) from 0, -1 in no group. In a group with faces of several sides the side with most
    faces there stays, with all faces nothing was said of; each other side makes a new group, and a
    lone face is in none. Groups that nothing was said of stay as they are.
    """
    labels = labels.copy()
    for sides in differences:
        side_of = np.full(len(labels), -1, np.int64)
        for side, rows in enumerate(sides):
            side_of[rows] = side
        rows = np.flatnonzero((side_of >= 0) & (labels != NO_GROUP))
        for group in np.unique(labels[rows]).tolist():
            here = rows[labels[rows] == group]
            _leave(labels, here, side_of[here])
    return _without_lone(labels)


def _leave(labels: NDArray[np.int64], rows: NDArray[np.int64], side: NDArray[np.int64]) -> None:
    """Give all sides in one group but the largest there new groups."""
    sides, faces = np.unique(side, return_counts=True)
    for gone in np.delete(sides, np.argmax(faces)).tolist():
        labels[rows[side == gone]] = labels.max() + 1


def _without_lone(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the labels with groups of one face dissolved and no number left out."""
    grouped = labels != NO_GROUP
    sizes = np.bincount(labels[grouped])
    grouped[grouped] = sizes[labels[grouped]] > 1
    result = np.full(len(labels), NO_GROUP, np.int64)
    result[grouped] = np.unique(labels[grouped], return_inverse=True)[1]
    return result


def photos_apart(photo_ids: NDArray[np.int64], mirrors: Iterable[int]) -> NDArray[np.int64]:
    """Return the photo of each face (N,), with one of its own for each face in a mirror photo.

    mirrors: photos that may show one person more than once. Numbers below -1 are given.
    """
    free = np.isin(photo_ids, np.array(sorted(mirrors), np.int64))
    own = -2 - np.arange(len(photo_ids), dtype=np.int64)
    return np.where(free, own, photo_ids)
