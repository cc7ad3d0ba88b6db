"""The user's word that faces without a name are one person, put over what the machine found."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from facegallery.grouping.attaching import one_face_a_photo
from facegallery.grouping.labels import NO_GROUP, without_lone


def join(labels: NDArray[np.int64], together: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the groups after those with faces that the user called the same are made one.

    labels: (N,) from 0, -1 in no group. together: (K, 2) pairs of rows; a lone face among them
    comes into the group of the other, or makes one with it. Other groups keep their order.
    """
    if len(together) == 0:
        return labels
    count = int(labels.max(initial=-1)) + 1
    items = labels.copy()  # each lone face is an item of its own, after the groups
    lone = np.flatnonzero(labels == NO_GROUP)
    items[lone] = count + np.arange(len(lone))
    size = count + len(lone)
    one, other = items[together].T
    links = coo_array((np.ones(len(one), np.int8), (one, other)), shape=(size, size))
    _, component = connected_components(links, directed=False)
    joined = component[items]
    sizes = np.bincount(joined)
    grouped = sizes[joined] > 1
    result = np.full(len(labels), NO_GROUP, np.int64)
    result[grouped] = np.unique(joined[grouped], return_inverse=True)[1]
    return result


def make_room(
    vectors: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
    labels: NDArray[np.int64],
    together: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Return the groups as joined, less faces that only the machine put there beside others.

    A face that the user called one of them stays, also beside another such one of its photo: of
    the others, -1 for those left out, there is one face of a photo at most, and none where the
    user's face is in the photo. vectors (N, D), photo_ids and labels (N,), together as for `join`.
    """
    if len(together) == 0:
        return labels
    said = np.zeros(len(labels), np.bool_)
    said[together] = True
    joined = np.isin(labels, labels[said & (labels != NO_GROUP)])
    _, photo = np.unique(photo_ids, return_inverse=True)
    place = labels * (int(photo.max()) + 1) + photo
    labels = labels.copy()
    labels[joined & ~said & np.isin(place, place[joined & said])] = NO_GROUP
    rows = np.flatnonzero(joined)
    own = np.where(said, -2 - np.arange(len(labels)), photo_ids)
    labels[rows] = one_face_a_photo(vectors[rows], own[rows], labels[rows])
    return without_lone(labels)
