"""A few new faces come to the groups of very many, without comparing all with all again.

What is new is compared with everything. It joins what it is near to as it would if all were
grouped at once, and may bring groups together; what it is not near to is not looked at, and of a
group no more than its mean. Groups are never taken apart by it. docs/grouping.md has the share of
faces that come where grouping all at once puts them; the next time that all are grouped the others
come there too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.all_faces import AllFaces
from facegallery.grouping.conflicts import Conflicts
from facegallery.grouping.labels import NO_GROUP, numbered_by_first
from facegallery.grouping.linkage import merge_similar
from facegallery.grouping.near_faces import NearGroups, NearLone, near_faces
from facegallery.grouping.rules import GroupingRules

# A group is looked at when a face of it is within DBSCAN's distance, or so many of them are as
# similar as merging asks at the very least: of a group as similar as that on average half are.
NEAR_SHARE = 0.1
MOST_LONE = 10  # lone faces near to one new face that are looked at, the nearest ones
NEARLY = 0.02  # similarity by which two groups may come nearer with a new face
NONE_SHARED = 0.0  # no photo may show two items that come together: here none is looked at again


@dataclass(frozen=True, slots=True, eq=False)
class Added:
    """What comes of it: rows (M,) of faces and the groups they come to (M,), those there are or

    new ones, numbered on from them. joined: groups that become part of others, and of which.
    """

    rows: NDArray[np.int64]
    labels: NDArray[np.int64]
    joined: Mapping[int, int]


def add_faces(faces: AllFaces, new: NDArray[np.int64], rules: GroupingRules, library: int) -> Added:
    """Return what changes when new faces, sorted rows in no group yet, are grouped too.

    library: how many faces there are, with those that have got a person since all were grouped:
    with fewer, others than the new ones would come together, too.
    """
    least = rules.least_similarity(library)
    few = faces.few(new)
    near, lone = near_faces(few.vectors, new, faces.labels, faces.similarities, least)
    close = _close_groups(faces.labels, near, rules)
    items = _gathered(faces, new, _nearest_lone(lone, rules, least), close, rules)
    dense = np.float32(1 - rules.distance)
    links = _links(items, new, near, lone, dense)
    _note_shared_photos(faces, items, links, rules, least)
    merged = _merged(items, links, rules, library)
    merged = _with_doubtful(items, merged, rules, least)
    merged = _around_new(merged, np.isin(items.rows, new))
    return _outcome(items, merged, faces.groups)


def _close_groups(
    labels: NDArray[np.int64], near: NearGroups, rules: GroupingRules
) -> NDArray[np.int64]:
    """Return the groups that a new face may come to."""
    sizes = np.bincount(labels[labels >= 0], minlength=1)
    dense = near.strongest >= np.float32(1 - rules.distance)
    return np.unique(near.label[dense | (near.faces >= NEAR_SHARE * sizes[near.label])])


def _nearest_lone(lone: NearLone, rules: GroupingRules, least: float) -> NDArray[np.int64]:
    """Return the rows of the lone faces that a new face may come together with."""
    enough = least + float(rules.extra_similarity(1, 1, 0.0, 0.0)) - NEARLY
    some = np.flatnonzero(lone.similarity >= np.float32(enough))
    order = some[np.lexsort((lone.row[some], -lone.similarity[some], lone.face[some]))]
    first = np.flatnonzero(np.diff(lone.face[order], prepend=-1))
    rank = np.arange(len(order)) - np.repeat(first, np.diff(first, append=len(order)))
    return np.unique(lone.row[order[rank < MOST_LONE]])


@dataclass(frozen=True, slots=True, eq=False)
class _Items:
    """What may come together: F faces, new ones and lone ones near to them, then G close groups.

    rows: (F,) sorted. labels: (G,). doubtful: (F + G,) the faces of little quality, which take no
    part at first. means (F + G, D), sizes (F + G,). photos: of each item, those that matter here.
    apart: pairs of items that the user called different.
    """

    rows: NDArray[np.int64]
    labels: NDArray[np.int64]
    doubtful: NDArray[np.bool_]
    means: NDArray[np.float32]
    sizes: NDArray[np.int64]
    photos: list[set[int]]
    apart: list[tuple[int, int]]

    def of_label(self, label: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the items that groups are, -1 for those that are not close."""
        if len(self.labels) == 0:
            return np.full(len(label), -1)
        place = np.searchsorted(self.labels, label).clip(max=len(self.labels) - 1)
        return np.where(self.labels[place] == label, place + len(self.rows), -1)


