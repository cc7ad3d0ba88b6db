import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facegallery.ui.people.cards import Cards
from facegallery.ui.search.search_field import SearchField


@pytest.fixture
def field(session, pictures, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 600)
    field = SearchField(session, pictures, window)
    field.resize(400, 32)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: Cards.of(session).ready)
    field.setFocus()
    yield field
    window.close()


def test_down_and_enter_complete_the_last_name(field, qtbot):
    qtbot.keyClicks(field, "grace al")
    assert field.completions == ["Alan Turing"]
    with qtbot.waitSignal(field.searched) as searched:
        qtbot.keyClick(field, Qt.Key.Key_Down)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert searched.args == ["grace Alan Turing"]


def test_enter_alone_searches_for_what_was_typed(field, qtbot):
    qtbot.keyClicks(field, "ad")
    with qtbot.waitSignal(field.searched) as searched:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert searched.args == ["ad"]


def test_escape_closes_the_list_and_then_leaves(field, qtbot):
    qtbot.keyClicks(field, "ad")
    with qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.completions == []
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
