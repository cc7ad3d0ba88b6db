"""When the new faces of a large library may just come to the groups there are.

Until so many are new that all are grouped again. After another word of the user on who is who,
another model or other rules all are grouped again too.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from facegallery.actions.people import Who
from facegallery.catalog import differences, groups, mirror_photos, properties, same_faces
from facegallery.catalog.library import Catalog, Library
from facegallery.grouping.labels import NO_GROUP, NOT_ASKED
from facegallery.grouping.rules import GroupingRules
from facegallery.jobs.split import FEWEST_APART, look_again_for_mixed
from facegallery.jobs.stored_faces import StoredFaces

if TYPE_CHECKING:
    from facegallery.grouping.adding import Added

LARGE = 50_000  # faces; fewer are grouped at once in a few seconds
MOST_NEW = 0.01  # of the faces there were when all were grouped
_STATE = "grouped_state"  # property of the library


@dataclass(frozen=True, slots=True)
class GroupedState:
    """What the groups of a library were made from. Equal `basis`: all of it but the faces.

    basis: model, rules and what the user said of faces without a name, as a hash. all_faces: how
    many there were when all were grouped. last_face: the last one grouped, then or since. lone:
    how many were in no group after that.
    """

    basis: str
    all_faces: int
    last_face: int
    lone: int

    def save(self, db: Catalog) -> None:
        """Keep it in the catalog."""
        properties.set_value(db, _STATE, json.dumps(asdict(self)))


def basis_of(db: Catalog, recognizer: str, rules: GroupingRules) -> str:
    """Return what groups rest on beside the faces."""
    said = differences.faces(db), same_faces.pairs(db), sorted(mirror_photos.ids(db))
    return hashlib.blake2b(repr((recognizer, rules, said)).encode(), digest_size=16).hexdigest()


def state_of_all(
    basis: str, face_ids: NDArray[np.int64], labels: NDArray[np.int64]
) -> GroupedState:
    """Return the state after all free faces (N,) were grouped. labels: -1 for none."""
    lone = int(np.count_nonzero(labels == NO_GROUP))
    return GroupedState(basis, len(face_ids), int(face_ids.max(initial=0)), lone)


def add_new(
    library: Library, db: Catalog, recognizer: str, basis: str, rules: GroupingRules
) -> int | None:
    """Bring the new faces to the groups there are; return how many faces changed group.

    None where all must be grouped: nothing was done then.
    """
    state = _kept_state(db, basis)
    if state is None:
        return None
    faces = StoredFaces.read(library, db, recognizer)
    free = np.flatnonzero(faces.labels != NOT_ASKED)
    if not _may_go_on(state, faces.face_ids[free], faces.labels[free]):
        return None
    new = free[(faces.face_ids[free] > state.last_face) & (faces.labels[free] == NO_GROUP)]
    if len(new) == 0:
        return 0
    added = _added(faces, new, rules, state.all_faces + len(new))
    ids = np.concatenate([faces.group_ids, groups.next_id(db) + np.arange(len(new))])
    moved = zip(faces.face_ids[added.rows].tolist(), ids[added.labels].tolist(), strict=True)
    joined = {int(ids[gone]): int(ids[kept]) for gone, kept in added.joined.items()}
    changed = groups.save_added(db, dict(moved), joined)
    lone = int(np.count_nonzero(faces.labels == NO_GROUP)) - len(added.rows)
    replace(state, last_face=int(faces.face_ids[free].max()), lone=lone).save(db)
    grown = np.bincount(added.labels, minlength=1)
    look_again_for_mixed(
        db,
        recognizer,
        [Who("group", int(ids[label])) for label in np.flatnonzero(grown >= FEWEST_APART).tolist()]
        + [Who("group", number) for number in sorted(set(joined.values()))],
    )
    return changed


def _added(
    faces: StoredFaces, new: NDArray[np.int64], rules: GroupingRules, library: int
) -> "Added":
    from facegallery.grouping.adding import add_faces  # loads SciPy

    return add_faces(faces, new, rules, library)


def _kept_state(db: Catalog, basis: str) -> GroupedState | None:
    """Return what the groups were made from, None where they rest on something else by now."""
    kept = properties.value(db, _STATE)
    state = None if kept is None else GroupedState(**json.loads(kept))
    return state if state is not None and state.basis == basis else None


def _may_go_on(state: GroupedState, face_ids: NDArray[np.int64], labels: NDArray[np.int64]) -> bool:
    """Tell whether few enough faces are new. face_ids, labels: (N,) of all that are nobody's."""
    old = face_ids <= state.last_face
    back = np.count_nonzero(labels[old] == NO_GROUP) > state.lone  # such as a person's, taken back
    new = len(face_ids) - state.all_faces
    return len(face_ids) >= LARGE and not back and new <= MOST_NEW * state.all_faces
