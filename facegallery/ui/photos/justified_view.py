"""A view of photos in justified rows: where each one is, what keys and the mouse select."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facegallery.catalog.library import Library
from facegallery.domain.photo import Photo
from facegallery.ui.photos.dates import month
from facegallery.ui.photos.justified import Layout
from facegallery.ui.photos.photo_list_model import Index, PhotoListModel
from facegallery.ui.widgets.style import SPACING

ROW_HEIGHTS = (48, 72, 104, 144, 184, 232, 296, 384, 520)  # pixels, the steps of the zoom
USUAL_ZOOM = 4
GAP = 6
MARGIN = 3 * SPACING
HEADING_HEIGHT = 6 * SPACING
Move = QAbstractItemView.CursorAction
Flag = QItemSelectionModel.SelectionFlag


class JustifiedView(QAbstractItemView):
    """The geometry of the grid of photos; PhotoGrid draws it and answers the user.

    What is on screen stays there when photos come or go, except at the very top, where new ones
    should be seen.
    """

    def __init__(self, library: Library, parent: QWidget | None, *, with_months: bool) -> None:
        super().__init__(parent)
        # First of all: Qt asks for places as soon as anything is set.
        self._list = PhotoListModel(library, self)
        self._with_months = with_months
        self._zoom = USUAL_ZOOM
        self._layout = self._new_layout()
        self._laid_out = 0
        self._keep: tuple[int, int] | None = None  # photo id and its distance from the top
        self._anchor = QPersistentModelIndex()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setModel(self._list)
        # Before Qt hears of rows that go: it scrolls to another current photo by itself.
        self._list.about_to_change.connect(self._remember_place)
        self._list.rowsInserted.connect(self._on_rows_inserted)
        for signal in (self._list.modelReset, self._list.settled):
            signal.connect(self._lay_out_anew)

    def place(self) -> tuple[int, int] | None:
        """Return the photo at the top by id, and the pixels that it is below the top.

        None at the very top, where new photos should be seen.
        """
        if self._keep is not None or not self.verticalOffset():
            return self._keep
        row = self._layout.rows[self._layout.row_at(self.verticalOffset())]
        return self._list.photos[row.first].id, row.top - self.verticalOffset()

    def top_photo(self) -> Photo | None:
        """Return the photo at the top, None where there is none."""
        if not self._layout.rows:
            return None
        row = self._layout.rows[self._layout.row_at(self.verticalOffset())]
        return self._list.photos[row.first]

    def go_to(self, place: tuple[int, int]) -> None:
        """Scroll to what `place` returned, as soon as that photo is here."""
        self._keep = place
        self._restore_place()

    # Where things are; see QAbstractItemView

    def visualRect(self, index: Index) -> QRect:
        """Return where a photo is in the viewport; see QAbstractItemView."""
        if not index.isValid() or index.row() >= self._laid_out:
            return QRect()
        left, top, width, height = self._layout.place(index.row())
        return QRect(left + MARGIN, top - self.verticalOffset(), width, height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the photo at a point of the viewport; see QAbstractItemView."""
        found = self._layout.index_at(point.x() - MARGIN, point.y() + self.verticalOffset())
        return QModelIndex() if found is None else self._list.index(found)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a photo into sight, below the heading; see QAbstractItemView."""
        place = self.visualRect(index)
        if place.isNull():
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        head = HEADING_HEIGHT if self._with_months else GAP
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + place.center().y() - room // 2)
        elif place.top() < head:
            bar.setValue(bar.value() + place.top() - head)
        elif place.bottom() > room - GAP:
            bar.setValue(bar.value() + place.bottom() - room + GAP)

    def horizontalOffset(self) -> int:
        """Return 0: rows are as wide as the view."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far down the view is, pixels."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """Return False: every photo of the model is shown."""
        return False

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where the selected photos are; see QAbstractItemView."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def moveCursor(self, action: Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the photo that a key leads to; see QAbstractItemView."""
        if not self._laid_out:
            return QModelIndex()
        now = max(0, self.currentIndex().row())
        if action in (Move.MoveLeft, Move.MovePrevious):
            target = now - 1
        elif action in (Move.MoveRight, Move.MoveNext):
            target = now + 1
        elif action in (Move.MoveHome, Move.MoveEnd):
            target = 0 if action == Move.MoveHome else self._laid_out - 1
        else:
            target = self._vertically(now, action)
        index = self._list.index(min(max(target, 0), self._laid_out - 1))
        if index == self.currentIndex():
            self.scrollTo(index)  # it may have been scrolled away; Qt goes to a new one only
        return index

    def _vertically(self, now: int, action: Move) -> int:
        left, top, width, _height = self._layout.place(now)
        row = self._layout.row_of(now)
        page = self.viewport().height() - HEADING_HEIGHT
        target = {
            Move.MoveUp: row - 1,
            Move.MoveDown: row + 1,
            Move.MovePageUp: self._layout.row_at(top - page),
            Move.MovePageDown: self._layout.row_at(top + page),
        }[action]
        if not 0 <= target < len(self._layout.rows):
            return now
        return self._layout.nearest_in_row(target, left + width // 2)

    # Selection

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Begin runs of photos here, unless Shift is just making one; see QAbstractItemView."""
        if not QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = QPersistentModelIndex(current)
        super().currentChanged(current, previous)
        self.viewport().update()  # the outline of the one before lies outside its place

    def setSelection(self, rect: QRect, flags: Flag) -> None:
        """Select a photo, the run up to it, or what a rubber band touches."""
        rect = rect.normalized()
        current = self.currentIndex()
        if self.state() == QAbstractItemView.State.DragSelectingState:
            chosen = self._touched(rect)
        elif flags & Flag.Current and self._anchor.isValid():
            first, last = sorted((self._anchor.row(), current.row()))
            chosen = QItemSelection(self._list.index(first), self._list.index(last))
        else:
            index = self.indexAt(rect.center())
            index = index if index.isValid() else self.indexAt(rect.topLeft())
            chosen = QItemSelection(index, index) if index.isValid() else QItemSelection()
        self.selectionModel().select(chosen, flags)

    def _touched(self, rect: QRect) -> QItemSelection:
        chosen = QItemSelection()
        area = rect.translated(-MARGIN, self.verticalOffset())
        first, last = (self._layout.row_at(y) for y in (area.top(), area.bottom()))
        for row in self._layout.rows[first : last + 1]:
            for position, (left, width) in enumerate(zip(row.lefts, row.widths, strict=True)):
                if area.intersects(QRect(left, row.top, width, row.height)):
                    index = self._list.index(row.first + position)
                    chosen.select(index, index)
        return chosen

    # Layout

    def show_months(self, *, on: bool) -> None:
        """Put months over the photos of the next query, or not: those by likeness have none."""
        self._with_months = on

    def _new_layout(self, shapes: NDArray[np.float64] | None = None) -> Layout:
        width = max(100, self.viewport().width() - 2 * MARGIN)
        height = HEADING_HEIGHT if self._with_months else 0
        return Layout(
            width, ROW_HEIGHTS[self._zoom], GAP, height, lambda p: month(p.taken_at), shapes
        )

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Lay out one page more at the end; what a refresh brings waits until it has settled."""
        if first == self._laid_out == len(self._list.photos) - (last + 1 - first):
            self._layout.extend(self._list.photos, first)
            self._after_layout()

    def _lay_out_anew(self) -> None:
        self._use(self._new_layout())

    def _lay_out_same(self) -> None:
        """Lay out the photos that there are, in other rows."""
        same = self._laid_out == len(self._list.photos)
        self._use(self._new_layout(self._layout.shapes if same else None))

    def _use(self, layout: Layout) -> None:
        self._layout = layout
        self._layout.extend(self._list.photos, 0)
        self._after_layout()

    def _after_layout(self) -> None:
        self._laid_out = len(self._list.photos)
        self.updateGeometries()
        self._restore_place()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is; see QAbstractItemView."""
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(5 * SPACING)
        bar.setRange(0, max(0, self._layout.height + MARGIN - self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again for the new width; see QWidget."""
        if event.size().width() != event.oldSize().width():
            self._remember_place()
            self._lay_out_same()
        else:
            self.updateGeometries()

    def _remember_place(self, *_args: object, middle: bool = False) -> None:
        if self._keep is not None or not self._layout.rows:
            return
        if not middle and self.verticalOffset() == 0:
            return  # at the very top new photos should be seen
        top = self.verticalOffset()
        at = top + (self.viewport().height() // 2 if middle else HEADING_HEIGHT)
        row = self._layout.rows[self._layout.row_at(at)]
        self._keep = (self._list.photos[row.first].id, row.top - top)

    def _restore_place(self) -> None:
        if self._keep is None or not self.isVisible():
            return
        photo_id, distance = self._keep
        row = self._list.row_of(photo_id)
        if row is not None and row < self._laid_out:
            _left, top, _width, _height = self._layout.place(row)
            if not self.currentIndex().isValid():  # else Qt scrolls to the first one when shown
                self.selectionModel().setCurrentIndex(self._list.index(row), Flag.NoUpdate)
            self.verticalScrollBar().setValue(top - distance)
            if self.verticalOffset() == top - distance or self._list.is_full:
                self._keep = None
        elif self._list.is_full:
            self._keep = None
