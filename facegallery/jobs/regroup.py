"""Group the faces that are nobody's yet; right after a scan, and when new photos come."""

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog import assignments, embeddings, groups, properties
from facegallery.catalog.library import Library
from facegallery.domain.progress import CancelToken
from facegallery.grouping.centring import centred
from facegallery.grouping.identity import keep_group_ids
from facegallery.grouping.rules import GroupingRules
from facegallery.jobs.pool import WorkerPool, result_of
from facegallery.vision import registry

NOBODY = -1
NO_PAIRS = np.empty((0, 2), np.int64)


def rules_of(recognizer: str) -> GroupingRules:
    """Return the grouping rules that fit a recognizer's embeddings."""
    info = registry.recognizer_info(recognizer)
    usual = GroupingRules()
    return GroupingRules(
        distance=info.group_distance,
        merge_similarity=info.merge_similarity,
        chance=usual.chance * info.spread,
        evidence=usual.evidence * info.spread,
        variety=usual.variety * info.spread,
    )


def group_faces(
    vectors: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
    quality: NDArray[np.float32],
    recognizer: str,
    apart: NDArray[np.int64] = NO_PAIRS,
    together: NDArray[np.int64] = NO_PAIRS,
) -> NDArray[np.int64]:
    """Return the group of each face (N,), -1 for none; called in a worker, for SciPy is loaded.

    vectors (N, D), photo_ids (N,), quality (N,): of the faces; recognizer: whose embeddings.
    apart, together: (K, 2) pairs of rows that the user called different, or the same, people.
    """
    from facegallery.grouping.groups import group_faces as group
    from facegallery.grouping.together import join

    pairs = [(int(one), int(other)) for one, other in apart]
    compared = centred(vectors, recognizer)
    return join(group(compared, photo_ids, quality, rules_of(recognizer), pairs), together)


def regroup(library: Library, cancel: CancelToken, pool: WorkerPool) -> int:
    """Make the groups anew, see regroup_here, in a worker: all embeddings are in its memory only.

    Raises Cancelled; then the groups are as they were.
    """
    return result_of(pool.submit(regroup_here, library), cancel)


def regroup_here(library: Library) -> int:
    """Make the groups anew from all faces that are nobody's; return how many faces changed group.

    Groups keep their ids as far as they keep their faces. Confirmed faces are never touched, and
    what the user said of pairs of faces is obeyed. Without anything new, nothing changes.
    """
    with library.open() as db:
        recognizer = properties.value(db, "recognizer")
        if recognizer is None:
            return 0
        known = embeddings.of_model(db, recognizer)
        free = known.person_ids == NOBODY
        face_ids = known.face_ids[free]
        if len(face_ids) == 0:
            return groups.save_all(db, {})
        labels = group_faces(
            known.vectors[free],
            known.photo_ids[free],
            known.quality[free],
            recognizer,
            _rows(assignments.pairs(db, same=False), face_ids),
            _rows(assignments.pairs(db, same=True), face_ids),
        )
        found = [
            frozenset(int(face_id) for face_id in face_ids[labels == label])
            for label in range(labels.max(initial=-1) + 1)
        ]
        kept = keep_group_ids(groups.members(db), found, groups.next_id(db))
        return groups.save_all(db, kept)


def _rows(pairs: list[tuple[int, int]], face_ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return pairs of face ids as (K, 2) row numbers; pairs with a face that is gone are left out.

    face_ids: (N,) sorted.
    """
    wanted = np.array(pairs, np.int64).reshape(-1, 2)
    rows = np.searchsorted(face_ids, wanted)
    inside = (rows < len(face_ids)).all(axis=1)
    there: NDArray[np.bool_] = (face_ids[rows[inside]] == wanted[inside]).all(axis=1)
    found: NDArray[np.int64] = rows[inside][there].astype(np.int64)
    return found
