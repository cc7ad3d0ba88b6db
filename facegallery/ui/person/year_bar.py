"""How many photos there are of somebody, year by year; a click shows one year only."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from facegallery.ui.widgets import counts
from facegallery.ui.widgets.style import colours

HEIGHT = 60
_WORDS = 18  # height of the line with the years
_WIDEST_BAR, _NARROWEST_BAR = 40, 3
_EDGE = 3  # pixels at the sides, for the frame of the keys
_LEAST = 3  # height of the smallest bar, so that one photo is seen beside a thousand


class YearBar(QWidget):
    """A bar for each year from the first to the last one. Signal chosen(int year, or None).

    Left and Right walk, Enter or Space choose the year or all again, as a click does.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._photos: dict[int, int] = {}
        self._years: list[int] = []
        self._current = 0  # the place that the keys are at
        self.year: int | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Photos per year"))

    def sizeHint(self) -> QSize:
        """Return the width of all bars; see QWidget."""
        return QSize(len(self._years) * _WIDEST_BAR, HEIGHT)

    def show_years(self, years: Sequence[tuple[int, int]]) -> None:
        """Show (year, photos), the first year first; the year chosen stays chosen if it is there.

        Times that a camera did not know, such as 1970, do not make the bars too narrow to click:
        years without photos are left out where there are too many.
        """
        self._photos = dict(years)
        first, last = (years[0][0], years[-1][0]) if years else (0, -1)
        gapless = last - first < self.width() // (2 * _NARROWEST_BAR)
        self._years = list(range(first, last + 1)) if gapless else [year for year, _ in years]
        self._current = min(self._current, max(0, len(self._years) - 1))
        if self.year is not None and self.year not in self._photos:
            self.choose(None)
        self.setVisible(len(self._years) > 1)
        self.updateGeometry()
        self._say()

    def choose(self, year: int | None) -> None:
        """Choose a year, or None for all."""
        if year != self.year:
            self.year = year
            if year in self._years:
                self._current = self._years.index(year)
            self._say()
            self.chosen.emit(year)

    def photos_of(self, year: int) -> int:
        """Return how many photos a year has."""
        return self._photos.get(year, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and choose; see QWidget."""
        key, last = event.key(), len(self._years) - 1
        walked = {
            Qt.Key.Key_Left: self._current - 1,
            Qt.Key.Key_Right: self._current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in walked:
            self._current = max(0, min(last, walked[Qt.Key(key)]))
            self._say()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle(self._current)
        elif key == Qt.Key.Key_Escape and self.year is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the year that was clicked, or all again; see QWidget."""
        place = self._place_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._toggle(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are; see QWidget."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say how many photos a year has; see QWidget."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos())
            words = "" if place is None else self._words(place)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars and years; see QWidget."""
        now = colours()
        most = max(self._photos.values(), default=1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            small = self.font()
            small.setPointSizeF(self.font().pointSizeF() * 0.85)
            painter.setFont(small)
            widest = painter.fontMetrics().horizontalAdvance("0000") + 6
            free = 0
            for place, year in enumerate(self._years):
                bar = self.bar(place)
                photos = self._photos.get(year, 0)
                height = max(_LEAST, round((bar.height()) * photos / most)) if photos else 1
                shown = QRectF(bar.adjusted(0, bar.height() - height, 0, 0))
                chosen = self.year in (None, year)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(now.accent if chosen and photos else now.border))
                painter.drawRoundedRect(shown, 2, 2)
                if place == self._current and self.hasFocus():
                    painter.setPen(QColor(now.text))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(bar.adjusted(-2, 0, 1, 1))
                left = max(0, bar.center().x() - widest // 2)
                words = QRect(left, bar.bottom() + 2, widest, _WORDS)
                if words.left() >= free or year == self.year:
                    painter.setPen(QColor(now.text if year == self.year else now.muted))
                    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(year))
                    free = words.right()

    def bar(self, place: int) -> QRect:
        """Return where the bar of a year can be, from the top of the widget."""
        step = max(_NARROWEST_BAR, min(_WIDEST_BAR, (self.width() - 2 * _EDGE) // len(self._years)))
        return QRect(_EDGE + place * step, 4, max(2, step - 3), HEIGHT - _WORDS - 8)

    def _place_at(self, point: QPoint) -> int | None:
        for place in range(len(self._years)):
            bar = self.bar(place)
            if bar.left() - 2 <= point.x() <= bar.right() + 2:
                return place
        return None

    def _toggle(self, place: int) -> None:
        year = self._years[place]
        self._current = place
        self.choose(year if year in self._photos and year != self.year else None)
        self.update()

    def _say(self) -> None:
        words = self._words(self._current) if self._years else ""
        if self.year is not None:
            words += ", " + self.tr("only {0} is shown").format(self.year)
        self.setAccessibleDescription(words)
        self.setToolTip(self.tr("Click a year to see its photos only"))
        self.update()

    def _words(self, place: int) -> str:
        year = self._years[place]
        return f"{year}: {counts.photos(self.photos_of(year))}"
