"""Groups that may be one person though grouping was not sure enough to join them."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.neighbours import similar_pairs
from facegallery.grouping.units import Faces, Units

MOST_PARTNERS = 3  # of one group; more cards about it would tell nothing new


def similar_groups(
    faces: Faces,
    least: float,
    shared_photos: float,
    different: Iterable[tuple[int, int]] = (),
) -> list[tuple[int, int, float]]:
    """Return pairs of groups (label, label, average similarity), most similar first.

    least: the average similarity from which a pair is worth a question. shared_photos: share of
    the smaller group's faces in photos of the other above which they are two people. different:
    rows of faces that the user told apart; their groups are no pair.
    """
    units = Units.groups(faces)
    if len(units.sizes) < 2:
        return []
    labels = units.labels(faces)
    photos = _photos_of(units, faces.photo_ids)
    unit_of = np.full(len(faces.labels), -1, np.int64)
    unit_of[units.rows] = units.unit
    apart = {frozenset((int(unit_of[one]), int(unit_of[other]))) for one, other in different}
    given = np.zeros(len(units.sizes), np.int64)
    found: list[tuple[int, int, float]] = []
    for one, other, similarity in _pairs(units.vectors, least):
        if max(given[one], given[other]) >= MOST_PARTNERS or frozenset((one, other)) in apart:
            continue
        small, large = sorted((photos[one], photos[other]), key=len)
        if len(small & large) > shared_photos * min(units.sizes[one], units.sizes[other]):
            continue
        given[[one, other]] += 1
        found.append((int(labels[one]), int(labels[other]), similarity))
    return found


def _pairs(means: NDArray[np.float32], least: float) -> list[tuple[int, int, float]]:
    """Return the similar pairs of rows, most similar first."""
    found = [
        (float(value), int(one), int(other))
        for pairs in similar_pairs(means, least)
        for one, other, value in zip(*(part.tolist() for part in pairs), strict=True)
    ]
    return [
        (one, other, value)
        for value, one, other in sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))
    ]


def _photos_of(units: Units, photo_ids: NDArray[np.int64]) -> list[set[int]]:
    found: list[set[int]] = [set() for _ in units.sizes]
    for unit, photo in zip(units.unit.tolist(), photo_ids[units.rows].tolist(), strict=True):
        found[unit].add(photo)
    return found
