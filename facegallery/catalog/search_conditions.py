"""What a node of a query means in SQL: a condition on the row of `photos`, never null.

Values are always bound, never written into the SQL: what was typed is data.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import cos, degrees, radians
from typing import Any, NamedTuple

from facegallery.catalog.photos import PHOTO_IN_LIBRARY
from facegallery.domain.distance import EARTH_RADIUS_KM
from facegallery.domain.query import nodes
from facegallery.domain.query.nodes import Node, People

OLDEST = 1_000  # years; nobody is older, and SQLite knows no year after 9999
LEAST_TRIGRAM = 3  # signs that the index of file names can look for
_AMONG = "(select value from json_each(?))"
_CAMERAS = """(with recursive each (camera) as (select min(camera) from photos union all
        select (select min(camera) from photos where camera > each.camera) from each
            where each.camera is not null)
    select camera from each where instr(fold(coalesce(camera, '')), ?) > 0)"""
_BORN = "date(substr(birth_date || '-01-01', 1, 10), ?)"
_MOMENT = "strftime('%Y-%m-%dT%H:%M:%S', substr({taken_at}, 1, 19), ?)"
Likenesses = Mapping[nodes.Like, Sequence[int]]


class Sql(NamedTuple):
    """A piece of SQL and the values of its places."""

    text: str
    values: tuple[Any, ...] = ()


ALWAYS = Sql("1")
# As values: of a constant SQLite makes a shorter query, which may lack what an index needs.
_TRUE, _FALSE = Sql("?", (1,)), Sql("?", (0,))


def condition(node: Node, likenesses: Likenesses) -> Sql:
    """Return the condition of a node. likenesses: the ids of the photos of each Like in it."""
    if isinstance(node, nodes.And | nodes.Or):
        parts = [condition(part, likenesses) for part in node.parts]
        if isinstance(node, nodes.And):
            return _balanced(parts, "and") if parts else _TRUE
        return _balanced(parts, "or") if parts else _FALSE
    if isinstance(node, nodes.Not):
        inner = condition(node.part, likenesses)
        return Sql(f"(not {inner.text})", inner.values)
    if isinstance(node, nodes.Like):
        return Sql(f"(photos.id in {_AMONG})", (ids(likenesses.get(node, ())),))
    return _CONDITIONS[type(node)](node)


def _balanced(parts: Sequence[Sql], word: str) -> Sql:
    """Join parts as a tree that is as flat as can be: SQLite takes 1,000 levels at most."""
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    left, right = _balanced(parts[:middle], word), _balanced(parts[middle:], word)
    return Sql(f"({left.text} {word} {right.text})", left.values + right.values)


def ids(numbers: Sequence[int]) -> str:
    """Return ids as a value for json_each."""
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


def _shows(node: nodes.Shows) -> Sql:
    who = _one_of_them_here(node.people)
    sure = " and confirmed = 1" if node.confirmed else ""
    return Sql(
        f"exists (select 1 from appearances where photo_id = photos.id and {who.text}{sure})",
        who.values,
    )


def _only(node: nodes.Only) -> Sql:
    all_of_them = ids([person for people in node.people for person in people])
    parts = [_shows(nodes.Shows(people)) for people in node.people]
    parts.append(
        Sql(
            f"""not exists (select 1 from appearances where photo_id = photos.id
                and person_id not in {_AMONG})""",
            (all_of_them,),
        )
    )
    if not node.named:
        parts.append(
            Sql(
                f"""not exists (select 1 from faces where faces.photo_id = photos.id
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


def _count(node: nodes.Count) -> Sql:
    # With "+" it is only looked at here: where an index is used for it, search_plans says so.
    return between(f"+{COUNT_COLUMNS[node.of]}", node.least, node.most)


COUNT_COLUMNS = {
    "people": "photos.people_count",
    "faces": "photos.face_count",
    "unnamed": "photos.unnamed_count",
}


def _dates(node: nodes.Dates) -> Sql:
    return Sql("(photos.taken_at >= ? and photos.taken_at < ?)", (node.start, node.end))


def _age(node: nodes.Age) -> Sql:
    who = _one_of_them_here(node.people)
    until, values = "", [f"+{min(node.least, 10 * OLDEST)} years"]
    if node.most is not None and node.most < OLDEST:
        until = f"and photos.taken_at < {_BORN}"
        values.append(f"+{node.most + 1} years")
    return Sql(
        f"""exists (select 1 from appearances join people on people.id = person_id
            where photo_id = photos.id and {who.text} and birth_date is not null
                and photos.taken_at >= {_BORN} {until})""",
        (*who.values, *values),
    )


def age_bounds(node: nodes.Age, column: str) -> Iterator[Sql]:
    """Give the conditions on a date that follow from the ages: an index can use them."""
    who = someone(node.people, "id")
    known = f"from people where {who.text} and birth_date is not null)"
    least = f"+{min(node.least, 10 * OLDEST)} years"
    yield Sql(f"{column} >= (select min({_BORN}) {known}", (least, *who.values))
    if node.most is not None and node.most < OLDEST:
        most = f"+{node.most + 1} years"
        yield Sql(f"{column} < (select max({_BORN}) {known}", (most, *who.values))


def directories(node: nodes.Folder) -> Sql:
    """Return SQL for the ids of the directories that are meant."""
    path = "replace(folded, '\\', '/') || '/'"
    text = node.text.replace("\\", "/")
    if "/" not in text.rstrip("/"):
        return Sql("(select id from directories where instr(folded, ?) > 0)", (text.rstrip("/"),))
    if text.startswith("/") or text[1:2] == ":":
        return Sql(
            f"(select id from directories where instr({path}, ?) = 1)", (f"{text.rstrip('/')}/",)
        )
    return Sql(
        f"(select id from directories where instr({path}, ?) > 0)", (f"/{text.strip('/')}/",)
    )


def _folder(node: nodes.Folder) -> Sql:
    below = directories(node)
    return Sql(
        f"""exists (select 1 from files where files.photo_id = photos.id
            and directory_id in {below.text})""",
        below.values,
    )


def _file_name(node: nodes.FileName) -> Sql:
    return Sql(
        """exists (select 1 from files join file_names on file_names.rowid = files.id
            where files.photo_id = photos.id and instr(file_names.name, ?) > 0)""",
        (node.text,),
    )


def cameras(node: nodes.Camera) -> Sql:
    """Return SQL for the names of the cameras that are meant."""
    return Sql(_CAMERAS, (node.text,))


def _camera(node: nodes.Camera) -> Sql:
    return Sql(f"coalesce(photos.camera in {_CAMERAS}, 0)", (node.text,))


def _type(node: nodes.Type) -> Sql:
    return Sql(f"photos.format in ({', '.join('?' * len(node.formats))})", node.formats)


def near(node: nodes.Near) -> Sql:
    """Return the condition that a photo was taken near a place; its latitude is looked up first."""
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
            and photos.latitude between ? and ? {narrow}
            and kilometres(?, ?, photos.latitude, photos.longitude) <= ?)""",
        (south, north, *across, node.latitude, node.longitude, node.kilometres),
    )


def _favourite(node: nodes.Favourite) -> Sql:
    return Sql(f"photos.favourite = {int(node.wanted)}")


def _rating(node: nodes.Rating) -> Sql:
    return between("coalesce(photos.rating, 0)", node.least, node.most)


def within(taken_at: str, seconds: int, column: str = "taken_at") -> Sql:
    """Return the condition that two times are so many seconds apart at most."""
    moment = _MOMENT.format(taken_at=taken_at)
    return Sql(
        f"({column} >= {moment} and {column} <= {moment} || 'z')",  # "z" is after a fraction
        (f"-{seconds} seconds", f"+{seconds} seconds"),
    )


def _together(node: nodes.Together) -> Sql:
    """Each entry is seen about then; one of them in this very photo."""
    about_then = within("photos.taken_at", node.seconds)
    parts = [_balanced([_shows(nodes.Shows(people)) for people in node.people], "or")]
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


_CONDITIONS: dict[type, Callable[[Any], Sql]] = {
    nodes.Shows: _shows,
    nodes.Only: _only,
    nodes.Count: _count,
    nodes.Dates: _dates,
    nodes.Age: _age,
    nodes.Folder: _folder,
    nodes.FileName: _file_name,
    nodes.Camera: _camera,
    nodes.Type: _type,
    nodes.Near: near,
    nodes.Favourite: _favourite,
    nodes.Rating: _rating,
    nodes.Together: _together,
}
