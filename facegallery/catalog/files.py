"""Files under the folders: which photo each one holds, or why it could not be read."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from facegallery.catalog import covers
from facegallery.catalog.library import Catalog
from facegallery.catalog.path_range import BELOW, bounds
from facegallery.catalog.turns import write_in_turns
from facegallery.domain.photo import FoundFile
from facegallery.domain.words import to_text


class KnownFile(NamedTuple):
    """What the catalog knows of a path. photo_id is None where the file could not be read."""

    path: str
    size_bytes: int
    mtime_ns: int
    missing: int
    photo_id: int | None
    failure: str | None


KnownRow = tuple[str, int, int, int, int | None, str | None]
"""The same in the same order, bare: half a million of them are read when a scan begins."""

_ROWS = "select path, size_bytes, mtime_ns, missing, photo_id, failure from files"
_PAGE = 2_000  # rows; no transaction is open while a slow drive is walked


def below(db: Catalog, folder: Path) -> dict[str, KnownFile]:
    """Return all known files below a folder, by path."""
    return {row[0]: KnownFile._make(row) for row in rows_below(db, folder)}


def rows_below(db: Catalog, folder: Path) -> Iterator[KnownRow]:
    """Return the same as bare rows, in the order of their paths, read while they are needed."""
    after, end = bounds(folder)
    while True:
        page: list[KnownRow] = db.execute(
            f"{_ROWS} where path > ? and path < ? order by path limit ?", (after, end, _PAGE)
        ).fetchall()
        yield from page
        if len(page) < _PAGE:
            return
        after = page[-1][0]


def at_or_below(db: Catalog, path: str) -> list[KnownRow]:
    """Return the known file at a path, or all files below it if it is, or was, a folder."""
    sql = f"{_ROWS} where path = ? or ({BELOW})"
    rows: list[KnownRow] = db.execute(sql, (path, *bounds(Path(path)))).fetchall()
    return rows


def count_missing(db: Catalog, folder: Path) -> int:
    """Return how many photo files below a folder are away."""
    sql = f"select count(photo_id) from files where {BELOW} and missing = 1"
    return int(db.execute(sql, bounds(folder)).fetchone()[0])


def paths_of_photo(db: Catalog, photo_id: int) -> list[str]:
    """Return the paths of all files with a photo's bytes."""
    rows = db.execute("select path from files where photo_id = ? order by path", (photo_id,))
    return [row[0] for row in rows]


def save(db: Catalog, folder_id: int, file: FoundFile, photo_id: int) -> None:
    """Note that a file holds a photo."""
    _save(db, folder_id, file, photo_id, None)


def save_failure(db: Catalog, folder_id: int, file: FoundFile, reason: str) -> None:
    """Note that a file could not be read, and why (a clause)."""
    _save(db, folder_id, file, None, to_text(reason))


def _save(
    db: Catalog, folder_id: int, file: FoundFile, photo_id: int | None, failure: str | None
) -> None:
    db.execute(
        """insert into files (folder_id, path, photo_id, size_bytes, mtime_ns, failure)
        values (?, ?, ?, ?, ?, ?)
        on conflict (path) do update set folder_id = excluded.folder_id,
            photo_id = excluded.photo_id, size_bytes = excluded.size_bytes,
            mtime_ns = excluded.mtime_ns, failure = excluded.failure, missing = 0""",
        (folder_id, file.path, photo_id, file.size_bytes, file.mtime_ns, failure),
    )


def forget(db: Catalog, path: str) -> None:
    """Forget a path: its file has moved, and the photo is known at the new one."""
    db.execute("delete from files where path = ?", (path,))


def forget_all(db: Catalog, paths: Iterable[str]) -> None:
    """Forget files that the user leaves out of the library; their photos stay known."""

    def forget_some(some: Sequence[str]) -> None:
        for path in some:
            forget(db, path)

    write_in_turns(db, list(paths), forget_some)
    covers.choose(db)


def set_missing(db: Catalog, paths: Iterable[str], *, missing: bool) -> int:
    """Mark files as away or as back again; return how many of them are known."""
    known = 0

    def mark_some(some: Sequence[str]) -> None:
        nonlocal known
        for path in some:
            known += db.execute(
                "update files set missing = ? where path = ?", (int(missing), path)
            ).rowcount

    write_in_turns(db, list(paths), mark_some)
    return known
