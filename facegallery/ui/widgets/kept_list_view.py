"""A grid of items that stays where it is while its items change under it."""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.item_model import Index, ItemModel

Item = TypeVar("Item")
_Flag = QAbstractItemView.SelectionMode
_ARROWS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class KeptListView(QListView, Generic[Item]):
    """Items in rows that wrap; the base of the grids of people and of faces.

    What is shown keeps its place on screen, selection, current item and editor when items change.
    Letters are keys of the screen around it: the list does not search by them.
    """

    def __init__(
        self, items: ItemModel[Item], pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.items = items
        self.pictures = pictures
        self.setModel(items)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(_Flag.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(32)
        self._wanted: tuple[Hashable, int] | None = None  # where to go when it is here
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these items instead; the reader's place stays."""
        anchor, top = self._anchor()
        current, selected = self._current_key(), self._selected_keys()
        at_top = self.verticalScrollBar().value() == 0 and not self._is_further_down()
        self.items.set_items(items)
        self._choose_again(current, selected)
        self.executeDelayedItemsLayout()
        index = self.items.index_of(anchor)
        if self._wanted is not None and self.items.rowCount():
            self.go_to(self._wanted)
        elif index.isValid() and not at_top:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - top)

    def _is_further_down(self) -> bool:
        """Tell whether the user is past the first item with the keys, or types into one.

        If not, new items above should be seen. Nobody is anywhere in what is not shown.
        """
        if not self.isVisible():
            return False
        row = self.currentIndex().row()
        before = (self.items.index(one) for one in range(min(row, 2)))  # a heading, an item
        return self.state() == QAbstractItemView.State.EditingState or any(
            index.flags() & Qt.ItemFlag.ItemIsEnabled for index in before
        )

    def place(self) -> tuple[Hashable, int] | None:
        """Return the key of the first item in sight and its distance from the top, pixels.

        None at the very top, where new items should be seen.
        """
        if self._wanted is not None or not self.verticalScrollBar().value():
            return self._wanted
        first = self.first_shown()
        key = self.items.key_at(first)
        return None if key is None else (key, self.visualRect(first).top())

    def go_to(self, place: tuple[Hashable, int]) -> None:
        """Scroll to what `place` returned, now or when the items are here."""
        self._wanted = place
        if not self.items.rowCount() or self.width() < 2 or not self.isVisible():
            return
        self._wanted = None
        self.executeDelayedItemsLayout()
        index = self.items.index_of(place[0])
        if index.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - place[1])

    def go_to_top(self) -> None:
        """Scroll to the first item: after another order or filter, where no place is the same."""
        self._wanted = None
        self.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Go where the place is that was asked for; see QWidget."""
        super().showEvent(event)
        if self._wanted is not None:
            self.go_to(self._wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is at the top there while the columns change; see QWidget."""
        place = self.place() if event.size().width() != event.oldSize().width() else None
        self._fit(event)
        if place is not None:
            self.go_to(place)

    def _fit(self, event: QResizeEvent) -> None:
        QListView.resizeEvent(self, event)

    def room(self) -> int:
        """Return the width for the rows: the same with and without the scroll bar."""
        edges = self.viewportMargins()
        bar = self.verticalScrollBar().sizeHint().width()
        return max(1, self.width() - edges.left() - edges.right() - bar - 2)

    def chosen(self) -> list[Item]:
        """Return the selected items in their order on screen; else the current one, if any."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return [self.items.items[row] for row in rows]

    def selected(self) -> list[Item]:
        """Return the selected items in their order on screen."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.items.items[row] for row in rows]

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys of the screen; see QAbstractItemView."""

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Move without choosing, except with Ctrl, Shift, Space or the rubber band."""
        flag = self.selectionModel().SelectionFlag
        plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.NoModifier
        if isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space:
                return flag.Toggle
            if event.key() in _ARROWS and not event.modifiers() & ~plain:
                return flag.NoUpdate
        if (
            isinstance(event, QMouseEvent)
            and event.type() != QEvent.Type.MouseMove
            and index.isValid()
            and not event.modifiers() & ~plain
        ):
            return flag.NoUpdate
        return super().selectionCommand(index, event)

    def _on_scrolled(self) -> None:
        self.pictures.forget_waiting()

    def _current_key(self) -> Hashable | None:
        return self.items.key_at(self.currentIndex())

    def _selected_keys(self) -> list[Hashable]:
        found = (self.items.key_at(index) for index in self.selectionModel().selectedIndexes())
        return [key for key in found if key is not None]

    def _anchor(self) -> tuple[Hashable | None, int]:
        """Return the key and the top of the item that must not move: where the user looks."""
        current = self.currentIndex()
        shown = self.viewport().rect()
        if current.isValid() and shown.intersects(self.visualRect(current)):
            return self._current_key(), self.visualRect(current).top()
        first = self.first_shown()
        return self.items.key_at(first), self.visualRect(first).top() if first.isValid() else 0

    def first_shown(self) -> QModelIndex:
        """Return the first item in sight; invalid where there is none."""
        shown = self.viewport().rect()
        for y in range(shown.top(), shown.bottom(), 16):
            index = self.indexAt(QPoint(shown.left() + 24, y))
            if index.isValid():
                return index
        return QModelIndex()

    def _choose_again(self, current: Hashable | None, selected: list[Hashable]) -> None:
        """Give back what a whole new list takes away: the current item and the selection."""
        model = self.selectionModel()
        flag = model.SelectionFlag
        if current is not None and self._current_key() != current:
            index = self.items.index_of(current)
            if index.isValid():
                model.setCurrentIndex(index, flag.NoUpdate)
        missing = set(selected) - set(self._selected_keys())
        for key in missing:
            index = self.items.index_of(key)
            if index.isValid():
                model.select(index, flag.Select)
