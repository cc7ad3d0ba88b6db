"""What was exported, file by file, so that it can be taken back."""

from collections.abc import Sequence

from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now
from facegallery.domain.album import Export, ExportedFile


def begin(db: Catalog, folder: str, words: str) -> int:
    """Note that an export into a folder begins; return its id."""
    cursor = db.execute(
        "insert into exports (folder, words, made_at) values (?, ?, ?)", (folder, words, now())
    )
    return int(cursor.lastrowid or 0)


def note(db: Catalog, export_id: int, files: Sequence[ExportedFile]) -> None:
    """Note files and folders that are about to be made."""
    with transaction(db):
        for file in files:
            db.execute(
                """insert into exported_files
                    (export_id, path, kind, size_bytes, mtime_ns, source)
                values (?, ?, ?, ?, ?, ?)""",
                (export_id, file.path, file.kind, file.size_bytes, file.mtime_ns, file.source),
            )


def finish(db: Catalog, export_id: int, files: Sequence[ExportedFile]) -> None:
    """Note how files were written that were about to be made."""
    with transaction(db):
        for file in files:
            db.execute(
                """update exported_files set size_bytes = ?, mtime_ns = ?, source = null
                where export_id = ? and path = ?""",
                (file.size_bytes, file.mtime_ns, export_id, file.path),
            )


def withdraw(db: Catalog, export_id: int, file: ExportedFile) -> None:
    """Forget a file that was not made after all."""
    db.execute(
        "delete from exported_files where export_id = ? and path = ?", (export_id, file.path)
    )


def listed(db: Catalog) -> list[Export]:
    """Return all exports that can be taken back, the newest first."""
    rows = db.query("select id, folder, words, made_at from exports order by id desc")
    return [Export(**row) for row in rows]


def files(db: Catalog, export_id: int) -> list[ExportedFile]:
    """Return what an export made, the last first."""
    rows = db.query(
        """select path, kind, size_bytes, mtime_ns, source from exported_files
        where export_id = ? order by rowid desc""",
        (export_id,),
    )
    return [ExportedFile(**row) for row in rows]


def forget(db: Catalog, export_id: int) -> None:
    """Forget an export: it was taken back."""
    db.execute("delete from exports where id = ?", (export_id,))
