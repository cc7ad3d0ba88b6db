"""DBSCAN components that cannot be one person, taken apart at tighter and tighter distances."""

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.conflicts import crowded_items
from facegallery.grouping.density import dense_components
from facegallery.grouping.labels import numbered_by_first

STEPS = 7  # with SFace's distance of 0.35: 0.30, 0.25, and so on


def split_components(
    vectors: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
    components: NDArray[np.int64],
    apart: NDArray[np.int64],
    distance: float,
    tolerance: float,
) -> NDArray[np.int64]:
    """Return finer components (N,), none with more faces of one photo than tolerated.

    A chain of faces can lead DBSCAN from one person to another. Where two faces of many photos
    (see Conflicts) or a pair the user called different have come together, only that component is
    cut at a smaller distance, until its pieces have no conflict; linkage then merges the pieces
    that belong together. components: at `distance`. apart: (P, 2) rows that must not meet.
    """
    components = components.copy()
    for step in range(STEPS - 1, -1, -1):
        rows = _rows_in_conflict(photo_ids, components, apart, tolerance)
        if len(rows) == 0:
            break
        # A smaller distance never joins two components, so all can be cut in one go.
        pieces = (
            dense_components(vectors[rows], distance * step / STEPS)
            if step
            else np.arange(len(rows))
        )
        components[rows] = len(components) + pieces
        components = numbered_by_first(components)
    return components


def _rows_in_conflict(
    photo_ids: NDArray[np.int64],
    components: NDArray[np.int64],
    apart: NDArray[np.int64],
    tolerance: float,
) -> NDArray[np.int64]:
    if len(components) == 0:
        return np.empty(0, np.int64)
    bad = crowded_items(photo_ids, components, tolerance)
    first, second = components[apart[:, 0]], components[apart[:, 1]]
    bad[first[first == second]] = True
    return np.flatnonzero(bad[components])
