"""Photos: one row for each content, whatever its files are called."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now
from facegallery.domain.ids import Ids
from facegallery.domain.photo import Photo, PhotoFacts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# A present file where there is one; a photo without any file row was removed from the library.
PHOTO_COLUMNS = """photos.id, content_hash,
    (select path from files where photo_id = photos.id order by missing, path limit 1) as path,
    (select min(missing) from files where photo_id = photos.id) as missing,
    width, height, taken_at, camera, latitude, longitude,
    taken_at_source, utc_offset, rating, photos.hidden"""
# What lists and counts are of: what the user has hidden is left out with what was removed.
IN_LIBRARY = "photos.in_library = 1 and photos.hidden = 0"
# The same, for tables that repeat photo_id: asks an index that is nearly always empty.
PHOTO_IN_LIBRARY = "photo_id not in (select id from photos where in_library = 0 or hidden = 1)"
_AFTER_ALL = ("9999", 2**62)  # sorts before the newest photo when newest come first


# What many photos have in common is one object in all of them: 16 MB of 100,000 photos.
_COMMON = ("width", "height", "camera", "taken_at_source", "utc_offset")
_common: dict[object, object] = {}


def photo(row: dict[str, object]) -> Photo:
    """Make a Photo of a row with PHOTO_COLUMNS, which is used up."""
    row["missing"], row["hidden"] = bool(row["missing"]), bool(row["hidden"])
    for name in _COMMON:
        value = row[name]
        row[name] = _common.setdefault(value, value)
    return Photo(**row)  # type: ignore[arg-type]


def by_id(db: Catalog, photo_id: int) -> Photo | None:
    """Return one photo, a hidden one too, or None where it is no longer in the library."""
    sql = f"select {PHOTO_COLUMNS} from photos where photos.id = ? and in_library = 1"
    row = next(db.query(sql, (photo_id,)), None)
    return photo(row) if row else None


def by_ids(db: Catalog, photo_ids: Sequence[int]) -> list[Photo]:
    """Return photos in the order of their ids given; those the library does not show are left out.

    photo_ids: some hundreds at most.
    """
    marks = ", ".join("?" * len(photo_ids))
    rows = db.query(
        f"select {PHOTO_COLUMNS} from photos where photos.id in ({marks}) and {IN_LIBRARY}",
        list(photo_ids),
    )
    found = {row["id"]: photo(row) for row in rows}
    return [found[photo_id] for photo_id in photo_ids if photo_id in found]


def page(db: Catalog, after: Photo | None = None, limit: int = 200) -> list[Photo]:
    """Return a page of all photos, newest first; after: the last one of the page before.

    Paging by key, not OFFSET: photos that a running scan adds cannot shift or repeat a page.
    """
    taken_at, photo_id = (after.taken_at, after.id) if after else _AFTER_ALL
    rows = db.query(
        f"""select {PHOTO_COLUMNS} from photos
        where (taken_at, photos.id) < (?, ?) and {IN_LIBRARY}
        order by taken_at desc, photos.id desc limit ?""",
        (taken_at, photo_id, limit),
    )
    return [photo(row) for row in rows]


def of_person(
    db: Catalog, person_id: int, after: Photo | None = None, limit: int = -1
) -> list[Photo]:
    """Return a page of the photos that show a person, newest first.

    By a confirmed face, or by the user's word that somebody is there whose face cannot be seen.
    """
    taken_at, photo_id = (after.taken_at, after.id) if after else _AFTER_ALL
    rows = db.query(
        f"""select {PHOTO_COLUMNS} from photos
        where (taken_at, photos.id) < (?, ?) and {IN_LIBRARY} and photos.id in (
            select photo_id from assignments where person_id = ? and state = 'confirmed'
            union all select photo_id from presences where person_id = ?)
        order by taken_at desc, photos.id desc limit ?""",
        (taken_at, photo_id, person_id, person_id, limit),
    )
    return [photo(row) for row in rows]


def hidden_page(db: Catalog, after: Photo | None = None, limit: int = 200) -> list[Photo]:
    """Return a page of the photos that the user has hidden, as `page` does of the others."""
    taken_at, photo_id = (after.taken_at, after.id) if after else _AFTER_ALL
    rows = db.query(
        f"""select {PHOTO_COLUMNS} from photos indexed by hidden_photos
        where (taken_at, photos.id) < (?, ?) and photos.hidden = 1 and in_library = 1
        order by taken_at desc, photos.id desc limit ?""",
        (taken_at, photo_id, limit),
    )
    return [photo(row) for row in rows]


def set_hidden(db: Catalog, photo_ids: Sequence[int], *, hidden: bool) -> None:
    """Hide photos, or show them again."""
    for photo_id in photo_ids:
        db.execute("update photos set hidden = ? where id = ?", (int(hidden), photo_id))


def set_favourite(db: Catalog, photo_ids: Sequence[int], *, favourite: bool) -> None:
    """Make photos favourites, or no longer."""
    for photo_id in photo_ids:
        db.execute("update photos set favourite = ? where id = ?", (int(favourite), photo_id))


def marks(db: Catalog, photo_ids: Iterable[int]) -> dict[int, tuple[bool, bool]]:
    """Return whether each of some photos is hidden, and whether it is a favourite, by id."""
    rows = db.execute(
        "select id, hidden, favourite from photos where id in (select value from json_each(?))",
        (json.dumps(list(photo_ids)),),
    )
    return {photo_id: (bool(hidden), bool(favourite)) for photo_id, hidden, favourite in rows}


def by_path(db: Catalog, path: str) -> int | None:
    """Return the id of the photo that the file at a path holds, or None."""
    row = db.execute("select photo_id from files where path = ?", (path,)).fetchone()
    return None if row is None else row[0]


def people_in(db: Catalog, photo_ids: Sequence[int]) -> dict[int, list[str]]:
    """Return the names of the people in photos, sorted, by photo id; suggested ones too."""
    found: dict[int, list[str]] = {photo_id: [] for photo_id in photo_ids}
    for start in range(0, len(photo_ids), 500):
        some = photo_ids[start : start + 500]
        rows = db.execute(
            f"""with some as (select id from photos where id in ({", ".join("?" * len(some))}))
            select distinct photo_id, name from (
                select faces.photo_id, person_id from some join faces on faces.photo_id = some.id
                    join assignments on face_id = faces.id where state <> 'rejected'
                union all select photo_id, person_id from some join presences on photo_id = some.id
            ) join people on people.id = person_id order by name collate nocase""",
            list(some),
        )
        for photo_id, name in rows:
            found[photo_id].append(name)
    return found


def of_group(
    db: Catalog, group_id: int, after: Photo | None = None, limit: int = -1
) -> list[Photo]:
    """Return a page of the photos with a face of this group, newest first."""
    taken_at, photo_id = (after.taken_at, after.id) if after else _AFTER_ALL
    rows = db.query(
        f"""select {PHOTO_COLUMNS} from photos
        where (taken_at, photos.id) < (?, ?) and {IN_LIBRARY}
            and photos.id in (select photo_id from group_faces where group_id = ?)
        order by taken_at desc, photos.id desc limit ?""",
        (taken_at, photo_id, group_id, limit),
    )
    return [photo(row) for row in rows]


def days(db: Catalog, photo_ids: "NDArray[np.int64]") -> "NDArray[np.datetime64]":
    """Return the day on which each of these photos (N,) was taken, (N,) datetime64[D]."""
    import numpy as np  # the window starts without

    once, place = np.unique(photo_ids, return_inverse=True)
    rows = db.execute(
        """select substr(taken_at, 1, 10) from json_each(?) join photos on photos.id = value
        order by value""",
        (json.dumps(once.tolist()),),
    )
    return np.array([row[0] for row in rows], "datetime64[D]")[place]


def taken_times(db: Catalog) -> dict[int, str]:
    """Return when each photo was taken, ISO 8601 to the second, local time."""
    return dict(db.execute("select id, substr(taken_at, 1, 19) from photos"))


def by_hash(db: Catalog, content_hash: bytes) -> int | None:
    """Return the id of the photo with these bytes, whether or not a file holds them now."""
    row = db.execute("select id from photos where content_hash = ?", (content_hash,)).fetchone()
    return None if row is None else int(row[0])


def looked_at_by_others(db: Catalog, detector: str) -> Ids:
    """Return the ids of the photos that another detector than this one looked at last."""
    sql = "select id from photos where detector is not ? order by id"
    return Ids(row[0] for row in db.execute(sql, (detector,)))


def hashes_of_size(db: Catalog, size_bytes: int) -> frozenset[bytes]:
    """Return the hashes of the photos of this size: a new file may be one of them."""
    rows = db.execute("select content_hash from photos where size_bytes = ?", (size_bytes,))
    return frozenset(row[0] for row in rows)


def save(
    db: Catalog,
    content_hash: bytes,
    size_bytes: int,
    facts: PhotoFacts,
    detector: str,
    photo_id: int | None = None,
) -> int:
    """Write a photo; photo_id: the one whose content changed to this. Return its id.

    detector: the one that looked at it.
    """
    values = {
        "content_hash": content_hash,
        "size_bytes": size_bytes,
        "width": facts.width,
        "height": facts.height,
        "format": facts.format,
        "taken_at": facts.taken_at,
        "taken_at_source": facts.taken_at_source,
        "camera": facts.camera,
        "latitude": facts.latitude,
        "longitude": facts.longitude,
        "utc_offset": facts.utc_offset,
        "rating": facts.rating,
        "detector": detector,
    }
    if photo_id is not None:
        columns = ", ".join(f"{name} = :{name}" for name in values)
        db.execute(f"update photos set {columns} where id = :id", {**values, "id": photo_id})
        return photo_id
    values["added_at"] = now()
    columns, places = ", ".join(values), ", ".join(f":{name}" for name in values)
    cursor = db.execute(f"insert into photos ({columns}) values ({places})", values)
    return int(cursor.lastrowid or 0)
