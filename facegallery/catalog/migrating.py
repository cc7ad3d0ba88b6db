"""Keeps in the catalog which migrations it has been through, and takes it through the others."""

from collections.abc import Callable

from facegallery.catalog.database import Database

Migration = Callable[[Database], None]
_TABLE = "_sqlite_migrations"  # of sqlite-utils


class Migrations:
    """The functions that make and change tables, in order; a catalog keeps the names of those done.

    Used as a decorator. sqlite-utils does them and notes that; which are missing is told without.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.all: dict[str, Migration] = {}

    def __call__(self, migration: Migration) -> Migration:
        """Append a migration under the name of its function."""
        self.all[migration.__name__] = migration
        return migration

    def applied(self, db: Database) -> list[str]:
        """Return the names of those that a catalog has been through, in that order."""
        there = db.execute("select 1 from sqlite_master where name = ?", (_TABLE,)).fetchone()
        if there is None:
            return []
        rows = db.execute(
            f"select name from {_TABLE} where migration_set = ? order by rowid", (self.name,)
        )
        return [name for (name,) in rows]

    def apply(self, db: Database) -> None:
        """Take a catalog through those that are missing, each in a transaction of its own."""
        # Here, not above: with NumPy and more it takes 0.2 s to import, and a window that finds
        # its catalog as it should be starts without.
        import sqlite_utils

        known = sqlite_utils.Migrations(self.name)
        for name, migration in self.all.items():
            known(name=name)(_done_on(db, migration))
        known.apply(sqlite_utils.Database(db.conn, execute_plugins=False))


def _done_on(db: Database, migration: Migration) -> Callable[[object], None]:
    """Return a migration that is done on our connection, whoever holds the same one."""
    return lambda _same: migration(db)
