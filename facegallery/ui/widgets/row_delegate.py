"""What rows of lists have in common: their height, and the ground of what is chosen."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facegallery.ui.widgets.item_model import ITEM_ROLE
from facegallery.ui.widgets.style import colours

_State = QStyle.StateFlag
_NARROWEST = 200
_RADIUS = 8


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height; subclasses paint what is in them.

    height: of a row, pixels. side: how far a row's ground stays from the sides of the list.
    """

    def __init__(self, height: int, parent: QObject, *, side: int = 4) -> None:
        super().__init__(parent)
        self._height, self._side = height, side

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return a row's size; see QStyledItemDelegate."""
        return QSize(_NARROWEST, self._height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground, then the row; see QStyledItemDelegate."""
        item = index.data(ITEM_ROLE)
        if item is None:
            return
        place = QRect(option.rect).adjusted(self._side, 2, -self._side, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_ground(painter, place, option.state)
        self.paint_row(painter, place, option, item)
        painter.restore()

    def paint_row(
        self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, item: object
    ) -> None:
        """Paint what is in a row; place: its ground."""
        raise NotImplementedError


def _paint_ground(painter: QPainter, place: QRect, state: _State) -> None:
    """Paint what is under the pointer grey, what is chosen blue, and a ring where the keys are."""
    now = colours()
    focused = bool(state & _State.State_HasFocus)
    chosen = focused or bool(state & _State.State_Selected)
    if chosen or state & _State.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent_soft if chosen else now.hover))
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
    if focused:
        painter.setPen(QColor(now.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
