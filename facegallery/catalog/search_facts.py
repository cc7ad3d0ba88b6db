"""What the words of a query mean in this library, looked up once for each query.

Which directories and cameras have a text in their names: some thousand to look through, so the
ids are what the SQL then compares.
"""

import json
from collections.abc import Mapping, Sequence

from facegallery.catalog.library import Catalog
from facegallery.domain.query import nodes
from facegallery.domain.query.simplify import LAST

Likenesses = Mapping[nodes.Like, Sequence[int]]
COUNT_COLUMNS: Mapping[str, str] = {
    "people": "people_count",
    "faces": "face_count",
    "unnamed": "unnamed_count",
}
OLDEST = 1_000  # years; nobody is older, and SQLite knows no year after 9999
BORN = "date(substr(birth_date || '-01-01', 1, 10), ?)"
MOST_SPANNED = 3_000  # directories or people: of more, the first and last date take too long
# A part of the years between the library's first and last: photos from more say little by when.
_WIDE = 0.6
# So many of many are looked at first: where these are from most of the years, so are all.
_SAMPLED = 64
MOST_LISTED = 2_000  # photos
NOT_SHOWN = "select id from photos where in_library = 0 or hidden = 1"
_PATH = "replace(folded, '\\', '/') || '/'"
_CAMERAS = """with recursive each (camera) as (select min(camera) from photos union all
        select (select min(camera) from photos where camera > each.camera) from each
            where each.camera is not null)
    select camera, fold(camera) from each where camera is not null"""
_FORMATS = """with recursive each (format) as (select min(format) from photos union all
        select (select min(format) from photos where format > each.format) from each
            where each.format is not null)
    select format from each where format is not null"""


class Facts:
    """Answers for one query; each is asked of the catalog when it is first needed.

    likenesses: for each Like of the query the ids of the photos that resemble it.
    """

    def __init__(self, db: Catalog, likenesses: Likenesses) -> None:
        self._db = db
        self._likenesses = likenesses
        self._directories: dict[str, tuple[int, ...]] = {}
        self._cameras: list[tuple[str, str]] | None = None
        self._few_not_shown: bool | None = None
        self._most: dict[str, int] = {}
        self._spans: dict[tuple[str, tuple[int, ...]], tuple[str, str]] = {}

    @property
    def few_not_shown(self) -> bool:
        """Tell whether so few photos are hidden or removed that a list of them is made at once."""
        if self._few_not_shown is None:
            sql = f"select count(*) from ({NOT_SHOWN} limit ?)"
            (number,) = self._db.execute(sql, (MOST_LISTED + 1,)).fetchone()
            self._few_not_shown = number <= MOST_LISTED
        return self._few_not_shown

    def like(self, node: nodes.Like) -> Sequence[int]:
        """Return the ids of the photos that resemble what is looked for."""
        return self._likenesses.get(node, ())

    def directories(self, node: nodes.Folder) -> tuple[int, ...]:
        """Return the ids of the directories that are meant."""
        if node.text not in self._directories:
            where, value = _directories_of(node.text)
            found = self._db.execute(f"select id from directories where {where}", (value,))
            self._directories[node.text] = tuple(row[0] for row in found)
        return self._directories[node.text]

    def other_directories(self, node: nodes.Folder) -> tuple[int, ...]:
        """Return the ids of all other directories."""
        meant = set(self.directories(node))
        rows = self._db.execute("select id from directories")
        return tuple(row[0] for row in rows if row[0] not in meant)

    def span(self, node: nodes.Folder | nodes.Shows) -> tuple[str, str]:
        """Return the dates of the oldest and the newest photo of a part."""
        if isinstance(node, nodes.Folder):
            table, column, values = "files", "directory_id", self.directories(node)
        else:
            table, column, values = "appearances", "person_id", node.people
        if len(values) > MOST_SPANNED:
            return "", LAST
        if (table, values) not in self._spans:
            some = values[:: len(values) // _SAMPLED + 1]
            found = self._dates_of(table, column, some)
            if len(some) < len(values):
                wide = self._is_wide(*found)
                found = ("", LAST) if wide else self._dates_of(table, column, values)
            self._spans[table, values] = found
        return self._spans[table, values]

    def _dates_of(self, table: str, column: str, values: tuple[int, ...]) -> tuple[str, str]:
        oldest, newest = (
            f"(select {first}(taken_at) from {table} where {column} = value)"
            for first in ("min", "max")
        )
        found = self._db.execute(
            f"select min({oldest}), max({newest}) from json_each(?)", (json.dumps(values),)
        ).fetchone()
        return (LAST, "") if found[1] is None else found

    def _is_wide(self, oldest: str, newest: str) -> bool:
        """Tell whether dates span most of the library's: then they leave little out."""
        first, last = self._db.execute(
            "select (select min(taken_at) from photos), (select max(taken_at) from photos)"
        ).fetchone()
        years = (
            int(date[:4]) if date[:4].isdecimal() else 0 for date in (first, oldest, newest, last)
        )
        first_year, from_year, to_year, last_year = years
        return to_year - from_year >= _WIDE * (last_year - first_year) > 0

    def age_span(self, node: nodes.Age) -> tuple[str, str]:
        """Return from when and before when somebody of the people has the age."""
        least, most = f"+{min(node.least, 10 * OLDEST)} years", LAST
        known = """from json_each(?) as wanted join people on people.id = wanted.value
            where birth_date is not null"""
        wanted = json.dumps(node.people)
        first = self._db.execute(f"select min({BORN}) {known}", (least, wanted)).fetchone()[0]
        if first is None:
            return LAST, ""
        if node.most is not None and node.most < OLDEST:
            values = (f"+{node.most + 1} years", wanted)
            most = self._db.execute(f"select max({BORN}) {known}", values).fetchone()[0] or LAST
        return first, most

    def cameras(self, node: nodes.Camera) -> tuple[str, ...]:
        """Return the names of the cameras that are meant."""
        if self._cameras is None:
            self._cameras = self._db.execute(_CAMERAS).fetchall()
        return tuple(name for name, folded in self._cameras if node.text in folded)

    def other_formats(self, formats: tuple[str, ...]) -> tuple[str, ...]:
        """Return the formats of the library's photos but these."""
        return tuple(row[0] for row in self._db.execute(_FORMATS) if row[0] not in formats)

    def most(self, of: nodes.Counted) -> int:
        """Return the highest of these counts that a photo has."""
        if of not in self._most:
            column = COUNT_COLUMNS[of]
            (most,) = self._db.execute(f"select coalesce(max({column}), 0) from photos").fetchone()
            self._most[of] = most
        return self._most[of]


def _directories_of(text: str) -> tuple[str, str]:
    """Return the condition on a directory that a text stands for, and its value."""
    text = text.replace("\\", "/")
    if "/" not in text.rstrip("/"):
        return "instr(folded, ?) > 0", text.rstrip("/")
    if text.startswith("/") or text[1:2] == ":":
        return f"instr({_PATH}, ?) = 1", f"{text.rstrip('/')}/"
    return f"instr({_PATH}, ?) > 0", f"/{text.strip('/')}/"
