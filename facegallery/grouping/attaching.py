"""The last steps of grouping: one face a photo, and the doubtful faces to the group they fit."""

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.density import numbered_by_first
from facegallery.grouping.means import mean_vectors
from facegallery.grouping.rules import GroupingRules

NO_GROUP = -1


def one_face_a_photo(
    vectors: NDArray[np.float32], photo_ids: NDArray[np.int64], labels: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the labels with at most one face of a photo in a group, -1 for those left out.

    The face that stays is the one most similar to the group's faces in other photos.
    """
    labels = labels.copy()
    rows = np.flatnonzero(labels != NO_GROUP)
    places = np.stack([labels[rows], photo_ids[rows]], axis=1)
    _, place, faces = np.unique(places, axis=0, return_inverse=True, return_counts=True)
    for crowded in np.flatnonzero(faces > 1).tolist():
        here = rows[place == crowded]
        group = rows[(labels[rows] == labels[here[0]]) & (place != crowded)]
        likeness = vectors[here] @ vectors[group].sum(axis=0, dtype=np.float32)
        stays = int(np.argmax(likeness))
        labels[np.delete(here, stays)] = NO_GROUP
    return labels


def attach(
    vectors: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
    labels: NDArray[np.int64],
    doubtful: NDArray[np.intp],
    apart: NDArray[np.int64],
    rules: GroupingRules,
) -> NDArray[np.int64]:
    """Return the labels with each doubtful row in the group it is most similar to, if in any.

    Groups do not change by what is attached: a blurred face never brings another one along. The
    most similar come first; a face whose group has its photo already, or a face that it is kept
    apart from, stays alone. It must be as similar as a lone good face would have to be.
    """
    labels = labels.copy()
    grouped = np.flatnonzero(labels != NO_GROUP)
    if len(grouped) == 0 or len(doubtful) == 0:
        return labels
    groups = numbered_by_first(labels[grouped])
    label_of_group = labels[grouped][np.unique(groups, return_index=True)[1]]
    means, sizes = mean_vectors(vectors[grouped], groups)
    least = rules.least_similarity(len(vectors))
    needed = least + rules.extra_similarity(1, sizes, 0.0, 0.0)
    similarity = vectors[doubtful] @ means.T
    nearest = np.argmax(similarity, axis=1)
    best = similarity[np.arange(len(doubtful)), nearest]
    taken = set(zip(labels[grouped].tolist(), photo_ids[grouped].tolist(), strict=True))
    enemies = _enemies(apart)
    for at in np.lexsort((doubtful, -best)).tolist():
        if not best[at] >= needed[nearest[at]]:
            continue
        row, label = int(doubtful[at]), int(label_of_group[nearest[at]])
        place = (label, int(photo_ids[row]))
        if place in taken or label in labels[enemies.get(row, [])]:
            continue
        labels[row] = label
        taken.add(place)
    return labels


def _enemies(apart: NDArray[np.int64]) -> dict[int, list[int]]:
    """Return for each row those that it must not meet."""
    enemies: dict[int, list[int]] = {}
    for one, other in apart.tolist():
        enemies.setdefault(one, []).append(other)
        enemies.setdefault(other, []).append(one)
    return enemies
