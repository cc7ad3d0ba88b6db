"""Copies of the catalog: one a day, one before each migration; and how to bring one back.

Made with SQLite's own online backup, which other connections may read and write beside. Thumbnails
are a cache and are not copied.
"""

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from facegallery.catalog.copying import copy_catalog
from facegallery.catalog.library import Library, sentence_of
from facegallery.catalog.locking import is_alone, only_one
from facegallery.domain.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryUnusable,
    NoSuchBackup,
    ScanRunning,
)
from facegallery.domain.words import sentence

log = logging.getLogger(__name__)

KEPT = 3  # daily copies; those made before a migration or a restore stay
_DAILY, _REPLACED = "daily", "replaced"
_SUFFIXES = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy. name: what `restore` takes. made_at: ISO 8601, UTC. people, photos: in it."""

    name: str
    path: Path
    made_at: str
    size_bytes: int
    people: int
    photos: int


def copy_of_today(library: Library) -> None:
    """Do back_up_daily, and go on where there is no room for it. Raises LibraryDamaged."""
    try:
        back_up_daily(library)
    except LibraryUnusable as error:
        log.warning("no copy of the catalog today: %s", error)


def back_up_daily(library: Library) -> Path | None:
    """Copy the catalog unless there is a copy of today; return the new one's path.

    A catalog with nothing in it is not copied. The oldest copies beyond three are deleted. Raises
    LibraryDamaged where SQLite's check finds the catalog so, LibraryUnusable on a full disk and
    the like; nothing half-made stays.
    """
    today = datetime.now().date().isoformat()
    path = library.backups_folder / f"{_DAILY}-{today}.sqlite"
    if path.exists():
        return None
    try:
        with closing(sqlite3.connect(library.catalog_file)) as catalog:
            if _counted(catalog) == (0, 0):
                return None
            copy_catalog(catalog, path)
    except sqlite3.Error as error:
        known = sentence_of(library.folder, error)
        if isinstance(known, LibraryDamaged):
            library.doubt_file.touch()  # the window offers the copies when it is opened next
        raise known or LibraryUnusable(str(library.folder), str(error)) from error
    except OSError as error:
        raise LibraryUnusable(
            str(library.folder), sentence("no copy of it can be made, {0}", error)
        ) from error
    for old in sorted(library.backups_folder.glob(f"{_DAILY}-*.sqlite"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def listed(library: Library) -> list[Backup]:
    """Return the copies that can be brought back, newest first; broken ones are left out."""
    found = (_described(path) for path in library.backups_folder.glob("*.sqlite"))
    return sorted((copy for copy in found if copy), key=lambda copy: copy.made_at, reverse=True)


def restore(library: Library, name: str) -> Backup:
    """Make a copy the catalog again; what was the catalog is kept beside the copies.

    Raises NoSuchBackup, and LibraryBusy where another program has the library open.
    """
    chosen = next((copy for copy in listed(library) if copy.name == name), None)
    if chosen is None:
        raise NoSuchBackup(name, str(library.folder))
    try:
        with only_one(library.lock_file, ScanRunning):
            # Another connection would go on with the old catalog.
            if library.catalog_file.exists() and not is_alone(library.catalog_file):
                raise LibraryBusy(str(library.folder))
            _replace(library, chosen.path)
    except (OSError, sqlite3.Error) as error:
        raise LibraryUnusable(str(library.folder), str(error)) from error
    return chosen


def _replace(library: Library, chosen: Path) -> None:
    from facegallery.catalog import face_matrix  # with NumPy: the window starts without

    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    kept = library.backups_folder / f"{_REPLACED}-{stamp}.sqlite"
    copy = library.catalog_file.with_suffix(".restored")
    with closing(sqlite3.connect(chosen)) as source:
        copy_catalog(source, copy)
    # With its log, which may hold what never reached the file: a damaged catalog is kept as it is.
    for suffix in _SUFFIXES:
        part = Path(f"{library.catalog_file}{suffix}")
        if part.exists():
            part.replace(f"{kept}{suffix}")
    copy.replace(library.catalog_file)
    face_matrix.erase(library.folder)  # it followed the other catalog


def _counted(db: sqlite3.Connection) -> tuple[int, int]:
    """Return how many people and photos a catalog holds."""
    sql = "select (select count(*) from people), (select count(*) from photos)"
    people, photos = db.execute(sql).fetchone()
    return people, photos


def _described(path: Path) -> Backup | None:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
            people, photos = _counted(db)
        status = path.stat()
    except (OSError, sqlite3.Error):
        return None
    made_at = datetime.fromtimestamp(status.st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Backup(path.stem, path, made_at, status.st_size, people, photos)
