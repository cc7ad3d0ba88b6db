"""The photos of one query as a Qt model: filled page by page, refreshed without a jump."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from facegallery.domain.photo import Photo
from facegallery.ui.photos.dates import long_date

FetchPage = Callable[[Photo | None], list[Photo]]
Index = QModelIndex | QPersistentModelIndex
PHOTO_ROLE = Qt.ItemDataRole.UserRole
NO_PARENT = QModelIndex()


class PhotoListModel(QAbstractListModel):
    """The photos of one query, newest first. Lives on the window's thread.

    A page is fetched whenever the window has nothing else to do, until all are here. A refresh
    fetches the same way into a second list and then changes only the rows that differ, so that
    selection and scroll position stay. Signals: about_to_change() before rows come or go in a
    refresh, filled() when all photos are here.
    """

    about_to_change = Signal()
    filled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch_page: FetchPage | None = None
        self._photos: list[Photo] = []
        self._fresh: list[Photo] | None = None  # the second list, while a refresh runs
        self._same = 0  # so many photos at the start of the second list are those of the first
        self._again = False
        self._full = False
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._fetch)

    @property
    def photos(self) -> list[Photo]:
        """The photos that are here by now; not to be changed."""
        return self._photos

    @property
    def is_full(self) -> bool:
        """Tell whether all photos of the query are here."""
        return self._full

    def set_source(self, fetch_page: FetchPage) -> None:
        """Show another query: fetch_page gives the page after a photo, [] after the last one."""
        self.beginResetModel()
        self._fetch_page, self._photos, self._fresh, self._full = fetch_page, [], None, False
        self.endResetModel()
        self._fetch()  # the first page at once: no empty frame
        if not self._full:
            self._idle.start()

    def refresh(self) -> None:
        """Ask again, for the library has changed."""
        if self._fetch_page is None:
            return
        if self._idle.isActive():  # under way already: once more after that
            self._again = True
            return
        self._fresh, self._same = [], 0
        self._idle.start()

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
            return f"{photo.name}, {long_date(photo.taken_at, QLocale())}"
        return None

    def row_of(self, photo_id: int) -> int | None:
        """Return the row of a photo, or None while it is not here."""
        return next((row for row, photo in enumerate(self._photos) if photo.id == photo_id), None)

    def _fetch(self) -> None:
        assert self._fetch_page is not None
        target = self._photos if self._fresh is None else self._fresh
        page = self._fetch_page(target[-1] if target else None)
        if page and self._fresh is None:
            self.beginInsertRows(NO_PARENT, len(target), len(target) + len(page) - 1)
            target += page
            self.endInsertRows()
        else:
            if self._same == len(target) and page == self._photos[self._same :][: len(page)]:
                self._same += len(page)
            target += page
        if not page:
            self._finish()

    def _finish(self) -> None:
        self._idle.stop()
        if self._fresh is not None:
            fresh, self._fresh = self._fresh, None
            self._become(fresh)
        self._full = True
        if self._again:
            self._again = False
            self.refresh()
        self.filled.emit()

    def _become(self, fresh: list[Photo]) -> None:
        """Remove and insert runs of rows until the photos are those of the fresh list."""
        if self._same == len(fresh) == len(self._photos):
            return
        wanted = {_key(photo) for photo in fresh}
        for first, last in reversed(_runs([_key(photo) not in wanted for photo in self._photos])):
            self.about_to_change.emit()
            self.beginRemoveRows(NO_PARENT, first, last)
            del self._photos[first : last + 1]
            self.endRemoveRows()
        here = {_key(photo) for photo in self._photos}
        for first, last in _runs([_key(photo) not in here for photo in fresh]):
            self.about_to_change.emit()
            self.beginInsertRows(NO_PARENT, first, last)
            self._photos[first:first] = fresh[first : last + 1]
            self.endInsertRows()
        if self._photos != fresh:  # paths, or marks that a photo is missing
            self._photos[:] = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))


def _key(photo: Photo) -> tuple[int, str | None, int, int]:
    """Return what decides where a photo lies and how much room it takes."""
    return photo.id, photo.taken_at, photo.width, photo.height


def _runs(marks: list[bool]) -> list[tuple[int, int]]:
    """Return first and last position of each run of true marks."""
    runs: list[tuple[int, int]] = []
    for position, mark in enumerate(marks):
        if mark and runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        elif mark:
            runs.append((position, position))
    return runs
