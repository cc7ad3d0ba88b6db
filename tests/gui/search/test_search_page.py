import pytest
from PySide6.QtCore import Qt

from facegallery.actions.people import Who
from facegallery.catalog.search import query, run
from facegallery.ui.people.cards import Cards
from facegallery.ui.search.search_page import SearchPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(session, pictures, qtbot):
    page = SearchPage(session, pictures)
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: Cards.of(session).ready)
    return page


def test_two_names_find_the_photos_with_both(page, qtbot, db):
    page.search("ada grace")
    qtbot.waitUntil(lambda: page.grid.is_full)
    assert {photo.taken_at[:10] for photo in page.grid.photos} == {"2021-03-01", "2022-05-21"}
    assert [chip.text() for chip in page.chips] == ["Ada Lovelace", "Grace Hopper"]
    qtbot.waitUntil(lambda: page.words.text() == "2 photos")


def test_the_count_says_how_many_are_only_suggested(page, qtbot, db):
    page.search("grace")
    qtbot.waitUntil(lambda: "only suggested" in page.words.text())
    assert page.words.text() == "4 photos; 1 of them only suggested."
    assert len(run(db, query(db, "grace"))) == 4


def test_an_unknown_name_is_said_and_not_ignored(page):
    page.search("ada zzyzx")
    assert page.empty.isVisible()
    assert "zzyzx" in page.empty.heading.text()
    assert not page.chips[1].isEnabled()


def test_people_who_are_never_together_are_said_so(page, qtbot):
    page.search("grace alan")
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.heading.text() == "No photo shows them all"


def test_a_chip_leads_to_the_person(page, qtbot):
    page.search("alan")
    with qtbot.waitSignal(page.person_opened) as opened:
        qtbot.mouseClick(page.chips[0], LEFT)
    assert opened.args == [Who("person", 3)]


def test_without_a_text_people_are_offered(page, qtbot):
    assert page.empty.isVisible()
    assert {chip.text() for chip in page.chips} == {"Ada Lovelace", "Grace Hopper", "Alan Turing"}
    with qtbot.waitSignal(page.search_asked) as asked:
        qtbot.mouseClick(page.chips[0], LEFT)
    assert asked.args == [page.chips[0].text()]
