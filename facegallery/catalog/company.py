"""Who is in photos with whom, and when: what a person's page and the order of People ask."""

from collections.abc import Sequence

from facegallery.catalog.library import Catalog
from facegallery.catalog.photos import PHOTO_COLUMNS, PHOTO_IN_LIBRARY, photo
from facegallery.domain.person import Kind
from facegallery.domain.photo import Photo

Somebody = tuple[Kind, int]
# Photos with a confirmed face of a person, or with a face of a group; a photo may come twice.
_PHOTOS: dict[Kind, str] = {
    "person": f"""select photo_id from assignments
        where person_id = ? and state = 'confirmed' and {PHOTO_IN_LIBRARY}""",
    "group": f"select photo_id from group_faces where group_id = ? and {PHOTO_IN_LIBRARY}",
}
# From each of the person's photos to the other faces in it: in this order every step is a search.
_COMPANY = f"""select other.person_id, count(distinct other.photo_id) as photos
    from assignments as mine
    cross join faces on faces.photo_id = mine.photo_id
    cross join assignments as other on other.face_id = faces.id
    where mine.person_id = ? and mine.state = 'confirmed' and mine.{PHOTO_IN_LIBRARY}
        and other.state = 'confirmed' and other.person_id <> mine.person_id
    group by other.person_id order by photos desc, other.person_id limit ?"""


def photos_of_several(db: Catalog, who: Sequence[Somebody]) -> int:
    """Return in how many photos two or more of these are together: a person is there but once."""
    each = " union all ".join(f"select distinct * from ({_PHOTOS[kind]})" for kind, _number in who)
    sql = f"select count(*) from (select 1 from ({each}) group by photo_id having count(*) > 1)"
    return int(db.execute(sql, [number for _kind, number in who]).fetchone()[0])


def are_together(db: Catalog, group_id: int, person_id: int) -> bool:
    """Tell whether a photo shows a face of the group beside a confirmed one of the person.

    Goes through the group's photos only, until one is found: quick for any person.
    """
    found = db.execute(
        """select exists (select 1 from group_faces as its where group_id = ? and exists (
            select 1 from assignments
            where person_id = ? and state = 'confirmed' and photo_id = its.photo_id))""",
        (group_id, person_id),
    ).fetchone()
    return bool(found[0])


def photo_ids(db: Catalog, who: Sequence[Somebody]) -> list[int]:
    """Return the photos that show any of these, the newest first."""
    each = " union ".join(_PHOTOS[kind] for kind, _number in who)
    rows = db.execute(
        f"select id from photos where id in ({each}) order by taken_at desc, id desc",
        [number for _kind, number in who],
    )
    return [row[0] for row in rows]


def of_person(db: Catalog, person_id: int, limit: int = 12) -> list[tuple[int, int]]:
    """Return who is seen with a person most, as (person id, photos with both)."""
    return list(db.execute(_COMPANY, (person_id, limit)))


def years(db: Catalog, who: Somebody) -> list[tuple[int, int]]:
    """Return the photos of somebody per year, as (year, photos), the first year first."""
    rows = db.execute(
        f"""select substr(taken_at, 1, 4) as year, count(*) from photos
        where id in ({_PHOTOS[who[0]]}) group by year order by year""",
        (who[1],),
    )
    return [(int(year), count) for year, count in rows if year.isdigit()]


def photos_of_year(
    db: Catalog, who: Somebody, year: int, after: Photo | None = None, limit: int = -1
) -> list[Photo]:
    """Return a page of the photos of somebody that were taken in a year, newest first."""
    first, end = (after.taken_at, after.id) if after else (f"{year + 1:04d}", 0)
    rows = db.query(
        f"""select {PHOTO_COLUMNS} from photos
        where photos.id in ({_PHOTOS[who[0]]}) and taken_at >= ? and (taken_at, photos.id) < (?, ?)
        order by taken_at desc, photos.id desc limit ?""",
        (who[1], f"{year:04d}", first, end, limit),
    )
    return [photo(row) for row in rows]


def newest(db: Catalog) -> dict[Somebody, str]:
    """Return when the newest photo of everybody was taken, people and groups; ISO 8601."""
    people = db.execute(
        f"""select 'person', person_id, max(taken_at) from assignments
        join photos on photos.id = photo_id where state = 'confirmed' and {PHOTO_IN_LIBRARY}
        group by person_id"""
    )
    groups = db.execute(
        f"""select 'group', group_id, max(taken_at) from group_faces
        join photos on photos.id = photo_id where {PHOTO_IN_LIBRARY} group by group_id"""
    )
    return {
        (kind, number): taken_at for rows in (people, groups) for kind, number, taken_at in rows
    }
