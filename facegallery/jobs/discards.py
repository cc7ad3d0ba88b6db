"""What is like what the user threw out: pictures that are no faces, and strangers who are hidden.

Each is asked about as one row: "12 more like these: not faces, either?"
"""

import zlib
from collections.abc import Mapping, Set
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog import discards, embeddings, faces, groups, likely, properties
from facegallery.catalog import questions as known
from facegallery.catalog.library import Catalog
from facegallery.grouping.centring import centred
from facegallery.jobs.chance import chance_of

COMPARED = 200_000_000  # pairs at most: a second on one core
FEWEST = 64  # pictures that are no faces which are compared in any case, those found last
AT_ONCE = 8_192  # faces
ASKED_FROM = 0.5  # chance that a group is a hidden one, from which it is asked
SMALL = 3  # faces at most of a group that is asked about because the user hides such
OFTEN = 3  # small groups hidden from which the others are asked about, and for each small person

Row = list[tuple[int, float]]
"""Faces to ask about, and how alike they are, 0..1; the likeliest first."""


class Vectors(Protocol):
    """Centred embeddings, by their rows."""

    def __getitem__(self, rows: NDArray[np.int64], /) -> NDArray[np.float32]:
        """Return those of some rows (R, D)."""
        ...


def note_likely_not_faces(
    db: Catalog, recognizer: str, free: NDArray[np.int64], vectors: Vectors, least: float
) -> None:
    """Look for faces like those that are none, where there are others than the last time.

    free, vectors: the faces without a name (N,). least: likeness from which one is asked about.
    """
    looked = looked_among(db, recognizer)
    if properties.value(db, discards.LOOKED) == looked:
        return
    refused = discards.refused(db)
    most = max(FEWEST, COMPARED // max(1, len(free)))
    # Who has got a name, or is no face by now, is asked about again where that is taken back.
    found = {
        face_id: likeness
        for face_id, likeness in discards.known(db).items()
        if not _is_among(free, face_id)
    }
    stored = (embeddings.of_face(db, face_id, recognizer) for face_id in refused[-most:])
    others = [vector for vector in stored if vector is not None]
    if others:
        nearest = _nearest(len(free), vectors, centred(np.stack(others), recognizer))
        rows = np.flatnonzero(nearest >= least)
        found |= dict(zip(free[rows].tolist(), nearest[rows].round(4).tolist(), strict=True))
    discards.save(db, found, looked)


def looked_among(db: Catalog, recognizer: str) -> str:
    """Return by what it is known whether there are others than the last time."""
    refused = np.array(discards.refused(db), np.int64)
    return f"{recognizer} {zlib.crc32(refused.tobytes())} {faces.newest(db)}"


def _is_among(ids: NDArray[np.int64], wanted: int) -> bool:
    """Tell whether an id is among sorted ids."""
    place = int(np.searchsorted(ids, wanted))
    return place < len(ids) and int(ids[place]) == wanted


def _nearest(number: int, vectors: Vectors, others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how alike each of so many faces is with the likest of others (R, D), (N,)."""
    nearest = np.empty(number, np.float32)
    for start in range(0, number, AT_ONCE):
        some = np.arange(start, min(start + AT_ONCE, number))
        nearest[some] = (vectors[some] @ others.T).max(axis=1)
    return nearest


def not_faces_row(db: Catalog, much_liker: float) -> Row:
    """Return the faces to ask about whether they are faces. much_liker: see Asides."""
    said = discards.kept(db, "not-face")
    return [one for one in discards.not_faces(db) if not _waits(one, said, much_liker)]


def hide_row(
    db: Catalog,
    sizes: Mapping[int, int],
    claimed: Set[int],
    line: float,
    spread: float,
    much_liker: float,
) -> tuple[Row, set[int]]:
    """Return a face of each group that may be hidden as well, and which groups these are.

    Those that are like a hidden one come first; then, of who hides small groups and names hardly
    any, the other small ones. sizes: of the groups that are shown. claimed: groups that may be
    somebody with a name. line: from which groups are joined unasked.
    """
    hidden = known.hidden_groups(db)
    if not hidden:
        return [], set()
    likeness = _like_hidden(db, hidden, sizes, line, spread)
    for number in _small(db, hidden, sizes) - claimed:
        likeness.setdefault(number, discards.NOT_ALIKE)
    said = discards.kept(db, "hide")
    members = groups.face_ids_of(db, likeness) if said else {}
    row: Row = []
    asked: set[int] = set()
    for number, value in sorted(likeness.items(), key=lambda one: (-one[1], one[0])):
        if any(_waits((face_id, value), said, much_liker) for face_id in members.get(number, ())):
            continue
        row += [(face_id, value) for face_id in known.best_faces(db, "group", number, 1)]
        asked.add(number)
    return row, asked


def _like_hidden(
    db: Catalog, hidden: Set[int], sizes: Mapping[int, int], line: float, spread: float
) -> dict[int, float]:
    """Return the groups that may be one with a hidden one, and how alike they are."""
    likeness: dict[int, float] = {}
    for pair in likely.same(db):
        if pair.other_id is None or chance_of(pair.likeness, line, spread) < ASKED_FROM:
            continue
        for one, other in ((pair.group_id, pair.other_id), (pair.other_id, pair.group_id)):
            if one in sizes and other in hidden:
                likeness[one] = max(likeness.get(one, 0.0), pair.likeness)
    return likeness


def _small(db: Catalog, hidden: Set[int], sizes: Mapping[int, int]) -> set[int]:
    """Return the small groups, where what the user did with others says that they will be hidden.

    Strangers make most of them: of a wedding's guests each one would be a question.
    """
    often = max(OFTEN, OFTEN * known.small_people(db, SMALL))
    if known.small_hidden(db, hidden, SMALL) < often:
        return set()
    return {number for number, faces in sizes.items() if faces <= SMALL}


def _waits(one: tuple[int, float], said: Mapping[int, float | None], much_liker: float) -> bool:
    """Tell whether the user has said no, or not sure and there is no more to go by."""
    face_id, likeness = one
    if face_id not in said:
        return False
    before = said[face_id]
    return before is None or likeness - before < much_liker
