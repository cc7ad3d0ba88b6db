"""Group the faces that are nobody's yet; right after a scan, and when new photos come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from facegallery import courtesy
from facegallery.catalog import (
    differences,
    embeddings,
    groups,
    made_since,
    mirror_photos,
    properties,
    same_faces,
)
from facegallery.catalog.embeddings import FaceVectors
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.whose_faces import NOBODY
from facegallery.domain.progress import CancelToken
from facegallery.grouping.centring import centred
from facegallery.grouping.identity import keep_group_ids
from facegallery.grouping.obeying import Sides, obey, pairs_apart, photos_apart
from facegallery.grouping.rules import GroupingRules
from facegallery.jobs import group_new
from facegallery.jobs.machine import all_cores
from facegallery.jobs.split import refresh_mixed
from facegallery.vision import registry

if TYPE_CHECKING:
    from facegallery.jobs.pool import WorkerPool

GROUPED_BY = "grouped_by_strictness"  # property of the library: what its groups were made with
# Average similarity; a little less than what ten times the faces ask for, see GroupingRules.
STRICTNESS_STEP = 0.04


def rules_of(recognizer: str, strictness: int = 0) -> GroupingRules:
    """Return the grouping rules that fit a recognizer's embeddings.

    strictness: in steps, 0 as usual; see jobs.strictness.
    """
    info = registry.recognizer_info(recognizer)
    usual = GroupingRules()
    return GroupingRules(
        distance=info.group_distance,
        merge_similarity=info.merge_similarity + STRICTNESS_STEP * info.spread * strictness,
        chance=usual.chance * info.spread,
        evidence=usual.evidence * info.spread,
        variety=usual.variety * info.spread,
        more_at_home=usual.more_at_home * info.spread,
    )


@dataclass(frozen=True, slots=True, eq=False)
class FreeFaces:
    """The faces that are nobody's yet, and what the user said of them; rows are their places.

    face_ids (N,) sorted, vectors (N, D) centred, photo_ids (N,), quality (N,). differences: rows
    called different people. together: (K, 2) rows called the same person.
    """

    face_ids: NDArray[np.int64]
    vectors: NDArray[np.float32]
    photo_ids: NDArray[np.int64]
    quality: NDArray[np.float32]
    differences: Sequence[Sides]
    together: NDArray[np.int64]


def free_faces(db: Catalog, known: FaceVectors, recognizer: str) -> FreeFaces:
    """Return the faces of a catalog that grouping is about, of all that are known."""
    free = known.person_ids == NOBODY
    face_ids = known.face_ids[free]
    return FreeFaces(
        face_ids,
        centred(known.vectors[free], recognizer),
        photos_apart(known.photo_ids[free], mirror_photos.ids(db)),
        known.quality[free],
        *_said(db, face_ids),
    )


def _said(db: Catalog, face_ids: NDArray[np.int64]) -> tuple[Sequence[Sides], NDArray[np.int64]]:
    """Return the rows that the user called different people, and pairs called the same one."""
    return row_sides(differences.faces(db), face_ids), _pairs(same_faces.pairs(db), face_ids)


def group_faces(faces: FreeFaces, rules: Sequence[GroupingRules]) -> list[NDArray[np.int64]]:
    """Return by each of the rules the group of each face (N,), -1 for none.

    What the user said is obeyed. Called in a worker, for SciPy is loaded.
    """
    return [_obeyed(faces, labels) for labels in _found_by_machine(faces, rules)]


def _found_by_machine(faces: FreeFaces, rules: Sequence[GroupingRules]) -> list[NDArray[np.int64]]:
    from facegallery.grouping.groups import group_by_each

    if len(faces.face_ids) == 0:
        return [np.empty(0, np.int64) for _ in rules]
    pairs = [(int(one), int(other)) for one, other in pairs_apart(faces.differences)]
    with all_cores():
        return group_by_each(faces.vectors, faces.photo_ids, faces.quality, rules, pairs)


def _obeyed(faces: FreeFaces, labels: NDArray[np.int64]) -> NDArray[np.int64]:
    from facegallery.grouping.together import join, make_room

    joined = join(labels, faces.together)
    joined = make_room(faces.vectors, faces.photo_ids, joined, faces.together)
    return obey(joined, faces.differences)


def regroup(library: Library, cancel: CancelToken, pool: "WorkerPool") -> int:
    """Make the groups anew, see regroup_here, in a worker: all embeddings are in its memory only.

    Raises Cancelled and WorkEnded; then the groups are as they were.
    """
    from facegallery.jobs.pool import result_of_work

    return result_of_work(pool.submit_long(regroup_here, library), cancel)


@courtesy.background()
def regroup_here(library: Library) -> int:
    """Make the groups anew from all faces that are nobody's; return how many faces changed group.

    Groups keep their ids as far as they keep their faces. Confirmed faces are never touched, and
    what the user said of pairs of faces is obeyed. Without anything new, nothing changes.
    """
    with library.open(again=True) as db:
        recognizer = properties.value(db, "recognizer")
        if recognizer is None:
            return 0
        strictness = properties.strictness(db)
        rules = rules_of(recognizer, strictness)
        basis = group_new.basis_of(db, recognizer, rules)
        changed = group_new.add_new(library, db, recognizer, basis, rules)
        if changed is None:
            changed = _group_all(db, recognizer, basis, rules)
        properties.set_value(db, GROUPED_BY, str(strictness))
        made_since.note_grouped(db)
        return changed


def _group_all(db: Catalog, recognizer: str, basis: str, rules: GroupingRules) -> int:
    known = embeddings.of_model(db, recognizer)
    faces = free_faces(db, known, recognizer)
    (labels,) = _found_by_machine(faces, [rules])
    named = known.face_ids[known.person_ids != NOBODY].tolist()
    properties.set_value(db, properties.GROUPED, "")  # a kill may leave some faces as they were
    said = basis
    while True:
        made = _made_groups(db, faces, labels)

        def still(said: str = said) -> bool:
            return group_new.basis_of(db, recognizer, rules) == said

        try:
            changed = groups.save_all(db, made.members, named, since=made.next_id, still=still)
        except groups.Outdated:
            # Of a million faces it takes minutes, and the user has said more meanwhile.
            said = group_new.basis_of(db, recognizer, rules)
            differences_now, together_now = _said(db, faces.face_ids)
            faces = replace(faces, differences=differences_now, together=together_now)
        else:
            break
    group_new.state_of_all(basis, faces.face_ids, made.labels).save(db)
    refresh_mixed(db, known, recognizer)
    return changed


@dataclass(frozen=True, slots=True, eq=False)
class _MadeGroups:
    """Groups to be written. labels: (N,) of each face; members: face ids by the groups' ids.

    next_id: the first that no group had when they were made.
    """

    labels: NDArray[np.int64]
    members: Mapping[int, frozenset[int]]
    next_id: int


def _made_groups(db: Catalog, faces: FreeFaces, labels: NDArray[np.int64]) -> _MadeGroups:
    """Return what the machine found (N,) as groups that obey the user and keep their ids."""
    obeyed, next_id = _obeyed(faces, labels), groups.next_id(db)
    found = _members(obeyed, faces.face_ids)
    return _MadeGroups(obeyed, keep_group_ids(groups.members(db), found, next_id), next_id)


def _members(labels: NDArray[np.int64], face_ids: NDArray[np.int64]) -> list[frozenset[int]]:
    """Return the face ids of each group, in order of the labels; -1 is in none."""
    order = np.argsort(labels, kind="stable")
    bounds = np.searchsorted(labels[order], np.arange(labels.max(initial=-1) + 2))
    ids = face_ids[order].tolist()
    return [frozenset(ids[start:end]) for start, end in pairwise(bounds.tolist())]


def row_sides(said: list[differences.Sides], face_ids: NDArray[np.int64]) -> list[Sides]:
    """Return what was said of faces by row; sides without a face that is there are left out.

    face_ids: (N,) sorted.
    """
    found: list[Sides] = []
    for faces in said:
        rows = [_rows(sorted(side), face_ids) for side in faces]
        sides = [side for side in rows if len(side)]
        if len(sides) > 1:
            found.append(sides)
    return found


def _pairs(pairs: list[tuple[int, int]], face_ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return pairs of face ids as (K, 2) row numbers; pairs with a face that is gone are left out.

    face_ids: (N,) sorted.
    """
    there = set(face_ids.tolist())
    known = [pair for pair in pairs if there.issuperset(pair)]
    return np.searchsorted(face_ids, np.array(known, np.int64).reshape(-1, 2)).astype(np.int64)


def _rows(wanted: list[int], face_ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the rows of those of these faces that are there."""
    rows = np.searchsorted(face_ids, np.array(wanted, np.int64)).clip(max=len(face_ids) - 1)
    found: NDArray[np.int64] = rows[face_ids[rows] == wanted].astype(np.int64)
    return found
