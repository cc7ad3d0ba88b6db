"""What can be done with chosen photos in any grid: albums, favourites, export."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from facegallery.actions.albums import AddToAlbum, MarkFavourite, SaveAlbum
from facegallery.catalog import albums
from facegallery.domain.photo import Photo
from facegallery.ui.albums.exporter import ExportDialog
from facegallery.ui.albums.name_question import NameQuestion
from facegallery.ui.session import Session
from facegallery.ui.widgets.icons import icon

translate = QCoreApplication.translate


def fill_album_menu(
    menu: QMenu, session: Session, chosen: Sequence[Photo], parent: QWidget
) -> None:
    """Add the entries for chosen photos to a menu."""
    ids = tuple(photo.id for photo in chosen)
    menu.addSeparator()
    _fill_favourites(menu, session, ids)
    into = menu.addMenu(icon("add"), translate("album_menu", "Add to album"))
    fill_with_albums(into, session, ids, parent)
    export = menu.addAction(icon("save"), translate("album_menu", "Export…"))
    export.triggered.connect(lambda: export_photos(session, ids, parent))
    menu.addSeparator()


def fill_with_albums(menu: QMenu, session: Session, ids: tuple[int, ...], parent: QWidget) -> None:
    """Add an entry for each album of photos, which adds these to it, and one for a new album."""
    for album in albums.listed(session.db):
        if album.query is None:
            entry = menu.addAction(album.name.replace("&", "&&"))
            add = AddToAlbum(album.id, ids)
            entry.triggered.connect(lambda _checked=False, add=add: session.perform(add))
    if not menu.isEmpty():
        menu.addSeparator()
    new = menu.addAction(translate("album_menu", "New album…"))
    new.triggered.connect(lambda: _new_album(session, ids, parent))


def export_photos(session: Session, ids: tuple[int, ...], parent: QWidget) -> None:
    """Ask how and where to export photos."""
    ExportDialog(session, lambda: list(ids), "", len(ids), parent.window()).open()


def _fill_favourites(menu: QMenu, session: Session, ids: tuple[int, ...]) -> None:
    for favourite, name, words in (
        (True, "star-filled", translate("album_menu", "Favourite")),
        (False, "star", translate("album_menu", "No favourite")),
    ):
        mark = MarkFavourite(ids, favourite)
        action = menu.addAction(icon(name), words)
        action.triggered.connect(lambda _checked=False, mark=mark: session.perform(mark))


def _new_album(session: Session, ids: tuple[int, ...], parent: QWidget) -> None:
    question = NameQuestion(
        parent.window(),
        translate("album_menu", "A new album"),
        translate("album_menu", "Make it"),
    )
    question.named.connect(lambda name: session.perform(SaveAlbum(name, None, ids)))
    question.open()
