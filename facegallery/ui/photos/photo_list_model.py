"""The photos of one query as a Qt model: filled page by page, refreshed without a jump."""

from collections.abc import Callable, Hashable
from functools import partial
from itertools import chain
from operator import attrgetter

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from facegallery.catalog.library import Catalog, Library
from facegallery.domain.photo import Photo
from facegallery.ui.photos.dates import long_date
from facegallery.ui.photos.photo_changes import Changes, Known, changes
from facegallery.ui.widgets.item_model import ITEM_ROLE, NO_PARENT, Index, KeyedModel
from facegallery.ui.widgets.reader import Reader

FetchPage = Callable[[Catalog, Photo | None, int], list[Photo]]
NEAR = 1000  # rows that a photo may move in a refresh, and still be found at once
FIRST_PAGE, PAGE = 200, 1000  # photos: some screens at once, then so many that few pages do


class PhotoListModel(KeyedModel[Photo]):
    """The photos of one query, newest first. Lives on the window's thread.

    Pages are read in a thread, one after another, until all are here. A refresh reads the same
    way into a second list and then changes only the rows that differ, so that selection and
    scroll position stay. Signal filled() when all photos are here.

    unchanged: so many of the first photos are as they were when that was set last.
    """

    filled = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(attrgetter("id"), parent)
        self._reader = Reader(library, self)
        self._fetch_page: FetchPage | None = None
        self._fresh: list[Photo] | None = None  # the second list, while a refresh runs
        self._known = Known([])
        self._near = 0  # about the row of the photo that will be looked for next
        self._absent: tuple[Hashable, int] = (0, 0)  # a photo that is not among so many first ones
        self.unchanged = 0
        self._fetching = False
        self._again = False
        self._full = False
        self.caption: Callable[[Photo], str] | None = None

    @property
    def is_full(self) -> bool:
        """Tell whether all photos of the query are here."""
        return self._full

    def set_source(self, fetch_page: FetchPage) -> None:
        """Show another query: fetch_page(db, after, limit) gives the photos after one.

        It is called in a thread; fewer than limit are the last ones.
        """
        self.beginResetModel()
        self._fetch_page, self._items, self._fresh = fetch_page, [], None
        self._known, self._absent, self.unchanged = Known([]), (0, 0), 0
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
        self._fresh, self._known = [], Known(self._items)
        self._fetch()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a Photo for ITEM_ROLE, its name and date as text; see QAbstractItemModel."""
        if not index.isValid():
            return None
        photo = self._items[index.row()]
        if role == ITEM_ROLE:
            return photo
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = (photo.name, long_date(photo.taken_at, QLocale()), self.caption_of(photo))
            return ", ".join(filter(None, words))
        return None

    def caption_of(self, photo: Photo) -> str:
        """Return the words on a photo; empty where there are none."""
        return "" if self.caption is None else self.caption(photo)

    def key_at(self, index: Index) -> Hashable | None:
        """Return the id of the photo at an index; it will be looked for there first."""
        if index.isValid():
            self._near = index.row()
        return super().key_at(index)

    def row_of(self, key: Hashable) -> int | None:
        """Return the row of the photo with an id, or None while it is not here.

        It is looked for where the last one was, then among those not looked at for it before: a
        place to go to is asked for again as each page comes.
        """
        photos, (absent, first) = self._items, self._absent
        beside = range(max(0, self._near - NEAR), min(self._near + NEAR, len(photos)))
        rest = range(first if key == absent else 0, len(photos))
        found = next((row for row in chain(beside, rest) if photos[row].id == key), None)
        if found is None:
            self._absent = (key, len(photos))
        else:
            self._near = found
        return found

    def _fetch(self) -> None:
        fetch_page, here = self._fetch_page, self._items if self._fresh is None else self._fresh
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
            first = len(self._items)
            self.beginInsertRows(NO_PARENT, first, first + len(page) - 1)
            self._items += page
            self.endInsertRows()
        if not is_last:
            self._fetch()
        elif self._fresh is None:
            self._finish()
        else:
            old, fresh = self._items, self._fresh
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
                del self._items[first : last + 1]
                self.unchanged = min(self.unchanged, first)
                self.endRemoveRows()
            for first, last in wanted.come:
                self.beginInsertRows(NO_PARENT, first, last)
                self._items[first:first] = fresh[first : last + 1]
                self.unchanged = min(self.unchanged, first)
                self.endInsertRows()
            self._items[:] = fresh  # paths, and marks that a photo is missing
            self._absent = (0, 0)
            if wanted.altered:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            self.settled.emit()
        self._finish()
