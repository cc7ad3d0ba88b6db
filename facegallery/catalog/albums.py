"""Albums: saved queries and chosen photos."""

import json
from collections.abc import Iterable, Sequence

from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now
from facegallery.catalog.photos import IN_LIBRARY, PHOTO_COLUMNS, photo
from facegallery.domain.album import Album
from facegallery.domain.photo import Photo

_ALBUMS = f"""select albums.id, name, query, cover_photo_id,
        (select count(*) from album_photos join photos on photos.id = photo_id
            where album_id = albums.id and {IN_LIBRARY}) as photos
    from albums"""


def listed(db: Catalog) -> list[Album]:
    """Return all albums in the user's order."""
    return [Album(**row) for row in db.query(f"{_ALBUMS} order by position, albums.id")]


def by_id(db: Catalog, album_id: int) -> Album | None:
    """Return one album, or None."""
    row = next(db.query(f"{_ALBUMS} where albums.id = ?", (album_id,)), None)
    return Album(**row) if row else None


def with_name(db: Catalog, name: str) -> list[Album]:
    """Return the albums of this name; case makes no difference."""
    return [album for album in listed(db) if album.name.casefold() == name.strip().casefold()]


def add(db: Catalog, name: str, query: str | None) -> int:
    """Add an album at the end; return its id."""
    cursor = db.execute(
        """insert into albums (name, query, position, made_at)
        values (?, ?, (select coalesce(max(position), 0) + 1 from albums), ?)""",
        (name, query, now()),
    )
    return int(cursor.lastrowid or 0)


def change(db: Catalog, album_id: int, column: str, value: str | int | None) -> None:
    """Set the name, the query, the cover or the position of an album."""
    if column not in ("name", "query", "cover_photo_id", "position"):
        raise ValueError(column)
    db.execute(f"update albums set {column} = ? where id = ?", (value, album_id))


def delete(db: Catalog, album_id: int) -> None:
    """Remove an album; its photos stay where they are."""
    db.execute("delete from albums where id = ?", (album_id,))


def add_photos(db: Catalog, album_id: int, photo_ids: Iterable[int]) -> int:
    """Put photos at the end of an album; return how many were not in it."""
    added = 0
    for photo_id in photo_ids:
        added += db.execute(
            """insert into album_photos (album_id, photo_id, position)
            values (?, ?, (select coalesce(max(position), 0) + 1 from album_photos
                where album_id = ?)) on conflict do nothing""",
            (album_id, photo_id, album_id),
        ).rowcount
    return added


def remove_photos(db: Catalog, album_id: int, photo_ids: Sequence[int]) -> int:
    """Take photos out of an album; return how many were in it."""
    cursor = db.execute(
        """delete from album_photos where album_id = ?
            and photo_id in (select value from json_each(?))""",
        (album_id, json.dumps(list(photo_ids))),
    )
    return int(cursor.rowcount)


def photos_of(
    db: Catalog, album_id: int, after: Photo | None = None, limit: int = -1
) -> list[Photo]:
    """Return a page of the photos chosen for an album, in the order they came into it."""
    after_id = after.id if after is not None else None
    rows = db.query(
        f"""select {PHOTO_COLUMNS} from album_photos join photos on photos.id = photo_id
        where album_id = :album_id and {IN_LIBRARY} and (:after is null or position >
            (select position from album_photos where album_id = :album_id and photo_id = :after))
        order by position limit :limit""",
        {"album_id": album_id, "after": after_id, "limit": limit},
    )
    return [photo(row) for row in rows]
