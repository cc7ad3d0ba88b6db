"""The field for a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facegallery.ui.people.cards import Cards
from facegallery.ui.widgets.name_edit import NameEdit


@pytest.fixture
def field(qtbot, session, pictures):
    """A field in a window of its own, with the people known."""
    window = QWidget()
    qtbot.addWidget(window)
    made = NameEdit(session, pictures)
    QVBoxLayout(window).addWidget(made)
    window.resize(400, 500)
    window.show()
    qtbot.waitUntil(lambda: Cards.of(session).ready)
    made.setFocus()
    yield made  # with the window, which Python would drop on a return


def test_enter_gives_the_text_as_typed_in_single_spaces(qtbot, field):
    qtbot.keyClicks(field, "  Joan   Clarke ")
    with qtbot.waitSignal(field.named) as named:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert named.args == ["Joan Clarke", None]


def test_one_enter_names_once_even_with_a_person_chosen(qtbot, field):
    said = []
    field.named.connect(lambda text, person: said.append((text, person)))
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said == [("Alan Turing", 3)]
    assert field.offered == []


def test_a_click_chooses_a_person(qtbot, field):
    qtbot.keyClicks(field, "grace")
    rows = field._popup.rows
    with qtbot.waitSignal(field.named) as named:
        place = rows.visualRect(rows.matches.index(0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert named.args == ["Grace Hopper", 2]


def test_escape_closes_the_list_first_and_then_cancels(qtbot, field):
    qtbot.keyClicks(field, "ada")
    assert len(field.offered) == 1
    with qtbot.assertNotEmitted(field.cancelled):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.offered == []
    with qtbot.waitSignal(field.cancelled):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_nothing_typed_names_nobody(qtbot, field):
    with qtbot.assertNotEmitted(field.named):
        qtbot.keyClicks(field, "   ")
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_down_offers_everybody_and_somebody_can_be_left_out(qtbot, field):
    field.leave_out(1)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert [card.number for card in field.offered] == [2, 3]
