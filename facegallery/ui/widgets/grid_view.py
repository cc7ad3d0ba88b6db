"""A scrolling grid whose places are computed, not measured, so that thousands take no time."""

from collections.abc import Iterable
from itertools import product
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.item_model import NO_PARENT, Index, ItemModel
from facegallery.ui.widgets.kept_list_view import Item, KeptListView
from facegallery.ui.widgets.runs import Runs
from facegallery.ui.widgets.style import colours

_Move = QAbstractItemView.CursorAction
_State = QAbstractItemView.State
_END = 16  # pixels of air below the last item
SIDEWAYS_STEP = 52


class GridView(KeptListView[Item]):
    """A list view whose layout is arithmetic: see QAbstractItemView for what it answers.

    Subclasses say in `make_runs` where the items lie.
    """

    _runs = Runs()
    _under = -1  # the row under the pointer
    _range_start = QPersistentModelIndex()
    _band: QPoint | None = None
    _has_ground = False

    def __init__(
        self, items: ItemModel[Item], pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(items, pictures, parent)
        pictures.arrived.connect(self._on_picture)

    def fill_ground(self) -> None:
        """Have the window's colour below the items: what scrolls is moved, not painted again."""
        self._has_ground = True
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def shows(self, item: Item, key: bytes) -> bool:
        """Tell whether an item shows the picture with a key, see Pictures."""
        raise NotImplementedError

    def make_runs(self) -> Runs:
        """Return where the items lie, for the width of the moment."""
        raise NotImplementedError

    def doItemsLayout(self) -> None:
        """Lay out again; see QAbstractItemView."""
        self._runs = self.make_runs()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is; see QAbstractItemView."""
        if self.isWrapping():
            bar, much = self.verticalScrollBar(), self._runs.height + _END
            room = self.viewport().height()
        else:
            bar, much = self.horizontalScrollBar(), self._runs.width
            room = self.viewport().width()
            bar.setSingleStep(SIDEWAYS_STEP)
        bar.setPageStep(room)
        bar.setRange(0, max(0, much - room))
        QAbstractItemView.updateGeometries(self)

    def _fit(self, event: QResizeEvent) -> None:
        """Lay out for the new width; see KeptListView."""
        QAbstractItemView.resizeEvent(self, event)
        self.scheduleDelayedItemsLayout()

    def visualRect(self, index: Index) -> QRect:
        """Return where an item is in the viewport; see QAbstractItemView."""
        self.executeDelayedItemsLayout()
        if not index.isValid() or index.row() >= self._runs.count:
            return QRect()
        return self._runs.place(index.row()).translated(-self._offset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the item at a point of the viewport; see QAbstractItemView."""
        self.executeDelayedItemsLayout()
        there = point + self._offset()
        row = self._runs.at(there.x(), there.y())
        return QModelIndex() if row is None else self.items.index(row)

    def scrollTo(
        self,
        index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring an item into sight by the least way; see QAbstractItemView."""
        place, bar = self.visualRect(index), self.verticalScrollBar()
        below = place.bottom() - self.viewport().height() + 1
        if place.isNull():
            return
        if place.top() < 0:
            bar.setValue(bar.value() + place.top())
        elif below > 0:
            bar.setValue(bar.value() + min(below, place.top()))
        sideways = self.horizontalScrollBar()
        beyond = place.right() - self.viewport().width() + 1
        sideways.setValue(sideways.value() + min(place.left(), max(0, beyond)))

    def verticalOffset(self) -> int:
        """Return how far down the view is, pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return how far to the side the view is, pixels; 0 where rows are as wide as it."""
        return self.horizontalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is shown, an open field too, and paint what comes into sight; see QWidget.

        QListView would do nothing: it has not computed any places.
        """
        self.viewport().scroll(dx, dy)
        if self._band is not None:
            self.viewport().update()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """Return what to draw again: all that is shown; see QAbstractItemView."""
        return QRegion(self.viewport().rect())

    def moveCursor(self, action: _Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the item that a key leads to, past headings; see QAbstractItemView."""
        self.executeDelayedItemsLayout()
        index = self._led_to(action)
        if index == self.currentIndex():
            self.scrollTo(index)  # it may have been scrolled away; Qt goes to a new one only
        return index

    def _led_to(self, action: _Move) -> QModelIndex:
        now = self.currentIndex().row()
        if now < 0:
            return self._enabled(0, 1)
        last = self._runs.count - 1
        page = max(1, self.viewport().height() // self._runs.place(now).height() - 1)
        steps = {_Move.MoveUp: 1, _Move.MoveDown: -1, _Move.MovePageUp: page}
        steps[_Move.MovePageDown] = -page
        if action in steps:
            return self._vertically(now, steps[action])
        ends = {_Move.MoveHome: (0, 1), _Move.MoveEnd: (last, -1)}
        if action in ends:
            return self._enabled(*ends[action])
        step = -1 if action in (_Move.MoveLeft, _Move.MovePrevious) else 1
        return self._enabled(now + step, step)

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Choose what the rubber band touches, one item, or all up to it with Shift."""
        chosen = QItemSelection()
        current = self.currentIndex()
        if self.state() == _State.DragSelectingState:
            area = rect.normalized().translated(self._offset())
            for row in self._runs.touched(area):
                chosen.select(self.items.index(row), self.items.index(row))
        elif flags & QItemSelectionModel.SelectionFlag.Current and self._range_start.isValid():
            first, last = sorted((self._range_start.row(), current.row()))
            chosen.select(self.items.index(first), self.items.index(last))
        else:
            index = self.indexAt(rect.center())
            if index.isValid():
                chosen.select(index, index)
        self.selectionModel().select(chosen, flags)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a range or a rubber band begins; see QWidget."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._range_start = QPersistentModelIndex(index)
        self._band = None if index.isValid() else point + self._offset()
        QAbstractItemView.mousePressEvent(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the pointer; draw the rubber band; see QWidget."""
        QAbstractItemView.mouseMoveEvent(self, event)
        self._light_up(self.indexAt(event.position().toPoint()).row())
        if self._band is not None:
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the rubber band; see QWidget."""
        QAbstractItemView.mouseReleaseEvent(self, event)
        self._band = None
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Note that the pointer has gone; see QAbstractScrollArea."""
        if event.type() == QEvent.Type.Leave:
            self._light_up(-1)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a range begin where the keys are; see QWidget."""
        super().keyPressEvent(event)
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._range_start = QPersistentModelIndex(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the items in sight that are to be painted again; see QWidget."""
        self.executeDelayedItemsLayout()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        offset = self._offset()
        model, delegate = self.selectionModel(), self.itemDelegate()
        chosen = model.hasSelection()
        current = self.currentIndex().row() if self.hasFocus() else -1
        with QPainter(self.viewport()) as painter:
            self._paint_ground(painter, event.region())
            for row in self._rows_in(event.region()):
                index = self.items.index(row)
                option.rect = self._runs.place(row).translated(-offset)
                option.state = _STATES[
                    chosen and model.isSelected(index), row == current, row == self._under
                ]
                delegate.paint(painter, option, index)
            self._paint_band(painter)

    def _paint_ground(self, painter: QPainter, region: QRegion) -> None:
        if self._has_ground:
            ground = QColor(colours().window)
            for part in _parts(region):
                painter.fillRect(part, ground)

    def _light_up(self, row: int) -> None:
        """Show that the pointer is over a row now; -1 for none."""
        if row != self._under:
            before, self._under = self._under, row
            for changed in (before, row):
                self.viewport().update(self.visualRect(self.items.index(changed)))

    def _on_picture(self, key: bytes) -> None:
        """Paint the items again that show a picture."""
        if self.isVisible():
            for row in self._rows_in(QRegion(self.viewport().rect())):
                if self.shows(self.items.items[row], key):
                    self.viewport().update(self.visualRect(self.items.index(row)))

    def _rows_in(self, region: QRegion) -> list[int]:
        """Return the items that a part of the viewport touches."""
        offset = self._offset()
        parts = [self._runs.touched(part.translated(offset)) for part in _parts(region)]
        return parts[0] if len(parts) == 1 else sorted(set().union(*parts))

    def _paint_band(self, painter: QPainter) -> None:
        if self._band is None or self.state() != _State.DragSelectingState:
            return
        start = self._band - self._offset()
        here = self.viewport().mapFromGlobal(self.cursor().pos())
        colour = QColor(colours().accent)
        painter.setPen(colour)
        colour.setAlphaF(0.15)
        painter.setBrush(colour)
        painter.drawRect(QRect(start, here).normalized())

    def _vertically(self, now: int, lines: int) -> QModelIndex:
        """Return the item so many lines above (negative: below), else at that end."""
        step = 1 if lines > 0 else -1
        row = self._runs.above(now, lines)
        if row is None:
            return self._enabled(0, 1) if step > 0 else self._enabled(self._runs.count - 1, -1)
        if not self.items.index(row).flags() & Qt.ItemFlag.ItemIsEnabled:
            past = self._runs.above(now, lines + step)
            row = row if past is None else past
        return self._enabled(row, -step)

    def _enabled(self, row: int, step: int) -> QModelIndex:
        """Return the first item from a row on that is not a heading; else the current one."""
        while 0 <= row < self.items.rowCount(NO_PARENT):
            index = self.items.index(row)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                return index
            row += step
        return self.currentIndex()


def _parts(region: QRegion) -> Iterable[QRect]:
    return cast(Iterable[QRect], region)  # it is one, though PySide6's types do not say so


def _state(chosen: bool, focus: bool, under: bool) -> QStyle.StateFlag:
    flag = QStyle.StateFlag
    state = flag.State_Enabled | (flag.State_Selected if chosen else flag.State_None)
    state |= flag.State_HasFocus if focus else flag.State_None
    return state | (flag.State_MouseOver if under else flag.State_None)


# Made once: putting flags together takes Python longer than painting does.
_STATES = {sides: _state(*sides) for sides in product((False, True), repeat=3)}
