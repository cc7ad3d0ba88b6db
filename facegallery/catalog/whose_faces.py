"""Whose every face is, kept in files beside the catalog, so that only what has changed is read.

A cache, safe to delete: a million faces are read from the catalog in some seconds, from here in a
fiftieth of one.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from facegallery.catalog import face_changes, faces
from facegallery.catalog.database import transaction
from facegallery.catalog.face_matrix import FOLDER
from facegallery.catalog.library import Catalog

NOBODY = -1
"""As a person, a group or a photo: none."""

_COLUMNS = {
    "photo_ids": np.int64,
    "person_ids": np.int64,
    "group_ids": np.int64,
    "quality": np.float32,
    "days": np.int32,
}
_MOST_CHANGES = 0.1  # of all faces; all are read again where more have changed
_MOST_NOTES = 20_000  # of changes that may stay in the catalog once they are taken in
_EPOCH = 2_440_587.5  # the Julian day of 1970-01-01
_NO_DAY = 0  # where a date is none: rows of columns must not be left out


@dataclass(frozen=True, slots=True, eq=False)
class WhoseFaces:
    """What is known of every face, in the place of its id: arrays longer than the highest one.

    photo_ids: NOBODY where there is no such face, or where the user said "not a face".
    person_ids: who is confirmed; group_ids: of which group it is; NOBODY for none. quality: 0..1.
    days: on which the photo was taken, from 1970-01-01.
    """

    photo_ids: NDArray[np.int64]
    person_ids: NDArray[np.int64]
    group_ids: NDArray[np.int64]
    quality: NDArray[np.float32]
    days: NDArray[np.int32]

    def of(self, face_ids: NDArray[np.int64]) -> "WhoseFaces":
        """Return the same of some faces (N,), which all have a place."""
        return WhoseFaces(*(getattr(self, name)[face_ids] for name in _COLUMNS))


def read(folder: Path, db: Catalog) -> WhoseFaces:
    """Return whose every face of a library is, after taking in what has changed.

    folder: of the library.
    """
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    with FileLock(place / "whose.lock"):
        files = _Files(place)
        files.sync(db)
        return files.load()


class _Files:
    """The files, a column each, and the note of how far they follow the catalog."""

    def __init__(self, folder: Path) -> None:
        self._columns = {name: folder / f"whose.{name}" for name in _COLUMNS}
        self._note = folder / "whose.json"
        self._size, self._last_change = self._noted()

    def sync(self, db: Catalog) -> None:
        """Take in what has changed."""
        # Asked before the faces are read: what changes meanwhile is read again next time.
        newest = face_changes.newest(db)
        if newest == self._last_change and self._size:
            return
        changed = face_changes.since(db, self._last_change)
        anew = newest < self._last_change or len(changed) >= _MOST_CHANGES * self._size
        if anew:
            self._write_all(_facts(db), faces.newest(db))
        elif len(changed):
            self._write(changed, _facts(db, changed))
        self._last_change = newest
        self._keep()
        _forget(db, newest)

    def load(self) -> WhoseFaces:
        """Return the columns."""
        return WhoseFaces(
            *(np.fromfile(self._columns[name], kind, self._size) for name, kind in _COLUMNS.items())
        )

    def _write_all(self, found: dict[str, NDArray[np.generic]], highest: int) -> None:
        face_ids = found["face_ids"].astype(np.int64)
        self._size = max(highest, int(face_ids.max(initial=0))) + 1
        for name, kind in _COLUMNS.items():
            column = np.full(self._size, NOBODY, kind)
            column[face_ids] = found[name]
            column.tofile(self._columns[name])

    def _write(self, changed: NDArray[np.int64], found: dict[str, NDArray[np.generic]]) -> None:
        """Write what has changed; of these faces those that are not found have gone."""
        before, self._size = self._size, max(self._size, int(changed[-1]) + 1)
        for name, kind in _COLUMNS.items():
            with self._columns[name].open("r+b") as opened:
                opened.truncate(self._size * np.dtype(kind).itemsize)
            column = np.memmap(self._columns[name], kind, "r+", shape=(self._size,))
            column[before:] = NOBODY
            column[changed] = NOBODY
            column[found["face_ids"].astype(np.int64)] = found[name]
            column.flush()

    def _noted(self) -> tuple[int, int]:
        """Return how long the columns are, and the last change that is in them."""
        try:
            noted = json.loads(self._note.read_text())
            size, last_change = int(noted["size"]), int(noted["last_change"])
            whole = all(
                self._columns[name].stat().st_size >= size * np.dtype(kind).itemsize
                for name, kind in _COLUMNS.items()
            )
        except (OSError, ValueError, TypeError, KeyError):
            return 0, 0
        return (size, last_change) if whole else (0, 0)

    def _keep(self) -> None:
        """Note how far we are, last of all: changes taken in twice do no harm."""
        unfinished = self._note.with_suffix(".new")
        unfinished.write_text(json.dumps({"size": self._size, "last_change": self._last_change}))
        unfinished.replace(self._note)


def _facts(
    db: Catalog, face_ids: NDArray[np.int64] | None = None
) -> dict[str, NDArray[np.generic]]:
    """Return what is known of some faces, None for all, by column, and their face_ids.

    SQLite puts each column into one text: to fetch a row a face takes Python four times as long.
    """
    some = "faces" if face_ids is None else "json_each(?) cross join faces on faces.id = value"
    found = db.execute(
        f"""select group_concat(faces.id),
            group_concat(iif(is_face, faces.photo_id, {NOBODY})),
            group_concat(coalesce(person_id, {NOBODY})),
            group_concat(coalesce(group_id, {NOBODY})),
            group_concat(quality),
            group_concat(coalesce(
                cast(julianday(substr(taken_at, 1, 10)) - {_EPOCH} as integer), {_NO_DAY}))
        from {some} join photos on photos.id = faces.photo_id
        left join group_faces on group_faces.face_id = faces.id
        left join assignments indexed by one_confirmed_person_a_face
            on assignments.face_id = faces.id and state = 'confirmed'""",
        () if face_ids is None else (json.dumps(face_ids.tolist()),),
    ).fetchone()
    kinds = {"face_ids": np.int64, **_COLUMNS}
    return {
        name: np.fromstring(text or "", kind, sep=",")
        for (name, kind), text in zip(kinds.items(), found, strict=True)
    }


def _forget(db: Catalog, last_change: int) -> None:
    """Remove the notes that were taken in, once they are many; not where nothing may be written."""
    (read_only,) = db.execute("pragma query_only").fetchone()
    if face_changes.noted(db) > _MOST_NOTES and not read_only and not db.conn.in_transaction:
        with transaction(db):
            face_changes.forget(db, last_change)
