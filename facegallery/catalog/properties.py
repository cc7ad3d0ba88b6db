"""Facts about the library as a whole: its models and its counts."""

from facegallery.catalog.library import Catalog
from facegallery.catalog.photos import PHOTO_IN_LIBRARY
from facegallery.domain.person import LibraryStatus

_AWAY = "(select id from photos where in_library = 0 or hidden = 1)"
_FACES = f"""(select count(*) from faces)
    - (select count(*) from faces where is_face = 0 or photo_id in {_AWAY})"""
STRICTNESS = "strictness"
"""How much more alike than usual faces must be to be one group, in steps; not set: as usual."""
GROUPED = "grouped"
"""What groups and suggestions rest on; "" where they are to be made anew."""


def value(db: Catalog, name: str) -> str | None:
    """Return a property of the library, or None where it was never set."""
    row = db.execute("select value from properties where name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def set_value(db: Catalog, name: str, text: str) -> None:
    """Set a property of the library."""
    db.execute(
        """insert into properties (name, value) values (?, ?)
        on conflict (name) do update set value = excluded.value""",
        (name, text),
    )


def strictness(db: Catalog) -> int:
    """Return how strict grouping is: 0 as usual, above stricter, below less strict."""
    return int(value(db, STRICTNESS) or 0)


def grouping_input(db: Catalog, model: str) -> str:
    """Return a text that differs as soon as groups or suggestions may: other faces or decisions.

    An embedding that is replaced in place is not noticed.
    """
    counted = db.execute(
        """select (select count(*) from embeddings where model = :model),
            (select max(face_id) from embeddings where model = :model),
            (select count(*) from faces where is_face = 0),
            (select count(*) from assignments where state = 'confirmed'),
            (select count(*) from assignments where state = 'rejected'),
            (select count(*) from face_pairs),
            (select max(id) from actions), (select count(*) from actions where undone = 1)""",
        {"model": model},
    ).fetchone()
    return " ".join(str(number) for number in counted)


def faces(db: Catalog) -> int:
    """Count the faces of the library, as status does."""
    return int(db.execute(f"select {_FACES}").fetchone()[0])


def photos_about(db: Catalog) -> int:
    """Return about how many photos there are, without counting: the highest number of one."""
    return int(db.execute("select coalesce(max(id), 0) from photos").fetchone()[0])


def status(db: Catalog) -> LibraryStatus:
    """Count what the library holds; photos whose files are all away count as missing too.

    What the user has hidden is not counted.
    """
    row = next(
        db.query(f"""select
            (select count(*) from photos) - (select count(*) from {_AWAY}) as photos,
            (select count(*) from (select min(missing) as missing from files
                where photo_id is not null group by photo_id) where missing) as missing,
            {_FACES} as faces,
            (select count(*) from people where not hidden) as people,
            (select count(distinct group_id) from group_faces
                where {PHOTO_IN_LIBRARY}) as groups""")
    )
    return LibraryStatus(**row, detector=value(db, "detector"), recognizer=value(db, "recognizer"))
