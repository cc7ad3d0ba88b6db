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
        place = rows.visualRect(rows.matches.index(1)).center()
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


def rows_of(field):
    return [card.name for card in field._popup.rows.matches.items]


def test_the_first_row_says_that_enter_makes_a_new_person(qtbot, field):
    qtbot.keyClicks(field, "ada ")
    assert rows_of(field) == ["New person: ada", "Ada Lovelace"]
    assert field._popup.rows.chosen().name == "New person: ada"
    with qtbot.waitSignal(field.named) as named:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert named.args == ["ada", None]


def test_the_first_row_can_be_clicked_and_is_there_when_nobody_is_offered(qtbot, field):
    qtbot.keyClicks(field, "Joan")
    assert rows_of(field) == ["New person: Joan"] and field.offered == []
    rows = field._popup.rows
    with qtbot.waitSignal(field.named) as named:
        place = rows.visualRect(rows.matches.index(0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert named.args == ["Joan", None]


def test_who_is_renamed_is_no_new_person(qtbot, field):
    field.leave_out(1)
    qtbot.keyClicks(field, "Joan")
    assert rows_of(field) == ["New name: Joan"]


def test_a_name_that_somebody_has_is_no_new_person(qtbot, field):
    qtbot.keyClicks(field, "ada lovelace")
    assert rows_of(field) == ["Ada Lovelace"]


def test_tab_goes_down_the_list_and_leaves_the_field_behind_the_last(qtbot, field):
    other = QWidget(field.window(), focusPolicy=Qt.FocusPolicy.StrongFocus)
    other.show()
    qtbot.keyClicks(field, "ada")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.hasFocus() and field._popup.rows.chosen().name == "Ada Lovelace"
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus() and field.offered == []


def test_up_from_the_first_person_is_the_name_as_typed_again(qtbot, field):
    said = []
    field.named.connect(lambda text, person: said.append((text, person)))
    qtbot.keyClicks(field, "ada")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said == [("ada", None)]


def test_nothing_typed_names_nobody(qtbot, field):
    with qtbot.assertNotEmitted(field.named):
        qtbot.keyClicks(field, "   ")
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_down_offers_everybody_and_somebody_can_be_left_out(qtbot, field):
    field.leave_out(1)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert [card.number for card in field.offered] == [2, 3]
