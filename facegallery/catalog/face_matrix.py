"""All embeddings of one model as one matrix in files beside the catalog, for search by likeness.

A cache, safe to delete. Bytes instead of floats: 1,250,000 faces of 128 numbers are 160 MB, mapped
into memory and read once through in less than 0.1 s; what comes near is then measured exactly
with the catalog's own embeddings.
"""

import json
import logging
import os
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from facegallery.catalog.library import Catalog, keep_on_disk

log = logging.getLogger(__name__)

ROWS_AT_ONCE = 2_048  # as floats they stay in a core's own cache
THREADS = min(4, os.cpu_count() or 1)
READ_AT_ONCE = 20_000  # embeddings read from the catalog in one go
ROUGH = 0.02  # bytes stand for floats: a similarity may be off by so much
_GONE = -1
FOLDER = "likeness"
"""Within a library's folder: files made from the catalog, safe to delete."""


@dataclass(slots=True)
class _State:
    """Up to where the files follow the catalog. rows: how many are valid; dimensions: of each.

    last_row: of the table of embeddings; last_change: of the table of vector_changes.
    """

    rows: int = 0
    dimensions: int = 0
    last_row: int = 0
    last_change: int = 0


@dataclass(frozen=True, slots=True)
class LikeFace:
    """A face and its cosine similarity to what was looked for, -1..1."""

    face_id: int
    similarity: float


def erase(folder: Path) -> None:
    """Remove what is kept of faces beside the catalog in a library's folder; it is made anew."""
    if (folder / FOLDER).is_dir():
        shutil.rmtree(folder / FOLDER)


