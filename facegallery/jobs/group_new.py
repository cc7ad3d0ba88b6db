"""When the new faces of a large library may just come to the groups there are.

Until so many are new that all are grouped again. After another word of the user on who is who,
another model or other rules all are grouped again too.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog import differences, mirror_photos, properties, same_faces
from facegallery.catalog.library import Catalog
from facegallery.grouping.rules import GroupingRules

LARGE = 50_000  # faces; fewer are grouped at once in a few seconds
MOST_NEW = 0.01  # of the faces there were when all were grouped
NO_GROUP = -1
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


def state_after(
    before: GroupedState | None, basis: str, face_ids: NDArray[np.int64], labels: NDArray[np.int64]
) -> GroupedState:
    """Return the state after grouping. before: of the groups that faces came to; None: all anew."""
    return GroupedState(
        basis,
        len(face_ids) if before is None else before.all_faces,
        int(face_ids.max(initial=0)),
        int(np.count_nonzero(labels == NO_GROUP)),
    )


def state_to_go_on_from(
    db: Catalog, basis: str, face_ids: NDArray[np.int64], labels: NDArray[np.int64]
) -> GroupedState | None:
    """Return the state of the groups if new faces may just come to them, None if not.

    face_ids: (N,) of all free faces. labels: (N,) their groups so far, -1 for none.
    """
    kept = properties.value(db, _STATE)
    if kept is None or len(face_ids) < LARGE:
        return None
    state = GroupedState(**json.loads(kept))
    old = face_ids <= state.last_face
    back = np.count_nonzero(labels[old] == NO_GROUP) > state.lone  # such as a person's, taken back
    new = len(face_ids) - state.all_faces
    if state.basis != basis or back or new > MOST_NEW * state.all_faces:
        return None
    return state


def labels_of(
    members: Mapping[int, frozenset[int]], face_ids: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the group of each face, -1 for none. members: face ids of each group."""
    pairs = [(face, group) for group, faces in members.items() for face in faces]
    labels = np.full(len(face_ids), NO_GROUP, np.int64)
    if pairs and len(face_ids):
        faces, group = np.array(pairs, np.int64).T
        rows = np.minimum(np.searchsorted(face_ids, faces), len(face_ids) - 1)
        there = face_ids[rows] == faces
        labels[rows[there]] = group[there]
    return labels
