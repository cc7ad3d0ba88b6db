"""The tables of catalog.discards."""

from facegallery.catalog.database import Database

_TABLES = (
    # What the machine finds likely: this one is no face either.
    """create table likely_not_faces (
        face_id integer primary key references faces (id) on delete cascade,
        likeness real not null
    ) strict""",
    # The user's no to "not a face, too?" and "hide, too?". likeness: the user was not sure, and it
    # rested on so much.
    """create table kept_faces (
        face_id integer not null references faces (id) on delete cascade,
        kind text not null check (kind in ('not-face', 'hide')),
        likeness real,
        primary key (face_id, kind)
    ) strict""",
)


def make(db: Database) -> None:
    """Make the tables; part of a migration."""
    for statement in _TABLES:
        db.execute(statement)
