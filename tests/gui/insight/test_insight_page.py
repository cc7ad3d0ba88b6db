from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from facegallery.actions.perform import perform
from facegallery.actions.photos import BeThere
from facegallery.ui.insight import answers, insight_page
from facegallery.ui.insight.graph_layout import boxes_apart, layout
from facegallery.ui.insight.insight_page import InsightPage
from facegallery.ui.people.cards import Cards

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(session, pictures, qtbot, shown):
    page = shown(InsightPage(session, pictures), (1000, 700))
    qtbot.waitUntil(lambda: Cards.of(session).ready and len(page.graph.people) == 3)
    return page


def search_after(qtbot, page, widget, place):
    with qtbot.waitSignal(page.search_asked) as asked:
        qtbot.mouseClick(widget, LEFT, pos=place)
    return asked.args[0]


def test_a_face_and_a_line_of_the_graph_lead_to_searches(page, qtbot):
    assert page.graph.people[0].name == "Ada Lovelace"
    pairs = {
        tuple(page.graph.people[number].name for number in pair[:2]): pair[2]
        for pair in page.graph.pairs
    }
    assert pairs == {("Ada Lovelace", "Grace Hopper"): 2, ("Ada Lovelace", "Alan Turing"): 1}
    face = page.graph.place(0).toPoint()
    assert search_after(qtbot, page, page.graph, face) == "Ada Lovelace"
    first, second, _photos = page.graph.pairs[0]
    middle = ((page.graph.place(first) + page.graph.place(second)) / 2).toPoint()
    assert search_after(qtbot, page, page.graph, middle) == "Ada Lovelace Grace Hopper"


def test_the_graph_is_laid_out_again_only_where_somebody_is_seen_otherwise(page, library):
    """A scan has it asked again every few seconds."""
    cards = {card.number: card for card in page.graph.people}
    with library.open() as db:
        assert answers.together(cards, page.graph.shown, db) is page.graph.shown
        perform(db, BeThere(tuple(range(1, 12)), person_id=3))
        again = answers.together(cards, page.graph.shown, db)
    assert again.pairs != page.graph.pairs


def test_a_bar_leads_to_a_person_in_a_year(page, qtbot):
    page.tabs.setCurrentIndex(insight_page.YEARS)
    qtbot.waitUntil(page.years.isVisible)
    rows = page.years.rows
    assert rows.years == ["2021", "2022", "2023"]
    found = search_after(qtbot, page, rows, rows.bar(0, 0).center())
    assert found == "Ada Lovelace date: 2021"


def rows_of(page, qtbot, tab):
    page.tabs.setCurrentIndex(tab)
    qtbot.waitUntil(page.rows.isVisible)
    return page.rows.entries.items


def test_photos_nobody_is_named_in_are_a_click_away(page, qtbot):
    rows = rows_of(page, qtbot, insight_page.TO_NAME)
    assert [row.number for row in rows] == ["1 photo", "4 photos", "2 photos"]
    place = page.rows.visualRect(page.rows.entries.index(0)).center()
    assert search_after(qtbot, page, page.rows.viewport(), place) == "people: 0 faces: >=1"


def test_without_events_or_long_absence_it_says_so(page, qtbot):
    page.tabs.setCurrentIndex(insight_page.EVENTS)
    qtbot.waitUntil(lambda: page.empty.heading.text() == "No events yet")
    page.tabs.setCurrentIndex(insight_page.NOT_SEEN)
    qtbot.waitUntil(lambda: page.empty.heading.text() == "Everybody was seen lately")


def test_photos_that_look_alike_open_with_the_best_first(page, qtbot):
    page.tabs.setCurrentIndex(insight_page.ALIKE)
    qtbot.waitUntil(
        lambda: page.rows.isVisible() or page.empty.heading.text() == "No photos look alike"
    )
    rows = page.rows.entries.items if page.rows.isVisible() else []
    for row in rows:
        assert len(row.photos) > 1
        assert row.marks[0] == "Best"


def test_places_of_a_graph_are_the_same_each_time_and_apart():
    edges = [(0, 1, 5.0), (1, 2, 1.0), (3, 4, 2.0)]
    places = layout(6, edges)
    assert (places == layout(6, edges)).all()
    assert places.min() >= 0
    assert places.max() <= 1
    for one in range(6):
        for other in range(one):
            assert ((places[one] - places[other]) ** 2).sum() ** 0.5 > 0.15
    assert layout(0, []).shape == (0, 2)


def test_faces_and_names_do_not_lie_on_each_other():
    chance = np.random.default_rng(4)
    sizes = np.stack([np.full(25, 110.0), np.full(25, 70.0)], axis=1)
    middles = chance.normal((500, 300), (60, 40), (25, 2))
    places = boxes_apart(middles, sizes, (1000, 600))
    for first, second in combinations(range(25), 2):
        assert (np.abs(places[first] - places[second]) >= sizes[0] - 1).any()
    assert (places >= sizes / 2 - 1).all()
    assert (places <= np.array((1000, 600)) - sizes / 2 + 1).all()


def test_two_people_stand_side_by_side_in_the_middle():
    assert layout(2, [(0, 1, 3.0)]).tolist() == [[1.0, 0.5], [0.0, 0.5]]


def test_numbers_of_the_graph_lie_on_no_face_name_or_other_number(page, qtbot):
    page.resize(420, 360)
    numbers = page.graph.numbers()
    assert [words for words, _place in numbers] == [str(pair[2]) for pair in page.graph.pairs]
    for one, other in combinations([place for _words, place in numbers], 2):
        assert not one.intersects(other)
    for number in range(len(page.graph.people)):
        middle = page.graph.place(number).toPoint()
        assert not any(place.contains(middle) for _words, place in numbers)
