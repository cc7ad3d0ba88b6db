"""Where to begin with a query: the part of it that leaves the fewest photos to look at.

A way to begin has one or more arms, each of which gives photos newest first; what they give is
merged, so that the first page is found without the rest. An arm follows an index *in order*, or
is *gathered*: its photos are few, they are looked up and sorted. Where a query has no such part,
all photos are walked, newest first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from facegallery.catalog.library import Catalog
from facegallery.catalog.name_tables import BETWEEN, LEAST_TRIGRAM, pair_word
from facegallery.catalog.search_arms import (
    DRIVER,
    Arm,
    about_then,
    bounded,
    effort,
    gathered,
    of_person,
)
from facegallery.catalog.search_conditions import ALWAYS, Row, Sql, around, ids, near, someone
from facegallery.catalog.search_facts import COUNT_COLUMNS, Facts
from facegallery.domain.query import nodes
from facegallery.domain.query.nodes import Node

MOST_GATHERED = 5_000  # photos: to look up and sort more takes longer than to walk by date
MOST_OF_ALL = 100_000  # and than to look at all of them, a whole result being wanted
_ENOUGH = 20_000  # so many are not counted further
_FEW, _DENSE = 4, 60_000  # where so many arms give so many photos, a walk meets enough of them
MOST_ARMS = 40  # more indexes than that are slower to follow at once than all photos are to walk
_OF_A_NAME = 2  # rows that are looked up for each match of a name, where others have one
_ABOUT_THEN = 8  # photos of one time, as a guess
_MOST_STARS = 5


@dataclass(frozen=True, slots=True)
class _Way:
    """Arms that together give all photos of a part, and about how many photos they look at."""

    count: int
    arms: tuple[Arm, ...]


_WALK = Arm("photos indexed by photos_by_date")


def choose(db: Catalog, node: Node, facts: Facts, *, whole: bool) -> tuple[Arm, ...]:
    """Return the arms with which to begin a query; their photos fulfil it with their checks.

    whole: all photos are wanted; no walk ends early then, and many may be gathered.
    """
    way = _Planner(db, facts, MOST_OF_ALL if whole else MOST_GATHERED).way(node)
    arms = (replace(_WALK, checks=(node,)),) if way is None else way.arms
    return tuple(
        replace(arm, where=bounded(arm, facts), checks=tuple(sorted(arm.checks, key=effort)))
        for arm in arms
    )


class _Planner:
    """Finds ways for one query."""

    def __init__(self, db: Catalog, facts: Facts, most_gathered: int) -> None:
        self._db = db
        self._facts = facts
        self._most_gathered = most_gathered
        self._enough = max(_ENOUGH, most_gathered)
        self._leaves: dict[type, Callable[[Any], _Way | None]] = {
            nodes.Shows: self._shows,
            nodes.Only: self._only,
            nodes.Age: self._age,
            nodes.Together: self._together,
            nodes.Count: self._counted,
            nodes.Rating: self._rating,
            nodes.Favourite: self._favourite,
            nodes.Dates: self._dates,
            nodes.Camera: self._camera,
            nodes.Type: self._type,
            nodes.Not: self._without,
            nodes.Near: self._near,
            nodes.Folder: self._folder,
            nodes.Like: self._like,
        }

    def way(self, node: Node, *, alone: bool = True) -> _Way | None:
        """Return the best way to begin with a node; None: only a walk through all photos.

        alone: no other arms will be merged with these.
        """
        if isinstance(node, nodes.And):
            return self._best_of(node, alone=alone)
        if isinstance(node, nodes.Or):
            return self._any(node)
        if isinstance(node, nodes.FileName):
            return self._file_name(node, alone=alone)
        if isinstance(node, nodes.Not) and isinstance(node.part, nodes.FileName) and alone:
            return _names_without(node.part)
        leaf = self._leaves.get(type(node))
        return None if leaf is None else leaf(node)

    def _best_of(self, node: nodes.And, *, alone: bool) -> _Way | None:
        best: tuple[_Way, int] | None = None
        before = self._enough
        for place, part in enumerate(node.parts):
            way = self.way(part, alone=alone)
            if way is not None and (best is None or way.count < best[0].count):
                best = way, place
                self._enough = min(before, way.count)  # what is more is not counted
        self._enough = before
        if best is None:
            return None
        way, place = best
        others = node.parts[:place] + node.parts[place + 1 :]
        arms = tuple(replace(arm, checks=arm.checks + others) for arm in way.arms)
        return replace(way, arms=arms)

    def _any(self, node: nodes.Or) -> _Way | None:
        ways = []
        for part in node.parts:
            way = self.way(part, alone=len(node.parts) == 1)
            if way is None:
                return None
            ways.append(way)
            if sum(len(way.arms) for way in ways) > MOST_ARMS:
                return None
        return _merged(ways)

    # What each kind of node can begin with

    def _shows(self, node: nodes.Shows) -> _Way | None:
        who = someone(node.people)
        sure = " and confirmed = 1" if node.confirmed else ""
        photos = Sql(f"select photo_id from appearances where {who.text}{sure}", who.values)
        count = self._number(photos)
        if len(node.people) != 1 and count < min(self._enough, self._most_gathered + 1):
            return _Way(count, (gathered(photos),))
        if len(node.people) > MOST_ARMS:
            return None
        return _Way(count, tuple(of_person(person, sure) for person in node.people))

    def _only(self, node: nodes.Only) -> _Way | None:
        ways = [self._shows(nodes.Shows(people)) for people in node.people]
        best = min((way for way in ways if way), key=lambda way: way.count, default=None)
        return _with_check(best, node)

    def _age(self, node: nodes.Age) -> _Way | None:
        return _with_check(self._shows(nodes.Shows(node.people)), node)

    def _together(self, node: nodes.Together) -> _Way | None:
        """Begin with the photos of about the time of the rarest entry, or with everybody's."""
        ways = [self._shows(nodes.Shows(people)) for people in node.people]
        counts = [self._number(_appearances(people)) for people in node.people]
        fewest = min(counts)
        if fewest * _ABOUT_THEN <= self._most_gathered:
            photos = about_then(node, node.people[counts.index(fewest)])
            return _with_check(_Way(fewest * _ABOUT_THEN, (gathered(photos),)), node)
        known = [way for way in ways if way is not None]
        if len(known) < len(ways) or sum(len(way.arms) for way in known) > MOST_ARMS:
            return None
        return _with_check(_merged(known), node)

    def _counted(self, node: nodes.Count) -> _Way | None:
        column = f"photos.{COUNT_COLUMNS[node.of]}"
        if node.of == "unnamed":
            if node.least < 1:
                return None
            return _with_check(self._indexed("photos_to_name", Sql(f"{column} > 0")), node)
        most = self._facts.most(node.of)
        values = range(node.least, min(most, most if node.most is None else node.most) + 1)
        return self._each(f"photos_by_{node.of}", column, values)

    def _rating(self, node: nodes.Rating) -> _Way | None:
        if node.least < 1:
            return None
        most = _MOST_STARS if node.most is None else min(node.most, _MOST_STARS)
        return self._each("photos_by_rating", "photos.rating", range(node.least, most + 1))

    def _favourite(self, node: nodes.Favourite) -> _Way | None:
        if not node.wanted:
            return None
        return self._indexed("favourite_photos", Sql("photos.favourite = 1"))

    def _dates(self, node: nodes.Dates) -> _Way:
        where = Sql("photos.taken_at >= ? and photos.taken_at < ?", (node.start, node.end))
        way = self._indexed("photos_by_date", where)
        return _Way(way.count, (replace(_WALK, checks=(node,)),))

    def _camera(self, node: nodes.Camera) -> _Way | None:
        return self._each("photos_by_camera", "photos.camera", self._facts.cameras(node))

    def _type(self, node: nodes.Type) -> _Way | None:
        return self._each("photos_by_format", "photos.format", node.formats)

    def _without(self, node: nodes.Not) -> _Way | None:
        if isinstance(node.part, nodes.Type):
            return self._type(nodes.Type(self._facts.other_formats(node.part.formats)))
        if isinstance(node.part, nodes.Folder):  # a photo has a file: then in another directory
            return _with_check(self._files(self._facts.other_directories(node.part)), node)
        return None

    def _near(self, node: nodes.Near) -> _Way | None:
        """Look through the index of places, which tells nearly all that can be asked of a photo."""
        way = self._indexed("photos_by_place", around(node))
        arm = Arm("photos indexed by photos_by_place", near(node))
        return _Way(way.count, (arm,)) if way.count < _ENOUGH else None

    def _folder(self, node: nodes.Folder) -> _Way | None:
        return self._files(self._facts.directories(node))

    def _files(self, directories: Sequence[int]) -> _Way | None:
        if len(directories) <= MOST_ARMS:
            return _merged([self._in_directory(directory) for directory in directories])
        return self._gather(
            Sql(
                """select photo_id from files where photo_id is not null
                    and directory_id in (select value from json_each(?))""",
                (ids(directories),),
            )
        )

    def _in_directory(self, directory: int) -> _Way:
        where = Sql("driver.directory_id = ? and driver.photo_id is not null", (directory,))
        count = self._number(Sql(f"select 1 from files as driver where {where.text}", where.values))
        return _Way(count, (Arm("files as driver", where, DRIVER, joined=True, repeats=True),))

    def _like(self, node: nodes.Like) -> _Way | None:
        found = ids(self._facts.like(node))
        return self._gather(Sql("select value as photo_id from json_each(?)", (found,)))

    def _file_name(self, node: nodes.FileName, *, alone: bool) -> _Way | None:
        if BETWEEN in node.text:
            return _Way(0, ())
        index, wanted = "file_names", '"' + node.text.replace('"', '""') + '"'
        if len(node.text) < LEAST_TRIGRAM:
            index, wanted = "name_pairs", pair_word(node.text)
        source = f"{index} as driver cross join photo_names as named on date_key = driver.rowid"
        where = Sql(f"driver.{index} match ?", (wanted,))
        if not alone:
            photos = Sql(f"select photo_id from {source} where {where.text}", where.values)
            return self._gather(photos)
        row = Row("named.photo_id", "photos.taken_at")
        arm = Arm(source, where, row, joined=True, key="driver.rowid")
        matches = Sql(f"select 1 from {index} as driver where {where.text}", where.values)
        return _Way(_OF_A_NAME * self._number(matches), (arm,))

    # How an index is followed

    def _number(self, photos: Sql, enough: int | None = None) -> int:
        """Return how many rows a statement has, no more than enough."""
        most = self._enough if enough is None else min(enough, self._enough)
        sql = f"select count(*) from (select 1 from ({photos.text}) limit ?)"
        return int(self._db.execute(sql, (*photos.values, most)).fetchone()[0])

    def _gather(self, photos: Sql) -> _Way | None:
        count = self._number(photos, self._most_gathered + 1)
        few = count < min(self._enough, self._most_gathered + 1)
        return _Way(count, (gathered(photos),)) if few else None

    def _indexed(self, index: str, where: Sql, most: int = _ENOUGH) -> _Way:
        source = f"photos indexed by {index}"
        photos = Sql(f"select 1 from {source} where {where.text}", where.values)
        count = self._number(photos, most) if most > 0 else 0
        return _Way(count, (Arm(source, where),))

    def _each(self, index: str, column: str, values: Sequence[Any]) -> _Way | None:
        """Follow an index that is in the order of dates for each value of its first column."""
        if len(values) > MOST_ARMS:
            return None
        ways: list[_Way] = []
        left = _DENSE if self._enough == _ENOUGH else self._enough  # what is more is not counted
        for one in values:
            ways.append(self._indexed(index, Sql(f"{column} = ?", (one,)), left))
            left -= ways[-1].count
        way = _merged(ways)
        return way if len(way.arms) < _FEW or way.count < _DENSE else None


def _merged(ways: Sequence[_Way]) -> _Way:
    return _Way(sum(way.count for way in ways), tuple(arm for way in ways for arm in way.arms))


def _with_check(way: _Way | None, node: Node) -> _Way | None:
    if way is None:
        return None
    return replace(way, arms=tuple(replace(arm, checks=(*arm.checks, node)) for arm in way.arms))


def _names_without(node: nodes.FileName) -> _Way:
    """Walk through all names, which is quicker than through all photos."""
    row = Row("driver.photo_id", "photos.taken_at")
    where = Sql("instr(driver.names, ?) = 0", (node.text,))
    if BETWEEN in node.text:
        where = ALWAYS
    arm = Arm("photo_names as driver", where, row, joined=True, key="driver.date_key")
    return _Way(_ENOUGH, (arm,))


def _appearances(people: nodes.People) -> Sql:
    who = someone(people)
    return Sql(f"select 1 from appearances where {who.text}", who.values)
