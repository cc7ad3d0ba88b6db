"""Brings the window back as it was left: the page, the place in it, and the photo looked at."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facegallery.actions.people import Who
from facegallery.catalog import photos
from facegallery.domain.errors import FaceGalleryError
from facegallery.ui import language
from facegallery.ui.people.sorting import Order
from facegallery.ui.session import Session
from facegallery.ui.shell.history import History, Place
from facegallery.ui.widgets.style import theme
from facegallery.ui.window_state import WindowState

if TYPE_CHECKING:
    from facegallery.ui.main_window import MainWindow
    from facegallery.ui.people.people_page import PeoplePage
    from facegallery.ui.photos.photo_grid import PhotoGrid


class Restart(QObject):
    """What one window does at its start and its end. Places are reached when the photos and
    people they are made of have been read.
    """

    def __init__(
        self, window: "MainWindow", session: Session, history: History, state: WindowState
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._history = window, session, history
        self._state = state
        self._came_from: PhotoGrid | None = None
        session.scans.workers = state.workers or None

    def prepare(self, screen: str) -> None:
        """Set what a screen that was just made needs before it is shown."""
        window, state = self._window, self._state
        if screen == "photos":
            window.photos.grid.set_zoom(state.zoom)
            if state.place is not None:
                window.photos.grid.go_to(state.place)
        elif screen == "search":
            window.search_page.grid.set_zoom(state.zoom)
        elif screen == "viewer":
            window.viewer.bar.facts.setChecked(state.facts_shown)
        elif screen == "people":
            self._prepare_people(window.people)

    def _prepare_people(self, people: "PeoplePage") -> None:
        state = self._state
        people.head.smallest.faces = state.smallest_group
        if state.people_order in list(Order):
            people.head.sorted_by = Order(state.people_order)
        if state.people_place is not None:
            people.place = state.people_place

    def bring_back(self, state: WindowState) -> None:
        """Show the page, go to the place in it, and to the photo that was looked at."""
        left_at = self._left_at(state)
        self._history.visit(Place("people"))
        self._window.go(left_at)
        grid = self._go_within(left_at, state)
        seen = None if state.photo is None else photos.by_id(self._session.db, state.photo)
        if seen is None or left_at.page != state.page:
            return
        self._window.show_photos([seen], 0)
        if grid is not None:
            self._came_from = grid
            grid.filled.connect(self._on_filled)

    def state_now(self) -> WindowState:
        """Return how the window is left; called once, at its end."""
        window, here = self._window, self._history.here or Place("people")
        seen = window.viewer.photo if here.page == "viewer" else None
        while here.page == "viewer":  # photos are found again from where they were opened
            here = self._history.back() or Place("people")
        state = replace(
            self._state,
            geometry=bytes(window.saveGeometry().data()),
            page=here.page,
            who=str(here.who) if here.who else "",
            people_order=window.people.head.sorted_by,
            smallest_group=window.people.head.smallest.faces,
            people_place=window.people.place,
            person_place=window.person.place if here.page == "person" else None,
            photo=None if seen is None else seen.id,
            theme=theme(),
            language=language.chosen(),
            workers=self._session.scans.workers or 0,
        )
        if window.is_made("photos"):
            state.zoom, state.place = window.photos.grid.zoom, window.photos.grid.place()
        if window.is_made("search"):
            state.search = window.search_page.text
            state.search_place = window.search_page.grid.place()
        if window.is_made("person"):
            state.person_view = window.person.view_name
        if window.is_made("viewer"):
            state.facts_shown = window.viewer.bar.facts.isChecked()
        return state

    def _left_at(self, state: WindowState) -> Place:
        """Return the place where the window was left, People where that is gone."""
        if state.page == "person" and state.who:
            try:
                who = Who.parse(state.who)
                who.card(self._session.db)
            except FaceGalleryError:
                return Place("people")
            return Place("person", who=who)
        if state.page in (
            "review",
            "photos",
            "search",
            "folders",
            "activity",
            "compare",
            "settings",
        ):
            return Place(state.page, text=state.search if state.page == "search" else "")
        return Place("people")

    def _go_within(self, left_at: Place, state: WindowState) -> "PhotoGrid | None":
        """Go to the place in the page; return the grid of photos that it shows, if any."""
        window = self._window
        if left_at.page == "person":
            window.person.view_name = state.person_view
            if state.person_place is not None:
                window.person.place = state.person_place
            return window.person.photos if state.person_view == "photos" else None
        if left_at.page == "search":
            if state.search_place is not None:
                window.search_page.grid.go_to(state.search_place)
            return window.search_page.grid
        return window.photos.grid if left_at.page == "photos" else None

    def _on_filled(self) -> None:
        """Put the photo that was brought back among those of the page it was opened from."""
        grid, self._came_from = self._came_from, None
        here = self._history.here
        if grid is None or here is None or here.page != "viewer":
            return
        self._history.replace(Place("viewer", photos=grid.photos, position=0))
        self._window.viewer.put_among(grid.photos)
