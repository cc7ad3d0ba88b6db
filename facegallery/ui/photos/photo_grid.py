"""The grid of photos: justified rows under months, for any query that comes in pages."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QWidget

from facegallery.domain.photo import Photo
from facegallery.ui.albums.album_menu import fill_album_menu
from facegallery.ui.photos.drag_out import drag_out
from facegallery.ui.photos.justified_view import HEADING_HEIGHT, MARGIN, ROW_HEIGHTS
from facegallery.ui.photos.painted_photos import BELOW_HEADING, HEADING_POINTS, PaintedPhotos
from facegallery.ui.photos.photo_list_model import FetchPage
from facegallery.ui.photos.photo_menu import add_hiding, fill_photo_menu
from facegallery.ui.photos.year_scrubber import Mark, YearScrubber
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.style import colours, colours_changed


class PhotoGrid(PaintedPhotos):
    """Photos in justified rows; arrows, Shift and Ctrl select, Enter or a double click opens.

    A rubber band selects what it touches; selected photos can be dragged to other programs.
    Signals: photo_opened(list[Photo], int) with all photos here and the position of the one that
    was opened; person_opened(Who) and compare_asked(list[Photo]) from the menu; zoomed(int) with
    the step; filled() when all photos of the query are here.
    """

    photo_opened = Signal(list, int)
    person_opened = Signal(object)
    compare_asked = Signal(list)
    zoomed = Signal(int)
    filled = Signal()

    def __init__(
        self,
        session: Session,
        pictures: Pictures,
        parent: QWidget | None = None,
        *,
        with_months: bool = True,
    ) -> None:
        super().__init__(session.library, pictures, parent, with_months=with_months)
        self._session = session
        self._stale = False  # the library has changed while the grid was not shown
        self._taken: QPoint | None = None  # where a photo was pressed, to be dragged away
        self._scrubber: YearScrubber | None = None
        self._sticky = QLabel(self.viewport())
        self._sticky.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._style_sticky()
        self.setAccessibleName(self.tr("Photos"))
        self._list.filled.connect(self.filled)
        self._list.modelReset.connect(self._move_sticky)
        self._list.rowsInserted.connect(self._on_photos_came)
        self._list.settled.connect(self._move_sticky)
        colours_changed.connect(self._style_sticky)
        session.changed.connect(self.refresh)

    # What pages ask of it

    def set_source(self, fetch_page: FetchPage) -> None:
        """Show the photos of another query; see PhotoListModel.set_source."""
        self._keep = None
        self.verticalScrollBar().setValue(0)
        self._list.set_source(fetch_page)

    def set_caption(self, words: Callable[[Photo], str] | None) -> None:
        """Write these words on each photo, in its lower corner; None for no words."""
        self._list.caption = words
        self.viewport().update()

    def show_years(self) -> None:
        """Have a scroll bar that tells the years."""
        self._scrubber = YearScrubber(self)
        self.setVerticalScrollBar(self._scrubber)
        self._show_marks()

    def _after_layout(self) -> None:
        super()._after_layout()
        self._show_marks()

    def _show_marks(self) -> None:
        if self._scrubber is None:
            return
        headings = self._layout.headings
        ends = [heading.first for heading in headings[1:]] + [self._laid_out]
        photos = self._list.photos
        marks = [
            Mark(h.top, (photos[h.first].taken_at or "")[:4], h.text, end - h.first)
            for h, end in zip(headings, ends, strict=False)  # without photos: one end, no month
        ]
        self._scrubber.show_marks(marks, self._layout.height)

    def refresh(self) -> None:
        """Ask again; what is selected and what is on screen stays."""
        if self.isVisible() or not self.photos:  # an empty one may wait behind a sentence
            self._list.refresh()
        else:  # when it is shown: nobody waits for it now
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again for what has changed meanwhile; see QWidget."""
        super().showEvent(event)
        self._restore_place()
        if self._stale:
            self._stale = False
            self._list.refresh()

    @property
    def photos(self) -> list[Photo]:
        """The photos that are here by now."""
        return self._list.photos

    @property
    def is_full(self) -> bool:
        """Tell whether all photos of the query are here."""
        return self._list.is_full

    def selected(self) -> list[Photo]:
        """Return the selected photos, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._list.photos[row] for row in rows]

    @property
    def number_selected(self) -> int:
        """How many photos are selected; quick for all of them, too."""
        selection = self.selectionModel().selection()
        runs = (selection.at(position) for position in range(selection.size()))
        return sum(run.bottom() - run.top() + 1 for run in runs)

    def at_hand(self) -> list[Photo]:
        """Return the selected photos, else the one that the keyboard is on."""
        row = self.currentIndex().row()
        return self.selected() or ([self._list.photos[row]] if row >= 0 else [])

    @property
    def zoom(self) -> int:
        """The step of the zoom, 0 for the smallest photos."""
        return self._zoom

    def set_zoom(self, step: int) -> None:
        """Show photos larger or smaller; the one in the middle stays where it is."""
        step = min(max(step, 0), len(ROW_HEIGHTS) - 1)
        if step != self._zoom:
            self._remember_place(middle=True)
            self._zoom = step
            self._lay_out_same()
            self.zoomed.emit(step)

    def show_photo(self, photo_id: int) -> None:
        """Make a photo the current and selected one and scroll to it."""
        row = self._list.row_of(photo_id)
        if row is not None:
            self.setCurrentIndex(self._list.index(row))

    # Drawing

    def updateGeometries(self) -> None:
        """Put the heading where it belongs too; see JustifiedView."""
        super().updateGeometries()
        if hasattr(self, "_sticky"):  # Qt asks before it is made
            self._move_sticky()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw again at the new position, and load for it first; see QAbstractScrollArea."""
        self._pictures.forget_waiting()
        self._move_sticky()
        self.viewport().update()

    def _move_sticky(self) -> None:
        """Show the month of what is at the top, over the photos that scroll below it."""
        heading = self._layout.heading_at(self.verticalOffset()) if self._with_months else None
        self._sticky.setVisible(heading is not None)
        if heading is not None:
            self._sticky.setText(heading.text)
            height = HEADING_HEIGHT - BELOW_HEADING
            self._sticky.setGeometry(0, 0, self.viewport().width(), height)

    def _style_sticky(self) -> None:
        self._sticky.setStyleSheet(
            f"background: {colours().window}; font-size: {HEADING_POINTS}pt; font-weight: 600;"
        )
        self.viewport().update()

    def _on_photos_came(self) -> None:
        """Give the first photo the focus of the keys, unless another place was asked for."""
        if self._keep is None and not self.currentIndex().isValid():
            first = self._list.index(0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._move_sticky()

    # Mouse and keys; see QWidget

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select; take what is selected to drag it away; beside photos, begin a rubber band."""
        here = event.position().toPoint()
        index, left = self.indexAt(here), event.button() == Qt.MouseButton.LeftButton
        if index.isValid() and left and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._taken = here  # released at once, it is a click on one of them
            if self.selectionModel().isSelected(index):
                return
        else:
            self._band = here + QPoint(0, self.verticalOffset())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the rubber band, or drag the selected photos away."""
        if self._taken is not None:
            way = (event.position().toPoint() - self._taken).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._drag_away(self._taken)
            return
        super().mouseMoveEvent(event)
        if self.state() == QAbstractItemView.State.DragSelectingState:
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the rubber band."""
        if self._taken is not None:
            self.setCurrentIndex(self.indexAt(self._taken))
            self._taken = None
            return
        super().mouseReleaseEvent(event)
        self._band = None
        self.viewport().update()

    def _drag_away(self, start: QPoint) -> None:
        self._taken = None
        photo = self._list.photos[self.indexAt(start).row()]
        drag_out(self, self.selected(), self._pictures.photo(photo.content_hash, photo.path))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the photo."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.photo_opened.emit(self._list.photos, index.row())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.set_zoom(self._zoom + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, zoom, deselect, else what every view does."""
        key, current = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.photo_opened.emit(self._list.photos, current.row())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._zoom + 1)
        elif key == Qt.Key.Key_Minus:
            self.set_zoom(self._zoom - 1)
        elif key == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif key == Qt.Key.Key_Escape or _is_letter(event):
            event.ignore()  # no search as you type: letters are for the page and the window
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the photo."""
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if not index.isValid():
            return
        row, photo = index.row(), self._list.photos[index.row()]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opened = menu.addAction(icon("photos"), self.tr("Open\tEnter"))
        opened.triggered.connect(lambda: self.photo_opened.emit(self._list.photos, row))
        chosen = self.selected() if self.selectionModel().isSelected(index) else [photo]
        if len(chosen) == 2:
            compared = menu.addAction(icon("compare"), self.tr("Compare these two"))
            compared.triggered.connect(lambda: self.compare_asked.emit(chosen))
        fill_album_menu(menu, self._session, chosen if photo in chosen else [photo], self)
        fill_photo_menu(menu, self._session, photo, self.person_opened.emit)
        add_hiding(menu, self._session, photo, chosen, self)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()


def _is_letter(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return plain and event.text().isprintable() and bool(event.text().strip())
