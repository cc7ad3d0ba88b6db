"""The last steps of grouping: one face a photo, and the doubtful faces to the group they fit."""

import numpy as np
from numpy.typing import NDArray

from facegallery.courtesy import give_way
from facegallery.grouping.labels import NO_GROUP, numbered_by_first
from facegallery.grouping.means import mean_vectors
from facegallery.grouping.rules import GroupingRules

BLOCK_CELLS = 8_000_000  # similarities computed at once: 32 MB


def one_face_a_photo(
    vectors: NDArray[np.float32], photo_ids: NDArray[np.int64], labels: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the labels with at most one face of a photo in a group, -1 for those left out.

    The face that stays is the one most similar to the group's faces in other photos.
    """
    labels = labels.copy()
    rows = np.flatnonzero(labels != NO_GROUP)
    if len(rows) == 0:
        return labels
    rows = rows[np.lexsort((rows, photo_ids[rows], labels[rows]))]
    same_group = np.diff(labels[rows], prepend=-1) == 0
    starts = np.flatnonzero(~(same_group & (np.diff(photo_ids[rows], prepend=-1) == 0)))
    counts = np.diff(starts, append=len(rows))
    groups = np.cumsum(~same_group) - 1
    means, sizes = mean_vectors(vectors[rows], groups)
    for start, count in zip(starts[counts > 1].tolist(), counts[counts > 1].tolist(), strict=True):
        here = rows[start : start + count]
        group = groups[start]
        others = means[group] * np.float32(sizes[group]) - vectors[here].sum(axis=0)
        stays = int(np.argmax(vectors[here] @ others))
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
    nearest, best = _nearest(vectors, doubtful, means)
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


def _nearest(
    vectors: NDArray[np.float32], rows: NDArray[np.intp], means: NDArray[np.float32]
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Return the mean that each row is most similar to, and how similar."""
    nearest = np.empty(len(rows), np.intp)
    best = np.empty(len(rows), np.float32)
    step = max(1, BLOCK_CELLS // len(means))
    for start in range(0, len(rows), step):
        give_way()
        similarity = vectors[rows[start : start + step]] @ means.T
        here = np.argmax(similarity, axis=1)
        nearest[start : start + step] = here
        best[start : start + step] = similarity[np.arange(len(here)), here]
    return nearest, best


def _enemies(apart: NDArray[np.int64]) -> dict[int, list[int]]:
    """Return for each row those that it must not meet."""
    enemies: dict[int, list[int]] = {}
    for one, other in apart.tolist():
        enemies.setdefault(one, []).append(other)
        enemies.setdefault(other, []).append(one)
    return enemies
