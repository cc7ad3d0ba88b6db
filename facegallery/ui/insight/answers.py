"""The answers of the insight page as rows; asked in a thread, never on the window's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QLocale

from facegallery.catalog import insight, photos, search
from facegallery.catalog.library import Catalog
from facegallery.domain.insight import Alike, PersonYears
from facegallery.domain.person import PersonOrGroup
from facegallery.domain.photo import Photo
from facegallery.ui.insight.graph_layout import layout
from facegallery.ui.photos.dates import long_date
from facegallery.ui.search.query_text import name_in_query
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.entries import Entry

Cards = dict[int, PersonOrGroup]  # by person id
GRAPH_PEOPLE = 24
_NOBODY_NAMED = "people: 0 faces: >=1"
_TO_NAME = "unnamed: yes people: >=1"


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Who is seen with whom. pairs: two places in people, and photos. places: see layout."""

    people: list[PersonOrGroup]
    pairs: list[tuple[int, int, int]]
    places: NDArray[np.float64]


def together(cards: Cards, shown: Graph | None, db: Catalog) -> Graph:
    """Return who is seen with whom, and where they stand in the graph.

    shown: returned where nothing has changed: laying it out takes 0.1 s, and a scan asks often.
    """
    found = insight.seen_together(db, GRAPH_PEOPLE, least=1)
    seen = {person for pair in found for person in (pair.first, pair.second)}
    often = sorted((cards[number] for number in seen if number in cards), key=_most_photos)
    people = often[:GRAPH_PEOPLE]
    number = {card.number: place for place, card in enumerate(people)}
    pairs = [
        (number[pair.first], number[pair.second], pair.photos)
        for pair in found
        if pair.first in number and pair.second in number
    ]
    if shown is not None and (people, pairs) == (shown.people, shown.pairs):
        return shown
    return Graph(people, pairs, layout(len(people), pairs))


def _most_photos(card: PersonOrGroup) -> tuple[int, int]:
    return -card.photos, card.number


def years(db: Catalog) -> list[PersonYears]:
    """Return everybody's years."""
    return insight.years_of_people(db)


def not_seen(people: Sequence[PersonYears], cards: Cards) -> list[Entry]:
    """Return rows of those not seen for long."""
    names = [(card.number, card.name or "") for card in cards.values()]
    return [
        Entry(
            person.person_id,
            card.name or "",
            _tr("last seen {0}").format(long_date(person.last, QLocale())),
            counts.photos(person.photos),
            name_in_query(card.name or "", names),
            cards=(card,),
        )
        for person in insight.not_seen_for_long(people, date.today())
        if (card := cards.get(person.person_id)) is not None
    ]


def this_day(db: Catalog) -> list[Entry]:
    """Return a row for each earlier year with photos of this day."""
    today = date.today()
    found = []
    for year, number in insight.this_day(db, today):
        query = f"date: {year:04d}-{today:%m-%d}"
        shown = search.run(db, search.query(db, query), limit=4)
        ago = today.year - year
        words = _tr("one year ago") if ago == 1 else _tr("{0} years ago").format(ago)
        title = long_date(f"{year:04d}-{today:%m-%d}", QLocale())
        found.append(Entry(year, title, words, counts.photos(number), query, tuple(shown)))
    return found


def events(db: Catalog, cards: Cards) -> list[Entry]:
    """Return a row for each event, the newest first."""
    found = []
    for event in insight.events(db):
        who = [cards[person] for person in event.people if person in cards]
        cover = photos.by_id(db, event.cover)
        first, last = (long_date(at, QLocale()) for at in (event.start, event.end))
        found.append(
            Entry(
                (event.start, event.end),
                first if first == last else f"{first} – {last}",  # noqa: RUF001
                ", ".join(card.name or "" for card in who),
                counts.photos(event.photos),
                event.query,
                (cover,) if cover is not None else (),
                tuple(who),
            )
        )
    return found


def alike_rows(db: Catalog, found: Sequence[Alike]) -> list[Entry]:
    """Return a row for each group of photos that look the same, the best one first."""
    rows = []
    for group in found:
        shown = photos.by_ids(db, group.photo_ids)
        if len(shown) < 2:  # hidden or removed meanwhile
            continue
        start, end = group.start[:19], group.end[:19]
        rows.append(
            Entry(
                group.photo_ids,
                long_date(group.start, QLocale()),
                "",
                counts.photos(len(shown)),
                f"date: {start}..{end}",
                tuple(shown),
                marks=_marks(shown, group.eyes_closed),
            )
        )
    return rows


def _marks(shown: Sequence[Photo], eyes_closed: frozenset[int]) -> tuple[str, ...]:
    closed = _tr("Eyes closed")
    others = (closed if photo.id in eyes_closed else "" for photo in shown[1:])
    return _tr("Best"), *others


def to_name(db: Catalog) -> list[Entry]:
    """Return rows for the photos whose people have no names, where there are some."""
    found = []
    for query, title in (
        (_NOBODY_NAMED, _tr("Photos nobody is named in")),
        (_TO_NAME, _tr("Photos with somebody named and somebody not")),
        ("faces: 0", _tr("Photos without a face")),
    ):
        read = search.query(db, query)
        number = search.count(db, read).photos
        if number:
            shown = search.run(db, read, limit=4)
            found.append(Entry(query, title, query, counts.photos(number), query, tuple(shown)))
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("insight", text)
