"""A sentence over a photo that cannot be seen."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

WORDS, GROUND = "#f2b56b", QColor(20, 21, 24, 230)


def draw_sentence(painter: QPainter, room: QRect, sentence: str) -> None:
    """Draw a sentence at the bottom of a room, on a dark ground of its own."""
    room = room.adjusted(48, 0, -48, -32)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    place = QRect(painter.boundingRect(room, flags, sentence))
    place.moveBottom(room.bottom())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GROUND)
    painter.drawRoundedRect(place.adjusted(-16, -10, 16, 10), 10, 10)
    painter.setPen(QColor(WORDS))
    painter.drawText(place, flags, sentence)
