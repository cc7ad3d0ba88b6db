"""Icons: line drawings from resources/icons in the colour of the text, light or dark."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from facegallery.paths import resources
from facegallery.ui.widgets.style import colours


def icon(name: str, colour: str | None = None) -> QIcon:
    """Return an icon by its file's name without ".svg"; it follows the palette when that changes.

    colour: the name of a field of Colours, for icons on the accent; or "#rrggbb" for always.
    """
    return QIcon(_Engine(name, colour))


def pixmap(name: str, side: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Return an icon drawn at side x side in a colour "#rrggbb"; ratio: device pixels a pixel."""
    return _drawn(name, round(side * ratio), round(side * ratio), colour, ratio)


class _Engine(QIconEngine):
    """Draws an SVG in the colour of the moment, so that a change of palette needs no new icon."""

    def __init__(self, name: str, colour: str | None) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw; see QIconEngine."""
        painter.drawPixmap(
            rect, self._pixmap(rect.size(), mode, painter.device().devicePixelRatio())
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return the drawing; see QIconEngine."""
        return self._pixmap(size, mode, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the drawing, sharp at that scale; see QIconEngine."""
        return self._pixmap(size, mode, scale)

    def clone(self) -> QIconEngine:
        """Return a copy; see QIconEngine."""
        return _Engine(self._name, self._colour)

    def _pixmap(self, size: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        now = colours()
        colour = self._colour or now.text
        if not colour.startswith("#"):
            colour = getattr(now, colour)
        if mode == QIcon.Mode.Disabled:
            colour = now.faint
        elif mode == QIcon.Mode.Selected and self._colour is None:
            colour = now.accent
        return _drawn(
            self._name, round(size.width() * ratio), round(size.height() * ratio), colour, ratio
        )


@cache
def _source(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()


@cache  # some 40 icons in a few sizes and colours
def _drawn(name: str, width: int, height: int, colour: str, ratio: float) -> QPixmap:
    """Return an icon drawn at width x height device pixels."""
    drawing = _source(name).replace(b"currentColor", QColor(colour).name().encode())
    made = QPixmap(width, height)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        QSvgRenderer(QByteArray(drawing)).render(
            painter, QRectF(QPoint(0, 0), QSize(width, height))
        )
    made.setDevicePixelRatio(ratio)
    return made
