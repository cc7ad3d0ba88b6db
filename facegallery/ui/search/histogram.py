"""When the photos of a result were taken: a bar for each month or year, to choose a time with."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from facegallery.ui.widgets import counts
from facegallery.ui.widgets.style import colours

HEIGHT, WORDS_HEIGHT = 64, 16
NARROWEST = 5  # pixels for a month; with less room, years are shown
WIDEST = 26


@dataclass(frozen=True, slots=True)
class Bar:
    """One month ("2015-06") or year ("2015"), and how many photos were taken in it."""

    when: str
    photos: int


def bars_of(months: Sequence[tuple[str, int]], width: int) -> list[Bar]:
    """Return a bar for every month between the first and the last; for every year if too many."""
    known = {month: number for month, number in months if month[:4].isdecimal() and month[5:]}
    if not known:
        return []
    first, last = (_number(edge(known)) for edge in (min, max))
    if (last - first + 1) * NARROWEST <= width:
        every = [f"{at // 12:04d}-{at % 12 + 1:02d}" for at in range(first, last + 1)]
        return [Bar(month, known.get(month, 0)) for month in every]
    years: dict[str, int] = {}
    for month, number in known.items():
        years[month[:4]] = years.get(month[:4], 0) + number
    every = [f"{year:04d}" for year in range(first // 12, last // 12 + 1)]
    return [Bar(year, years.get(year, 0)) for year in every]


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


class Histogram(QWidget):
    """Bars over time. A click chooses one, dragging several; the arrows and Enter do the same.

    Signal chosen(str) with the time as a query writes it: "2015-06" or "2015-06..2016-02".
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: Sequence[tuple[str, int]] = ()
        self.bars: list[Bar] = []
        self._from: int | None = None  # where the mouse went down
        self._at: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Photos over time"))
        self.setToolTip(self.tr("Click a bar, or drag over some, to see the photos of that time"))

    def show_months(self, months: Sequence[tuple[str, int]]) -> None:
        """Show photos by month: ("2015-06", 12) for each with photos, in order."""
        self._months = months
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return the size; see QWidget."""
        return QSize(400, HEIGHT)

    def resizeEvent(self, _event: object) -> None:
        """Show months where there is room for them; see QWidget."""
        self._arrange()

    def _arrange(self) -> None:
        self.bars = bars_of(self._months, self.width())
        self._from = self._at = None
        self.update()

    def place(self, number: int) -> QRect:
        """Return where a bar's column is."""
        wide = self._column
        return QRect(int(number * wide), 0, max(1, int(wide)), HEIGHT - WORDS_HEIGHT)

    @property
    def _column(self) -> float:
        return min(self.width() / max(1, len(self.bars)), WIDEST)

    def _bar_at(self, x: float) -> int | None:
        number = int(x / self._column)
        return number if 0 <= number < len(self.bars) else None

    # Mouse and keys; see QWidget

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose."""
        self._from = self._at = self._bar_at(event.position().x())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose more, or say what a bar is."""
        at = self._bar_at(event.position().x())
        if at is None:
            return
        self._at = at
        bar = self.bars[at]
        words = f"{_words(bar.when)}: {counts.photos(bar.photos)}"
        QToolTip.showText(event.globalPosition().toPoint(), words, self)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Say what was chosen."""
        first, last = self._from, self._at
        self._from = None
        if first is not None and last is not None:
            self._choose(min(first, last), max(first, last))

    def leaveEvent(self, _event: object) -> None:
        """Mark no bar any more."""
        self._at = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the bars and choose one."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.bars:
            step = 1 if key == Qt.Key.Key_Right else -1
            self._at = min(max((self._at or 0) + step, 0), len(self.bars) - 1)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self._choose(self._at, self._at)
        else:
            super().keyPressEvent(event)

    def _choose(self, first: int, last: int) -> None:
        start, end = self.bars[first].when, self.bars[last].when
        self.chosen.emit(start if first == last else f"{start}..{end}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars and the years below them; see QWidget."""
        if not self.bars:
            return
        now = colours()
        most = max(bar.photos for bar in self.bars)
        chosen = range(0)
        if self._at is not None:
            other = self._at if self._from is None else self._from
            chosen = range(min(self._at, other), max(self._at, other) + 1)
        with QPainter(self) as painter:
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * 0.85)
            painter.setFont(font)
            free = -1
            for number, bar in enumerate(self.bars):
                column = self.place(number)
                high = round(column.height() * bar.photos / most)
                if bar.photos:
                    colour = now.accent_hover if number in chosen else now.accent
                    shape = column.adjusted(0, column.height() - max(high, 2), -1, 0)
                    painter.fillRect(shape, QColor(colour))
                elif number in chosen:
                    painter.fillRect(column.adjusted(0, 0, -1, 0), QColor(now.hover))
                free = self._draw_year(painter, number, bar, free)

    def _draw_year(self, painter: QPainter, number: int, bar: Bar, free: int) -> int:
        """Write the year below its first bar, where there is room; return where that ends."""
        if bar.when[5:] not in ("", "01") and number > 0:
            return free
        left = self.place(number).left()
        words = bar.when[:4]
        width = painter.fontMetrics().horizontalAdvance(words)
        if left < free or left + width > self.width():
            return free
        painter.setPen(QColor(colours().muted))
        place = QRect(left, HEIGHT - WORDS_HEIGHT, width + 2, WORDS_HEIGHT)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
        return left + width + 8


def _words(when: str) -> str:
    if len(when) == 4:
        return when
    return f"{QLocale().standaloneMonthName(int(when[5:7]))} {when[:4]}"
