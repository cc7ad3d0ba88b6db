"""A view of items to choose from and to drag, with mouse and keys."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from facegallery.ui.widgets.item_model import Index, KeyedModel
from facegallery.ui.widgets.placed_view import Item, PlacedView

Flag = QItemSelectionModel.SelectionFlag
_State = QAbstractItemView.State
_Key = Qt.Key
_ARROWS = {
    *(_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down),
    *(_Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown),
}
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class ChoosingView(PlacedView[Item]):
    """How PictureView answers mouse and keys.

    Ctrl, Shift, Space and a rubber band choose in every view. Letters are keys of the screen
    around it: the view does not search by them. Signal asked(QPoint): a menu for what `chosen`
    returns, at a global position.
    clicks_choose, arrows_choose: what a click and the arrows lead to is chosen, too. shows_pointer:
    what is under the pointer is painted so. reach: how far the mark of the current item reaches
    beyond its place, pixels.
    """

    asked = Signal(QPoint)
    clicks_choose = arrows_choose = shows_pointer = True
    reach = 0

    _range_start = QPersistentModelIndex()
    _taken = QPersistentModelIndex()  # what was pressed and can be dragged
    _pressed = QPoint()
    _dragged = False
    _under = -1  # the row under the pointer

    def __init__(self, items: KeyedModel[Item], parent: QWidget | None = None) -> None:
        super().__init__(items, parent)
        self._band = QPoint()  # where a rubber band began, in the contents
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    # What subclasses say of their items

    def open_index(self, index: QModelIndex) -> None:
        """Do what Enter does, and a double click where a click chooses."""

    def on_click(self, index: QModelIndex, point: QPoint) -> None:
        """Do what a plain click on an item does besides choosing it; point: in the viewport."""

    def may_drag(self, _index: QModelIndex) -> bool:
        """Tell whether an item that is pressed and moved is dragged; else a rubber band begins."""
        return False

    def drag(self, index: QModelIndex) -> None:
        """Have an item dragged, with those chosen where it is one of them, until it is released."""

    # What is chosen

    def selected(self) -> list[Item]:
        """Return the selected items in their order on screen."""
        return [self.items.items[row] for row in self._selected_rows()]

    def chosen(self) -> list[Item]:
        """Return the selected items in their order on screen; else the current one, if any."""
        current = self.items.item(self.currentIndex())
        return self.selected() or ([] if current is None else [current])

    @property
    def number_selected(self) -> int:
        """How many items are selected; quick for all of 100,000, too."""
        return sum(len(run) for run in self._selected_runs())

    def make_current(self, index: QModelIndex) -> None:
        """Give an item the focus of the keys, without choosing it."""
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)

    def _selected_runs(self) -> list[range]:
        selection = self.selectionModel().selection()
        runs = (selection.at(place) for place in range(selection.size()))
        return [range(run.top(), run.bottom() + 1) for run in runs]

    def _selected_rows(self) -> list[int]:
        rows = sorted({row for run in self._selected_runs() for row in run})
        return [row for row in rows if self.items.can_be_chosen(row)]

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Flag:
        """Choose with the keys and buttons that choose in this view; see QAbstractItemView."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            return Flag.Toggle
        if isinstance(event, QKeyEvent) and event.key() in _ARROWS and _is_plain(event):
            if not self.arrows_choose:
                return Flag.NoUpdate
        elif (
            isinstance(event, QMouseEvent)
            and event.type() != QEvent.Type.MouseMove
            and index.isValid()
            and _is_plain(event)
            and not self.clicks_choose
        ):
            return Flag.NoUpdate
        return super().selectionCommand(index, event)

    def setSelection(self, rect: QRect, flags: Flag) -> None:
        """Choose what the rubber band touches, one item, or all up to it with Shift."""
        chosen, current = QItemSelection(), self.currentIndex()
        if self.state() == _State.DragSelectingState:
            for row in self._places.touched(rect.normalized().translated(self.offset())):
                chosen.select(self.items.index(row), self.items.index(row))
        elif flags & Flag.Current and self._range_start.isValid():
            first, last = sorted((self._range_start.row(), current.row()))
            chosen.select(self.items.index(first), self.items.index(last))
        else:
            index = self.indexAt(rect.center())
            index = index if index.isValid() else self.indexAt(rect.topLeft())
            if index.isValid():
                chosen.select(index, index)
        self.selectionModel().select(chosen, flags)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """Return what to draw again: all that is shown; see QAbstractItemView."""
        return QRegion(self.viewport().rect())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Begin runs of items here, unless Shift is just making one; see QAbstractItemView."""
        if not QGuiApplication.keyboardModifiers() & _SHIFT:
            self._range_start = QPersistentModelIndex(current)
        elif not self._range_start.isValid():
            self._range_start = QPersistentModelIndex(previous if previous.isValid() else current)
        super().currentChanged(current, previous)
        if self.reach:  # Qt has the places themselves painted again
            for index in (current, previous):
                self._update_item(index, self.reach)

    def _update_item(self, index: Index, reach: int = 0) -> None:
        """Have the place of an item painted again, if it is in sight."""
        self.viewport().update(self.visualRect(index).adjusted(-reach, -reach, reach, reach))

    # The mouse; see QWidget

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note what is pressed, where a range or a rubber band begins; see QWidget."""
        self._pressed = event.position().toPoint()
        index, plain = self.indexAt(self._pressed), event.modifiers() == _NONE
        if not event.modifiers() & _SHIFT:
            self._range_start = QPersistentModelIndex(index)
        is_taken = plain and event.button() == _LEFT and index.isValid() and self.may_drag(index)
        self._taken = QPersistentModelIndex(index if is_taken else QModelIndex())
        self._dragged = False
        self._band = self._pressed + self.offset()
        if plain and not index.isValid():
            self.clearSelection()
        QAbstractItemView.mousePressEvent(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was pressed; light up what is under the pointer; draw the rubber band."""
        point = event.position().toPoint()
        if event.buttons() & _LEFT and (self._dragged or self._taken.isValid()):
            if not (self._dragged or self._is_near(point)):
                taken, self._taken = self.items.index(self._taken.row()), QPersistentModelIndex()
                self._dragged = True
                self.setState(_State.NoState)
                self.drag(taken)
            return
        QAbstractItemView.mouseMoveEvent(self, event)
        self._light_up(self.indexAt(point).row())
        if self.state() == _State.DragSelectingState:
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag or a rubber band, or do what was clicked; see QWidget."""
        self._taken = QPersistentModelIndex()
        if self._dragged:  # Qt would take it for a click
            self._dragged = False
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        was_band = self.state() == _State.DragSelectingState
        QAbstractItemView.mouseReleaseEvent(self, event)
        if was_band:
            self.viewport().update()
        plain = event.button() == _LEFT and event.modifiers() == _NONE
        if plain and index.isValid() and self._is_near(point):
            self.on_click(index, point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an item, where a click does not; see QWidget."""
        index = self.indexAt(event.position().toPoint())
        if self.clicks_choose and index.isValid() and event.button() == _LEFT:
            self.open_index(index)

    def viewportEvent(self, event: QEvent) -> bool:
        """Note that the pointer has gone; see QAbstractScrollArea."""
        if event.type() == QEvent.Type.Leave:
            self._light_up(-1)
        return super().viewportEvent(event)

    def _is_near(self, point: QPoint) -> bool:
        """Tell whether the pointer has hardly moved since the button was pressed."""
        return (point - self._pressed).manhattanLength() < QApplication.startDragDistance()

    def _light_up(self, row: int) -> None:
        """Show that the pointer is over a row now; -1 for none."""
        if row != self._under and self.shows_pointer:
            before, self._under = self._under, row
            for changed in (before, row):
                self._update_item(self.items.index(changed))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: for all that is chosen, or for another item alone; see QWidget."""
        index, point = self.indexAt(event.pos()), event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            index = self.currentIndex()
            self.scrollTo(index)
            point = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            model = self.selectionModel()
            if not model.isSelected(index):
                model.setCurrentIndex(
                    index, Flag.ClearAndSelect if self.clicks_choose else Flag.Clear
                )
            self.asked.emit(point)

    # Keys; see QWidget

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys of the screen; see QAbstractItemView."""

    def selectAll(self) -> None:
        """Choose all items as one range; Qt's list asks for each, 0.2 s for 100,000 of them."""
        last = self.items.rowCount() - 1
        if last >= 0:
            every = QItemSelection(self.items.index(0), self.items.index(last))
            self.selectionModel().select(every, Flag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, choose none with Escape; else what every view does; see QWidget."""
        key, current = event.key(), self.currentIndex()
        if self.state() == _State.EditingState:
            super().keyPressEvent(event)
        elif key in (_Key.Key_Return, _Key.Key_Enter) and current.isValid():
            self.open_index(current)
        elif key == _Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif key == _Key.Key_Escape or _is_letter(event):
            event.ignore()  # they are for the page and the window
        else:
            self.forget_place()
            super().keyPressEvent(event)
            if not event.modifiers() & _SHIFT:
                self._range_start = QPersistentModelIndex(self.currentIndex())


def _is_plain(event: QKeyEvent | QMouseEvent) -> bool:
    return not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | _NONE)


def _is_letter(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & _CONTROL
    return plain and event.text().isprintable() and bool(event.text().strip())
