from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from facegallery.ui.photos.year_scrubber import YEAR_HEIGHT, Mark, YearScrubber

LEFT = Qt.MouseButton.LeftButton
MARKS = [
    Mark(0, "2023", "August 2023", 300),
    Mark(6000, "2022", "May 2022", 10),
    Mark(6200, "2022", "January 2022", 90),
    Mark(8000, "2021", "March 2021", 100),
]


@pytest.fixture
def scrubber(qtbot):
    scrubber = YearScrubber()
    qtbot.addWidget(scrubber)
    scrubber.resize(scrubber.width(), 400)
    scrubber.setRange(0, 9600)
    scrubber.show_marks(MARKS, 10_000)
    with qtbot.waitExposed(scrubber):
        scrubber.show()
    return scrubber


def test_where_it_is_pressed_there_the_photos_go(scrubber, qtbot):
    qtbot.mousePress(scrubber, LEFT, pos=QPoint(30, 200))
    assert scrubber.value() == pytest.approx(4800, abs=50)
    qtbot.mouseMove(scrubber, QPoint(30, 399))
    assert scrubber.value() == 9600
    qtbot.mouseRelease(scrubber, LEFT, pos=QPoint(30, 399))
    qtbot.mouseMove(scrubber, QPoint(30, 10))
    assert scrubber.value() == 9600


def test_the_month_is_told_while_it_is_dragged(scrubber, qtbot):
    qtbot.mousePress(scrubber, LEFT, pos=QPoint(30, 300))
    bubble = scrubber.findChild(QLabel)
    assert bubble.text() == "January 2022"
    qtbot.mouseMove(scrubber, QPoint(30, 390))
    assert bubble.text() == "March 2021"
    qtbot.mouseRelease(scrubber, LEFT, pos=QPoint(30, 390))
    qtbot.waitUntil(lambda: scrubber.findChild(QLabel) is None)


def test_no_two_years_are_written_over_each_other(scrubber):
    narrow = [Mark(100 * i, str(1900 + i), f"May {1900 + i}", 5) for i in range(100)]
    scrubber.show_marks(narrow, 10_000)
    assert not scrubber.grab().isNull()
    written = sorted(y for _year, y in scrubber.numbers())
    assert len(written) > 10
    assert min(b - a for a, b in pairwise(written)) >= YEAR_HEIGHT
    assert scrubber.month_at(5050) == narrow[50]
    assert scrubber.month_at(-1) is None


def test_the_year_of_the_handle_is_written_once_and_touched_by_no_other(scrubber):
    months = [
        Mark(100 * i, str(2020 - i // 12), f"{i % 12} of {2020 - i // 12}", 5) for i in range(96)
    ]
    scrubber.show_marks(months, 9600)
    for value in range(0, 9601, 100):
        scrubber.setValue(value)
        years = [year for year, _y in scrubber.numbers()]
        assert scrubber.month_at(value).year not in years
        assert len(years) >= 5


def test_a_photo_of_a_wrong_clock_takes_no_years_place(scrubber):
    wrong = Mark(0, "2030", "January 2030", 1)
    months = [Mark(10 + 900 * i, str(2019 - i), f"May {2019 - i}", 500) for i in range(10)]
    scrubber.show_marks([wrong, *months], 10_000)
    scrubber.setValue(5000)
    years = [year for year, _y in scrubber.numbers()]
    assert years[:2] == ["2019", "2018"] and "2030" not in years
