import pytest

from facegallery.domain.progress import Progress
from facegallery.ui.shell.status_strip import StatusStrip


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
        (150.0, "about 2 min left"),
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
