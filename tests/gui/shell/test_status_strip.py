import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facegallery.domain.progress import Progress
from facegallery.ui.scanning import BATTERY, PAUSED
from facegallery.ui.shell.status_strip import StatusStrip
from facegallery.ui.widgets.toast import MARGIN, Toast


@pytest.fixture
def strip(session, qtbot):
    strip = StatusStrip(session)
    qtbot.addWidget(strip)
    strip.show()
    return strip


def test_it_counts_the_library_and_names_the_models(strip, qtbot):
    qtbot.waitUntil(lambda: strip.status.text() != "")
    assert strip.status.text() == "12 photos · 17 faces · 3 people"
    assert strip.models.text() == "Finding faces with MTCNN, recognising with SFace."
    assert not strip.cancel.isVisible()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (20.0, "less than a minute left"),
        (60.0, "about a minute left"),
        (720.0, "about 12 minutes left"),
        (3600.0, "about 1 h left"),
        (7300.0, "about 2 h 2 min left"),
    ],
)
def test_progress_says_what_goes_on_and_how_long(strip, session, seconds, words):
    session.scanning_changed.emit(True)
    session.progressed.emit(Progress("Finding faces", 7, 1200, seconds))
    assert strip.doing.text() == "Finding faces: 7 of 1,200"
    assert strip.time_left.text() == words
    assert strip.cancel.isVisible()
    assert (strip.bar.value(), strip.bar.maximum()) == (7, 1200)
    session.scanning_changed.emit(False)
    assert not strip.cancel.isVisible()


def test_held_work_says_why_and_can_go_on(strip, session):
    session.scanning_changed.emit(True)
    assert strip.pause.isVisible() and not strip.resume.isVisible()
    session.scans.held = BATTERY
    session.scans.held_changed.emit(BATTERY)
    assert strip.resume.isVisible() and not strip.pause.isVisible()
    assert "runs on its battery" in strip.doing.text()
    session.progressed.emit(Progress("Finding faces", 7, 1200, 60.0))  # on its way before
    assert "runs on its battery" in strip.doing.text()
    session.scans.held = PAUSED
    session.scans.held_changed.emit(PAUSED)
    assert strip.doing.text() == "Paused"
    session.scans.held = ""
    session.scans.held_changed.emit("")
    assert strip.pause.isVisible()


def test_a_toast_leaves_the_progress_of_a_scan_to_be_seen(session, qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    strip, toast = StatusStrip(session), Toast(room)
    column = QVBoxLayout(room)
    column.addStretch()
    column.addWidget(strip)
    room.resize(900, 500)
    room.show()
    toast.say("Named 7 faces Ada", undo=True)
    session.scanning_changed.emit(True)
    qtbot.waitUntil(lambda: strip.bar.isVisible() and toast.geometry().bottom() < strip.y())
    session.scanning_changed.emit(False)
    qtbot.waitUntil(lambda: toast.geometry().bottom() >= strip.y() - MARGIN)


def test_in_a_narrow_window_the_numbers_of_a_scan_are_whole(strip, session, qtbot):
    strip.resize(640, strip.height())
    session.scanning_changed.emit(True)
    session.progressed.emit(Progress("Finding faces", 7345, 24812, 340.0, "IMG_2041.jpg"))
    qtbot.waitUntil(lambda: strip.doing.width() >= strip.doing.sizeHint().width())
    assert strip.width() == 640
