"""The albums page: all albums, and the photos of the one that was opened."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from facegallery.actions.albums import (
    DeleteAlbum,
    MoveAlbum,
    RemoveFromAlbum,
    RenameAlbum,
    SetAlbumCover,
)
from facegallery.catalog import albums, photos, search
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.album import Album
from facegallery.domain.photo import Photo
from facegallery.jobs import likeness
from facegallery.ui.albums.exporter import ExportDialog
from facegallery.ui.albums.name_question import NameQuestion
from facegallery.ui.photos.photo_grid import PhotoGrid
from facegallery.ui.pictures import Pictures
from facegallery.ui.search.found import FoundPhotos
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.empty_state import EmptyState, show_instead
from facegallery.ui.widgets.entries import Entry, EntryList
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.page import Page
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.short_label import ShortLabel
from facegallery.ui.widgets.style import SPACING


class AlbumsPage(Page):
    """Albums in the user's order; a click opens one.

    Signals: photo_opened(list[Photo], int), person_opened(Who), change_asked(Album) to change
    what an album looks for.
    """

    photo_opened = Signal(list, int)
    person_opened = Signal(object)
    change_asked = Signal(object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._pictures = session, pictures
        self._reader = Reader(session.library, self)
        self._stale = False  # something has changed while the page was not shown
        self.album: Album | None = None
        self._albums: dict[int, Album] = {}
        self.title = ShortLabel(textFormat=Qt.TextFormat.PlainText)
        self.title.setProperty("look", "title")
        self.words = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.words.setProperty("look", "muted")
        self.list = EntryList(pictures, self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid = PhotoGrid(session, pictures, self, with_months=False)
        self.empty = EmptyState("albums", self)
        self._lay_out()
        self.list.chosen.connect(lambda entry: self.open_album(int(str(entry.key))))
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.grid.photo_opened.connect(self.photo_opened)
        self.grid.person_opened.connect(self.person_opened)
        self.grid.filled.connect(self._show_words)
        session.changed.connect(self._on_changed)
        self.show_all()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for widget in (self.list, self.grid, self.empty):
            self._stack.addWidget(widget)
        self.back = push_button("back", self.tr("All albums"), look="quiet", key="Alt+Up")
        self.back.clicked.connect(self.show_all)
        self.edit = push_button("search", self.tr("Change the search"), key="Alt+C")
        self.edit.clicked.connect(self._change_search)
        self.remove = push_button("remove", self.tr("Take out"), self.tr("Of this album (Del)"))
        self.remove.clicked.connect(self._take_out)
        self.cover = push_button("heart", self.tr("Use as cover"), key="Alt+K")
        self.cover.clicked.connect(self._use_as_cover)
        self.more = push_button("save", self.tr("Export…"), key="Alt+E")
        self.more.clicked.connect(self.export)
        row = QHBoxLayout()
        row.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, SPACING)
        row.setSpacing(SPACING)
        row.addWidget(self.back)
        row.addWidget(self.title)
        row.addSpacing(SPACING)
        row.addWidget(self.words)
        row.addStretch()
        for button in (self.edit, self.cover, self.remove, self.more):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    # What is shown

    def refresh(self) -> None:
        """Ask again what there is."""
        self._stale = False
        self._reader.ask(partial(_entries, self._session.library), self._on_entries)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again for what has changed meanwhile; see QWidget."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:  # when it is shown: nobody waits for it now, and each album is counted
            self._stale = True

    def show_all(self) -> None:
        """Show all albums."""
        self.album = None
        self._dress()
        self.refresh()

    def open_album(self, album_id: int) -> None:
        """Show the photos of an album."""
        album = self._albums.get(album_id)
        if album is None:
            return
        self.album = album
        self.grid.show_months(on=album.query is not None)
        self.grid.set_source(_source(self._session, album))
        self._dress()

    def _on_entries(self, found: "list[tuple[Album, Entry]]") -> None:
        self._albums = {album.id: album for album, _entry in found}
        self.list.show_entries([entry for _album, entry in found])
        if self.album is not None and self.album.id not in self._albums:
            self.album = None
        elif self.album is not None:
            self.album = self._albums[self.album.id]
        self._dress()

    def _dress(self) -> None:
        album = self.album
        opened = album is not None
        chosen = album is not None and album.query is None
        self.title.setText(album.name if album is not None else self.tr("Albums"))
        for button, shown in (
            (self.back, opened),
            (self.more, opened),
            (self.edit, opened and not chosen),
            (self.remove, chosen),
            (self.cover, opened),
        ):
            button.setVisible(shown)
        self._show_words()
        if opened:
            show_instead(self, self._stack, self.grid)
        elif self._albums:
            show_instead(self, self._stack, self.list)
        else:
            self.empty.say(
                self.tr("No albums yet"),
                self.tr(
                    "Search for something and choose “Save as album”: it finds new photos by "
                    "itself. Or choose photos, and add them to an album with the right button."
                ),
            )
            show_instead(self, self._stack, self.empty)

    def _show_words(self) -> None:
        if self.album is None:
            self.words.clear()
        else:
            self.words.setText(counts.photos(len(self.grid.photos)))

    # What can be done

    def export(self) -> None:
        """Ask how the album is to be exported."""
        album = self.album
        if album is None:
            return
        library = self._session.library
        dialog = ExportDialog(
            self._session,
            lambda: _photo_ids(library, album),
            album.name,
            len(self.grid.photos),
            self.window(),
        )
        dialog.open()

    def _change_search(self) -> None:
        if self.album is not None and self.album.query is not None:
            self.change_asked.emit(self.album)

    def _take_out(self) -> None:
        chosen = tuple(photo.id for photo in self.grid.selected())
        if self.album is not None and self.album.query is None and chosen:
            self._session.perform(RemoveFromAlbum(self.album.id, chosen))

    def _use_as_cover(self) -> None:
        chosen = self.grid.selected()
        if self.album is not None and chosen:
            self._session.perform(SetAlbumCover(self.album.id, chosen[0].id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take photos out with Del, go back to all albums with Escape; see QWidget."""
        if event.key() == Qt.Key.Key_Delete and self.album is not None:
            self._take_out()
        elif event.key() == Qt.Key.Key_Escape and self.album is not None:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def _on_menu(self, where: QPoint) -> None:
        index = self.list.indexAt(where)
        entry = self.list.entries.item(index)
        album = self._albums.get(int(str(entry.key))) if entry is not None else None
        if album is None:
            return
        menu = self.menu_of(album, index.row())
        menu.popup(self.list.viewport().mapToGlobal(where))

    def menu_of(self, album: Album, row: int) -> QMenu:
        """Return what can be done with an album in the list."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        perform = self._session.perform
        entries: list[tuple[str, str, bool, Callable[[], None]]] = [
            ("photos", self.tr("Open"), True, lambda: self.open_album(album.id)),
            ("edit", self.tr("Rename…"), True, lambda: self._rename(album)),
            (
                "search", self.tr("Change the search"), album.query is not None,
                lambda: self.change_asked.emit(album),
            ),
            (
                "previous", self.tr("Move up"), row > 0,
                lambda: perform(MoveAlbum(album.id, row - 1)),
            ),
            (
                "next", self.tr("Move down"), row + 1 < len(self._albums),
                lambda: perform(MoveAlbum(album.id, row + 1)),
            ),
            ("remove", self.tr("Delete"), True, lambda: perform(DeleteAlbum(album.id))),
        ]  # fmt: skip
        for name, words, possible, do in entries:
            action = menu.addAction(icon(name), words)
            action.setEnabled(possible)
            action.triggered.connect(lambda _checked=False, do=do: do())
        return menu

    def _rename(self, album: Album) -> None:
        question = NameQuestion(
            self.window(), self.tr("Rename the album"), self.tr("Rename"), album.name
        )
        question.named.connect(lambda name: self._session.perform(RenameAlbum(album.id, name)))
        question.open()


def _source(
    session: Session, album: Album
) -> "Callable[[Catalog, Photo | None, int], list[Photo]]":
    if album.query is None:
        return lambda db, after, limit: albums.photos_of(db, album.id, after, limit)
    return FoundPhotos(session.library, search.query(session.db, album.query)).page


def _photo_ids(library: Library, album: Album) -> list[int]:
    with library.open(read_only=True) as db:
        if album.query is None:
            return [photo.id for photo in albums.photos_of(db, album.id)]
        query = search.query(db, album.query)
        found = likeness.run(db, query, likeness.find(library, db, query))
        return [photo.id for photo in found]


def _entries(library: Library, db: Catalog) -> list[tuple[Album, Entry]]:
    """Return all albums with their rows; asked in a thread."""
    found = []
    for album in albums.listed(db):
        if album.query is None:
            number, first = album.photos, albums.photos_of(db, album.id, limit=1)
        else:
            answers = FoundPhotos(library, search.query(db, album.query))
            first = answers.page(db, None, 1)
            numbers = answers.numbers(db)
            number = numbers.found.photos if numbers is not None else 0
        cover = photos.by_id(db, album.cover_photo_id) if album.cover_photo_id else None
        pictures = (cover,) if cover is not None else tuple(first)
        words = album.query or ""
        entry = Entry(album.id, album.name, words, counts.photos(number), photos=pictures)
        found.append((album, entry))
    return found
