"""A library folder and the connections into it."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from facegallery.catalog.copying import copy_catalog
from facegallery.catalog.database import Database
from facegallery.catalog.locking import is_alone
from facegallery.catalog.migrations import MIGRATIONS
from facegallery.catalog.name_tables import date_key, name_pairs
from facegallery.domain.distance import kilometres
from facegallery.domain.errors import (
    FaceGalleryError,
    LibraryBusy,
    LibraryDamaged,
    LibraryTooNew,
    LibraryUnusable,
    NoRoomLeft,
)
from facegallery.domain.folding import fold, folder_of, name_of

BUSY_SECONDS = 20  # a writer's batch takes well under a second; more means a stuck program
CATALOG = "catalog.sqlite"
Catalog = Database
_DISK_ERRORS = ("readonly", "disk", "unable to open")
_LEAST_ROOM = 100_000  # bytes: beside the catalog it keeps a file of 32 KB
_DAMAGED = ("not a database", "malformed", "damaged")


class Library:
    """A library on disk: where its files lie and how to open them. Holds no connection itself."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder).expanduser().absolute()

    @property
    def catalog_file(self) -> Path:
        """The SQLite file with everything that must not be lost."""
        return self.folder / CATALOG

    @property
    def thumbnails_file(self) -> Path:
        """The SQLite file with thumbnails and face crops: a cache."""
        return self.folder / "thumbnails.sqlite"

    @property
    def backups_folder(self) -> Path:
        """The folder with copies of the catalog; see catalog.backups."""
        return self.folder / "backups"

    @property
    def lock_file(self) -> Path:
        """Locked by the one process that scans this library; see catalog.locking."""
        return self.folder / "scan.lock"

    @property
    def window_lock_file(self) -> Path:
        """Locked by the one process that shows this library's window."""
        return self.folder / "window.lock"

    @property
    def doubt_file(self) -> Path:
        """There from when a damage was seen until the catalog has been looked through whole."""
        return self.folder / "look-through"

    def prepare(self) -> None:
        """Make the library if there is none, bring an old one up to date, refuse a newer one.

        Raises LibraryUnusable, LibraryDamaged, LibraryTooNew or LibraryBusy. An existing catalog
        is copied to backups_folder before a migration touches it.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Two programs may start on a new library at once: one makes it, the other waits.
            with FileLock(self.folder / "migration.lock", timeout=BUSY_SECONDS):
                self._migrate()
        except Timeout as error:
            raise LibraryBusy(str(self.folder)) from error
        except OSError as error:
            raise LibraryUnusable(str(self.folder), error.strerror or str(error)) from error

    def is_ready(self) -> bool:
        """Tell whether `prepare` would find nothing to do; writes nothing."""
        if not self.catalog_file.exists() or self.doubt_file.exists() or self._was_left_open():
            return False
        with self._connection(read_only=True) as db:
            return self._is_current(db)

    def _is_current(self, db: Catalog) -> bool:
        return MIGRATIONS.applied(db) == list(MIGRATIONS.all)

    def _migrate(self) -> None:
        self._check_presence()
        crashed = self._was_left_open() and is_alone(self.catalog_file)
        with self._connection(read_only=False) as db:
            if crashed or self.doubt_file.exists():
                self._check_whole(db)
                self.doubt_file.unlink(missing_ok=True)
            self._refuse_newer(db)
            applied = len(MIGRATIONS.applied(db))
            if applied < len(MIGRATIONS.all):
                if applied:
                    copy_catalog(db.conn, self.backups_folder / f"version-{applied}.sqlite")
                MIGRATIONS.apply(db)

    def _check_presence(self) -> None:
        """Raise LibraryDamaged where the catalog is gone or empty, but copies show there was one.

        SQLite would take the place for a new library, and the user would find nobody in it.
        """
        file = self.catalog_file
        if (not file.exists() or not file.stat().st_size) and any(
            self.backups_folder.glob("*.sqlite")
        ):
            what = "its catalog is empty" if file.exists() else "its catalog is missing"
            raise LibraryDamaged(str(self.folder), what)

    def _was_left_open(self) -> bool:
        """Tell whether the catalog's log was never written back: a kill, or the power failed."""
        log = Path(f"{self.catalog_file}-wal")
        return log.exists() and log.stat().st_size > 0

    def _check_whole(self, db: Catalog) -> None:
        """Look through all of the catalog: a second for half a million photos, after a crash."""
        (found,) = db.execute("pragma quick_check(1)").fetchone()
        if found != "ok":
            raise LibraryDamaged(str(self.folder), str(found).splitlines()[-1])

    @contextmanager
    def open(self, *, read_only: bool = False, again: bool = False) -> Iterator[Catalog]:
        """Open a connection for this thread; `prepare` must have run once before.

        again: what is written can be found out again. A power cut may take its last seconds, and
        nobody waits for the disk while it is written; after a kill all is there as usual.
        """
        with self._connection(read_only) as db:
            if again:
                db.execute("pragma synchronous = normal")
            yield db

    def connect(self, *, read_only: bool = False) -> Catalog:
        """Return a connection that the caller closes; raise LibraryUnusable where it cannot be."""
        try:
            connection = sqlite3.connect(self.catalog_file, timeout=BUSY_SECONDS)
            db = Database(connection)
            # WAL: screens read while a scan writes. FULL: a name typed is on disk when we say so.
            connection.executescript(
                "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;"
            )
            _teach(connection)
            if read_only:
                connection.execute("pragma query_only = on")
        except sqlite3.Error as error:
            known = sentence_of(self.folder, error) or LibraryUnusable(str(self.folder), str(error))
            raise known from error
        return db

    @contextmanager
    def _connection(self, read_only: bool) -> Iterator[Catalog]:
        db = self.connect(read_only=read_only)
        try:
            yield db
        except sqlite3.DatabaseError as error:
            sentence = sentence_of(self.folder, error)
            if sentence is None:  # a bug of ours, not the disk's
                raise
            raise sentence from error
        finally:
            db.close()

    def _refuse_newer(self, db: Catalog) -> None:
        if any(applied not in MIGRATIONS.all for applied in MIGRATIONS.applied(db)):
            raise LibraryTooNew(str(self.folder))


def keep_on_disk(folder: Path) -> None:
    """Have what was written to a library's catalog outlive a power cut from now on."""
    with suppress(FileNotFoundError), (folder / f"{CATALOG}-wal").open("r+b") as log:
        os.fsync(log.fileno())


def _teach(connection: sqlite3.Connection) -> None:
    """Give SQL the functions that triggers and queries use."""
    for function in (fold, folder_of, name_of, name_pairs):
        connection.create_function(function.__name__, 1, function, deterministic=True)
    connection.create_function("date_key", 2, date_key, deterministic=True)
    connection.create_function("kilometres", 4, kilometres, deterministic=True)


def sentence_of(folder: Path, error: sqlite3.Error) -> FaceGalleryError | None:
    """Return what the disk, not a bug, did to us, in words for the user; None for a bug."""
    text = str(error)
    if "locked" in text:
        return LibraryBusy(str(folder))
    if any(words in text for words in _DAMAGED):
        return LibraryDamaged(str(folder), text)
    on_disk = any(words in text for words in _DISK_ERRORS)
    if "full" in text or (on_disk and _is_full(folder)):
        return NoRoomLeft(str(folder))
    return LibraryUnusable(str(folder), text) if on_disk else None


def _is_full(folder: Path) -> bool:
    """Tell whether there is no room for what SQLite needs to so much as read a catalog."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False
