"""The photos of one query as a Qt model: filled page by page, refreshed without a jump."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from facegallery.catalog.library import Catalog, Library
from facegallery.domain.photo import Photo
from facegallery.ui.photos.dates import long_date
from facegallery.ui.photos.photo_changes import Changes, Known, changes
from facegallery.ui.widgets.reader import Reader

FetchPage = Callable[[Catalog, Photo | None, int], list[Photo]]
Index = QModelIndex | QPersistentModelIndex
PHOTO_ROLE = Qt.ItemDataRole.UserRole
NO_PARENT = QModelIndex()
NEAR = 1000  # rows that a photo may move in a refresh, and still be found at once
FIRST_PAGE, PAGE = 200, 1000  # photos: some screens at once, then so many that few pages do


class PhotoListModel(QAbstractListModel):
    """The photos of one query, newest first. Lives on the window's thread.

    Pages are read in a thread, one after another, until all are here. A refresh reads the same
    way into a second list and then changes only the rows that differ, so that selection and
    scroll position stay. Signals: about_to_change() before rows come or go in a refresh,
    settled() after that, filled() when all photos are here.
    """

    about_to_change = Signal()
    settled = Signal()
    filled = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = Reader(library, self)
        self._fetch_page: FetchPage | None = None
        self._photos: list[Photo] = []
        self._fresh: list[Photo] | None = None  # the second list, while a refresh runs
        self._known = Known([])
        self._found_last = 0  # the row of the photo that was asked for last
        self._fetching = False
        self._again = False
        self._full = False
        self.caption: Callable[[Photo], str] | None = None

    @property
    def photos(self) -> list[Photo]:
        """The photos that are here by now; not to be changed."""
        return self._photos

    @property
    def is_full(self) -> bool:
        """Tell whether all photos of the query are here."""
        return self._full

    def set_source(self, fetch_page: FetchPage) -> None:
        """Show another query: fetch_page(db, after, limit) gives the photos after one.

        It is called in a thread; fewer than limit are the last ones.
        """
        self.beginResetModel()
        self._fetch_page, self._photos, self._fresh = fetch_page, [], None
        self._known = Known([])
        self._full = self._again = False
        self.endResetModel()
        self._fetch()

    def refresh(self) -> None:
        """Ask again, for the library has changed."""
        if self._fetch_page is None:
            return
        if self._fetching:  # once more after that
            self._again = True
            return
        self._fresh, self._known = [], Known(self._photos)
        self._fetch()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many photos are here; see QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a Photo for PHOTO_ROLE, its name and date as text; see QAbstractItemModel."""
        if not index.isValid():
            return None
        photo = self._photos[index.row()]
        if role == PHOTO_ROLE:
            return photo
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = (photo.name, long_date(photo.taken_at, QLocale()), self.caption_of(photo))
            return ", ".join(filter(None, words))
        return None

    def caption_of(self, photo: Photo) -> str:
        """Return the words on a photo; empty where there are none."""
        return "" if self.caption is None else self.caption(photo)

    def row_of(self, photo_id: int) -> int | None:
        """Return the row of a photo, or None while it is not here."""
        near, photos = self._found_last, self._photos  # asked again as each page comes
        beside = range(max(0, near - NEAR), min(near + NEAR, len(photos)))
        found = next((row for row in beside if photos[row].id == photo_id), None)
        if found is None:
            found = next((row for row, photo in enumerate(photos) if photo.id == photo_id), None)
        self._found_last = found or 0
        return found

    def _fetch(self) -> None:
        fetch_page, here = self._fetch_page, self._photos if self._fresh is None else self._fresh
        assert fetch_page is not None
        self._fetching = True
        after, limit = here[-1] if here else None, PAGE if here else FIRST_PAGE
        known = self._known

        def question(db: Catalog) -> list[Photo]:
            return known.same(fetch_page(db, after, limit))

        self._reader.ask(question, partial(self._on_page, fetch_page, limit))

    def _on_page(self, source: FetchPage, limit: int, page: list[Photo]) -> None:
        if source is not self._fetch_page:
            return  # of the query before
        is_last = len(page) < limit
        if self._fresh is not None:
            self._fresh += page
        elif page:
            first = len(self._photos)
            self.beginInsertRows(NO_PARENT, first, first + len(page) - 1)
            self._photos += page
            self.endInsertRows()
        if not is_last:
            self._fetch()
        elif self._fresh is None:
            self._finish()
        else:
            old, fresh = self._photos, self._fresh
            self._reader.ask(
                lambda _db: changes(old, fresh), partial(self._become, source, self._fresh)
            )

    def _finish(self) -> None:
        self._fetching = False
        self._fresh, self._known = None, Known([])
        self._full = True
        if self._again:
            self._again = False
            self.refresh()
        self.filled.emit()

    def _become(self, source: FetchPage, fresh: list[Photo], wanted: Changes | None) -> None:
        """Remove and insert runs of rows until the photos are those of the fresh list."""
        if source is not self._fetch_page:
            return
        if wanted is not None:
            self.about_to_change.emit()
            for first, last in reversed(wanted.gone):
                self.beginRemoveRows(NO_PARENT, first, last)
                del self._photos[first : last + 1]
                self.endRemoveRows()
            for first, last in wanted.come:
                self.beginInsertRows(NO_PARENT, first, last)
                self._photos[first:first] = fresh[first : last + 1]
                self.endInsertRows()
            self._photos[:] = fresh  # paths, and marks that a photo is missing
            if wanted.altered:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            self.settled.emit()
        self._finish()
