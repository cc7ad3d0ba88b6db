"""Files under the folders: which photo each one holds, or why it could not be read."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from facegallery.catalog import covers
from facegallery.catalog.library import Catalog, transaction
from facegallery.domain.photo import FoundFile


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the catalog knows of a path. photo_id is None where the file could not be read.

    detector, recognizer: the models that looked at its photo.
    """

    path: str
    size_bytes: int
    mtime_ns: int
    missing: bool
    photo_id: int | None
    failure: str | None
    detector: str | None
    recognizer: str | None


def below(db: Catalog, folder: Path) -> dict[str, KnownFile]:
    """Return all known files below a folder, by path."""
    first, end = f"{folder}{os.sep}", f"{folder}{chr(ord(os.sep) + 1)}"
    if folder == folder.parent:  # the root of the file system ends with a separator already
        first, end = str(folder), f"{str(folder)[:-1]}{chr(ord(os.sep) + 1)}"
    rows = db.query(
        """select path, files.size_bytes, mtime_ns, missing, photo_id, failure, detector, recognizer
        from files left join photos on photos.id = photo_id where path >= ? and path < ?""",
        (first, end),
    )
    return {row["path"]: KnownFile(**{**row, "missing": bool(row["missing"])}) for row in rows}


def paths_of_photo(db: Catalog, photo_id: int) -> list[str]:
    """Return the paths of all files with a photo's bytes."""
    rows = db.execute("select path from files where photo_id = ? order by path", (photo_id,))
    return [row[0] for row in rows]


def save(db: Catalog, folder_id: int, file: FoundFile, photo_id: int) -> None:
    """Note that a file holds a photo."""
    _save(db, folder_id, file, photo_id, None)


def save_failure(db: Catalog, folder_id: int, file: FoundFile, reason: str) -> None:
    """Note that a file could not be read, and why (a clause)."""
    _save(db, folder_id, file, None, reason)


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
    with transaction(db):
        for path in paths:
            forget(db, path)
        covers.choose(db)


def set_missing(db: Catalog, paths: Iterable[str], *, missing: bool) -> None:
    """Mark files as away or as back again."""
    with transaction(db):
        for path in paths:
            db.execute("update files set missing = ? where path = ?", (int(missing), path))
