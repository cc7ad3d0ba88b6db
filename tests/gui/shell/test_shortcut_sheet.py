import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QMenu, QTabBar, QWidget

from facegallery.ui.folders.folder_card import FolderCard
from facegallery.ui.main_window import MainWindow
from facegallery.ui.person.company_row import CompanyFace
from facegallery.ui.search.term_chip import TermChip
from facegallery.ui.shell.history import Place
from facegallery.ui.shell.shortcut_sheet import ShortcutSheet
from facegallery.ui.widgets.empty_state import EmptyState
from facegallery.ui.widgets.toast import Toast
from facegallery.ui.widgets.who_button import WhoButton


@pytest.fixture
def window(session, qtbot):
    window = MainWindow(session)
    with qtbot.waitExposed(window):
        window.show()
    assert window.pages  # all of them are made by now
    yield window
    window.close()


def open_sheet(window, qtbot):
    window.go(Place("photos"))
    qtbot.keyClick(window.photos.grid, Qt.Key.Key_Question)
    qtbot.waitUntil(lambda: window.findChild(ShortcutSheet) is not None)
    return window.findChild(ShortcutSheet)


def native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def actions_of(window):
    """All actions that are no entries of menus."""
    return [
        a for a in window.findChildren(QAction) if not isinstance(a.parent(), QMenu) and a.text()
    ]


def test_every_action_has_a_key_that_its_tooltip_names(window):
    found = [a for a in actions_of(window) if not a.objectName().startswith("_q_")]  # Qt's own
    assert len(found) > 50
    silent = [a.text() for a in found if native(a.shortcut()) not in a.toolTip()]
    assert silent == []
    # Its key may be another action's, which does the same there.
    assert [a.text() for a in found if not a.shortcuts() and not a.toolTip().endswith(")")] == []


def test_every_button_has_a_key_that_its_tooltip_names(window):
    """A tooltip that ends in a key may name that of an action, which the button triggers.

    Not counted: those of empty pages, which do what others do; who is on a photo, what a search
    offers, folders and models with buttons of their own, which are lists walked with Tab; boxes
    to tick, which are reached so, too.
    """
    rows = [*window.findChildren(FolderCard), window.settings.models]
    lists = (CompanyFace, WhoButton, TermChip, QCheckBox)
    found = [
        button
        for button in window.findChildren(QAbstractButton)
        if button.isEnabled() and (button.accessibleName() or button.text()).strip()
        if type(button) is not QAbstractButton  # a table's corner
        and not isinstance(button, lists)
        and not isinstance(button.parent(), QLineEdit | QTabBar | Toast | EmptyState)
        and not button.objectName().startswith("Scroll")
        and not any(in_list.isAncestorOf(button) for in_list in rows)
    ]
    assert len(found) > 60
    silent = [
        (type(button.parent()).__name__, button.accessibleName() or button.text())
        for button in found
        if native(button.shortcut()) not in button.toolTip()
        or not re.search(r"\(.+\)", button.toolTip())
    ]
    assert silent == []


def test_every_key_has_a_place_in_the_sheet(window, qtbot):
    sheet = open_sheet(window, qtbot)
    listed = {
        key
        for section in sheet.sections
        for entry in section.entries
        for key in entry.keys.split(", ")
    }
    keys = {native(key) for a in actions_of(window) for key in a.shortcuts()}
    keys |= {
        native(button.shortcut())
        for button in window.findChildren(QAbstractButton)
        if not button.shortcut().isEmpty()
    }
    assert keys - {""} <= listed | {"Ctrl+,"}
    titles = [section.title for section in sheet.sections]
    assert len(set(titles)) == len(titles) > 5


def test_no_two_actions_of_one_widget_have_the_same_key(window):
    owners = {}
    for action in actions_of(window):
        for key in action.shortcuts():
            owners.setdefault((id(action.parent()), native(key)), []).append(action.text())
    assert [texts for texts in owners.values() if len(texts) > 1] == []


def test_escape_closes_the_sheet_and_leads_nowhere_else(window, qtbot):
    qtbot.keyClick(open_sheet(window, qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ShortcutSheet) is None)
    assert window.page == "photos"


def test_a_question_mark_typed_into_a_field_is_text(window, qtbot):
    field = window.top_bar.field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Question)
    assert field.text() == "?"
    qtbot.waitUntil(lambda: window.search_page.text == "?")
    assert window.findChild(ShortcutSheet) is None


def test_on_a_large_screen_as_many_keys_are_seen_as_there_is_room_for(window, qtbot):
    sections = open_sheet(window, qtbot).sections

    def height(of_window):
        room = QWidget()
        qtbot.addWidget(room)
        room.resize(1280, of_window)
        return ShortcutSheet(sections, room).height()

    assert height(500) < 500 < height(1000) < 1000
