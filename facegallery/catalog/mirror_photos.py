"""Photos that may show one person more than once: a mirror, a collage, a strip of portraits."""

from facegallery.catalog.library import Catalog


def add(db: Catalog, photo_id: int) -> None:
    """Note for good that several faces in a photo may be one person."""
    db.execute(
        "insert into mirror_photos (photo_id) values (?) on conflict (photo_id) do nothing",
        (photo_id,),
    )


def remove(db: Catalog, photo_id: int) -> None:
    """Take that back: two faces in the photo are two people, as everywhere."""
    db.execute("delete from mirror_photos where photo_id = ?", (photo_id,))


def ids(db: Catalog) -> set[int]:
    """Return the ids of all such photos."""
    return {row[0] for row in db.execute("select photo_id from mirror_photos")}
