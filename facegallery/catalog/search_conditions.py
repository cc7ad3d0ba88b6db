"""What a node of a query means in SQL: a condition on a photo, never null.

Values are always bound, never written into the SQL: what was typed is data.
"""

import json
from collections.abc import Callable, Sequence
from math import cos, degrees, radians
from typing import Any, NamedTuple

from facegallery.catalog.name_tables import BETWEEN
from facegallery.catalog.photos import PHOTO_IN_LIBRARY
from facegallery.catalog.search_facts import BORN, COUNT_COLUMNS, OLDEST, Facts
from facegallery.domain.distance import EARTH_RADIUS_KM
from facegallery.domain.query import nodes
from facegallery.domain.query.nodes import Node, People

_FLAT_KM = 5_000.0  # of larger circles, which may hold a pole, every distance is measured
_AMONG = "(select value from json_each(?))"
_MOMENT = "strftime('%Y-%m-%dT%H:%M:%S', substr({taken_at}, 1, 19), ?)"


class Sql(NamedTuple):
    """A piece of SQL and the values of its places."""

    text: str
    values: tuple[Any, ...] = ()


class Row(NamedTuple):
    """Which columns tell the photo and its date: those of an index that a query begins with.

    What can be told by them is checked before the row of photos is looked up.
    """

    photo_id: str = "photos.id"
    taken_at: str = "photos.taken_at"


PHOTO = Row()
ALWAYS = Sql("1")
# As values: of a constant SQLite makes a shorter query, which may lack what an index needs.
_TRUE, _FALSE = Sql("?", (1,)), Sql("?", (0,))


def condition(node: Node, facts: Facts, row: Row = PHOTO) -> Sql:
    """Return the condition of a node."""
    if isinstance(node, nodes.And | nodes.Or):
        parts = [condition(part, facts, row) for part in node.parts]
        if isinstance(node, nodes.And):
            return _balanced(parts, "and") if parts else _TRUE
        return _balanced(parts, "or") if parts else _FALSE
    if isinstance(node, nodes.Not):
        inner = condition(node.part, facts, row)
        return Sql(f"(not {inner.text})", inner.values)
    return _leaf(node, facts, row)


def _leaf(node: Node, facts: Facts, row: Row) -> Sql:
    if isinstance(node, nodes.Like):
        return _among(row.photo_id, facts.like(node))
    if isinstance(node, nodes.Folder):
        return _folder(facts.directories(node), row)
    if isinstance(node, nodes.Camera):
        return _among("coalesce(photos.camera, '')", facts.cameras(node))
    return _CONDITIONS[type(node)](node, row)


def _among(column: str, values: Sequence[int] | Sequence[str]) -> Sql:
    return Sql(f"({column} in {_AMONG})", (ids(values),)) if values else _FALSE


def _balanced(parts: Sequence[Sql], word: str) -> Sql:
    """Join parts as a tree that is as flat as can be: SQLite takes 1,000 levels at most."""
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    left, right = _balanced(parts[:middle], word), _balanced(parts[middle:], word)
    return Sql(f"({left.text} {word} {right.text})", left.values + right.values)


def ids(numbers: Sequence[int] | Sequence[str]) -> str:
    """Return ids or texts as a value for json_each."""
    return json.dumps(list(numbers))


def someone(people: People, column: str = "person_id") -> Sql:
    """Return the condition that a column is one of the people."""
    if len(people) == 1:
        return Sql(f"{column} = ?", people)
    return Sql(f"{column} in {_AMONG}", (ids(people),))


def _one_of_them_here(people: People) -> Sql:
    """Return the condition that an appearance in a known photo is of one of the people.

    With "+" the few people of the photo are looked through, not the index for each one wanted.
    """
    return someone(people, "person_id" if len(people) == 1 else "+person_id")


def _shows(node: nodes.Shows, row: Row) -> Sql:
    who = _one_of_them_here(node.people)
    sure = " and confirmed = 1" if node.confirmed else ""
    return Sql(
        f"exists (select 1 from appearances where photo_id = {row.photo_id} and {who.text}{sure})",
        who.values,
    )


def _only(node: nodes.Only, row: Row) -> Sql:
    all_of_them = ids([person for people in node.people for person in people])
    parts = [_shows(nodes.Shows(people), row) for people in node.people]
    parts.append(
        Sql(
            f"""not exists (select 1 from appearances where photo_id = {row.photo_id}
                and person_id not in {_AMONG})""",
            (all_of_them,),
        )
    )
    if not node.named:
        parts.append(
            Sql(
                f"""not exists (select 1 from faces where faces.photo_id = {row.photo_id}
                    and is_face = 1 and not exists (select 1 from assignments
                        where face_id = faces.id and state <> 'rejected'
                            and person_id in {_AMONG}))""",
                (all_of_them,),
            )
        )
    return _balanced(parts, "and")


def between(column: str, least: int, most: int | None) -> Sql:
    """Return the condition that a column is least to most; None: or more."""
    if most is None:
        return Sql(f"({column} >= ?)", (least,))
    return Sql(f"({column} between ? and ?)", (least, most))


def _count(node: nodes.Count, _row: Row) -> Sql:
    return between(f"+photos.{COUNT_COLUMNS[node.of]}", node.least, node.most)


