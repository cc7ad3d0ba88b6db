"""Questions about the library as a whole. They read much: ask them beside the window's thread."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.catalog.photos import IN_LIBRARY, PHOTO_IN_LIBRARY
from facegallery.domain.distance import kilometres
from facegallery.domain.insight import Alike, Event, PersonYears, SeenTogether
from facegallery.domain.looks import alike_groups, eyes_closed, faces_worth, rank

EVENT_GAP = timedelta(hours=6)  # without a photo, an event is over
EVENT_KM = 60.0  # so far from the photo before is another event
LEAST_PHOTOS = 4  # of an event
MOST_PEOPLE = 5  # named for an event
_SHOWN = "person_id in (select id from people where hidden = 0)"


def seen_together(db: Catalog, most_people: int = 40, least: int = 2) -> list[SeenTogether]:
    """Return who is with whom in how many photos, of the people with most photos, most first."""
    rows = db.execute(
        f"""with often as (select person_id from appearances
            where {_SHOWN} and {PHOTO_IN_LIBRARY}
            group by person_id order by count(*) desc limit ?)
        select one.person_id, other.person_id, count(*) as number
        from often cross join appearances as one on one.person_id = often.person_id
        cross join appearances as other
            on other.photo_id = one.photo_id and other.person_id > one.person_id
        where other.person_id in often and one.{PHOTO_IN_LIBRARY}
        group by 1, 2 having number >= ? order by number desc, 1, 2""",
        (most_people, least),
    )
    return [SeenTogether(*row) for row in rows]


def years_of_people(db: Catalog) -> list[PersonYears]:
    """Return everybody's photos by year, who has most first."""
    rows = db.execute(
        f"""select person_id, substr(taken_at, 1, 4) as year, count(*), max(taken_at)
        from appearances where {_SHOWN} and {PHOTO_IN_LIBRARY}
        group by person_id, year order by person_id, year"""
    )
    years: dict[int, list[tuple[str, int]]] = {}
    last: dict[int, str] = {}
    for person_id, year, number, newest in rows:
        years.setdefault(person_id, []).append((year, number))
        last[person_id] = newest
    found = [PersonYears(person, tuple(some), last[person]) for person, some in years.items()]
    return sorted(found, key=lambda person: (-person.photos, person.person_id))


def not_seen_for_long(people: Sequence[PersonYears], today: date) -> list[PersonYears]:
    """Return those with ten photos or more who are in none of the last two years, longest first."""
    edge = today.replace(year=today.year - 2, day=min(today.day, 28)).isoformat()
    return sorted(
        (person for person in people if person.photos >= 10 and person.last < edge),
        key=lambda person: person.last,
    )


def this_day(db: Catalog, today: date) -> list[tuple[int, int]]:
    """Return the years before this one with photos of this day, and how many; newest first."""
    oldest = db.execute("select min(taken_at) from photos where taken_at >= '1000'").fetchone()[0]
    first = int(oldest[:4]) if oldest else today.year
    found = []
    for year in range(today.year - 1, max(first, today.year - 200) - 1, -1):
        day = f"{year:04d}-{today:%m-%d}"
        number = db.execute(
            f"select count(*) from photos where taken_at >= ? and taken_at < ? and {IN_LIBRARY}",
            (day, f"{day}~"),
        ).fetchone()[0]
        if number:
            found.append((year, int(number)))
    return found


def events(db: Catalog, most: int = 300) -> list[Event]:
    """Return the newest events: photos with no long gap in time, and no far way, between them."""
    found = []
    for photos in _by_gaps(db):
        if len(photos) >= LEAST_PHOTOS:
            found.append(_event(db, photos))
            if len(found) == most:
                break
    return found


_Row = tuple[int, str, float | None, float | None, int]  # id, taken_at, place, faces


def _by_gaps(db: Catalog) -> Iterator[list[_Row]]:
    """Give the photos of each event, the newest event first."""
    cursor = db.execute(
        f"""select id, taken_at, latitude, longitude, face_count from photos
        where {IN_LIBRARY} and taken_at_source <> 'file' order by taken_at desc, id desc"""
    )
    current: list[_Row] = []
    for row in cursor:
        if current and _is_apart(current[-1], row):
            yield current
            current = []
        current.append(row)
    if current:
        yield current


