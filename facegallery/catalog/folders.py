"""The folders that the user added."""

import os
from pathlib import Path

from facegallery.catalog import covers, left_out
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now
from facegallery.domain.errors import NotPossible
from facegallery.domain.photo import FailedFile, Folder
from facegallery.domain.words import from_text, sentence


def add(db: Catalog, path: Path) -> int:
    """Add a folder, or find it again; return its id."""
    db.execute(
        "insert into folders (path, added_at) values (?, ?) on conflict (path) do nothing",
        (str(path), now()),
    )
    return int(db.execute("select id from folders where path = ?", (str(path),)).fetchone()[0])


def remove(db: Catalog, folder_id: int) -> None:
    """Take a folder out of the library. Its photos stay known: added again, names are back."""
    with transaction(db):
        db.execute("delete from folders where id = ?", (folder_id,))
        covers.choose(db)


def relocate(db: Catalog, folder_id: int, path: Path) -> None:
    """Note that a folder lies at another path now, with all that was in it.

    Its files count as there again; the next scan looks which are, and reads only those whose size
    or time has changed. Raises NotPossible where the path is in the library already, inside a
    folder of it, or around one.
    """
    for folder in listed(db):
        known = Path(folder.path)
        if folder.id == folder_id:
            old = folder.path
        elif known == path or known in path.parents or path in known.parents:
            raise NotPossible(
                sentence("{0} and {1}, which is in the library, overlap.", path, known)
            )
    with transaction(db):
        db.execute(
            "update folders set path = ?, reachable = 1 where id = ?", (str(path), folder_id)
        )
        # First to what no path is, so that no new one meets an old one: /a to /a/a, for example.
        db.execute(
            "update files set path = ':' || substr(path, ?), missing = 0 where folder_id = ?",
            (len(old.rstrip(os.sep)) + 1, folder_id),
        )
        db.execute(
            "update files set path = ? || substr(path, 2) where folder_id = ?",
            (str(path).rstrip(os.sep), folder_id),
        )
        left_out.relocate(db, Path(old), path)


def try_again(db: Catalog) -> int:
    """Have the next scan look again at every file that could not be read; return how many."""
    # A time that no file has makes it a changed one.
    return int(db.execute("update files set mtime_ns = -1 where failure is not null").rowcount)


def listed(db: Catalog) -> list[Folder]:
    """Return all folders by path, with how many photos they hold, miss, and could not read."""
    rows = db.query("""select folders.id, folders.path, reachable, scanned_at,
            count(photo_id) as photos, count(iif(missing, photo_id, null)) as missing,
            count(iif(missing, null, failure)) as failed
        from folders left join files on folder_id = folders.id
        group by folders.id order by folders.path""")
    return [Folder(**{**row, "reachable": bool(row["reachable"])}) for row in rows]


def ids(db: Catalog) -> dict[Path, int]:
    """Return where all folders lie, by path, and their ids."""
    rows = db.execute("select path, id from folders order by path")
    return {Path(path): folder_id for path, folder_id in rows}


def paths(db: Catalog) -> list[Path]:
    """Return where all folders lie, by path."""
    return list(ids(db))


def set_scanned(db: Catalog, folder_id: int) -> None:
    """Note that a folder was walked to its end just now."""
    db.execute("update folders set scanned_at = ?, reachable = 1 where id = ?", (now(), folder_id))


def set_unreachable(db: Catalog, folder_id: int) -> int:
    """Mark a folder and its photos as away; nothing is forgotten. Return how many files."""
    with transaction(db):
        db.execute("update folders set reachable = 0 where id = ?", (folder_id,))
        db.execute("update files set missing = 1 where folder_id = ?", (folder_id,))
        return int(
            db.execute(
                "select count(*) from files where folder_id = ? and photo_id is not null",
                (folder_id,),
            ).fetchone()[0]
        )


def failed_files(db: Catalog) -> list[FailedFile]:
    """Return every file that is there but could not be read, with the reason, by path."""
    rows = db.query("""select path, failure as reason from files
        where failure is not null and not missing order by path""")
    return [FailedFile(row["path"], from_text(row["reason"])) for row in rows]
