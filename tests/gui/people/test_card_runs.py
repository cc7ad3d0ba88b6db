"""The arithmetic of the grid: every entry has its place, and every place its entry."""

import pytest
from PySide6.QtCore import QRect

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people import card_layout
from facegallery.ui.people.card_model import Entries, Entry, Kind, Wanted
from facegallery.ui.people.card_runs import card_runs
from facegallery.ui.people.pending import Pending


def made(people, groups):
    """Entries of so many people and groups, with the heading and the lone faces."""
    cards = [PersonOrGroup("person", n, "A", 1, 1, hidden=False) for n in range(1, people + 1)]
    found = [Entry(Kind.CARD, card.id, card) for card in cards]
    found.append(Entry(Kind.HEADING, "heading"))
    cards = [PersonOrGroup("group", n, None, 1, 1, hidden=False) for n in range(1, groups + 1)]
    found += [Entry(Kind.CARD, card.id, card) for card in cards]
    return [*found, Entry(Kind.LONE, "lone")]


@pytest.mark.parametrize("width", [100, 400, 1000])
@pytest.mark.parametrize(("people", "groups"), [(0, 1), (1, 7), (12, 5), (7, 40)])
def test_the_middle_of_each_place_is_that_entry_and_places_do_not_overlap(width, people, groups):
    entries = made(people, groups)
    runs = card_runs(entries, width)
    places = [runs.place(row) for row in range(len(entries))]
    for row, place in enumerate(places):
        assert runs.at(place.center().x(), place.center().y()) == row
        assert place.height() == card_layout.height(entries[row])
        assert not any(place.intersects(other) for other in places[:row])
        assert place.bottom() < runs.height and place.right() < max(width, place.width())


def test_an_area_touches_just_what_intersects_it():
    entries = made(7, 40)
    runs = card_runs(entries, 800)
    for area in (QRect(10, 150, 300, 700), QRect(0, 0, 1, 1), QRect(390, 900, 5, 5)):
        wanted = [row for row in range(len(entries)) if runs.place(row).intersects(area)]
        assert runs.touched(area) == wanted


def test_nothing_lies_outside():
    runs = card_runs(made(3, 3), 800)
    assert runs.at(5, -1) is None and runs.at(5, runs.height) is None
    assert runs.at(-1, 5) is None and runs.at(790, 5) is None
    assert card_runs([], 800).at(1, 1) is None


def test_all_people_get_room_for_two_lines_where_one_name_needs_them():
    def listed(*names):
        cards = [PersonOrGroup("person", n, name, 1, 1, hidden=False) for n, name in names]
        return Entries().of(cards, [], Wanted(), Pending(), {})

    short = listed((1, "Ada"), (2, "Grace"))
    long = listed((1, "Ada"), (2, "Rear Admiral Grace Brewster Hopper"))
    assert {card_layout.height(entry) for entry in short} == {card_layout.PERSON_HEIGHT}
    assert {card_layout.height(entry) for entry in long} == {
        card_layout.PERSON_HEIGHT + card_layout.LINE_HEIGHT
    }
