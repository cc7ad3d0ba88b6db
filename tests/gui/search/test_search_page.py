import pytest
from PySide6.QtCore import Qt

from facegallery.actions.people import Who
from facegallery.catalog.search import query, run
from facegallery.ui.people.cards import Cards
from facegallery.ui.search.search_page import SearchPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(session, pictures, qtbot, shown):
    page = shown(SearchPage(session, pictures), (900, 600))
    qtbot.waitUntil(lambda: Cards.of(session).ready)
    return page


def test_two_names_find_the_photos_with_both(page, qtbot, db):
    page.search("ada grace")
    qtbot.waitUntil(lambda: page.grid.is_full)
    assert {photo.taken_at[:10] for photo in page.grid.photos} == {"2021-03-01", "2022-05-21"}
    qtbot.waitUntil(lambda: page.words.text() == "2 photos")
    assert [chip.text() for chip in page.chips] == ["Ada Lovelace · 2", "Grace Hopper · 2"]


def test_the_count_says_how_many_are_only_suggested(page, qtbot, db):
    page.search("grace")
    qtbot.waitUntil(lambda: "only suggested" in page.words.text())
    assert page.words.text() == "4 photos; 1 of them only suggested."
    assert len(run(db, query(db, "grace"))) == 4


def test_an_unknown_name_is_said_and_not_ignored(page, qtbot):
    page.search("ada zzyzx")
    qtbot.waitUntil(page.empty.isVisible)
    assert "zzyzx" in page.empty.heading.text()


def test_a_mistake_is_said_with_what_would_be_valid(page, qtbot):
    page.search("ada date: 2021-15")
    assert page.empty.isVisible()
    assert "date: 2021-15" in page.empty.heading.text()
    assert "summer 2015" in page.empty.sentence.text()


def test_photos_that_are_not_there_are_said_so(page, qtbot):
    page.search("grace alan")
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.heading.text() == "No photo is like that"


def test_a_click_on_who_is_in_the_results_refines_the_query(page, qtbot):
    page.search("ada")
    qtbot.waitUntil(lambda: len(page.chips) == 3)
    (grace,) = [chip for chip in page.chips if chip.text().startswith("Grace")]
    with qtbot.waitSignal(page.search_asked) as asked:
        qtbot.mouseClick(grace, LEFT)
    assert asked.args == ["ada Grace Hopper"]


def test_the_one_searched_for_leads_to_their_page(page, qtbot):
    page.search("alan")
    qtbot.waitUntil(lambda: any("Alan Turing · 2" in chip.text() for chip in page.chips))
    (alan,) = [chip for chip in page.chips if chip.text().startswith("Alan")]
    with qtbot.waitSignal(page.person_opened) as opened:
        qtbot.mouseClick(alan, LEFT)
    assert opened.args == [Who("person", 3)]


def test_dragging_over_the_histogram_chooses_a_time(page, qtbot):
    page.search("ada")
    qtbot.waitUntil(lambda: len(page.histogram.bars) > 1)
    first = page.histogram.place(0).center()
    fifth = page.histogram.place(4).center()
    assert page.histogram.bars[0].when == "2021-03"
    with qtbot.waitSignal(page.search_asked) as asked:
        qtbot.mousePress(page.histogram, LEFT, pos=first)
        qtbot.mouseMove(page.histogram, fifth)
        qtbot.mouseRelease(page.histogram, LEFT, pos=fifth)
    assert asked.args == ["ada date: 2021-03..2021-07"]
    page.search(asked.args[0])
    qtbot.waitUntil(lambda: page.grid.is_full and len(page.grid.photos) == 3)


def test_faces_like_one_come_likest_first(page, qtbot, db):
    stranger = db.execute("select face_id from group_faces order by group_id, face_id").fetchone()
    page.search(f"like: {stranger[0]}")
    qtbot.waitUntil(lambda: page.grid.is_full and len(page.grid.photos) == 4)


def test_a_picture_without_a_face_is_said_so(page, qtbot):
    page.search("like: 99999")
    qtbot.waitUntil(page.empty.isVisible)
    assert "no face 99999" in page.empty.sentence.text()


def test_without_a_text_people_are_offered(page, qtbot):
    assert page.empty.isVisible()
    assert {chip.text() for chip in page.chips} == {"Ada Lovelace", "Grace Hopper", "Alan Turing"}
    with qtbot.waitSignal(page.search_asked) as asked:
        qtbot.mouseClick(page.chips[0], LEFT)
    assert asked.args == [page.chips[0].text()]


def test_a_page_that_is_not_shown_searches_again_when_it_is(page, session, qtbot, monkeypatch):
    page.search("ada")
    searched = []
    monkeypatch.setattr(page, "search", searched.append)
    page.hide()
    Cards.of(session).changed.emit()
    assert searched == []
    page.show()
    assert searched == ["ada"]
