"""Faces to groups: what is near each other is one unknown person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.attaching import attach, one_face_a_photo
from facegallery.grouping.conflicts import Conflicts, photos_of_items
from facegallery.grouping.density import dense_components
from facegallery.grouping.labels import NO_GROUP, numbered_by_first, without_lone
from facegallery.grouping.linkage import merge_similar
from facegallery.grouping.means import mean_vectors
from facegallery.grouping.ordering import order_of_content
from facegallery.grouping.reduction import in_order
from facegallery.grouping.rules import GroupingRules
from facegallery.grouping.settling import settle
from facegallery.grouping.splitting import split_components


def group_faces(
    vectors: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
    quality: NDArray[np.float32],
    rules: GroupingRules,
    apart: Iterable[tuple[int, int]] = (),
) -> NDArray[np.int64]:
    """Return the group of each face, (N,) from 0 in order of falling size, -1 for none.

    vectors: (N, D) embeddings of length 1, of one model, centred. photo_ids: (N,) the photo of
    each face; no group has two faces of one photo. quality: (N,) 0..1. apart: pairs of rows that
    the user called different people; they never share a group. The same faces in another order
    make the same groups.
    """
    return group_by_each(vectors, photo_ids, quality, [rules], apart)[0]


def group_by_each(
    vectors: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
    quality: NDArray[np.float32],
    rules: Sequence[GroupingRules],
    apart: Iterable[tuple[int, int]] = (),
) -> list[NDArray[np.int64]]:
    """Return the groups by each of several rules; see group_faces.

    The rules differ in how similar groups must be to be merged, in nothing else: what comes before
    is most of the work, and done once.
    """
    order = order_of_content(vectors, photo_ids, quality)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    pairs = np.array([(place[one], place[other]) for one, other in apart], np.int64).reshape(-1, 2)
    faces = _Faces.of(in_order(vectors, order), photo_ids[order], quality[order], pairs, rules[0])
    return [_grouped(faces, one)[place] for one in rules]


@dataclass(frozen=True, slots=True, eq=False)
class _Faces:
    """Faces in order of content, by which ties are broken, and the components of the good ones.

    good: (N,) whether the quality is enough. components: of those that are, before any merging.
    """

    vectors: NDArray[np.float32]
    photo_ids: NDArray[np.int64]
    apart: NDArray[np.int64]
    good: NDArray[np.bool_]
    components: NDArray[np.int64]

    @classmethod
    def of(
        cls,
        vectors: NDArray[np.float32],
        photo_ids: NDArray[np.int64],
        quality: NDArray[np.float32],
        apart: NDArray[np.int64],
        rules: GroupingRules,
    ) -> "_Faces":
        good = quality >= np.float32(rules.least_quality)
        chosen = vectors[good]
        components = split_components(
            chosen,
            photo_ids[good],
            dense_components(chosen, rules.distance),
            _among(apart, good),
            rules.distance,
            rules.shared_photos,
        )
        return cls(vectors, photo_ids, apart, good, components)


def _grouped(faces: _Faces, rules: GroupingRules) -> NDArray[np.int64]:
    """Return the groups of faces in order of content."""
    labels = np.full(len(faces.vectors), NO_GROUP, np.int64)
    labels[faces.good] = _core_groups(faces, rules)
    labels = without_lone(one_face_a_photo(faces.vectors, faces.photo_ids, labels))
    labels = without_lone(settle(faces.vectors, faces.photo_ids, labels, faces.apart, rules))
    doubtful = np.flatnonzero(~faces.good)
    labels = attach(faces.vectors, faces.photo_ids, labels, doubtful, faces.apart, rules)
    return _numbered_by_size(labels)


def _core_groups(faces: _Faces, rules: GroupingRules) -> NDArray[np.int64]:
    """Return the groups of faces of good quality, lone faces each with a label of its own."""
    components = faces.components
    means, sizes = mean_vectors(faces.vectors[faces.good], components)
    conflicts = Conflicts(
        photos_of_items(faces.photo_ids[faces.good], components, len(sizes)),
        [(int(one), int(other)) for one, other in components[_among(faces.apart, faces.good)]],
        rules.shared_photos,
    )
    return merge_similar(means, sizes, conflicts, rules)[components]


def _among(apart: NDArray[np.int64], chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the pairs both of whose rows are chosen, as places among the chosen rows."""
    place = np.cumsum(chosen) - 1
    return place[apart[chosen[apart].all(axis=1)]]


def _numbered_by_size(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the labels as 0, 1, 2... in order of falling size, then of first rows."""
    grouped = labels != NO_GROUP
    numbered = numbered_by_first(labels[grouped])
    sizes = np.bincount(numbered)
    rank = np.empty(len(sizes), np.int64)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    result = np.full(len(labels), NO_GROUP, np.int64)
    result[grouped] = rank[numbered]
    return result
