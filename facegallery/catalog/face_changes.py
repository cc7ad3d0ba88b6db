"""Notes of the faces of which it has changed whose they are, or their photo, date or quality.

Triggers write them; what is kept of that beside the catalog is brought in step by them.
"""

from typing import TYPE_CHECKING

from facegallery.catalog.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TABLE = """create table face_changes (
    id integer primary key autoincrement,
    face_id integer not null
) strict"""
_NOTED = {
    "face_came": ("insert on faces", "", "new.id"),
    "face_went": ("delete on faces", "", "old.id"),
    "face_differs": ("update of is_face, photo_id, quality on faces", "", "new.id"),
    "face_confirmed": (
        "insert on assignments", "when new.state = 'confirmed'", "new.face_id"),
    "face_let_go": ("delete on assignments", "when old.state = 'confirmed'", "old.face_id"),
    "face_decided": (
        "update of state, person_id on assignments",
        "when 'confirmed' in (old.state, new.state)",
        "new.face_id",
    ),
    "face_grouped": ("insert on group_faces", "", "new.face_id"),
    "face_ungrouped": ("delete on group_faces", "", "old.face_id"),
    "face_regrouped": ("update of group_id on group_faces", "", "new.face_id"),
}  # fmt: skip
_DATED = """create trigger faces_dated after update of taken_at on photos
    when new.taken_at <> old.taken_at begin
    insert into face_changes (face_id) select id from faces where photo_id = new.id;
end"""


def make(db: Database) -> None:
    """Make the table of changes, and have triggers fill it."""
    db.execute(_TABLE)
    for name, (event, when, face) in _NOTED.items():
        note = f"insert into face_changes (face_id) values ({face});"
        db.execute(f"create trigger {name} after {event} {when} begin {note} end")
    db.execute(_DATED)


def newest(db: Database) -> int:
    """Return the number of the last change there ever was."""
    row = db.execute("select seq from sqlite_sequence where name = 'face_changes'").fetchone()
    return 0 if row is None else int(row[0])


def since(db: Database, change: int) -> "NDArray[np.int64]":
    """Return the faces that have changed after this one, each once, in ascending order."""
    import numpy as np  # the window starts without

    (text,) = db.execute(
        "select group_concat(face_id) from face_changes where id > ?", (change,)
    ).fetchone()
    return np.unique(np.fromstring(text or "", np.int64, sep=","))


def noted(db: Database) -> int:
    """Return how many changes are noted."""
    first, last = db.execute(
        "select (select min(id) from face_changes), (select max(id) from face_changes)"
    ).fetchone()
    return 0 if first is None else int(last - first) + 1


def forget(db: Database, change: int) -> None:
    """Remove the notes of the changes up to this one."""
    db.execute("delete from face_changes where id <= ?", (change,))
