import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from facegallery.catalog import faces
from facegallery.ui.people.cards import Cards
from facegallery.ui.search.search_field import SearchField

LEFT = Qt.MouseButton.LeftButton


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


def sources(field):
    return [chip.source for chip in field.chips]


def test_a_query_is_shown_as_tokens_and_read_as_one_text(field):
    field.setText("ada -(grace or alan) date: summer 2021")
    assert sources(field) == ["ada", "-", "(", "grace", "or", "alan", ")", "date: summer 2021"]
    assert field.text() == "ada -( grace or alan ) date: summer 2021"
    assert "2021" in field.chips[-1].text()


def test_enter_makes_tokens_of_what_was_typed(field, qtbot):
    qtbot.keyClicks(field, "ada zzyzx")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sources(field) == ["ada", "zzyzx"]
    assert "Nobody" in field.chips[1].toolTip()


def test_results_follow_while_typing(field, qtbot):
    with qtbot.waitSignal(field.typed) as typed:
        qtbot.keyClicks(field, "grace al")
    assert typed.args == ["grace al"]


def test_backspace_takes_the_last_token_back(field, qtbot):
    field.setText("ada grace")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert sources(field) == ["ada"]
    qtbot.keyClicks(field, " alan")
    assert field.text() == "ada grace alan"


def test_the_cross_of_a_token_removes_it(field, qtbot):
    field.setText("ada grace")
    chip = field.chips[0]
    with qtbot.waitSignal(field.searched) as searched:
        qtbot.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 10, 13))
    assert searched.args == ["grace"]


def test_a_click_on_a_token_has_it_edited(field, qtbot):
    field.setText("ada grace")
    qtbot.mouseClick(field.chips[0], LEFT, pos=QPoint(10, 13))
    assert sources(field) == []
    assert field.text() == "ada grace"


def test_keys_are_completed_too(field, qtbot):
    qtbot.keyClicks(field, "ada fav")
    assert field.completions == ["favourite:"]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "yes")
    assert field.text() == "ada favourite: yes"


def test_a_mistake_is_known_while_it_is_typed(field, qtbot):
    qtbot.keyClicks(field, "ada date: 20155")
    (mistake,) = field.mistakes
    assert field.text()[mistake.start : mistake.end] == "date: 20155"
    qtbot.waitUntil(lambda: not field.grab().isNull())


@pytest.mark.parametrize(
    "text", ["(" * 10_000, "ada or " * 1_400 + "ada"], ids=("brackets", "names")
)
def test_what_would_be_thousands_of_tokens_stays_a_text(field, text):
    field.setText(text)
    assert field.chips == []
    assert field.text() == text
    field.setText("ada grace")
    assert sources(field) == ["ada", "grace"]


def test_a_face_that_is_looked_for_is_pictured(field, db):
    field.setText("like: 1 ada")
    face = faces.by_id(db, 1)
    assert field.chips[0].card.cover_box == face.box
    field.setText("like: 999999")
    assert field.chips[0].card is None