def _gathered(
    faces: AllFaces,
    new: NDArray[np.int64],
    lone: NDArray[np.int64],
    labels: NDArray[np.int64],
    rules: GroupingRules,
) -> _Items:
    """Return what may come together. lone: rows of lone faces; labels: of groups."""
    rows = np.union1d(new, lone)
    few = faces.few(rows)
    doubtful = few.quality < np.float32(rules.least_quality)
    kept = ~doubtful | np.isin(rows, new)
    here = faces.groups_in(np.unique(few.photo_ids[kept]))
    sizes = np.bincount(faces.labels[faces.labels >= 0], minlength=1)[labels]
    place = {label: int(kept.sum()) + at for at, label in enumerate(labels.tolist())}
    return _Items(
        rows[kept],
        labels,
        np.concatenate([doubtful[kept], np.zeros(len(labels), np.bool_)]),
        np.concatenate([few.vectors[kept], faces.means(labels)]),
        np.concatenate([np.ones(int(kept.sum()), np.int64), sizes]),
        [{photo} for photo in few.photo_ids[kept].tolist()]
        + [set(here.get(label, ())) for label in labels.tolist()],
        [(place[one], place[other]) for one, other in faces.apart if {one, other} <= set(place)],
    )


def _links(
    items: _Items, new: NDArray[np.int64], near: NearGroups, lone: NearLone, dense: np.float32
) -> list[tuple[int, int]]:
    """Return the pairs of items that DBSCAN puts together, the most similar first."""
    one = np.searchsorted(items.rows, new[np.concatenate([near.face, lone.face])])
    place = np.searchsorted(items.rows, lone.row).clip(max=max(0, len(items.rows) - 1))
    alone = np.where(items.rows[place] == lone.row, place, -1)
    other = np.concatenate([items.of_label(near.label), alone])
    similarity = np.concatenate([near.strongest, lone.similarity])
    good = (similarity >= dense) & (other >= 0)
    good[good] = ~items.doubtful[one[good]] & ~items.doubtful[other[good]]
    one, other, similarity = one[good], other[good], similarity[good]
    order = np.lexsort((np.maximum(one, other), np.minimum(one, other), -similarity))
    return list(zip(one[order].tolist(), other[order].tolist(), strict=True))


def _note_shared_photos(
    faces: AllFaces,
    items: _Items,
    links: list[tuple[int, int]],
    rules: GroupingRules,
    least: float,
) -> None:
    """Add the photos that close groups have in common, of those that may come together."""
    first = len(items.rows)
    means, sizes = items.means[first:], items.sizes[first:]
    variances = 1 - np.einsum("ij,ij->i", means, means)
    extra = rules.extra_similarity(sizes[:, None], sizes, variances[:, None], variances)
    near = np.argwhere(means @ means.T >= least + extra - NEARLY)
    pairs = {(int(one), int(other)) for one, other in near}
    groups_of: dict[int, list[int]] = {}
    for face, item in links:
        if item >= first:
            groups_of.setdefault(face, []).append(item - first)
    pairs |= {pair for linked in groups_of.values() for pair in combinations(sorted(linked), 2)}
    for one, other in sorted(pairs):
        if one < other:
            labels = int(items.labels[one]), int(items.labels[other])
            shared = faces.shared_photos(*labels)
            items.photos[first + one] |= shared
            items.photos[first + other] |= shared


