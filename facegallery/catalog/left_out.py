"""What the user leaves out of the library: whole folders, and files that cannot be read anyway.

A fact of the catalog, by path; nothing is written where the photos are.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now
from facegallery.catalog.path_range import BELOW, bounds
from facegallery.domain.photo import LeftOut


def add(db: Catalog, path: str, kind: str) -> bool:
    """Leave out a "folder" with all below it, or a "file"; return whether it was not already."""
    added = db.execute(
        "insert into left_out (path, kind, made_at) values (?, ?, ?) on conflict do nothing",
        (path, kind, now()),
    )
    return bool(added.rowcount)


def take_back(db: Catalog, paths: Iterable[str]) -> int:
    """Leave these in again; return how many were left out. The next scan looks at them."""
    return sum(
        db.execute("delete from left_out where path = ?", (path,)).rowcount for path in paths
    )


def listed(db: Catalog) -> list[LeftOut]:
    """Return everything that is left out: folders first, each kind by path."""
    rows = db.query("select path, kind from left_out order by kind = 'file', path")
    return [LeftOut(**row) for row in rows]


def paths(db: Catalog) -> frozenset[str]:
    """Return the paths of what is left out, for the walk."""
    return frozenset(row[0] for row in db.execute("select path from left_out"))


def relocate(db: Catalog, old: Path, new: Path) -> None:
    """Note that a folder lies at another path now, and with it what is left out below."""
    start = len(str(old).rstrip(os.sep)) + 1
    db.execute(
        f"update or replace left_out set path = ? || substr(path, ?) where {BELOW}",
        (str(new).rstrip(os.sep), start, *bounds(old)),
    )
