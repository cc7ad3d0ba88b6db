"""What keeps faces from being one group: photos they share, and pairs the user called different."""

import numpy as np
from numpy.typing import NDArray


class Conflicts:
    """Tells whether two items (groups or lone faces) may be merged; kept up while they are.

    photos: for each item, the photos it has a face in; those with one face can be left out.
    apart: pairs of items that must not meet. tolerance: share of the smaller item's faces that
    may be in photos with the other: a mirror or a collage in a thousand photos of one person,
    where two people who are photographed together share far more.
    """

    def __init__(
        self, photos: list[set[int]], apart: list[tuple[int, int]], tolerance: float
    ) -> None:
        self._photos = photos
        self._tolerance = tolerance
        self._apart: dict[int, set[int]] = {}
        for first, second in apart:
            self._apart.setdefault(first, set()).add(second)
            self._apart.setdefault(second, set()).add(first)

    def forbid(self, first: int, second: int, faces: int) -> bool:
        """Tell whether two items are kept apart. faces: of the smaller one."""
        if second in self._apart.get(first, ()):
            return True
        small, large = sorted((self._photos[first], self._photos[second]), key=len)
        return len(small) > 0 and len(small & large) > self._tolerance * faces

    def merge(self, kept: int, gone: int) -> None:
        """Note that item `gone` is part of item `kept` from now on."""
        small, large = sorted((self._photos[kept], self._photos[gone]), key=len)
        large |= small
        self._photos[kept], self._photos[gone] = large, set()
        others = self._apart.pop(gone, set())
        for other in others:
            self._apart[other].discard(gone)
            self._apart[other].add(kept)
        if others:
            self._apart.setdefault(kept, set()).update(others)


def photos_of_items(
    photo_ids: NDArray[np.int64], items: NDArray[np.int64], count: int
) -> list[set[int]]:
    """Return for each of `count` items the photos it has faces in, of photos with two or more.

    photo_ids, items: (N,) the photo and the item of each face.
    """
    _, photo, faces = np.unique(photo_ids, return_inverse=True, return_counts=True)
    found: list[set[int]] = [set() for _ in range(count)]
    for row in np.flatnonzero(faces[photo] > 1).tolist():
        found[items[row]].add(int(photo_ids[row]))
    return found


def crowded_items(
    photo_ids: NDArray[np.int64], items: NDArray[np.int64], tolerance: float
) -> NDArray[np.bool_]:
    """Return for each item 0..max whether too many of its faces share a photo with another one.

    photo_ids, items: (N,) of each face. tolerance: as for Conflicts, a share of the item's faces.
    """
    sizes = np.bincount(items)
    order = np.lexsort((photo_ids, items))
    again = (np.diff(items[order]) == 0) & (np.diff(photo_ids[order]) == 0)
    doubles = np.bincount(items[order][1:][again], minlength=len(sizes))
    crowded: NDArray[np.bool_] = doubles > tolerance * sizes
    return crowded
