"""Everybody's photos over the years: a row of bars for each person, on one scale of time."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from facegallery.domain.insight import PersonYears
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.painting import one_line, round_face
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.style import colours

ROW, FACE, NAME, HEAD = 52, 36, 220, 28
WIDEST_BAR = 48
MARGIN = 24


class YearsList(QScrollArea):
    """The rows, scrolled. Signal chosen(PersonOrGroup, str) with a person and a year that was
    clicked; the year is empty for a click on the face or the name.
    """

    chosen = Signal(object, str)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = _Rows(pictures, self)
        self.setWidget(self.rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.rows.chosen.connect(self.chosen)

    def show_people(self, rows: Sequence[tuple[PersonOrGroup, PersonYears]]) -> None:
        """Show these people."""
        self.rows.show_people(rows)


class _Rows(QWidget):
    """All rows."""

    chosen = Signal(object, str)

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._people: list[tuple[PersonOrGroup, dict[str, int]]] = []
        self.years: list[str] = []
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Photos of people over the years"))
        pictures.arrived.connect(lambda _key: self.update())

    def show_people(self, rows: Sequence[tuple[PersonOrGroup, PersonYears]]) -> None:
        self._people = [(card, dict(person.years)) for card, person in rows]
        known = sorted({int(y) for _card, years in self._people for y in years if y.isdecimal()})
        self.years = [f"{y:04d}" for y in range(known[0], known[-1] + 1)] if known else []
        self.setMinimumHeight(HEAD + ROW * len(self._people) + MARGIN)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size; see QWidget."""
        return QSize(600, self.minimumHeight())

    @property
    def _bar_width(self) -> float:
        room = self.width() - NAME - 2 * MARGIN
        return min(room / max(1, len(self.years)), WIDEST_BAR)

    def bar(self, row: int, year: int) -> QRect:
        """Return the place of a bar at its full height: the number of a row and of a year."""
        left = MARGIN + NAME + year * self._bar_width
        return QRect(int(left), HEAD + row * ROW + 6, max(2, int(self._bar_width) - 2), ROW - 12)

    def _at(self, x: float, y: float) -> tuple[int, int] | None:
        row = int((y - HEAD) // ROW)
        if not (y >= HEAD and 0 <= row < len(self._people)):
            return None
        year = int((x - MARGIN - NAME) // self._bar_width) if x >= MARGIN + NAME else -1
        return (row, year) if year < len(self.years) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what a bar is; see QWidget."""
        at = self._at(event.position().x(), event.position().y())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if at is not None else Qt.CursorShape.ArrowCursor
        )
        if at is None or at[1] < 0:
            return
        card, years = self._people[at[0]]
        year = self.years[at[1]]
        words = f"{card.name}, {year}: {counts.photos(years.get(year, 0))}"
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a person, or a person and a year; see QWidget."""
        at = self._at(event.position().x(), event.position().y())
        if at is not None:
            self.chosen.emit(self._people[at[0]][0], self.years[at[1]] if at[1] >= 0 else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight; see QWidget."""
        now = colours()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_years(painter)
            first = max(0, (event.rect().top() - HEAD) // ROW)
            last = min(len(self._people), (event.rect().bottom() - HEAD) // ROW + 1)
            for row in range(first, last):
                card, years = self._people[row]
                top = HEAD + row * ROW
                face = QRect(MARGIN, top + (ROW - FACE) // 2, FACE, FACE)
                round_face(painter, face, picture_of(card, self._pictures))
                painter.setPen(QColor(now.text))
                name = QRect(MARGIN + FACE + 10, top, NAME - FACE - 20, ROW)
                one_line(painter, name, card.name or "", Qt.AlignmentFlag.AlignLeft)
                self._draw_bars(painter, row, years)

    def _draw_years(self, painter: QPainter) -> None:
        painter.setPen(QColor(colours().muted))
        wide = painter.fontMetrics().horizontalAdvance("2000") + 8
        every = max(1, int(wide / max(1.0, self._bar_width)) + 1)
        for number, year in enumerate(self.years):
            if number % every == 0:
                left = self.bar(0, number).left()
                place = QRect(left, 0, wide, HEAD)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, year)

    def _draw_bars(self, painter: QPainter, row: int, years: dict[str, int]) -> None:
        now = colours()
        most = max(years.values(), default=1)
        for number, year in enumerate(self.years):
            full = self.bar(row, number)
            photos = years.get(year, 0)
            painter.fillRect(full.adjusted(0, full.height() - 1, 0, 0), QColor(now.border))
            if photos:
                high = max(3, round(full.height() * photos / most))
                painter.fillRect(full.adjusted(0, full.height() - high, 0, 0), QColor(now.accent))
