"""How faces, their frames and little labels are painted, the same in every grid and list."""

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap, QTextLayout, QTextOption

from facegallery.ui.widgets import icons
from facegallery.ui.widgets.paint_turn import turn
from facegallery.ui.widgets.style import colours

CORNER = 10  # radius of a face's square, pixels
LINE_HEIGHT = 20  # of the second line of a name, pixels
MOST_CUT = 300  # some two screens of faces, 15 MB


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
    now = colours()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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
    ratio = painter.device().devicePixelRatio()
    if picture is not None and not picture.isNull():
        cut = _cut(painter, picture, place.width(), corner, ratio)
        if cut is not None:
            painter.drawPixmap(place.topLeft(), cut)
            return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().placeholder))
    painter.drawRoundedRect(QRectF(place), corner, corner)
    _silhouette(painter, place)


_cut_before: OrderedDict[tuple[int, int, float, float], QPixmap] = OrderedDict()


def _cut(
    painter: QPainter, picture: QPixmap, side: int, corner: float, ratio: float
) -> QPixmap | None:
    """Return a square picture scaled to a side with its corners cut off; None for later.

    Cutting takes ten times as long as drawing what is cut, so the last few are kept.
    """
    key = (picture.cacheKey(), side, corner, ratio)
    found = _cut_before.get(key)
    if found is None:
        if not turn.has_time(painter):
            return None
        with turn:
            found = _cut_before[key] = _cut_now(picture, side, corner, ratio)
        if len(_cut_before) > MOST_CUT:
            _cut_before.popitem(last=False)
    _cut_before.move_to_end(key)
    return found


def _cut_now(picture: QPixmap, side: int, corner: float, ratio: float) -> QPixmap:
    pixels = round(side * ratio)
    scaled = picture.scaled(
        pixels,
        pixels,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    cut = QPixmap(pixels, pixels)
    cut.fill(Qt.GlobalColor.transparent)
    with QPainter(cut) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(scaled))
        painter.drawRoundedRect(QRectF(0, 0, pixels, pixels), corner * ratio, corner * ratio)
    cut.setDevicePixelRatio(ratio)
    return cut


def _silhouette(painter: QPainter, place: QRect) -> None:
    side = max(16, place.width() // 2)
    picture = icons.pixmap("person", side, colours().faint, painter.device().devicePixelRatio())
    left = place.x() + (place.width() - side) // 2
    painter.drawPixmap(left, place.y() + (place.height() - side) // 2, picture)
