"""A few new faces come to the groups of very many, without comparing all with all again.

What is new is compared with everything. It joins what it is near to as it would if all were
grouped at once, and may bring groups together; what it is not near to is not looked at. Groups are
never taken apart by it. docs/grouping.md has the share of faces that come where grouping all at
once puts them; the next time that all are grouped the others come there too.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from facegallery.grouping.attaching import attach, one_face_a_photo, without_lone
from facegallery.grouping.conflicts import Conflicts, photos_of_items
from facegallery.grouping.density import numbered_by_first
from facegallery.grouping.linkage import merge_similar
from facegallery.grouping.means import mean_vectors
from facegallery.grouping.rules import GroupingRules
from facegallery.grouping.splitting import split_components

NO_GROUP = -1
NO_PAIRS = np.empty((0, 2), np.int64)
BLOCK_ROWS = 65_536


def add_faces(
    vectors: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
    quality: NDArray[np.float32],
    labels: NDArray[np.int64],
    new: NDArray[np.intp],
    rules: GroupingRules,
) -> NDArray[np.int64]:
    """Return the group of each face (N,) after some new ones are grouped too, -1 for none.

    vectors, photo_ids, quality: of all faces, as for groups.group_faces. labels: (N,) the groups
    so far; -1 for lone faces and for the new rows, `new`. Groups that nothing new has come to
    keep their labels; made ones get labels after those there are.
    """
    doubtful = new[quality[new] < np.float32(rules.least_quality)]
    fresh = np.setdiff1d(new, doubtful)
    least = rules.least_similarity(len(vectors))
    one, other, similarity = _near(vectors, fresh, least)
    good = (quality >= np.float32(rules.least_quality)) | (labels != NO_GROUP)
    one, other, similarity = one[good[other]], other[good[other]], similarity[good[other]]
    touched = np.unique(labels[other][labels[other] != NO_GROUP])
    lone = other[labels[other] == NO_GROUP]
    rows = np.unique(np.concatenate([fresh, lone, np.flatnonzero(np.isin(labels, touched))]))
    dense = similarity >= np.float32(1 - rules.distance)
    items = _items(rows, labels, one[dense], other[dense])
    labels = labels.copy()
    labels[rows] = _merged(vectors[rows], photo_ids[rows], items, len(vectors), rules)
    labels[rows[labels[rows] != NO_GROUP]] += int(labels.max(initial=NO_GROUP)) + 1
    return attach(vectors, photo_ids, labels, doubtful, NO_PAIRS, rules)


def _near(
    vectors: NDArray[np.float32], rows: NDArray[np.intp], least: float
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """Return the pairs of one of these rows and any other that are `least` similar."""
    ones, others, similarities = [], [], []
    for start in range(0, len(vectors), BLOCK_ROWS):
        similarity = vectors[rows] @ vectors[start : start + BLOCK_ROWS].T
        one, other = np.nonzero(similarity >= np.float32(least))
        ones.append(rows[one])
        others.append(other + start)
        similarities.append(similarity[one, other])
    pairs = np.concatenate(ones), np.concatenate(others), np.concatenate(similarities)
    different = pairs[0] != pairs[1]
    return pairs[0][different], pairs[1][different], pairs[2][different]


def _items(
    rows: NDArray[np.intp],
    labels: NDArray[np.int64],
    one: NDArray[np.intp],
    other: NDArray[np.intp],
) -> NDArray[np.int64]:
    """Return the item of each row: its group so far, with what DBSCAN's pairs put to it."""
    _, first, inverse = np.unique(labels[rows], return_index=True, return_inverse=True)
    here = np.flatnonzero(labels[rows] != NO_GROUP)
    ends = (
        np.concatenate([here, np.searchsorted(rows, one)]),
        np.concatenate([first[inverse][here], np.searchsorted(rows, other)]),
    )
    links = coo_array((np.ones(len(ends[0]), np.int8), ends), shape=(len(rows), len(rows)))
    return numbered_by_first(connected_components(links, directed=False)[1].astype(np.int64))


def _merged(
    vectors: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
    items: NDArray[np.int64],
    library: int,
    rules: GroupingRules,
) -> NDArray[np.int64]:
    """Return the groups of these rows, -1 for none, after their items are merged.

    library: how many faces there are with all others.
    """
    tolerance = rules.shared_photos
    items = split_components(vectors, photo_ids, items, NO_PAIRS, rules.distance, tolerance)
    means, sizes = mean_vectors(vectors, items)
    conflicts = Conflicts(photos_of_items(photo_ids, items, len(sizes)), [], tolerance)
    merged = merge_similar(means, sizes, conflicts, rules, library)[items]
    return without_lone(one_face_a_photo(vectors, photo_ids, merged))
