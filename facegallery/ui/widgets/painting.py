"""How faces, their frames and little labels are painted, the same in every grid and list."""

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from facegallery.ui.widgets import icons
from facegallery.ui.widgets.painted import Painted, painted
from facegallery.ui.widgets.style import colours

CORNER = 10  # radius of a face's square, pixels
LINE_HEIGHT = 20  # of the second line of a name, pixels
KEPT_BYTES = 4 * 2**20  # some 80 faces: what is beside the grids, which keep theirs
_shapes = Painted(KEPT_BYTES)  # faces in their frames, and marks


def round_face(painter: QPainter, place: QRect, picture: QPixmap | None) -> None:
    """Paint a face in a circle, or a quiet silhouette while there is no picture."""
    _face(painter, place, picture, place.width() / 2)


def square_face(painter: QPainter, place: QRect, picture: QPixmap | None) -> None:
    """Paint a face in a square with round corners, or a silhouette while there is no picture."""
    _face(painter, place, picture, CORNER)


def ring(painter: QPainter, place: QRect, colour: str, width: float = 2.5) -> None:
    """Paint a ring around a round face, with a little air between."""
    away = width / 2 + 2
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(place).adjusted(-away, -away, away, away))


def mark(painter: QPainter, centre: QPointF, radius: float, name: str, *, filled: bool) -> None:
    """Paint a round mark with an icon: filled with the accent, or on the surface."""
    half = ceil(radius) + 1
    at, size = centre - QPointF(half, half), QSize(2 * half, 2 * half)
    middle = QPointF(half, half)
    shows = ("mark", radius, name, filled)
    _shapes.draw(painter, at, size, shows, lambda on: _mark(on, middle, radius, name, filled))


def _mark(painter: QPainter, centre: QPointF, radius: float, name: str, filled: bool) -> None:
    now = colours()
    painter.setPen(QPen(QColor(now.accent if filled else now.border), 1))
    painter.setBrush(QColor(now.accent if filled else now.surface))
    painter.drawEllipse(centre, radius, radius)
    side = round(radius * 1.3)
    picture = icons.pixmap(
        name,
        side,
        now.on_accent if filled else now.text,
        painter.device().devicePixelRatio(),
    )
    painter.drawPixmap(QPointF(centre.x() - side / 2, centre.y() - side / 2), picture)


def label(painter: QPainter, right_top: QPointF, text: str, font: QFont) -> QRectF:
    """Paint a small rounded label in the accent, its right top corner given; return its place."""
    now = colours()
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.85)
    small.setBold(True)
    painter.setFont(small)
    width = max(painter.fontMetrics().horizontalAdvance(text) + 12, 22)
    place = QRectF(right_top.x() - width, right_top.y(), width, 22)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(now.window), 2))
    painter.setBrush(QColor(now.accent))
    painter.drawRoundedRect(place, 11, 11)
    painter.setPen(QColor(now.on_accent))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    return place


def one_line(
    painter: QPainter,
    place: QRect,
    text: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
) -> None:
    """Paint one line of text, shortened with an ellipsis where it does not fit.

    A question mark at the end is never cut off: it tells a suggestion from a fact.
    """
    end = "?" if text.endswith("?") else ""
    room = place.width() - painter.fontMetrics().horizontalAdvance(end)
    body = text.removesuffix("?")
    short = painter.fontMetrics().elidedText(body, Qt.TextElideMode.ElideRight, room)
    painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, short + end)


def two_lines(painter: QPainter, place: QRect, text: str) -> int:
    """Paint a name in the middle, on two lines where one is too short; return how many it took.

    place: of the first line. What does not fit on the second one is shortened with an ellipsis.
    """
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(place.width())
    layout.endLayout()
    first = text[: line.textLength()]
    one_line(painter, place, first.strip())
    if len(first) == len(text):
        return 1
    one_line(painter, place.translated(0, LINE_HEIGHT), text[len(first) :].strip())
    return 2


def _face(painter: QPainter, place: QRect, picture: QPixmap | None, corner: float) -> None:
    at, size = QPointF(place.topLeft()), place.size()
    if picture is not None and not picture.isNull():
        if not isinstance(painter.device(), QWidget):  # of a piece that is kept itself
            ratio = painter.device().devicePixelRatio()
            cut = painted(size, ratio, lambda on: _cut(on, size, picture, corner))
            painter.drawPixmap(at, cut)
            return
        shows = ("face", picture.cacheKey(), corner)
        if _shapes.draw(painter, at, size, shows, lambda on: _cut(on, size, picture, corner)):
            return
    _shapes.draw(
        painter, at, size, ("silhouette", corner), lambda on: _silhouette(on, size, corner)
    )


def _cut(painter: QPainter, size: QSize, picture: QPixmap, corner: float) -> None:
    """Paint a square picture scaled to a size, with its corners cut off."""
    scaled = picture.scaled(
        size * painter.device().devicePixelRatio(),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter.drawPixmap(QRect(QPoint(), size), scaled)
    # A brush of the picture would take ten times as long as cutting it out with a shape.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    whole = ("whole", corner)
    _shapes.draw(painter, QPointF(), size, whole, lambda on: _whole(on, size, corner))


def _whole(painter: QPainter, size: QSize, corner: float, colour: str = "#000000") -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(QPointF(), size), corner, corner)


def _silhouette(painter: QPainter, size: QSize, corner: float) -> None:
    _whole(painter, size, corner, colours().placeholder)
    side = max(16, size.width() // 2)
    picture = icons.pixmap("person", side, colours().faint, painter.device().devicePixelRatio())
    painter.drawPixmap((size.width() - side) // 2, (size.height() - side) // 2, picture)
