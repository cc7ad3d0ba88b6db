"""Keeps in the catalog which migrations it has been through, and takes it through the others."""

from collections.abc import Callable
from datetime import UTC, datetime

from facegallery.catalog.database import Database, transaction

Migration = Callable[[Database], None]
_TABLE = "_sqlite_migrations"


class Migrations:
    """The functions that make and change tables, in order; a catalog keeps the names of those done.

    Used as a decorator. The table is the one of sqlite-utils, by which older catalogs were made.
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
        applied = self.applied(db)
        db.execute(f"""create table if not exists {_TABLE} (
            id integer primary key, migration_set text, name text, applied_at text)""")
        for name, migration in self.all.items():
            if name not in applied:
                with transaction(db):
                    migration(db)
                    db.execute(
                        f"insert into {_TABLE} (migration_set, name, applied_at) values (?, ?, ?)",
                        (self.name, name, str(datetime.now(UTC))),
                    )
