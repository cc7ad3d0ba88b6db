"""Whole and checked copies of a SQLite file that others may be reading and writing."""

import sqlite3
from contextlib import closing
from pathlib import Path

_PAGES_AT_ONCE = 1_000  # 4 MB between two chances for a writer


def copy_catalog(source: sqlite3.Connection, path: Path) -> None:
    """Copy a database to a file, which appears only when it is whole and has been checked.

    Raises OSError or sqlite3.Error, for a damaged database too; nothing half-made stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished)) as target:
            source.backup(target, pages=_PAGES_AT_ONCE)
            target.execute("pragma journal_mode = delete")  # one file, whole in itself
            (found,) = target.execute("pragma quick_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(f"it is damaged: {found}")
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
