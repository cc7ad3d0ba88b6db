"""What the user does in the window has background work wait."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facegallery import courtesy
from facegallery.ui.shell.window_frame import WindowFrame


@pytest.fixture
def frame(qtbot):
    courtesy.moment().value = 0.0
    frame = WindowFrame()
    qtbot.addWidget(frame)
    with qtbot.waitExposed(frame):
        frame.show()
    yield frame
    frame.stop_watching()
    courtesy.moment().value = 0.0


def test_background_work_is_told_of_keys_and_of_the_mouse(frame):
    for deed in (
        lambda handle: QTest.keyClick(handle, Qt.Key.Key_A),
        lambda handle: QTest.mouseClick(handle, Qt.MouseButton.LeftButton),
    ):
        courtesy.moment().value, before = 0.0, time.monotonic()
        deed(frame.windowHandle())
        assert courtesy.moment().value >= before + courtesy.BUSY_SECONDS
        assert frame.last_input >= before
