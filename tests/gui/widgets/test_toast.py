from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from facegallery.ui.widgets.choice_bar import ChoiceBar
from facegallery.ui.widgets.toast import Toast


def make(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window, Toast(window)


def test_undo_is_asked_once_and_the_toast_goes(qtbot):
    _window, toast = make(qtbot)
    toast.say("Named 7 faces Ada", undo=True)
    assert toast.isVisible()
    with qtbot.waitSignal(toast.undo_asked):
        qtbot.mouseClick(toast._undo, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_news_without_undo_has_no_such_button(qtbot):
    _window, toast = make(qtbot)
    toast.say("12 photos: nothing new.")
    assert toast.isVisible()
    assert not toast._undo.isVisible()


def test_a_long_sentence_stays_inside_the_window(qtbot):
    window, toast = make(qtbot)
    toast.say("A sentence with many words. " * 12, error=True)
    assert window.rect().contains(toast.geometry())
    window.resize(500, 400)
    assert window.rect().contains(toast.geometry())


def test_it_never_takes_the_focus(qtbot):
    window, toast = make(qtbot)
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    toast.say("Named 7 faces Ada", undo=True)
    assert field.hasFocus()


def test_it_stays_above_a_bar_that_comes_and_comes_down_when_that_goes(qtbot):
    window, toast = make(qtbot)
    bar = ChoiceBar([], window)
    column = QVBoxLayout(window)
    column.addStretch()
    column.addWidget(bar)
    toast.say("Named 7 faces Ada", undo=True)
    low = toast.y()
    bar.show_number(3)
    qtbot.waitUntil(lambda: toast.y() < low)
    qtbot.waitUntil(lambda: not toast.geometry().intersects(bar.geometry().adjusted(0, 1, 0, 0)))
    bar.show_number(0)
    qtbot.waitUntil(lambda: toast.y() == low)
