"""Where to begin with a query: the part of it that leaves the fewest photos to look at.

Three ways to begin. *In order*: an index gives the part's photos newest first, so that the first
page is found without the rest. *Gathered*: the part's photos are few, they are looked up and
sorted. Else all photos are walked, newest first, between the dates that the query leaves.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from facegallery.catalog.library import Catalog
from facegallery.catalog.search_conditions import (
    ALWAYS,
    COUNT_COLUMNS,
    LEAST_TRIGRAM,
    Likenesses,
    Sql,
    age_bounds,
    between,
    cameras,
    directories,
    ids,
    near,
    someone,
    within,
)
from facegallery.domain.query import nodes
from facegallery.domain.query.nodes import Node

MOST_GATHERED = 5_000  # photos: to look up and sort more takes longer than to walk by date
_ENOUGH = MOST_GATHERED * 8  # so many are not counted further
MOST_ALTERNATIVES = 200  # SQLite takes 500 selects in one
GATHERED_AT = "+photos.taken_at"  # with "+" no index is used for it: the photos are chosen already
_ABOUT_THEN = 8  # photos of one time, as a guess


@dataclass(frozen=True, slots=True)
class Plan:
    """A way to begin. source: what stands after "from", with a row of photos for each photo.

    taken_at, photo_id: the columns to sort by and to compare with the last page. where: what must
    hold of a row of the source. newest: SQL for dates that no photo of the query is after.
    """

    source: str
    where: Sql = ALWAYS
    taken_at: str = "photos.taken_at"
    photo_id: str = "photos.id"
    newest: tuple[Sql, ...] = ()


WALK = Plan("photos indexed by photos_by_date")


@dataclass(frozen=True, slots=True)
class _Start:
    """A part that a query can begin with. photos: SQL for the ids of its photos, photo_id.

    plan: in order; None where its photos can only be gathered. newest: SQL for the date of the
    newest of its photos. counted: SQL to be counted instead of photos, each row for so many.
    """

    photos: Sql
    plan: Plan | None = None
    newest: Sql | None = None
    counted: Sql | None = None
    each: int = 1


def choose(db: Catalog, node: Node, likenesses: Likenesses) -> Plan:
    """Return where to begin with a query."""
    parts = node.parts if isinstance(node, nodes.And) else (node,)
    starts = [start for part in parts for start in _starts(part, likenesses)]
    fewest, best = _ENOUGH, WALK
    for start in starts:
        count = _count(db, start, fewest)
        if start.plan is None and count <= MOST_GATHERED and count < fewest:
            fewest, best = count, _gathered(start.photos)
        elif start.plan is not None and (count < fewest or best is WALK):
            fewest, best = count, start.plan
    if best.taken_at == GATHERED_AT:
        return best
    return replace(best, newest=tuple(start.newest for start in starts if start.newest is not None))


def _count(db: Catalog, start: _Start, enough: int) -> int:
    """Return how many photos a start has, no more than enough."""
    counted = start.counted or start.photos
    sql = f"select count(*) from (select 1 from ({counted.text}) limit ?)"
    values = (*counted.values, enough // start.each + 1)
    return min(enough, int(db.execute(sql, values).fetchone()[0]) * start.each)


def _gathered(photos: Sql) -> Plan:
    return Plan(
        f"""(select distinct photo_id from ({photos.text})) as chosen
            cross join photos on photos.id = chosen.photo_id""",
        Sql(ALWAYS.text, photos.values),
        taken_at=GATHERED_AT,
    )


def _starts(node: Node, likenesses: Likenesses) -> list[_Start]:
    """Return the ways to begin with a part of a query, none or more."""
    if isinstance(node, nodes.Like):
        found = ids(likenesses.get(node, ()))
        return [_Start(Sql("select value as photo_id from json_each(?)", (found,)))]
    if isinstance(node, nodes.Or):
        return _any(node, likenesses)
    if isinstance(node, nodes.Only):
        return [_shows(nodes.Shows(people)) for people in node.people]
    if isinstance(node, nodes.Together):
        return [_together(node, people) for people in node.people]
    maker = _STARTS.get(type(node))
    start = None if maker is None else maker(node)
    return [] if start is None else [start]


def _any(node: nodes.Or, likenesses: Likenesses) -> list[_Start]:
    known = [starts[0] for part in node.parts if (starts := _starts(part, likenesses))]
    if not known or len(known) < len(node.parts):
        return []
    if len(known) > MOST_ALTERNATIVES:
        return []
    text = " union all ".join(f"select photo_id from ({start.photos.text})" for start in known)
    bounds = [start.newest for start in known if start.newest is not None]
    newest = None
    if len(bounds) == len(known):
        texts = " union all ".join(f"select {bound.text} as taken_at" for bound in bounds)
        newest = Sql(f"(select max(taken_at) from ({texts}))", _values(bounds))
    return [_Start(Sql(text, _values([start.photos for start in known])), None, newest)]


def _values(parts: list[Sql]) -> tuple[Any, ...]:
    return tuple(value for part in parts for value in part.values)


def _shows(node: nodes.Shows) -> _Start:
    who = someone(node.people)
    sure = " and confirmed = 1" if node.confirmed else ""
    photos = Sql(f"select photo_id from appearances where {who.text}{sure}", who.values)
    if len(node.people) != 1:
        newest = Sql(
            f"""(select max((select max(taken_at) from appearances where person_id = people.id))
                from people where {someone(node.people, "people.id").text})""",
            who.values,
        )
        return _Start(photos, None, newest)
    plan = Plan(
        "appearances as driver cross join photos on photos.id = driver.photo_id",
        Sql("driver.person_id = ?", node.people),
        "driver.taken_at",
        "driver.photo_id",
    )
    newest = Sql("(select max(taken_at) from appearances where person_id = ?)", node.people)
    return _Start(photos, plan, newest)


def _age(node: nodes.Age) -> _Start:
    return _shows(nodes.Shows(node.people))


def _indexed(index: str, where: Sql, *, in_order: bool) -> _Start:
    photos = Sql(f"select id as photo_id from photos indexed by {index} where {where.text}")
    plan = Plan(f"photos indexed by {index}", where) if in_order else None
    return _Start(Sql(photos.text, where.values), plan)


def _counted(node: nodes.Count) -> _Start | None:
    if node.of == "unnamed":
        if node.least < 1:
            return None
        return _indexed("photos_to_name", Sql("photos.unnamed_count > 0"), in_order=True)
    where = between(COUNT_COLUMNS[node.of], node.least, node.most)
    if node.least == node.most:
        where = Sql(f"{COUNT_COLUMNS[node.of]} = ?", (node.least,))
    return _indexed(f"photos_by_{node.of}", where, in_order=node.least == node.most)


def _rating(node: nodes.Rating) -> _Start | None:
    if node.least < 1:
        return None
    if node.least == node.most:
        where = Sql("photos.rating = ?", (node.least,))
        return _indexed("photos_by_rating", where, in_order=True)
    where = between("photos.rating", node.least, node.most)
    return _indexed("photos_by_rating", where, in_order=False)


def _favourite(node: nodes.Favourite) -> _Start | None:
    if not node.wanted:
        return None
    return _indexed("favourite_photos", Sql("photos.favourite = 1"), in_order=True)


def _camera(node: nodes.Camera) -> _Start:
    known = cameras(node)
    start = _indexed(
        "photos_by_camera", Sql(f"photos.camera in {known.text}", known.values), in_order=False
    )
    newest = Sql(
        f"""(select max((select max(taken_at) from photos where photos.camera = known.camera))
            from {known.text} as known)""",
        known.values,
    )
    return _Start(start.photos, None, newest)


def _type(node: nodes.Type) -> _Start:
    marks = ", ".join("?" * len(node.formats))
    if len(node.formats) == 1:
        return _indexed("photos_by_format", Sql("photos.format = ?", node.formats), in_order=True)
    return _indexed(
        "photos_by_format", Sql(f"photos.format in ({marks})", node.formats), in_order=False
    )


def _near(node: nodes.Near) -> _Start:
    return _indexed("photos_by_place", near(node), in_order=False)


def _folder(node: nodes.Folder) -> _Start:
    below = directories(node)
    newest = Sql(
        f"""(select max((select max(taken_at) from files where directory_id = directories.id))
            from directories where id in {below.text})""",
        below.values,
    )
    photos = Sql(
        f"""select photo_id from files
            where directory_id in {below.text} and photo_id is not null""",
        below.values,
    )
    return _Start(photos, None, newest)


def _file_name(node: nodes.FileName) -> _Start | None:
    if len(node.text) < LEAST_TRIGRAM:
        return None
    wanted = '"' + node.text.replace('"', '""') + '"'
    photos = Sql(
        """select photo_id from file_names cross join files on files.id = file_names.rowid
            where file_names match ? and photo_id is not null""",
        (wanted,),
    )
    return _Start(photos)


def _together(node: nodes.Together, first: nodes.People) -> _Start:
    """Begin with the photos of about the time of one entry's."""
    everybody = someone(tuple(person for people in node.people for person in people), "a.person_id")
    who = someone(first, "r.person_id")
    about_then = within("r.taken_at", node.seconds, "a.taken_at")
    photos = Sql(
        f"""select a.photo_id from appearances as r cross join appearances as a
            where {who.text} and {everybody.text} and {about_then.text}""",
        who.values + everybody.values + about_then.values,
    )
    alone = Sql(f"select 1 from appearances as r where {who.text}", who.values)
    return _Start(photos, counted=alone, each=_ABOUT_THEN)


_STARTS: dict[type, Callable[[Any], _Start | None]] = {
    nodes.Shows: _shows,
    nodes.Age: _age,
    nodes.Count: _counted,
    nodes.Rating: _rating,
    nodes.Favourite: _favourite,
    nodes.Camera: _camera,
    nodes.Type: _type,
    nodes.Near: _near,
    nodes.Folder: _folder,
    nodes.FileName: _file_name,
}


def date_bounds(node: Node, column: str) -> Iterator[Sql]:
    """Give conditions on the date that every photo of the query fulfils."""
    for part in node.parts if isinstance(node, nodes.And) else (node,):
        if isinstance(part, nodes.Dates):
            yield Sql(f"{column} >= ? and {column} < ?", (part.start, part.end))
        elif isinstance(part, nodes.Age):
            yield from age_bounds(part, column)
