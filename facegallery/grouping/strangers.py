"""Groups that appear in one event only: passers-by, other guests, the people of one excursion."""

import numpy as np
from numpy.typing import NDArray

EVENT_GAP = np.timedelta64(6, "h")  # without a photo: a night, or the way home


def events(taken_at: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """Return the event of each photo (N,): 0 for the first, one more after each gap in time."""
    order = np.argsort(taken_at, kind="stable")
    number = np.empty(len(taken_at), np.int64)
    gaps = np.diff(taken_at[order]) >= EVENT_GAP
    number[order] = np.concatenate([[0], np.cumsum(gaps)])[: len(order)]
    return number


def in_one_event(
    labels: NDArray[np.int64], photos: NDArray[np.int64], event: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the labels of groups all of whose faces are in photos of one event, sorted.

    labels, photos: (N,) of each face, and its photo as a place in `event` (P,).
    """
    order = np.argsort(labels, kind="stable")
    sorted_labels, when = labels[order], event[photos[order]]
    groups, starts = np.unique(sorted_labels, return_index=True)
    if len(groups) == 0:
        return groups
    same = np.minimum.reduceat(when, starts) == np.maximum.reduceat(when, starts)
    return np.asarray(groups[same], np.int64)
