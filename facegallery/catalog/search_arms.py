"""The arms of a plan: what each follows, within which dates, and in which order it checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from facegallery.catalog.name_tables import date_key, second_after
from facegallery.catalog.search_conditions import ALWAYS, PHOTO, Row, Sql, someone, within
from facegallery.catalog.search_facts import Facts
from facegallery.domain.query import nodes
from facegallery.domain.query.nodes import Node
from facegallery.domain.query.simplify import LAST

GATHERED = Row("driver.photo_id", "+photos.taken_at")  # "+": no index, they are chosen already
DRIVER = Row("driver.photo_id", "driver.taken_at")
# Rows of other tables that a check of a photo looks up, about.
_LOOKUPS: dict[type, int] = {
    nodes.Shows: 1,
    nodes.Age: 2,
    nodes.Folder: 2,
    nodes.FileName: 3,
    nodes.Only: 4,
    nodes.Together: 9,
}


@dataclass(frozen=True, slots=True)
class Arm:
    """A way to some of the photos. source: what stands after "from", and what must hold of it.

    row: its columns of the photo and the date. joined: the row of photos is looked up for each.
    repeats: a photo may come twice. key: the column to sort by instead of row's, which tells the
    second only. checks: what is still to be asked of each photo.
    """

    source: str
    where: Sql = ALWAYS
    row: Row = PHOTO
    joined: bool = False
    repeats: bool = False
    key: str | None = None
    checks: tuple[Node, ...] = ()


def effort(check: Node) -> int:
    """Return how much a check of one photo takes: what costs least is asked first."""
    if isinstance(check, nodes.And | nodes.Or):
        return max(map(effort, check.parts), default=0)
    if isinstance(check, nodes.Not):
        return effort(check.part)
    return _LOOKUPS.get(type(check), 0)


def bounded(arm: Arm, facts: Facts) -> Sql:
    """Return an arm's conditions with the dates that its checks leave.

    As one span: an index can use it, while of two conditions on a date it uses either.
    """
    least, below, last = "", LAST, LAST
    for part in (part for check in arm.checks for part in _parts(check)):
        if isinstance(part, nodes.Dates):
            least, below = max(least, part.start), min(below, part.end)
        if isinstance(part, nodes.Age):
            born = facts.age_span(part)
            least, below = max(least, born[0]), min(below, born[1])
        if isinstance(part, nodes.Folder | nodes.Shows) and arm.row is not GATHERED:
            oldest, newest = facts.span(part)
            least, last = max(least, oldest), min(last, newest)
    taken_at, parts = arm.row.taken_at, [arm.where]
    if least > "":
        parts.append(Sql(f"{taken_at} >= ?", (least,)))
    if last < below:
        parts.append(Sql(f"{taken_at} <= ?", (last,)))
    elif below < LAST:
        parts.append(Sql(f"{taken_at} < ?", (below,)))
    if arm.key and least > "":
        parts.append(Sql(f"{arm.key} >= ?", (date_key(least),)))
    if arm.key and min(last, below) < LAST:
        parts.append(Sql(f"{arm.key} < ?", (second_after(min(last, below)),)))
    return _joined(parts)


def _joined(parts: Sequence[Sql]) -> Sql:
    return Sql(" and ".join(part.text for part in parts), _values(parts))


def _values(parts: Sequence[Sql]) -> tuple[Any, ...]:
    return tuple(value for part in parts for value in part.values)


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, nodes.And) else (node,)


def gathered(photos: Sql) -> Arm:
    """Return the arm of photos that are found first and sorted then. photos: photo_id of each."""
    source = f"(select distinct photo_id from ({photos.text})) as driver"
    return Arm(source, Sql(ALWAYS.text, photos.values), GATHERED, joined=True)


def of_person(person: int, sure: str) -> Arm:
    """Return the arm of a person's photos. sure: what else must hold of the appearance."""
    where = Sql(f"driver.person_id = ?{sure}", (person,))
    return Arm("appearances as driver", where, DRIVER, joined=True)


def about_then(node: nodes.Together, first: nodes.People) -> Sql:
    """Return SQL for the photos of anybody's from about the time of one entry's."""
    everybody = someone(tuple(person for people in node.people for person in people), "a.person_id")
    who = someone(first, "r.person_id")
    about_then = within("r.taken_at", node.seconds, "a.taken_at")
    return Sql(
        f"""select a.photo_id from appearances as r cross join appearances as a
            where {who.text} and {everybody.text} and {about_then.text}""",
        who.values + everybody.values + about_then.values,
    )
