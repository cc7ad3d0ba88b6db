"""Settings offers the earlier copies of the library."""

import pytest
from PySide6.QtCore import Qt

from facegallery.catalog import backups, people
from facegallery.catalog.database import transaction
from facegallery.ui import start_up
from facegallery.ui.settings.copies import LibraryCopies
from tests.gui.test_start_up import answer

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def copies(session, shown):
    return shown(LibraryCopies(session))


def test_without_a_copy_it_says_so(copies, session, qtbot):
    with qtbot.waitSignal(session.noted) as said:
        qtbot.mouseClick(copies.bring_back, LEFT)
    assert "no copy yet" in said.args[0]


def test_the_chosen_copy_is_asked_for_after_a_yes(copies, library, qtbot):
    made = backups.back_up_daily(library)
    qtbot.mouseClick(copies.bring_back, LEFT)
    qtbot.waitUntil(lambda: copies.question is not None)
    assert "3 people, 12 photos" in copies.question.choice.currentText()
    qtbot.keyClick(copies.question, Qt.Key.Key_Escape)
    assert copies.question is None
    qtbot.mouseClick(copies.bring_back, LEFT)
    qtbot.waitUntil(lambda: copies.question is not None)
    with qtbot.waitSignal(copies.restore_asked) as asked:
        qtbot.mouseClick(copies.question.yes, LEFT)
    assert asked.args == [backups.listed(library)[0].name]
    assert made is not None


def names(library):
    with library.open(read_only=True) as db:
        return [name for _, name in people.names(db)]


def test_it_becomes_the_library_before_the_window_opens_again(library, qtbot):
    before = names(library)
    backups.back_up_daily(library)
    with library.open() as db, transaction(db):
        people.add(db, "Zoe")
    start_up.bring_back(library, backups.listed(library)[0].name)
    assert names(library) == before
    assert len(backups.listed(library)) == 2


def test_a_copy_that_cannot_be_had_is_said_and_changes_nothing(library, qtbot):
    said = []

    def press(dialog):
        said.append(dialog.windowTitle())
        dialog.yes.click()

    before = names(library)
    answer(press)
    start_up.bring_back(library, "nonsense")
    assert said == ["The copy is not brought back"]
    assert names(library) == before
