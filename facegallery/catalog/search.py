"""Find photos by a query: pages of them, how many, and who and when they are of."""

from dataclasses import dataclass

from facegallery.catalog import people, photos, search_plans
from facegallery.catalog.library import Catalog
from facegallery.catalog.name_tables import date_key, second_after
from facegallery.catalog.photos import PHOTO_COLUMNS
from facegallery.catalog.search_arms import Arm
from facegallery.catalog.search_conditions import Sql, condition, ids
from facegallery.catalog.search_facts import NOT_SHOWN, Facts, Likenesses
from facegallery.domain.photo import Photo
from facegallery.domain.query import nodes
from facegallery.domain.query.nodes import Node
from facegallery.domain.query.parse import Query, parse
from facegallery.domain.query.simplify import simplified

NO_LIKENESSES: Likenesses = {}
NO_MORE = Sql("")
# With "+" SQLite makes no filter of all photos in the library, to ask it before each of a few.
SHOWN = "+photos.in_library = 1 and +photos.hidden = 0"


def query(db: Catalog, text: str) -> Query:
    """Read a query with the names of this library."""
    return parse(text, people.searched_names(db))


class _Select:
    """The statements for the photos of a query: from the arms of its plan, merged.

    whole: all of them are wanted, not a page.
    """

    def __init__(
        self, db: Catalog, node: Node, likenesses: Likenesses, *, whole: bool = False
    ) -> None:
        self._db = db
        self._facts = Facts(db, likenesses)
        self._arms = search_plans.choose(db, simplified(node), self._facts, whole=whole)

    def page(self, after: Photo | None = None, limit: int = -1) -> list[tuple[str, int]]:
        """Return the dates and ids of photos, newest first; after: the last of the page before."""
        key = next((arm.key for arm in self._arms if arm.key), None)
        if key is None:
            sql = self.found(after)
            text = f"{sql.text} order by found_at desc, found desc limit ?"
            return self._db.execute(text, (*sql.values, limit)).fetchall()
        keyed = NO_MORE
        if after is not None:
            keyed = Sql(f"and {key} < ?", (second_after(after.taken_at or ""),))
        sql = self.found(after, keyed)
        text = f"{sql.text} order by {key} desc limit ?"
        rows = self._db.execute(text, (*sql.values, limit)).fetchall()
        if rows and len(rows) == limit:  # the key tells the second only: take all of the last one
            last = min(rows)[0]
            values = (date_key(last), second_after(last))
            sql = self.found(after, Sql(f"and {key} >= ? and {key} < ?", values))
            rows = list({*rows, *self._db.execute(sql.text, sql.values)})
        return sorted(rows, reverse=True)[: limit if limit >= 0 else None]

    def found(self, after: Photo | None = None, more: Sql = NO_MORE) -> Sql:
        """Return the statement for dates and ids: found_at, found, each photo once."""
        arms = []
        for arm in self._arms:
            source, where = self._shown(arm)
            later = Sql("1")
            if after is not None:
                later = Sql(
                    f"({arm.row.taken_at}, {arm.row.photo_id}) < (?, ?)",
                    (after.taken_at, after.id),
                )
            once = "distinct " if arm.repeats and len(self._arms) == 1 else ""
            arms.append(
                Sql(
                    f"""select {once}{arm.row.taken_at} as found_at, {arm.row.photo_id} as found
                    from {source} where {where.text} and {later.text} {more.text}""",
                    where.values + later.values + more.values,
                )
            )
        if not arms:
            return Sql("select null as found_at, null as found where 0")
        values = tuple(value for arm in arms for value in arm.values)
        return Sql(" union ".join(arm.text for arm in arms), values)

    def count(self) -> int:
        """Return how many photos there are."""
        sql = self.found()
        text = f"select count(*) from ({sql.text})"
        return int(self._db.execute(text, sql.values).fetchone()[0])

    def _shown(self, arm: Arm) -> tuple[str, Sql]:
        """Return what stands after "from" for an arm, and the conditions on a photo shown."""
        parts = [arm.where, *(condition(check, self._facts, arm.row) for check in arm.checks)]
        text = " and ".join(part.text for part in parts)
        values = tuple(value for part in parts for value in part.values)
        if not arm.joined:
            return arm.source, Sql(f"{text} and {SHOWN}", values)
        told = "photos." not in f"{text} {arm.row.taken_at}"  # the index alone tells it all
        if told and self._facts.few_not_shown:
            return arm.source, Sql(f"{text} and {arm.row.photo_id} not in ({NOT_SHOWN})", values)
        source = f"{arm.source} cross join photos on photos.id = {arm.row.photo_id}"
        return source, Sql(f"{text} and {SHOWN}", values)


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
    found = _Select(db, wanted.node, likenesses).page(after, limit)
    rows = db.query(
        f"""select {PHOTO_COLUMNS} from json_each(?) as wanted
        cross join photos on photos.id = wanted.value order by wanted.key""",
        (ids([photo_id for _taken_at, photo_id in found]),),
    )
    return [photos.photo(row) for row in rows]


def photo_ids(
    db: Catalog, wanted: Query, likenesses: Likenesses = NO_LIKENESSES, limit: int = -1
) -> list[int]:
    """Return the ids of all photos that a query asks for, newest first."""
    found = _Select(db, wanted.node, likenesses, whole=limit < 0).page(limit=limit)
    return [photo_id for _taken_at, photo_id in found]


@dataclass(frozen=True, slots=True)
class Found:
    """How many photos a query finds; suggested: those that rest on a suggestion."""

    photos: int
    suggested: int


def count(db: Catalog, wanted: Query, likenesses: Likenesses = NO_LIKENESSES) -> Found:
    """Return how many photos a query finds."""
    total = _Select(db, wanted.node, likenesses, whole=True).count()
    sure = _confirmed(wanted.node)
    if sure == wanted.node:
        return Found(total, 0)
    return Found(total, max(0, total - _Select(db, sure, likenesses, whole=True).count()))


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
    found = _Select(db, wanted.node, likenesses, whole=True).found()
    months = db.execute(
        f"""select substr(found_at, 1, 7) as month, count(*) from ({found.text})
        group by month order by month""",
        found.values,
    ).fetchall()
    return Refinement(tuple(months), _who(db, found, most_people))


def _who(db: Catalog, found: Sql, most: int) -> tuple[tuple[int, int], ...]:
    """Return who is in photos found, and in how many, most first.

    Counted here: of a hundred thousand photos that takes half the time of SQL's "group by".
    """
    import numpy as np  # the window starts without

    everybody = db.execute(
        f"""select group_concat(person_id) from ({found.text})
        cross join appearances on appearances.photo_id = found""",
        found.values,
    ).fetchone()[0]
    photos_of = np.bincount(np.fromstring(everybody or "", np.int64, sep=","))
    hidden = {row[0] for row in db.execute("select id from people where hidden = 1")}
    seen = np.flatnonzero(photos_of)
    pairs = zip(seen.tolist(), photos_of[seen].tolist(), strict=True)
    often = sorted((-count, person) for person, count in pairs if person not in hidden)
    return tuple((person, -count) for count, person in often[:most])
