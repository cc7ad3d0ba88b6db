"""Facts about the library as a whole: its models and its counts."""

from facegallery.catalog.library import Catalog
from facegallery.domain.person import LibraryStatus


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


def status(db: Catalog) -> LibraryStatus:
    """Count what the library holds; photos whose files are all away count as missing too."""
    row = next(
        db.query("""select
            (select count(distinct photo_id) from files where photo_id is not null) as photos,
            (select count(*) from photos where exists (select 1 from files where photo_id = photos.id)
                and not exists (select 1 from files where photo_id = photos.id and not missing)
            ) as missing,
            (select count(*) from faces where is_face
                and exists (select 1 from files where files.photo_id = faces.photo_id)) as faces,
            (select count(*) from people) as people,
            (select count(*) from groups) as groups""")
    )
    return LibraryStatus(**row, detector=value(db, "detector"), recognizer=value(db, "recognizer"))
