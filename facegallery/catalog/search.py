"""Find photos by a query: pages of them, how many, and who and when they are of."""

from dataclasses import dataclass

from facegallery.catalog import people, photos, search_plans
from facegallery.catalog.library import Catalog
from facegallery.catalog.photos import IN_LIBRARY, PHOTO_COLUMNS
from facegallery.catalog.search_conditions import Likenesses, Sql, condition
from facegallery.catalog.search_plans import Plan
from facegallery.domain.photo import Photo
from facegallery.domain.query import nodes
from facegallery.domain.query.nodes import Node
from facegallery.domain.query.parse import Query, parse

NO_LIKENESSES: Likenesses = {}


def query(db: Catalog, text: str) -> Query:
    """Read a query with the names of this library."""
    return parse(text, people.searched_names(db))


@dataclass(frozen=True, slots=True)
class _Select:
    """The statement for the photos of a query: what stands after "from", and the conditions."""

    plan: Plan
    where: Sql

    def sql(self, columns: str, ending: str = "", after: Photo | None = None) -> Sql:
        """Return the whole statement; columns and ending are parts of it."""
        later, values = "", self.plan.where.values + self.where.values
        if after is not None:
            later = f"and ({self.plan.taken_at}, {self.plan.photo_id}) < (?, ?)"
            values += (after.taken_at, after.id)
        text = f"""select {columns} from {self.plan.source}
            where {self.plan.where.text} and {self.where.text} and {IN_LIBRARY} {later} {ending}"""
        return Sql(text, values)

    @property
    def newest_first(self) -> str:
        """The words that sort by date."""
        return f"order by {self.plan.taken_at} desc, {self.plan.photo_id} desc"


def _select(db: Catalog, node: Node, likenesses: Likenesses) -> _Select:
    plan = search_plans.choose(db, node, likenesses)
    parts = [condition(node, likenesses)]
    parts += search_plans.date_bounds(node, plan.taken_at)
    parts += [Sql(f"{plan.taken_at} <= {newest.text}", newest.values) for newest in plan.newest]
    values = tuple(value for part in parts for value in part.values)
    return _Select(plan, Sql(" and ".join(part.text for part in parts), values))


def run(
    db: Catalog,
    wanted: Query,
    after: Photo | None = None,
    limit: int = -1,
    likenesses: Likenesses = NO_LIKENESSES,
) -> list[Photo]:
    """Return a page of the photos that a query asks for, newest first.

    after: the last photo of the page before. likenesses: for each Like in the query, the ids of
    the photos that resemble it; see jobs.likeness.
    """
    select = _select(db, wanted.node, likenesses)
    inner = select.sql("photos.id as found", f"{select.newest_first} limit ?", after)
    rows = db.query(
        f"""select {PHOTO_COLUMNS} from ({inner.text}) cross join photos on photos.id = found
        order by taken_at desc, photos.id desc""",
        (*inner.values, limit),
    )
    return [photos.photo(row) for row in rows]


def photo_ids(
    db: Catalog, wanted: Query, likenesses: Likenesses = NO_LIKENESSES, limit: int = -1
) -> list[int]:
    """Return the ids of all photos that a query asks for, newest first."""
    select = _select(db, wanted.node, likenesses)
    sql = select.sql("photos.id", f"{select.newest_first} limit ?")
    return [row[0] for row in db.execute(sql.text, (*sql.values, limit))]


@dataclass(frozen=True, slots=True)
class Found:
    """How many photos a query finds; suggested: those that rest on a suggestion."""

    photos: int
    suggested: int


def count(db: Catalog, wanted: Query, likenesses: Likenesses = NO_LIKENESSES) -> Found:
    """Return how many photos a query finds."""
    total = _count(db, wanted.node, likenesses)
    sure = _confirmed(wanted.node)
    if sure == wanted.node:
        return Found(total, 0)
    return Found(total, max(0, total - _count(db, sure, likenesses)))


def _count(db: Catalog, node: Node, likenesses: Likenesses) -> int:
    sql = _select(db, node, likenesses).sql("count(*)")
    return int(db.execute(sql.text, sql.values).fetchone()[0])


def _confirmed(node: Node) -> Node:
    """Return the query with only confirmed faces counting, where somebody is wanted."""
    if isinstance(node, nodes.And):
        return nodes.And(tuple(map(_confirmed, node.parts)))
    if isinstance(node, nodes.Or):
        return nodes.Or(tuple(map(_confirmed, node.parts)))
    if isinstance(node, nodes.Shows):
        return nodes.Shows(node.people, confirmed=True)
    return node


@dataclass(frozen=True, slots=True)
class Refinement:
    """What a result can be refined by. years: photos by year; months: by "2015-06".

    people: the ids of those who appear in it, with in how many of its photos; most first.
    """

    months: tuple[tuple[str, int], ...]
    people: tuple[tuple[int, int], ...]


def refinement(
    db: Catalog,
    wanted: Query,
    likenesses: Likenesses = NO_LIKENESSES,
    most_people: int = 12,
) -> Refinement:
    """Return the months of a result and the people who appear in it, with counts."""
    found = _select(db, wanted.node, likenesses).sql("photos.id, photos.taken_at")
    months = db.execute(
        f"""select substr(taken_at, 1, 7) as month, count(*) from ({found.text})
        group by month order by month""",
        found.values,
    ).fetchall()
    who = db.execute(
        f"""select person_id, count(*) as number from ({found.text}) as found
        cross join appearances on appearances.photo_id = found.id
        join people on people.id = person_id and people.hidden = 0
        group by person_id order by number desc, person_id limit ?""",
        (*found.values, most_people),
    ).fetchall()
    return Refinement(tuple(months), tuple(who))