def _is_apart(later: _Row, earlier: _Row) -> bool:
    gap = datetime.fromisoformat(later[1][:19]) - datetime.fromisoformat(earlier[1][:19])
    if gap > EVENT_GAP:
        return True
    places = (later[2], later[3], earlier[2], earlier[3])
    known = [place for place in places if place is not None]
    return len(known) == 4 and kilometres(*known) > EVENT_KM


def _event(db: Catalog, photos: list[_Row]) -> Event:
    ids = json.dumps([photo[0] for photo in photos])
    rows = db.execute(
        f"""select person_id from appearances
        where photo_id in (select value from json_each(?)) and {_SHOWN}""",
        (ids,),
    )
    people = Counter(row[0] for row in rows)
    cover = max(photos, key=lambda photo: photo[4])[0]
    often = sorted(people, key=lambda person: (-people[person], person))
    return Event(photos[-1][1], photos[0][1], len(photos), tuple(often[:MOST_PEOPLE]), cover)


def photos_without_look(db: Catalog, most: int = 500) -> list[tuple[int, bytes, str]]:
    """Return id, content hash and path of photos of which nobody knows how they look."""
    return list(
        db.execute(
            f"""select photos.id, content_hash, (select path from files
                where photo_id = photos.id order by missing, path limit 1) from photos
            where {IN_LIBRARY} and not exists
                (select 1 from photo_looks where photo_id = photos.id) limit ?""",
            (most,),
        )
    )


def save_looks(db: Catalog, looks: Sequence[tuple[int, int]]) -> None:
    """Keep how photos look: (photo id, difference hash as a signed 64-bit number)."""
    with transaction(db):
        for photo_id, look in looks:
            db.execute(
                "insert into photo_looks (photo_id, hash) values (?, ?) on conflict do nothing",
                (photo_id, look),
            )


def alike(db: Catalog, most: int = 500) -> list[Alike]:
    """Return photos that look nearly the same, the largest groups of them first.

    The best comes first: by its faces, known people's above all (sharp, frontal, their eyes open),
    then by its size in pixels and in bytes.
    """
    rows = db.execute(
        f"""select photos.id, hash, taken_at, width * height, size_bytes
        from photos join photo_looks on photo_id = photos.id
        where {IN_LIBRARY} order by taken_at, photos.id"""
    ).fetchall()
    groups = alike_groups([row[1] for row in rows], [row[2] for row in rows])
    groups = sorted(groups, key=lambda group: (-len(group), rows[group[0]][2]))[:most]
    faces = _faces_of(db, [rows[place][0] for group in groups for place in group])
    return [_alike([rows[place] for place in group], faces) for group in groups]


_Face = tuple[float, float | None, bool]  # quality, how open the eyes are, of somebody known


def _faces_of(db: Catalog, photo_ids: Sequence[int]) -> dict[int, list[_Face]]:
    rows = db.execute(
        """select photo_id, quality, eyes_open, exists (select 1 from assignments
                where face_id = faces.id and state <> 'rejected')
        from json_each(?) as wanted cross join faces on photo_id = wanted.value
        where is_face = 1 order by photo_id, faces.id""",
        (json.dumps(photo_ids),),
    )
    found: dict[int, list[_Face]] = {}
    for photo_id, quality, eyes_open, known in rows:
        found.setdefault(photo_id, []).append((quality, eyes_open, bool(known)))
    return found


def _alike(rows: Sequence[tuple[int, int, str, int, int]], faces: dict[int, list[_Face]]) -> Alike:
    """Return a group of photos: id, hash, date, and size in pixels and in bytes of each."""
    worth = {row[0]: faces_worth(faces.get(row[0], ())) for row in rows}
    most = max(worth.values())
    best = max(rows, key=lambda row: (rank(worth[row[0]], most), row[3:], -row[0]))
    rest = (row[0] for row in rows if row is not best)  # they come by date
    closed = frozenset(row[0] for row in rows if eyes_closed(faces.get(row[0], ())))
    if best[0] in closed:  # narrow eyes, or none that can be seen: nothing is gained by saying so
        closed = frozenset()
    return Alike((best[0], *rest), rows[0][2], rows[-1][2], closed)