class FaceMatrix:
    """The matrix of one model, in step with the catalog after `sync`."""

    def __init__(self, folder: Path, model: str) -> None:
        self._model = model
        self._folder = folder / FOLDER
        self._vectors, self._scales, self._faces, self._kept = (
            self.file(kind) for kind in ("vectors", "scales", "faces", "json")
        )
        self._state = _State()

    def file(self, kind: str) -> Path:
        """Return the path of one of the model's files; `erase` removes them all."""
        name = "".join(char if char.isalnum() or char in "-_." else "_" for char in self._model)
        return self._folder / f"{name}.{kind}"

    def sync(self, db: Catalog) -> None:
        """Take in what has changed in the catalog; quick where little has."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self._folder / "lock"):
            self._state = self._load()
            changes = _changes(db, self._model, self._state.last_change)
            newest = _newest_row(db)
            if not changes and newest == self._state.last_row:
                return
            if newest < self._state.last_row and not changes:  # another catalog lies here now
                self._state = _State()
            self._take_out({face_id for _change, face_id, _row in changes})
            if changes:
                self._state.last_change = changes[-1][0]
                self._step_back({row for _change, _face, row in changes})
            known = self._state.last_row
            self._append(_rows_after(db, self._model, known))
            replaced = [face_id for _change, face_id, row in changes if row <= known]
            self._append(_rows_of(db, self._model, replaced, known))
            self._state.last_row = newest
            keep_on_disk(self._folder.parent)  # or other rows could get the numbers of these
            self._keep()

    @property
    def last_change(self) -> int:
        """The number of the last change of a known embedding that was taken in."""
        return self._state.last_change

    @property
    def dimensions(self) -> int:
        """How many numbers each embedding has; 0 where there are none."""
        return self._state.dimensions

    def face_ids(self) -> NDArray[np.int64]:
        """Return the face of each row (N,), -1 where it has gone."""
        if not self._state.rows:
            return np.empty(0, np.int64)
        return np.fromfile(self._faces, np.int64, self._state.rows)

    def vectors(self, rows: NDArray[np.int64] | slice) -> NDArray[np.float32]:
        """Return the embeddings of rows (R, D), nearly; a similarity is off by 0.0005 on average.

        Of length 1, as far as bytes can tell.
        """
        if not self._state.rows:
            return np.empty((0, 0), np.float32)
        return _floats(*self._mapped(), rows)

    def blocks(
        self, rows: NDArray[np.int64]
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Give the embeddings of rows as `vectors` does, some rows at a time."""
        if self._state.rows:
            matrix, scales = self._mapped()
            for start in range(0, len(rows), ROWS_AT_ONCE):
                some = rows[start : start + ROWS_AT_ONCE]
                yield some, _floats(matrix, scales, some)

    def _mapped(self) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
        """Return the rows (N, D) as they are stored, and what to multiply each with (N,)."""
        count, dimensions = self._state.rows, self._state.dimensions
        return (
            np.asarray(np.memmap(self._vectors, np.int8, "r", shape=(count, dimensions))),
            np.asarray(np.memmap(self._scales, np.float32, "r", shape=(count,))),
        )

    def nearest(
        self, db: Catalog, vector: NDArray[np.float32], least: float, most: int
    ) -> list[LikeFace]:
        """Return the faces at least so similar to an embedding of length 1, likest first."""
        if not self._state.rows or vector.size != self._state.dimensions:
            return []
        faces = np.fromfile(self._faces, np.int64, self._state.rows)
        rough = self._similarities(vector)
        rough[faces == _GONE] = -2
        near = np.flatnonzero(rough >= least - ROUGH)
        enough = most + most // 4  # those around the last one are told apart exactly only
        if near.size > enough:
            near = near[np.argpartition(-rough[near], enough - 1)[:enough]]
        exact = _exact(db, self._model, faces[near].tolist(), vector)
        found = [LikeFace(face_id, value) for face_id, value in exact if value >= least]
        return sorted(found, key=lambda face: (-face.similarity, face.face_id))[:most]

    def _similarities(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the similarity of each row, within ROUGH."""
        rows, dimensions = self._state.rows, self._state.dimensions
        matrix = np.memmap(self._vectors, np.int8, "r", shape=(rows, dimensions))
        scales = np.fromfile(self._scales, np.float32, rows)
        found = np.empty(rows, np.float32)
        wanted = np.ascontiguousarray(vector, np.float32)

        def part(first: int, last: int) -> None:
            floats = np.empty((ROWS_AT_ONCE, dimensions), np.float32)
            for start in range(first, last, ROWS_AT_ONCE):
                end = min(start + ROWS_AT_ONCE, last)
                block = floats[: end - start]
                np.copyto(block, matrix[start:end])
                np.dot(block, wanted, out=found[start:end])

        edges = [rows * number // THREADS for number in range(THREADS + 1)]
        with ThreadPoolExecutor(THREADS) as threads:
            list(threads.map(part, edges[:-1], edges[1:]))
        found *= scales
        return found

    def _load(self) -> _State:
        try:
            state = _State(**json.loads(self._kept.read_text()))
            wide = state.rows * state.dimensions
            whole = (
                self._vectors.stat().st_size >= wide
                and self._scales.stat().st_size >= 4 * state.rows
                and self._faces.stat().st_size >= 8 * state.rows
            )
        except (OSError, ValueError, TypeError):
            return _State()
        return state if whole else _State()

    def _keep(self) -> None:
        """Note how far we are, last of all: what was written beyond that does not count."""
        unfinished = self._kept.with_suffix(".new")
        unfinished.write_text(json.dumps(asdict(self._state)))
        unfinished.replace(self._kept)

    def _take_out(self, face_ids: set[int]) -> None:
        if not face_ids or not self._state.rows:
            return
        faces = np.memmap(self._faces, np.int64, "r+", shape=(self._state.rows,))
        faces[np.isin(faces, list(face_ids))] = _GONE
        faces.flush()

    def _step_back(self, gone_rows: set[int]) -> None:
        """Read again from where the table's last rows have gone: their numbers come again."""
        while self._state.last_row in gone_rows:
            self._state.last_row -= 1

    def _append(self, chunks: Iterator[Sequence[tuple[int, bytes]]]) -> None:
        for chunk in chunks:
            vectors = np.frombuffer(b"".join(blob for _face, blob in chunk), np.float32)
            vectors = vectors.reshape(len(chunk), -1)
            if self._state.rows == 0:
                self._state.dimensions = vectors.shape[1]
            largest = np.maximum(np.abs(vectors).max(axis=1), 1e-12)
            whole = np.rint(vectors * (127 / largest)[:, None]).astype(np.int8)
            _write(self._vectors, self._state.rows * self._state.dimensions, whole)
            scales = (largest / 127).astype(np.float32)
            _write(self._scales, self._state.rows * 4, scales)
            ids = np.array([face_id for face_id, _blob in chunk], np.int64)
            _write(self._faces, self._state.rows * 8, ids)
            self._state.rows += len(chunk)


def _floats(
    matrix: NDArray[np.int8], scales: NDArray[np.float32], rows: NDArray[np.int64] | slice
) -> NDArray[np.float32]:
    found = matrix[rows].astype(np.float32)
    found *= scales[rows, None]
    return found


def _write(file: Path, offset: int, values: NDArray[np.generic]) -> None:
    with file.open("r+b" if file.exists() else "w+b") as opened:
        opened.seek(offset)
        opened.write(values.tobytes())


def _newest_row(db: Catalog) -> int:
    return int(db.execute("select coalesce(max(rowid), 0) from embeddings").fetchone()[0])


def _changes(db: Catalog, model: str, after: int) -> list[tuple[int, int, int]]:
    return list(
        db.execute(
            """select id, face_id, row_id from vector_changes
            where id > ? and model = ? order by id""",
            (after, model),
        )
    )


def _rows_after(db: Catalog, model: str, last_row: int) -> Iterator[Sequence[tuple[int, bytes]]]:
    cursor = db.execute(
        "select face_id, vector from embeddings where rowid > ? and model = ? order by rowid",
        (last_row, model),
    )
    while chunk := cursor.fetchmany(READ_AT_ONCE):
        yield chunk


def _rows_of(
    db: Catalog, model: str, face_ids: Sequence[int], last_row: int
) -> Iterator[Sequence[tuple[int, bytes]]]:
    """Give the embeddings that were replaced in place: their rows are old ones."""
    chunk = db.execute(
        """select face_id, vector from embeddings
        where face_id in (select value from json_each(?)) and model = ? and rowid <= ?""",
        (json.dumps(sorted(set(face_ids))), model, last_row),
    ).fetchall()
    if chunk:
        yield chunk


def _exact(
    db: Catalog, model: str, face_ids: list[int], vector: NDArray[np.float32]
) -> list[tuple[int, float]]:
    rows = db.execute(
        """select face_id, vector from embeddings join faces on faces.id = face_id and is_face = 1
        where face_id in (select value from json_each(?)) and model = ?""",
        (json.dumps(face_ids), model),
    ).fetchall()
    if not rows:
        return []
    matrix = np.frombuffer(b"".join(blob for _face, blob in rows), np.float32)
    values = matrix.reshape(len(rows), -1) @ vector
    return [(face_id, float(value)) for (face_id, _blob), value in zip(rows, values, strict=True)]
