"""Choosing a person for faces or for a merge."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facegallery.ui.people.cards import Cards
from facegallery.ui.widgets.person_picker import PersonPicker


@pytest.fixture
def pick(qtbot, session, pictures):
    """Open a picker with the people known."""
    window = QWidget()
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: Cards.of(session).ready)

    def opened(**others):
        picker = PersonPicker(session, pictures, window, "Who is this?", **others)
        picker.open()
        return picker

    return opened


def offered(picker):
    return [card.name for card in picker.rows.matches.items]


def test_enter_takes_the_first_that_fits(qtbot, pick):
    picker = pick()
    assert len(offered(picker)) == 3
    qtbot.keyClicks(picker.field, "tur")
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert picked.args == ["Alan Turing", 3]


def test_enter_before_the_people_are_read_waits_for_them(qtbot, session, pictures):
    window = QWidget()
    qtbot.addWidget(window)
    assert not Cards.of(session).ready
    picker = PersonPicker(session, pictures, window, "Who is this?")
    picker.open()
    qtbot.keyClicks(picker.field, "tur")
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
        assert picker.isVisible()
    assert picked.args == ["Alan Turing", 3]


def test_a_new_person_is_the_last_row(qtbot, pick):
    picker = pick()
    qtbot.keyClicks(picker.field, "a")
    assert offered(picker)[-1] == "New person “a”"
    for _row in range(3):
        qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert picked.args == ["a", None]


def test_a_merge_offers_nobody_new_and_not_the_one_that_is_merged(qtbot, pick):
    picker = pick(new=False, without=[1])
    assert offered(picker) == ["Grace Hopper", "Alan Turing"]
    qtbot.keyClicks(picker.field, "zz")
    assert offered(picker) == []
    with qtbot.assertNotEmitted(picker.picked):
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert picker.isVisible()