def _merged(
    items: _Items, links: list[tuple[int, int]], rules: GroupingRules, library: int
) -> NDArray[np.int64]:
    """Return for each item a number, the same for those that come together."""
    linked = _linked(items, links)
    means, sizes, photos = _united(items, linked)
    means[linked[items.doubtful]] = 0  # like nobody: they come last
    apart = [(int(linked[one]), int(linked[other])) for one, other in items.apart]
    merged = merge_similar(means, sizes, Conflicts(photos, apart, NONE_SHARED), rules, library)
    return numbered_by_first(merged[linked])


def _united(
    items: _Items, number: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.int64], list[set[int]]]:
    """Return mean, faces and photos of the items of each number, 0 to the highest."""
    sizes = np.bincount(number, items.sizes).astype(np.int64)
    weights = (items.sizes / sizes[number]).astype(np.float32)
    means = np.zeros((len(sizes), items.means.shape[1]), np.float32)
    np.add.at(means, number, items.means * weights[:, None])
    photos: list[set[int]] = [set() for _ in sizes]
    for place, one in zip(number.tolist(), items.photos, strict=True):
        photos[place] |= one
    return means, sizes, photos


def _linked(items: _Items, links: list[tuple[int, int]]) -> NDArray[np.int64]:
    """Return for each item a number, the same for those that links put together.

    Not where that would bring two faces of one photo together: the stronger link holds.
    """
    conflicts = Conflicts([set(photos) for photos in items.photos], list(items.apart), NONE_SHARED)
    parent = list(range(len(items.sizes)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = item = parent[parent[item]]
        return item

    for one, other in links:
        kept, gone = sorted((root(one), root(other)))
        if kept != gone and not conflicts.forbid(kept, gone, 1):
            parent[gone] = kept
            conflicts.merge(kept, gone)
    return numbered_by_first(np.array([root(item) for item in range(len(parent))], np.int64))


def _with_doubtful(
    items: _Items, merged: NDArray[np.int64], rules: GroupingRules, least: float
) -> NDArray[np.int64]:
    """Put each face of little quality to the group that it is most like, if it is like enough."""
    doubtful = np.flatnonzero(items.doubtful)
    means, sizes, photos = _united(items, merged)
    groups = np.flatnonzero(sizes > 1)
    if len(doubtful) == 0 or len(groups) == 0:
        return merged
    similarity = items.means[doubtful] @ means[groups].T
    nearest = np.argmax(similarity, axis=1)
    best = similarity[np.arange(len(doubtful)), nearest]
    needed = least + rules.extra_similarity(1, sizes[groups], 0.0, 0.0)
    merged = merged.copy()
    for at in np.lexsort((doubtful, -best)).tolist():
        group, photo = int(groups[nearest[at]]), items.photos[doubtful[at]]
        if best[at] >= needed[nearest[at]] and not photo & photos[group]:
            merged[doubtful[at]] = group
            photos[group] |= photo
    return merged


def _around_new(merged: NDArray[np.int64], new: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Take apart what came together without any new face: it was kept apart when all were grouped.

    Such as faces that their group left out, because it has another one of the same photo.
    new: (F,) which of the items are new faces; they come first.
    """
    with_new = np.zeros(int(merged.max(initial=-1)) + 1, np.bool_)
    with_new[merged[: len(new)][new]] = True
    alone = len(with_new) + np.arange(len(merged))
    return numbered_by_first(np.where(with_new[merged], merged, alone))


def _outcome(items: _Items, merged: NDArray[np.int64], next_label: int) -> Added:
    """Return which faces come to which group; the largest of several groups stays."""
    faces = len(items.rows)
    sizes = np.bincount(merged)
    label_of = np.full(len(sizes), NO_GROUP, np.int64)
    joined: dict[int, int] = {}
    for item in np.lexsort((items.labels, -items.sizes[faces:])).tolist():
        number, label = merged[faces + item], int(items.labels[item])
        if label_of[number] == NO_GROUP:
            label_of[number] = label
        else:
            joined[label] = int(label_of[number])
    made = np.flatnonzero((label_of == NO_GROUP) & (sizes > 1))
    label_of[made] = next_label + np.arange(len(made))
    labels = label_of[merged[:faces]]
    came = labels != NO_GROUP
    return Added(items.rows[came], labels[came], joined)
