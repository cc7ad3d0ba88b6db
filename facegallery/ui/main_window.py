"""The window: the screens, the ways between them, and what is said over them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facegallery.actions.people import Who
from facegallery.catalog import folders, photos
from facegallery.domain.album import Album
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.face import Face
from facegallery.domain.person import LibraryStatus
from facegallery.domain.photo import Photo
from facegallery.ui import window_state
from facegallery.ui.people.cards import Cards
from facegallery.ui.restart import Restart
from facegallery.ui.search.query_text import like
from facegallery.ui.session import Session
from facegallery.ui.shell.history import History, Place
from facegallery.ui.shell.screens import Screens
from facegallery.ui.shell.sidebar import Sidebar
from facegallery.ui.shell.status_strip import StatusStrip
from facegallery.ui.shell.top_bar import TopBar
from facegallery.ui.shell.window_actions import add_window_actions
from facegallery.ui.widgets.spoken import spoken_error
from facegallery.ui.widgets.style import colours_changed
from facegallery.ui.widgets.toast import Toast

if TYPE_CHECKING:  # made when photos are first shown
    from facegallery.ui.photos.photo_grid import PhotoGrid


class MainWindow(Screens):
    """The one window of a library. The session is the caller's, to be closed after the window.

    Signals language_asked(str): this window is to be replaced by one in another language;
    restore_asked(str): it is to be closed, and this copy of the library brought back.
    """

    language_asked = Signal(str)
    restore_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        cards = Cards.of(session)  # first of all: they are read while the window is being made
        self._state = window_state.load(session.library)
        self._history = History()
        self._restart = Restart(self, session, self._history, self._state)
        self._welcomed: bool | None = None
        self._kept = False  # how the window is left
        self._lay_out()
        self.toast = Toast(self._area)
        self._connect()
        self._restore()
        cards.read_whole.connect(self.import_others)
        self.make_others_later()

    # What app.py and tests ask of it

    def go(self, place: Place) -> None:
        """Show a place and remember it for Back."""
        self._history.visit(place)
        self._show(place)

    def go_back(self) -> None:
        """Show the place before this one; from the first one, People."""
        place = self._history.back()
        if place is not None:
            self._show(place, back=True)
        elif self.page not in ("people", "welcome"):
            self._history.replace(Place("people"))
            self._show(Place("people"))

    def show_photos(self, found: Sequence[Photo], position: int) -> None:
        """Show a photo of a list in the viewer."""
        self.go(Place("viewer", photos=found, position=position))

    def show_who(self, who: Who) -> None:
        """Show the page of a person or a group."""
        self.go(Place("person", who=who))

    def compare_photos(self, chosen: Sequence[Photo]) -> None:
        """Show which faces of one photo appear in the other."""
        self.go(Place("compare"))
        self.compare.show_photos([Path(photo.path) for photo in chosen])

    def search(self, text: str) -> None:
        """Show the photos of the people whom a text names."""
        place = Place("search", text=text)
        if self.page == "search":
            self._history.replace(place)
            self._show(place)
        else:
            self.go(place)

    def choose_folder(self) -> None:
        """Ask for a folder of photos and add it."""
        self.folders.choose_folder()

    # The frame, and what connects the screens

    def _lay_out(self) -> None:
        self._stack.setCurrentWidget(self.people)
        self.sidebar = Sidebar()
        self.top_bar = TopBar(self._session, self.pictures, self)
        self.strip = StatusStrip(self._session)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self._stack, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.sidebar)
        upper.addLayout(right, 1)
        self._area = QWidget()
        column = QVBoxLayout(self._area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.strip)
        self.setCentralWidget(self._area)

    def _connect(self) -> None:
        session = self._session
        self.back_asked.connect(self.go_back)
        self.folders_dropped.connect(session.add_folders)
        self.picture_dropped.connect(self._search_like)
        session.said.connect(self._on_said)
        session.noted.connect(self.toast.say)
        session.failed.connect(self.say_error)
        session.scanning_changed.connect(self._on_scanning)
        session.scanning_changed.connect(self._on_counted)
        session.progressed.connect(self._on_progressed)
        session.search_asked.connect(self._search_for)
        self.toast.undo_asked.connect(session.undo)
        self.sidebar.chosen.connect(self._choose)
        self.strip.counted.connect(self._on_counted)
        self.top_bar.on_back(self.go_back)
        self.top_bar.field.searched.connect(self.search)
        self.top_bar.field.typed.connect(self._search_typed)
        self.top_bar.field.left.connect(self._leave_field)
        colours_changed.connect(self.sidebar.follow_colours)
        add_window_actions(self, self._focus_search, session.scan)

    def connect_screen(self, name: str) -> None:
        """Connect a screen that was just made, and show it as it was left; see Screens."""
        connect = {
            "people": self._connect_people,
            "person": self._connect_person,
            "review": self._connect_review,
            "photos": self._connect_photos,
            "search": self._connect_search,
            "albums": self._connect_albums,
            "insight": self._connect_insight,
            "folders": lambda: self.folders.noted.connect(self.toast.say),
            "settings": self._connect_settings,
            "viewer": self._connect_viewer,
            "welcome": self._connect_welcome,
        }
        if name in connect:
            connect[name]()
        self._restart.prepare(name)

    def _connect_settings(self) -> None:
        self.settings.language_chosen.connect(self.language_asked)
        self.settings.restore_asked.connect(self.restore_asked)

    def _connect_people(self) -> None:
        self.people.opened.connect(self.show_who)
        self.people.face_opened.connect(self._show_face)

    def _connect_person(self) -> None:
        self.person.photo_opened.connect(self.show_photos)
        self.person.person_opened.connect(self.show_who)
        self.person.who_changed.connect(self._on_who_changed)
        self.person.back.connect(self.go_back)
        self.person.photos.compare_asked.connect(self.compare_photos)

    def _connect_review(self) -> None:
        self.review.opened.connect(self.show_who)
        self.review.face_opened.connect(self._show_face)

    def _connect_photos(self) -> None:
        self.photos.photo_opened.connect(self.show_photos)
        self.photos.person_opened.connect(self.show_who)
        self.photos.folders_asked.connect(self.sidebar.buttons["folders"].click)
        self.photos.grid.compare_asked.connect(self.compare_photos)

    def _connect_search(self) -> None:
        self.search_page.photo_opened.connect(self.show_photos)
        self.search_page.person_opened.connect(self.show_who)
        self.search_page.search_asked.connect(self._search_for)
        self.search_page.grid.compare_asked.connect(self.compare_photos)

    def _connect_albums(self) -> None:
        self.albums.change_asked.connect(self._change_album)
        self.albums.photo_opened.connect(self.show_photos)
        self.albums.person_opened.connect(self.show_who)

    def _connect_insight(self) -> None:
        self.insight.search_asked.connect(self._search_for)
        self.insight.photo_opened.connect(self.show_photos)

    def _connect_viewer(self) -> None:
        self.viewer.person_opened.connect(self.show_who)
        self.viewer.face_opened.connect(self._show_face)
        self.viewer.back_asked.connect(self.go_back)
        self.viewer.full_screen_asked.connect(self._toggle_full_screen)
        self.viewer.photo_changed.connect(self._on_photo_changed)

    def _connect_welcome(self) -> None:
        self.welcome.add_asked.connect(self.choose_folder)
        self.welcome.demo_asked.connect(self._session.add_demo_album)

    def _on_said(self, words: str) -> None:
        self.toast.say(words, undo=True)

    def _choose(self, page: str) -> None:
        if self.page != "welcome":
            self.go(Place(page, text=self.search_page.text if page == "search" else ""))

    # Showing

    def _show(self, place: Place, *, back: bool = False) -> None:
        if place.page == "person" and place.who is not None:
            self.person.show_who(place.who)
        elif place.page == "search":
            self.search_page.search(place.text)
        elif place.page == "viewer":
            self.viewer.show_photos(place.photos, place.position)
        self.top_bar.field.setText(place.text)
        left = self.page
        shown = self.viewer.photo if left == "viewer" else None
        self._stack.setCurrentWidget(self.screen_called(place.page))
        self._dress_for(place.page)
        if back and shown is not None:
            self._show_in_grid(shown)
        self._focus_page()

    def _dress_for(self, page: str) -> None:
        """Show of the frame what belongs to a page: the viewer has the window for itself."""
        alone = page in ("viewer", "welcome")
        self.sidebar.setVisible(not alone)
        self.top_bar.setVisible(not alone)
        self.strip.setVisible(page != "viewer" and (page != "welcome" or self._session.scanning))
        self.top_bar.back.setEnabled(self._history.has_before and page != "welcome")
        self.sidebar.show_page(page)
        if page != "viewer" and self.isFullScreen():
            self._toggle_full_screen()

    def _show_in_grid(self, photo: Photo) -> None:
        """Show where the photo that was looked at last is in the grid it came from."""
        grid = self._grid()
        if grid is not None:
            grid.show_photo(photo.id)

    def _show_face(self, face: Face) -> None:
        photo = photos.by_id(self._session.db, face.photo_id)
        if photo is not None:
            self.show_photos([photo], 0)

    def _on_scanning(self, scanning: bool) -> None:
        if not scanning:  # a drive may be back that pictures were not to be had from
            self.pictures.forget_lost()

    def _on_progressed(self, _progress: object) -> None:
        """Have the photos beside the one on screen scanned first."""
        grid = self._grid()
        photo = self.viewer.photo if self.page == "viewer" else grid and grid.top_photo()
        self._session.scans.show_first(str(Path(photo.path).parent) if photo else "")

    def _grid(self) -> "PhotoGrid | None":
        """Return the grid of photos on the screen, if there is one."""
        if self.page == "photos":
            return self.photos.grid
        return self.search_page.grid if self.page == "search" else None

    def _search_for(self, text: str) -> None:
        self.top_bar.field.setText(text)
        self.search(text)

    def _search_like(self, picture: Path) -> None:
        if self.page != "welcome":
            self._search_for(like(picture))

    def _change_album(self, album: Album) -> None:
        self.search_page.change_album(album)
        self._search_for(album.query or "")

    def _search_typed(self, text: str) -> None:
        """Show results while a query is being typed; the keys stay with the field."""
        if self.page in ("welcome", "viewer"):
            return
        place = Place("search", text=text)
        if self.page == "search":
            self._history.replace(place)
        else:
            self._history.visit(place)
        self.search_page.search(text)
        self._stack.setCurrentWidget(self.search_page)
        self._dress_for("search")

    def _focus_page(self) -> None:
        """Give the keys to the page; to the search field while nothing is searched for."""
        if self.page == "search" and not self.search_page.text:
            self.top_bar.field.setFocus()
        else:
            self._pages[self.page].setFocus()

    def _leave_field(self) -> None:
        """Let Escape in the search field lead to the page, or back where that has nothing yet."""
        waits = self.page == "search" and not self.search_page.text
        (self.go_back if waits else self._focus_page)()

    def _focus_search(self) -> None:
        if self.page == "welcome":
            return
        if self.page == "viewer":
            self.go(Place("search", text=self.search_page.text))
        self.top_bar.field.setFocus()
        self.top_bar.field.selectAll()

    def _on_photo_changed(self, position: int) -> None:
        here = self._history.here
        if here is not None and here.page == "viewer":
            self._history.replace(Place("viewer", photos=here.photos, position=position))

    def _on_who_changed(self, who: Who) -> None:
        """Note that the group that is shown got a name: it is a person now."""
        here = self._history.here
        if here is not None and here.page == "person":
            self._history.replace(Place("person", who=who))

    def _toggle_full_screen(self) -> None:
        self.viewer.set_bare(not self.isFullScreen() and self.page == "viewer")
        self.fill_screen(not self.isFullScreen())

    # News

    def _on_counted(self, status: object) -> None:
        """Show numbers in the sidebar; welcome whoever has nothing yet."""
        if isinstance(status, LibraryStatus):
            self.sidebar.buttons["people"].set_number(status.people)
            self.sidebar.buttons["photos"].set_number(status.photos)
        empty = not self.folders_known() and not self._session.scanning
        if empty != self._welcomed:
            self._welcomed = empty
            if empty:
                self._show(Place("welcome"))
            elif self.page == "welcome":
                self._history.visit(Place("people"))
                self.go(Place("photos" if self._session.scanning else "people"))

    def folders_known(self) -> bool:
        """Tell whether the library has a folder or a photo."""
        return bool(folders.paths(self._session.db))

    def say_error(self, error: FaceGalleryError) -> None:
        """Say what went wrong, and what the user can do."""
        self.toast.say(spoken_error(error), error=True)

    # Start and end

    def _restore(self) -> None:
        """Show what was left; what is to be read from the catalog goes to its place later."""
        state = self._state
        if not (state.geometry and self.restoreGeometry(state.geometry)):
            self.take_first_size()
        self._on_counted(None)
        if self.page != "welcome":
            self._restart.bring_back(state)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keys to the page, not to the first button; see QWidget."""
        super().showEvent(event)
        if not event.spontaneous():
            self._focus_page()

    def keep_state(self) -> None:
        """Keep how the window is now, for the next one."""
        if not self._kept:
            self._kept = True
            window_state.save(self._session.library, self._restart.state_now())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how the window is left, and wait for its threads; see QWidget."""
        self.stop_watching()
        self.keep_state()
        self.stop_making()
        self.pictures.close()
        for name in ("viewer", "compare", "settings"):
            if self.is_made(name):
                getattr(self, name).close_threads()
        super().closeEvent(event)
