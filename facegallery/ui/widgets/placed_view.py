"""A scrolling view whose places are computed, not measured: where things are, and stay."""

from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facegallery.ui.widgets.item_model import NO_PARENT, Index, KeyedModel
from facegallery.ui.widgets.places import Places
from facegallery.ui.widgets.runs import Runs

Item = TypeVar("Item")
Kept = tuple[Hashable, int]
"""An item by its key, and its distance from the top of the view, pixels."""
Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_END = 16  # pixels of air below the last item
STEP, SIDEWAYS_STEP = 32, 52  # of the scroll bars; a notch of the wheel is three, pixels


class PlacedView(QListView, Generic[Item]):
    """The geometry of PictureView, for the layout that subclasses make in `lay_out`.

    What is on screen stays there when items come or go, when rows become wider or items larger;
    except at the very top, where new items should be seen.
    """

    _places: Places = Runs()  # Qt asks for places as soon as anything is set
    _kept: tuple[Kept, ...] = ()  # where to be after the next layout; the first that is there

    def __init__(self, items: KeyedModel[Item], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = items
        items.about_to_change.connect(self.keep_place)  # before Qt hears of it, and scrolls
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(STEP)
        self.horizontalScrollBar().setSingleStep(SIDEWAYS_STEP)
        items.settled.connect(self._on_settled)

    def lay_out(self) -> Places:
        """Return where the items lie, for the width of the moment."""
        raise NotImplementedError

    def margins(self) -> tuple[int, int]:
        """Return the pixels at the top and at the bottom where no item is to come to rest."""
        return 0, 0

    # Where things are; see QAbstractItemView

    def doItemsLayout(self) -> None:
        """Lay out again; see QAbstractItemView."""
        self._places = self.lay_out()
        QAbstractItemView.doItemsLayout(self)
        self._restore_place()

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is; see QAbstractItemView."""
        if self.isWrapping():
            bar, much = self.verticalScrollBar(), self._places.height + _END
            room = self.viewport().height()
        else:
            bar, much = self.horizontalScrollBar(), self._places.width
            room = self.viewport().width()
        bar.setPageStep(room)
        bar.setRange(0, max(0, much - room))
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is shown there while rows become wider or narrower; see QWidget."""
        if event.size().width() != event.oldSize().width():
            self.keep_place()
            self.scheduleDelayedItemsLayout()
        QAbstractItemView.resizeEvent(self, event)

    def visualRect(self, index: Index) -> QRect:
        """Return where an item is in the viewport; see QAbstractItemView."""
        self.executeDelayedItemsLayout()
        if not index.isValid() or index.row() >= self._places.count:
            return QRect()
        return self._places.place(index.row()).translated(-self.offset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the item at a point of the viewport; see QAbstractItemView."""
        self.executeDelayedItemsLayout()
        there = point + self.offset()
        row = self._places.at(there.x(), there.y())
        return QModelIndex() if row is None else self.items.index(row)

    def offset(self) -> QPoint:
        """Return how far the view is scrolled, pixels."""
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def verticalOffset(self) -> int:
        """Return how far down the view is, pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return how far to the side the view is, pixels; 0 where rows are as wide as it."""
        return self.horizontalScrollBar().value()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Bring an item into sight by the least way; see QAbstractItemView."""
        if self._kept:
            return  # where to be is known, whatever Qt makes the current item meanwhile
        place, bar, room = self.visualRect(index), self.verticalScrollBar(), self.viewport()
        head, foot = self.margins()
        above, below = place.top() - head, place.bottom() + 1 + foot - room.height()
        if place.isNull():
            return
        if hint == _Hint.PositionAtCenter:
            bar.setValue(bar.value() + place.center().y() - room.height() // 2)
        elif above < 0:
            bar.setValue(bar.value() + above)
        elif below > 0:
            bar.setValue(bar.value() + min(below, above))
        sideways, beyond = self.horizontalScrollBar(), place.right() + 1 - room.width()
        sideways.setValue(sideways.value() + min(place.left(), max(0, beyond)))

    # Where keys lead

    def moveCursor(self, action: Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the item that a key leads to, past headings; see QAbstractItemView."""
        self.executeDelayedItemsLayout()
        now, last = self.currentIndex().row(), self._places.count - 1
        if now < 0 or action == Move.MoveHome:
            index = self._enabled(0, 1)
        elif action == Move.MoveEnd:
            index = self._enabled(last, -1)
        elif action in (Move.MoveLeft, Move.MovePrevious):
            index = self._enabled(now - 1, -1)
        elif action in (Move.MoveRight, Move.MoveNext):
            index = self._enabled(now + 1, 1)
        elif action in (Move.MoveUp, Move.MoveDown):
            index = self._a_line_on(now, 1 if action == Move.MoveDown else -1)
        else:
            index = self._a_page_on(now, 1 if action == Move.MovePageDown else -1)
        if index == self.currentIndex():
            self.scrollTo(index)  # it may have been scrolled away; Qt goes to a new one only
        return index

    def _a_line_on(self, now: int, step: int) -> QModelIndex:
        """Return the item below (step -1: above), at the end of all the last one there."""
        row = self._places.below(now, step)
        if row is None:
            return self._enabled(self._places.count - 1 if step > 0 else 0, -step)
        if not self._is_enabled(row):
            beyond = self._places.below(now, 2 * step)
            row = row if beyond is None else beyond
        return self._enabled(row, step)

    def _a_page_on(self, now: int, step: int) -> QModelIndex:
        room = self.viewport().height() - self.margins()[0] - self._places.place(now).height()
        row = self._places.further(now, step * max(0, room))
        return self._a_line_on(now, step) if row == now else self._enabled(row, step)

    def _enabled(self, row: int, step: int) -> QModelIndex:
        """Return the first item from a row on that is not a heading; else the current one."""
        while 0 <= row < self.items.rowCount(NO_PARENT):
            if self._is_enabled(row):
                return self.items.index(row)
            row += step
        return self.currentIndex()

    def _is_enabled(self, row: int) -> bool:
        return bool(self.items.index(row).flags() & Qt.ItemFlag.ItemIsEnabled)

    # The reader's place

    def place(self) -> Kept | None:
        """Return the key of the first item in sight and its distance from the top, pixels.

        None at the very top, where new items should be seen.
        """
        if self._kept:
            return self._kept[0]
        return self._found_at(self.margins()[0]) if self.verticalOffset() else None

    def go_to(self, place: Kept) -> None:
        """Scroll to what `place` returned, now or when that item is here."""
        self._kept = (place,)
        self._restore_place()

    def go_to_top(self) -> None:
        """Scroll to the first item: after another order or filter, where no place is the same."""
        self.forget_place()
        self.verticalScrollBar().setValue(0)

    def keep_place(self, *, middle: bool = False) -> None:
        """Have what is on screen stay there while items or rows change, the current item first.

        middle: what is in the middle stays, at the very top, too.
        """
        if self._kept:
            return  # of a change before this one: it may not be laid out yet
        self.executeDelayedItemsLayout()
        current = self.currentIndex()
        found: list[Kept | None]
        if middle:
            found = [self._found_at(self.viewport().height() // 2)]
        elif not self.verticalOffset() and not self._is_further_down():
            return
        else:
            room = self.viewport().height()
            found = [self._found_at(self.margins()[0]), self._found_at(room - 1)]
            place = self.visualRect(current)
            if self.viewport().rect().intersects(place):
                key = self.items.key_at(current)
                found.insert(0, None if key is None else (key, place.top()))
        self._kept = tuple(kept for kept in found if kept is not None)

    def _is_further_down(self) -> bool:
        """Tell whether the user is past the first item with the keys, or types into one.

        If not, new items above should be seen. Nobody is anywhere in what is not shown.
        """
        if not self.isVisible():
            return False
        before = range(min(self.currentIndex().row(), 2))  # a heading, an item
        is_typing = self.state() == QAbstractItemView.State.EditingState
        return is_typing or any(self._is_enabled(row) for row in before)

    def first_shown(self) -> QModelIndex:
        """Return the first item in sight; invalid where there is none."""
        self.executeDelayedItemsLayout()
        row = self._places.first_from(self.verticalOffset() + self.margins()[0])
        return QModelIndex() if row is None else self.items.index(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Go where the place is that was asked for; see QWidget."""
        super().showEvent(event)
        self._on_settled()

    def forget_place(self) -> None:
        """Keep no place: the user goes to another one."""
        self._kept = ()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the user is somewhere else now; see QWidget."""
        self.forget_place()
        super().wheelEvent(event)

    def _found_at(self, y: int) -> Kept | None:
        """Return the first item of the line at a height of the viewport, and where it begins."""
        row = self._places.first_from(self.verticalOffset() + y)
        if row is None or row >= self.items.rowCount():
            return None
        index = self.items.index(row)
        key = self.items.key_at(index)
        return None if key is None else (key, self._places.place(row).top() - self.verticalOffset())

    def _on_settled(self) -> None:
        self.executeDelayedItemsLayout()
        self._restore_place()

    def _restore_place(self) -> None:
        """Scroll to the place that is to be kept, as soon as its item is here."""
        if not self._kept or not self.isVisible() or not self._places.count:
            return
        kept, bar = self._kept, self.verticalScrollBar()
        for key, distance in kept:
            row = self.items.row_of(key)
            if row is None or row >= self._places.count:
                continue
            if not self.currentIndex().isValid():  # else Qt goes to the first one with the focus
                model = self.selectionModel()
                model.setCurrentIndex(self.items.index(row), model.SelectionFlag.NoUpdate)
            wanted = self._places.place(row).top() - distance
            bar.setValue(wanted)
            if bar.value() == wanted or self.items.is_full:
                self._kept = ()
            return
        if self.items.is_full:
            self._kept = ()
