"""What becomes of groups when the same faces are grouped in another way."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.labels import NO_GROUP


@dataclass(frozen=True, slots=True)
class GroupChanges:
    """How groups differ from those before.

    joined: groups that would be one with another. split: groups that would lose faces. groups: how
    many there would be. faces: how many faces would be in one.
    """

    joined: int
    split: int
    groups: int
    faces: int


def group_changes(before: NDArray[np.int64], after: NDArray[np.int64]) -> GroupChanges:
    """Compare two ways to group the same faces (N,), -1 in no group.

    A group joins another where most of the faces of both come into one group.
    """
    inside = np.flatnonzero(before != NO_GROUP)
    sizes = np.bincount(before[inside])
    width = int(after.max(initial=NO_GROUP)) + 2
    places, counts = np.unique(before[inside] * width + after[inside] + 1, return_counts=True)
    group, place = np.divmod(places, width)
    whole = counts == sizes[group]
    lost = np.unique(group[(place == 0) | ~whole])
    most = (place > 0) & (2 * counts > sizes[group])
    comers = np.bincount(place[most], minlength=width)
    grouped = after[after != NO_GROUP]
    return GroupChanges(
        int(np.count_nonzero(comers[place[most]] > 1)),
        len(lost),
        len(np.unique(grouped)),
        len(grouped),
    )
