"""The grid of photos: justified rows under months, for any query that comes in pages."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QWidget

from facegallery.domain.photo import Photo
from facegallery.ui.albums.album_menu import fill_album_menu
from facegallery.ui.photos.drag_out import drag_out
from facegallery.ui.photos.justified_view import ROW_HEIGHTS, JustifiedView
from facegallery.ui.photos.photo_list_model import FetchPage
from facegallery.ui.photos.photo_menu import add_hiding, fill_photo_menu
from facegallery.ui.photos.year_scrubber import Mark, YearScrubber
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.icons import icon


class PhotoGrid(JustifiedView):
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
    _scrubber: YearScrubber | None = None

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
        self.setAccessibleName(self.tr("Photos"))
        self.items.filled.connect(self._on_settled)
        self.items.filled.connect(self.filled)
        self.items.rowsInserted.connect(self._on_photos_came)
        self.asked.connect(self._show_menu)
        session.changed.connect(self.refresh)

    # What pages ask of it

    def set_source(self, fetch_page: FetchPage) -> None:
        """Show the photos of another query; see PhotoListModel.set_source."""
        self.go_to_top()
        self.items.set_source(fetch_page)

    def set_caption(self, words: Callable[[Photo], str] | None) -> None:
        """Write these words on each photo, in its lower corner; None for no words."""
        self.items.caption = words
        self.viewport().update()

    def show_years(self) -> None:
        """Have a scroll bar that tells the years."""
        self._scrubber = YearScrubber(self)
        self.setVerticalScrollBar(self._scrubber)
        self._show_marks()

    def doItemsLayout(self) -> None:
        """Lay out again, and tell the years where they are; see QAbstractItemView."""
        super().doItemsLayout()
        self._show_marks()

    def _show_marks(self) -> None:
        if self._scrubber is None:
            return
        headings = self._layout.headings
        ends = [heading.first for heading in headings[1:]] + [self._places.count]
        photos = self.items.items
        marks = [
            Mark(h.top, (photos[h.first].taken_at or "")[:4], h.text, end - h.first)
            for h, end in zip(headings, ends, strict=False)  # without photos: one end, no month
        ]
        self._scrubber.show_marks(marks, self._layout.height)

    def refresh(self) -> None:
        """Ask again; what is selected and what is on screen stays."""
        if self.isVisible() or not self.photos:  # an empty one may wait behind a sentence
            self.items.refresh()
        else:  # when it is shown: nobody waits for it now
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again for what has changed meanwhile; see QWidget."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.items.refresh()

    @property
    def photos(self) -> list[Photo]:
        """The photos that are here by now."""
        return self.items.items

    @property
    def is_full(self) -> bool:
        """Tell whether all photos of the query are here."""
        return self.items.is_full

    def top_photo(self) -> Photo | None:
        """Return the photo at the top, None where there is none."""
        return self.items.item(self.first_shown())

    @property
    def zoom(self) -> int:
        """The step of the zoom, 0 for the smallest photos."""
        return self._zoom

    def set_zoom(self, step: int) -> None:
        """Show photos larger or smaller; the one in the middle stays where it is."""
        step = min(max(step, 0), len(ROW_HEIGHTS) - 1)
        if step != self._zoom:
            self.keep_place(middle=True)
            self._zoom = step
            self.doItemsLayout()
            self.zoomed.emit(step)

    def show_photo(self, photo_id: int) -> None:
        """Make a photo the current and selected one and scroll to it."""
        row = self.items.row_of(photo_id)
        if row is not None:
            self.setCurrentIndex(self.items.index(row))

    def _on_photos_came(self) -> None:
        """Give the first photo the focus of the keys, unless another place was asked for."""
        if not self._kept and not self.currentIndex().isValid():
            self.make_current(self.items.index(0))

    # Mouse and keys; see PictureView

    def open_index(self, index: QModelIndex) -> None:
        """Open the photo."""
        self.photo_opened.emit(self.photos, index.row())

    def may_drag(self, _index: QModelIndex) -> bool:
        """Have photos dragged to other programs."""
        return True

    def drag(self, index: QModelIndex) -> None:
        """Have the chosen photos dragged away; a press has chosen the one at an index."""
        photo = self.photos[index.row()]
        drag_out(self, self.selected(), self.pictures.photo(photo.content_hash, photo.path))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.set_zoom(self._zoom + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, else what every view does; see QWidget."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._zoom + 1)
        elif key == Qt.Key.Key_Minus:
            self.set_zoom(self._zoom - 1)
        else:
            super().keyPressEvent(event)

    def _show_menu(self, point: QPoint) -> None:
        """Show what can be done with the current photo, and those chosen with it."""
        row = self.currentIndex().row()
        photo, chosen = self.photos[row], self.chosen()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opened = menu.addAction(icon("photos"), self.tr("Open\tEnter"))
        opened.triggered.connect(lambda: self.photo_opened.emit(self.photos, row))
        if len(chosen) == 2:
            compared = menu.addAction(icon("compare"), self.tr("Compare these two"))
            compared.triggered.connect(lambda: self.compare_asked.emit(chosen))
        fill_album_menu(menu, self._session, chosen, self)
        fill_photo_menu(menu, self._session, photo, self.person_opened.emit)
        add_hiding(menu, self._session, photo, chosen, self)
        menu.popup(point)