def _dates(node: nodes.Dates, row: Row) -> Sql:
    # With "+" it is only looked at here: where an index is used for it, search_plans says so.
    column = f"+{row.taken_at.lstrip('+')}"
    return Sql(f"({column} >= ? and {column} < ?)", (node.start, node.end))


def _age(node: nodes.Age, row: Row) -> Sql:
    who = _one_of_them_here(node.people)
    until, values = "", [f"+{min(node.least, 10 * OLDEST)} years"]
    if node.most is not None and node.most < OLDEST:
        until = f"and {row.taken_at} < {BORN}"
        values.append(f"+{node.most + 1} years")
    return Sql(
        f"""exists (select 1 from appearances join people on people.id = person_id
            where photo_id = {row.photo_id} and {who.text} and birth_date is not null
                and {row.taken_at} >= {BORN} {until})""",
        (*who.values, *values),
    )


def _folder(directories: Sequence[int], row: Row) -> Sql:
    if not directories:
        return _FALSE
    # With "+" the photo's few files are looked through, not the index of directories.
    return Sql(
        f"""exists (select 1 from files where files.photo_id = {row.photo_id}
            and +directory_id in {_AMONG})""",
        (ids(directories),),
    )


def _file_name(node: nodes.FileName, row: Row) -> Sql:
    if BETWEEN in node.text:
        return _FALSE
    return Sql(
        f"""exists (select 1 from photo_names where photo_names.photo_id = {row.photo_id}
            and instr(names, ?) > 0)""",
        (node.text,),
    )


def _type(node: nodes.Type, _row: Row) -> Sql:
    return Sql(f"photos.format in ({', '.join('?' * len(node.formats))})", node.formats)


def _near(node: nodes.Near, _row: Row) -> Sql:
    return near(node)


def near(node: nodes.Near) -> Sql:
    """Return the condition that a photo was taken near a place; its latitude is looked up first.

    In the middle of the circle nothing has to be measured.
    """
    box, inner = around(node), _inside(node)
    return Sql(
        f"""({box.text} and ({inner.text}
            or kilometres(?, ?, photos.latitude, photos.longitude) <= ?))""",
        (*box.values, *inner.values, node.latitude, node.longitude, node.kilometres),
    )


def _inside(node: nodes.Near) -> Sql:
    """Return the condition of a rectangle that lies within the circle.

    Along its edges, first north or south and then east or west, no way is longer than the radius.
    """
    if node.kilometres > _FLAT_KM:
        return _FALSE
    half = degrees(node.kilometres / EARTH_RADIUS_KM) / 2 * 0.999
    south, north = node.latitude - half, node.latitude + half
    widest = 1.0 if south <= 0 <= north else cos(radians(min(abs(south), abs(north))))
    west, east = node.longitude - half / widest, node.longitude + half / widest
    return Sql(
        "(photos.latitude between ? and ? and photos.longitude between ? and ?)",
        (south, north, west, east),
    )


def around(node: nodes.Near) -> Sql:
    """Return the condition that a photo was taken in a rectangle around the circle of a place."""
    reach = degrees(node.kilometres / EARTH_RADIUS_KM) * 1.001
    south, north = node.latitude - reach, node.latitude + reach
    across: tuple[float, ...] = ()
    narrow = ""
    if south > -89 and north < 89:  # away from the poles, where all longitudes are near
        wide = reach / cos(radians(max(abs(south), abs(north))))
        west, east = node.longitude - wide, node.longitude + wide
        if west >= -180 and east <= 180:
            narrow, across = "and photos.longitude between ? and ?", (west, east)
    return Sql(
        f"""(photos.latitude is not null and photos.longitude is not null
            and photos.latitude between ? and ? {narrow})""",
        (south, north, *across),
    )


def _favourite(node: nodes.Favourite, _row: Row) -> Sql:
    return Sql(f"photos.favourite = {int(node.wanted)}")


def _rating(node: nodes.Rating, _row: Row) -> Sql:
    return between("coalesce(photos.rating, 0)", node.least, node.most)


def within(taken_at: str, seconds: int, column: str = "taken_at") -> Sql:
    """Return the condition that two times are so many seconds apart at most."""
    moment = _MOMENT.format(taken_at=taken_at)
    return Sql(
        f"({column} >= {moment} and {column} <= {moment} || 'z')",  # "z" is after a fraction
        (f"-{seconds} seconds", f"+{seconds} seconds"),
    )


def _together(node: nodes.Together, row: Row) -> Sql:
    """Each entry is seen about then; one of them in this very photo."""
    about_then = within(row.taken_at, node.seconds)
    parts = [_balanced([_shows(nodes.Shows(people), row) for people in node.people], "or")]
    for people in node.people:
        who = someone(people)
        parts.append(
            Sql(
                f"""exists (select 1 from appearances where {who.text} and {about_then.text}
                    and {PHOTO_IN_LIBRARY})""",
                who.values + about_then.values,
            )
        )
    return _balanced(parts, "and")


_CONDITIONS: dict[type, Callable[[Any, Row], Sql]] = {
    nodes.Shows: _shows,
    nodes.Only: _only,
    nodes.Count: _count,
    nodes.Dates: _dates,
    nodes.Age: _age,
    nodes.FileName: _file_name,
    nodes.Type: _type,
    nodes.Near: _near,
    nodes.Favourite: _favourite,
    nodes.Rating: _rating,
    nodes.Together: _together,
}
