"""Keeps what was painted once: words and curves take ten times as long as a picture of them."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from facegallery.ui.widgets.paint_turn import turn
from facegallery.ui.widgets.style import Colours, colours

Paint = Callable[[QPainter], None]


class Painted:
    """The pieces of pages painted last, by what they show. GUI thread only.

    limit: bytes that they may take; what was shown longest ago goes first.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._bytes = 0
        self._pieces: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._colours: Colours | None = None

    def draw(
        self, painter: QPainter, at: QPointF, size: QSize, shows: Hashable, paint: Paint
    ) -> bool:
        """Paint a piece with its left top corner at a point; return False where that comes later.

        shows: everything that the piece depends on, but the colours and the screen. paint: paints
        it at 0, 0 on nothing, where it has not been painted before. In a turn that has made too
        much already nothing is painted; the widget is updated in the next one.
        """
        ratio = painter.device().devicePixelRatio()
        if self._colours is not colours():
            self.forget()
        key = (shows, size.width(), size.height(), ratio)
        piece = self._pieces.get(key)
        if piece is None:
            if not turn.has_time(painter, _place(painter, at, size)):
                return False
            with turn:
                piece = self._made(key, size, ratio, paint)
        else:
            self._pieces.move_to_end(key)
        painter.drawPixmap(_on_pixel(painter, at, ratio), piece)
        return True

    def forget(self) -> None:
        """Let go of all pieces."""
        self._pieces.clear()
        self._bytes = 0
        self._colours = colours()

    def _made(self, key: Hashable, size: QSize, ratio: float, paint: Paint) -> QPixmap:
        piece = self._pieces[key] = painted(size, ratio, paint)
        self._bytes += _bytes(piece)
        while self._bytes > self._limit and len(self._pieces) > 1:
            _key, oldest = self._pieces.popitem(last=False)
            self._bytes -= _bytes(oldest)
        return piece


def painted(size: QSize, ratio: float, paint: Paint) -> QPixmap:
    """Return what is painted at 0, 0 on nothing, as a picture of a size for a screen."""
    piece = QPixmap(ceil(size.width() * ratio), ceil(size.height() * ratio))
    piece.setDevicePixelRatio(ratio)
    piece.fill(Qt.GlobalColor.transparent)
    with QPainter(piece) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
    return piece


def _on_pixel(painter: QPainter, at: QPointF, ratio: float) -> QPointF:
    """Return the place next to `at` where a pixel of the screen begins: between two, words blur."""
    if ratio == int(ratio):
        return at
    there = painter.deviceTransform().map(at)
    return at + QPointF(round(there.x()) - there.x(), round(there.y()) - there.y()) / ratio


def _place(painter: QPainter, at: QPointF, size: QSize) -> QRect:
    return painter.transform().mapRect(QRectF(at, QSizeF(size))).toAlignedRect()


def _bytes(piece: QPixmap) -> int:
    return piece.width() * piece.height() * 4
