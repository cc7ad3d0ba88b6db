"""What can be done with the photos that are chosen on the Photos page, in a bar and by keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from facegallery.actions.albums import MarkFavourite
from facegallery.catalog import photos
from facegallery.ui.albums.album_menu import export_photos, fill_with_albums
from facegallery.ui.photos.photo_grid import PhotoGrid
from facegallery.ui.photos.photo_menu import hide
from facegallery.ui.session import Session
from facegallery.ui.widgets.choice_bar import ChoiceBar, make_action
from facegallery.ui.widgets.icons import icon

SHOWN_FROM = 2  # photos: a click that only leads to a photo brings no bar


class PhotoChoice(ChoiceBar):
    """The bar, there while several photos are chosen; its keys work for a single one, too.

    The actions are the page's, so that they are in the sheet of keys.
    """

    def __init__(self, session: Session, grid: PhotoGrid, page: QWidget) -> None:
        self._session, self._grid, self._page = session, grid, page
        self._hidden = False  # whether these are the hidden photos
        super().__init__(self._make_actions(page), page)
        self.cleared.connect(grid.clearSelection)
        grid.selectionModel().selectionChanged.connect(self._on_chosen)
        grid.model().modelReset.connect(self._on_chosen)

    def show_hidden(self, *, hidden: bool) -> None:
        """Offer to show photos again, for the list of those that are hidden."""
        self._hidden = hidden
        words = self.tr("Show again") if hidden else self.tr("Hide")
        self.hide_photos.setText(words)
        self.hide_photos.setIconText(f" {words}")
        self.hide_photos.setIcon(icon("show" if hidden else "hide"))

    def _make_actions(self, page: QWidget) -> list[QAction]:
        tip = self.tr("Make favourites of them, or no longer")
        self.favour = make_action(
            page, "star", self.tr("Favourite"), "F", tip=tip, done=self._favour
        )
        self.add = make_action(page, "add", self.tr("Add to album…"), "A", done=self._add)
        tip = self.tr("Copy them into a folder")
        self.export = make_action(page, "save", self.tr("Export…"), "E", tip=tip, done=self._export)
        tip = self.tr("Hide the chosen photos, or show them again among the others")
        self.hide_photos = make_action(page, "hide", self.tr("Hide"), "H", tip=tip, done=self._hide)
        return [self.favour, self.add, self.export, self.hide_photos]

    def _on_chosen(self) -> None:
        chosen = self._grid.number_selected
        self.show_number(chosen if chosen >= SHOWN_FROM else 0)

    def _ids(self) -> tuple[int, ...]:
        return tuple(photo.id for photo in self._grid.chosen())

    def _favour(self) -> None:
        """Make favourites of the photos; where all of them are, no longer."""
        ids = self._ids()
        if ids:
            marks = photos.marks(self._session.db, ids)
            are = all(favourite for _hidden, favourite in marks.values())
            self._session.perform(MarkFavourite(ids, not are))

    def _add(self) -> None:
        ids = self._ids()
        if ids:
            menu = QMenu(self._page)
            fill_with_albums(menu, self._session, ids, self._page)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._place_of(menu))

    def _place_of(self, menu: QMenu) -> QPoint:
        """Return where a menu is to open: above its button, else where the photo is."""
        for button in self.findChildren(QToolButton):
            if button.defaultAction() is self.add and button.isVisible():
                return button.mapToGlobal(QPoint(0, -menu.sizeHint().height()))
        place = self._grid.visualRect(self._grid.currentIndex())
        shown = self._grid.viewport().rect().contains(place.center())
        return self._grid.viewport().mapToGlobal(place.center()) if shown else QCursor.pos()

    def _export(self) -> None:
        ids = self._ids()
        if ids:
            export_photos(self._session, ids, self._page)

    def _hide(self) -> None:
        hide(self._session, self._grid.chosen(), hidden=not self._hidden)
