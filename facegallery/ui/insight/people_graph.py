"""Who is seen with whom: faces, and lines between those who are in photos together."""

from collections.abc import Sequence
from math import hypot

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.insight.answers import Graph
from facegallery.ui.insight.graph_layout import boxes_apart, layout
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.painting import one_line, ring, round_face
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.style import colours

SMALLEST, LARGEST = 36, 76  # sides of faces, pixels
MARGIN, GAP = 12, 6  # around the graph, and between faces, pixels
NEAR_LINE = 6  # pixels: so near to a line the mouse means it
MOST_NUMBERS = 14  # lines that tell their number by themselves
NAME_WIDTH, NAME_HEIGHT = 150, 18
ROOM = 300  # pixels of width and height for one, times the root of their number: few stand near
NUMBER_HEIGHT = 18
ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)  # of a line: where its number may stand


class PeopleGraph(QWidget):
    """The graph. A click on a face or a line chooses it; Tab and the arrows walk along the faces.

    Signal chosen(list[PersonOrGroup]) with one or two people.
    """

    chosen = Signal(list)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.shown: Graph | None = None
        self.people: list[PersonOrGroup] = []
        self.pairs: list[tuple[int, int, int]] = []  # two numbers of people, and photos
        self._places = layout(0, [])
        self._points: list[QPointF] = []
        self._boxes: list[QRectF] = []  # of faces with their names
        self._at: tuple[int, ...] = ()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Who is seen with whom"))
        pictures.arrived.connect(self._on_arrived)

    def show_graph(self, graph: Graph) -> None:
        """Show people and the lines between them; a scan has the same shown again often."""
        if graph is self.shown:
            return
        self.shown = graph
        self.people, self.pairs, self._places = graph.people, graph.pairs, graph.places
        self._at = ()
        self._arrange()
        self.update()

    def place(self, number: int) -> QPointF:
        """Return the middle of a face."""
        return self._points[number]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everybody where there is room now; see QWidget."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Have no face or name lie on another: each face with its name below is a box."""
        if not self.people:
            self._points, self._boxes = [], []
            return
        window = np.array([self.width() - 2 * MARGIN, self.height() - 2 * MARGIN], float)
        room = np.minimum(window, ROOM * len(self.people) ** 0.5)
        left, top = ((window - room) / 2 + MARGIN).tolist()
        sides = np.array([self._side(number) for number in range(len(self.people))], float)
        metrics = self.fontMetrics()
        names = [metrics.horizontalAdvance(card.name or "") + 8 for card in self.people]
        wide = np.maximum(sides, np.minimum(names, NAME_WIDTH)) + GAP
        sizes = np.stack([wide, sides + NAME_HEIGHT + GAP], axis=1)
        middles = sizes / 2 + self._places * (room - sizes)
        boxes = boxes_apart(middles, sizes, (float(room[0]), float(room[1])))
        below = (NAME_HEIGHT + GAP) / 2  # the face is in the upper part of its box
        self._points = [QPointF(left + x, top + y - below) for x, y in boxes.tolist()]
        self._boxes = [
            QRectF(left + x - wide / 2, top + y - high / 2, wide, high)
            for (x, y), (wide, high) in zip(boxes.tolist(), sizes.tolist(), strict=True)
        ]

    def _side(self, number: int) -> int:
        most = max(card.photos for card in self.people)
        share = (self.people[number].photos / most) ** 0.5 if most else 0
        return round(SMALLEST + (LARGEST - SMALLEST) * share)

    def _what_is_at(self, point: QPointF) -> tuple[int, ...]:
        """Return the person, or the two of a line, at a point; nothing elsewhere."""
        for number in range(len(self.people)):
            middle = self.place(number)
            if hypot(point.x() - middle.x(), point.y() - middle.y()) <= self._side(number) / 2:
                return (number,)
        near = [
            (_distance(point, self.place(first), self.place(second)), (first, second))
            for first, second, _photos in self.pairs
        ]
        nearest = min(near, default=(NEAR_LINE + 1.0, ()))
        return nearest[1] if nearest[0] <= NEAR_LINE else ()

    # Mouse and keys; see QWidget

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark what is below the mouse."""
        at = self._what_is_at(event.position())
        if at != self._at:
            self._at = at
            shape = Qt.CursorShape.PointingHandCursor if at else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self._choose(self._what_is_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the people; Enter chooses."""
        key = event.key()
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if key in steps and self.people:
            here = self._at[0] if self._at else -1
            self._at = ((here + steps[Qt.Key(key)]) % len(self.people),)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell what is below the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words(self._what_is_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _words(self, at: tuple[int, ...]) -> str:
        if len(at) == 1:
            card = self.people[at[0]]
            return f"{card.name}: {counts.photos(card.photos)}"
        for first, second, photos in self.pairs:
            if (first, second) == at:
                names = (self.people[first].name, self.people[second].name)
                return self.tr("{0} and {1}: {2} together").format(*names, counts.photos(photos))
        return ""

    def _choose(self, at: tuple[int, ...]) -> None:
        if at:
            self.chosen.emit([self.people[number] for number in at])

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw lines, numbers, faces and names; see QWidget."""
        if not self.people:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for first, second, photos in reversed(self.pairs):
                self._draw_line(painter, first, second, photos)
            painter.setFont(self._number_font())
            for words, place in self.numbers():
                _draw_number(painter, words, place)
            for number in range(len(self.people)):
                self._draw_person(painter, number)

    def _numbered(self) -> list[tuple[int, int, int]]:
        """Return the lines that tell their number: the strongest, and those of a marked face."""
        if not self._at:
            return self.pairs[:MOST_NUMBERS]
        marked = set(self._at)
        if len(self._at) == 2:
            return [pair for pair in self.pairs if pair[:2] == self._at]
        return [pair for pair in self.pairs if marked & set(pair[:2])]

    def _draw_line(self, painter: QPainter, first: int, second: int, photos: int) -> None:
        now = colours()
        most = self.pairs[0][2]
        marked = (
            (first, second) == self._at
            if len(self._at) == 2
            else bool(self._at) and self._at[0] in (first, second)
        )
        colour = QColor(now.accent)
        colour.setAlphaF(0.95 if marked else 0.15 + 0.35 * photos / most)
        painter.setPen(QPen(colour, 1 + 6 * photos / most))
        painter.drawLine(self.place(first), self.place(second))

    def numbers(self) -> list[tuple[str, QRectF]]:
        """Return the numbers on the lines, and where: on no face, name or other number.

        One for which there is no such place is left out; its line tells it in its tooltip.
        """
        metrics = QFontMetricsF(self._number_font())
        taken = list(self._boxes)
        found = []
        for first, second, photos in self._numbered():
            words = counts.written(photos)
            size = QSizeF(metrics.horizontalAdvance(words) + 10, NUMBER_HEIGHT)
            place = self._free_place(first, second, size, taken)
            if place is not None:
                taken.append(place)
                found.append((words, place))
        return found

    def _free_place(
        self, first: int, second: int, size: QSizeF, taken: Sequence[QRectF]
    ) -> QRectF | None:
        start, end = self.place(first), self.place(second)
        for share in ALONG:
            place = QRectF(QPointF(), size)
            place.moveCenter(start + (end - start) * share)
            if not any(place.intersects(other) for other in taken):
                return place
        return None

    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _draw_person(self, painter: QPainter, number: int) -> None:
        card, middle, side = self.people[number], self.place(number), self._side(number)
        place = QRect(round(middle.x() - side / 2), round(middle.y() - side / 2), side, side)
        round_face(painter, place, picture_of(card, self._pictures))
        if number in self._at:
            ring(painter, place, colours().accent)
        painter.setFont(self.font())
        painter.setPen(QColor(colours().text))
        words = QRect(
            round(middle.x() - NAME_WIDTH / 2), place.bottom() + 4, NAME_WIDTH, NAME_HEIGHT
        )
        one_line(painter, words, card.name or "")

    def _on_arrived(self, _key: bytes) -> None:
        self.update()


def _draw_number(painter: QPainter, words: str, place: QRectF) -> None:
    now = colours()
    painter.setPen(QPen(QColor(now.border), 1))
    painter.setBrush(QColor(now.surface))
    painter.drawRoundedRect(place, NUMBER_HEIGHT / 2, NUMBER_HEIGHT / 2)
    painter.setPen(QColor(now.text))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _distance(point: QPointF, start: QPointF, end: QPointF) -> float:
    """Return how far a point is from a line between two others."""
    along = end - start
    length = QPointF.dotProduct(along, along)
    if length == 0:
        return hypot(point.x() - start.x(), point.y() - start.y())
    share = min(1.0, max(0.0, QPointF.dotProduct(point - start, along) / length))
    nearest = start + along * share
    return hypot(point.x() - nearest.x(), point.y() - nearest.y())
