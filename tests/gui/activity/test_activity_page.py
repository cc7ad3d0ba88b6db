import pytest
from PySide6.QtCore import Qt

from facegallery.actions import perform
from facegallery.actions.people import Hide, Merge, Name, Who
from facegallery.catalog import journal, people
from facegallery.domain.progress import Progress
from facegallery.ui.activity.activity_page import ActivityPage

STEPS = (
    Name(Who("group", 1), "Emmy Noether"),
    Merge((Who("person", 1), Who("person", 3))),
    Hide((Who("person", 2),)),
)


@pytest.fixture
def page(session, library, qtbot, shown):
    """Three things were done before the window was opened: named, merged, hidden."""
    with library.open() as db:
        for step in STEPS:
            perform.perform(db, step)
    page = shown(ActivityPage(session), (900, 700))
    qtbot.waitUntil(lambda: len(page.done.actions_done.items) == 3)
    return page


def mark(page, qtbot, row):
    place = page.done.visualRect(page.done.actions_done.index(row)).center()
    qtbot.mouseClick(page.done.viewport(), Qt.MouseButton.LeftButton, pos=place)


def undone(db):
    return [action.undone for action in journal.listed(db)]


def test_everything_done_is_listed_in_words_newest_first(page):
    words = [action.words for action in page.done.actions_done.items]
    assert words[0] == "Hid Grace Hopper"
    assert words[1].startswith("Merged Alan Turing into Ada Lovelace")
    assert words[2] == "Named 4 faces Emmy Noether"


def test_undo_goes_back_up_to_the_marked_change_and_forward_again(page, db, qtbot):
    mark(page, qtbot, 1)
    with qtbot.waitSignal(page._session.noted):
        qtbot.mouseClick(page.step_button, Qt.MouseButton.LeftButton)
    assert undone(db) == [True, True, False]
    assert [card.name for card in people.listed(db) if card.name == "Alan Turing"]
    qtbot.waitUntil(lambda: page.step_button.text().strip() == "Do again up to here")
    mark(page, qtbot, 0)
    with qtbot.waitSignal(page._session.noted):
        qtbot.keyClick(page.done, Qt.Key.Key_Return)
    assert undone(db) == [False, False, False]
    assert people.person(db, 2).hidden


def test_files_that_failed_are_told_with_their_reason(page):
    assert page.failed_words.text().startswith("1 file")
    (file,) = page.failed.failed.files
    assert file.path.endswith("bad.jpg")
    assert page.again.isVisible()


def test_what_runs_is_told_with_the_time_it_takes(page, qtbot):
    assert page.work.doing.text() == "Nothing is running"
    page._session.scanning_changed.emit(True)
    page._session.progressed.emit(Progress("Finding faces", 734, 2481, 340.0, "IMG_2041.jpg"))
    assert page.work.doing.text() == "Finding faces: 734 of 2,481"
    assert page.work.detail.text() == "about 6 minutes left · IMG_2041.jpg"
    assert page.work.stop.isVisible()
    page._session.scanning_changed.emit(False)
    assert not page.work.stop.isVisible()


def test_with_nothing_done_it_says_what_would_be_here(empty_session, qtbot, shown):
    page = shown(ActivityPage(empty_session))
    qtbot.waitUntil(lambda: page.nothing.isVisible() and not page.step_button.isVisible())
