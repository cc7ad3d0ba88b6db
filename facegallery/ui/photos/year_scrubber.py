"""A scroll bar that tells the years, and where many photos are; drag it to go through them."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollBar, QWidget

from facegallery.ui.widgets.painted import painted
from facegallery.ui.widgets.style import SPACING, Colours, colours

WIDTH = 72
YEAR_HEIGHT = 20  # pixels that a year's number needs; years nearer together have no number
DIGITS_HEIGHT = 15  # pixels of a number itself: nearer to the handle's it would touch that
MANY = 10  # times as many photos as the year above give a year the place of that
YEAR_POINTS = 9.5
LONGEST_BAR = 22  # of the month with most photos, pixels
HANDLE = 4
_EDGE = 12  # pixels above the first month and below the last one: half a year's number, and air


@dataclass(frozen=True, slots=True)
class Mark:
    """A month in the grid: how far down it begins, pixels; its words; how many photos it has."""

    top: int
    year: str
    month: str
    photos: int


class YearScrubber(QScrollBar):
    """The scroll bar of the grid of photos: a line for each month, longer with more photos.

    While it is dragged, the month is shown beside it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: list[Mark] = []
        self._height = 1  # of all photos, pixels
        # What lies still while the handle moves: drawn once, and in which colours.
        self._months: tuple[Colours, QPixmap] | None = None
        self._numbers: list[tuple[str, int]] | None = None
        self._bubble: QLabel | None = None
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Through the years"))
        self.setToolTip(self.tr("Drag to go through the years (Page Up, Page Down, Home, End)"))

    def show_marks(self, marks: Sequence[Mark], height: int) -> None:
        """Show these months; height: of all photos, pixels."""
        self._marks, self._height = list(marks), max(1, height)
        self._forget_drawn()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw months and years elsewhere; see QWidget."""
        super().resizeEvent(event)
        self._forget_drawn()

    def _forget_drawn(self) -> None:
        self._months = self._numbers = None

    def month_at(self, offset: int) -> Mark | None:
        """Return the month that is at the top when the grid is scrolled so far."""
        place = bisect_right(self._marks, offset, key=lambda mark: mark.top) - 1
        return self._marks[place] if place >= 0 else None

    def sizeHint(self) -> QSize:
        """Return the width that years need; see QWidget."""
        return QSize(WIDTH, 200)

    # The mouse: where it is pressed, there the grid goes

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what is under the pointer; see QWidget."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event.position().toPoint())
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is pressed; see QWidget."""
        if self.isSliderDown():
            self._go(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay there; see QWidget."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            self._close_bubble()

    def _go(self, point: QPoint) -> None:
        share = (point.y() - _EDGE) / max(1, self.height() - 2 * _EDGE)
        self.setValue(round(min(max(share, 0.0), 1.0) * self.maximum()))
        mark = self.month_at(self.value())
        if mark is not None:
            self._show_bubble(mark.month, point.y())

    def _show_bubble(self, words: str, y: int) -> None:
        room = self.window()
        if self._bubble is None:
            self._bubble = QLabel(room)
            self._bubble.setProperty("look", "bubble")
            self._bubble.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bubble.setText(words)
        self._bubble.adjustSize()
        place = self.mapTo(room, QPoint(0, y))
        self._bubble.move(
            place.x() - self._bubble.width() - SPACING, place.y() - self._bubble.height() // 2
        )
        self._bubble.show()
        self._bubble.raise_()

    def _close_bubble(self) -> None:
        if self._bubble is not None:
            self._bubble.deleteLater()
            self._bubble = None

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw months, years and where the grid is; see QWidget."""
        now = colours()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), QColor(now.window))
            if self.maximum() <= 0:
                return
            if self._months is None or self._months[0] is not now:
                ratio = painter.device().devicePixelRatio()
                self._months = now, painted(self.size(), ratio, self._draw_months)
            painter.drawPixmap(0, 0, self._months[1])
            self._draw_years(painter)
            y = self._handle()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent))
            painter.drawRoundedRect(QRect(WIDTH - 30, y - HANDLE // 2, 26, HANDLE), 2, 2)
            if self.hasFocus():
                painter.drawRoundedRect(QRect(0, y - 10, 4, 20), 2, 2)
            self._draw_year_here(painter, y)

    def _draw_months(self, painter: QPainter) -> None:
        most = max((mark.photos for mark in self._marks), default=1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().scroll))
        for mark in self._marks:
            length = max(3, round(LONGEST_BAR * math.sqrt(mark.photos / most)))
            painter.drawRect(WIDTH - 6 - length, self._y_of(mark.top), length, 2)

    def _draw_years(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPointSizeF(YEAR_POINTS)
        painter.setFont(font)
        painter.setPen(QColor(colours().muted))
        for year, y in self.numbers():
            place = QRect(6, y, WIDTH - 12, YEAR_HEIGHT)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, year)

    def numbers(self) -> list[tuple[str, int]]:
        """Return the years that are written, and how far down; that of the handle is not here."""
        if self._numbers is None:
            self._numbers = self._numbers_beside_each_other()
        here = self.month_at(self.value())
        handle = self._handle() - YEAR_HEIGHT // 2
        return [
            (year, y)
            for year, y in self._numbers
            if (here is None or year != here.year) and abs(y - handle) >= DIGITS_HEIGHT
        ]

    def _numbers_beside_each_other(self) -> list[tuple[str, int]]:
        """Return the years that have room, and how far down.

        A few photos of a camera whose clock was wrong do not take the place of a whole year's.
        """
        years: dict[str, tuple[int, int]] = {}  # how far down, and how many photos
        for mark in self._marks:
            y, photos = years.get(mark.year, (self._y_of(mark.top) - YEAR_HEIGHT // 2, 0))
            years[mark.year] = y, photos + mark.photos
        found: list[tuple[str, int, int]] = []
        for year, (wanted, photos) in years.items():
            y = max(wanted, 0)
            while found and y < found[-1][1] + YEAR_HEIGHT and found[-1][2] * MANY < photos:
                found.pop()
            free_from = found[-1][1] + YEAR_HEIGHT if found else 0
            if free_from <= y <= self.height() - YEAR_HEIGHT:
                found.append((year, y, photos))
        return [(year, y) for year, y, _photos in found]

    def _handle(self) -> int:
        """Return how far down the handle is, pixels."""
        return self._y_of(self.value() / max(1, self.maximum()) * self._height)

    def _draw_year_here(self, painter: QPainter, y: int) -> None:
        """Write the year that the grid shows beside the handle."""
        mark = self.month_at(self.value())
        if mark is not None:
            font = QFont(self.font())
            font.setPointSizeF(YEAR_POINTS)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(colours().accent))
            place = QRect(6, y - YEAR_HEIGHT // 2, WIDTH - 36, YEAR_HEIGHT)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, mark.year)

    def _y_of(self, offset: float) -> int:
        return _EDGE + round(offset / self._height * (self.height() - 2 * _EDGE))
