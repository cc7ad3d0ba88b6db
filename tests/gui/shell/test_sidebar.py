"""The sidebar in windows of all sizes: a small screen at 200 % leaves 640 x 400."""

import itertools

from PySide6.QtCore import Qt

from facegallery.ui.main_window import MainWindow
from facegallery.ui.shell.window_frame import SMALLEST


def open_window(qtbot, session, width, height):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_in_a_small_window_all_screens_are_there_as_icons(qtbot, session):
    window = open_window(qtbot, session, SMALLEST.width(), SMALLEST.height())
    assert (window.width(), window.height()) == (SMALLEST.width(), SMALLEST.height())
    buttons = list(window.sidebar.buttons.values())
    qtbot.waitUntil(lambda: window.sidebar.width() < 100)
    assert all(button.accessibleName() in button.toolTip() for button in buttons)
    places = [button.geometry() for button in buttons]
    assert all(above.bottom() < below.top() for above, below in itertools.pairwise(places))
    assert places[-1].bottom() < window.sidebar.height()
    qtbot.mouseClick(window.sidebar.buttons["settings"], Qt.MouseButton.LeftButton)
    assert window.page == "settings"


def test_words_come_back_when_the_window_grows(qtbot, session):
    window = open_window(qtbot, session, SMALLEST.width(), SMALLEST.height())
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.sidebar.width() > 200)
    button = window.sidebar.buttons["photos"]
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
