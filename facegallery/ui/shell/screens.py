"""The screens of a window, each made when it is first needed: the window itself is up sooner."""

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from facegallery.domain.progress import CancelToken, Report
from facegallery.jobs.job_thread import JobThread
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.shell.window_frame import WindowFrame
from facegallery.ui.widgets.page import Page

if TYPE_CHECKING:
    from facegallery.ui.activity.activity_page import ActivityPage
    from facegallery.ui.albums.albums_page import AlbumsPage
    from facegallery.ui.folders.folders_page import FoldersPage
    from facegallery.ui.insight.insight_page import InsightPage
    from facegallery.ui.people.people_page import PeoplePage
    from facegallery.ui.person.person_page import PersonPage
    from facegallery.ui.photos.photos_page import PhotosPage
    from facegallery.ui.review.review_page import ReviewPage
    from facegallery.ui.search.search_page import SearchPage
    from facegallery.ui.settings.settings_page import SettingsPage
    from facegallery.ui.tools.compare_page import ComparePage
    from facegallery.ui.viewer.viewer import Viewer
    from facegallery.ui.welcome.welcome_page import WelcomePage

Made = TypeVar("Made", bound=QWidget)

# Attributes by the names that places have, see History; in the order of the sheet of keys.
SCREENS = {
    "people": "people",
    "person": "person",
    "review": "review",
    "photos": "photos",
    "search": "search_page",
    "albums": "albums",
    "insight": "insight",
    "folders": "folders",
    "activity": "activity",
    "compare": "compare",
    "settings": "settings",
    "viewer": "viewer",
    "welcome": "welcome",
}
# What the other screens bring along: five sixths of the time to import them. Without Qt: its
# classes are made when first imported, which is the window's thread's to do.
BROUGHT_ALONG = (
    "actions.albums", "actions.bring_in", "actions.bystanders", "actions.facts", "actions.photos",
    "actions.split", "actions.unmerge", "jobs.export", "jobs.install_weights", "jobs.likeness",
    "jobs.look_at_face", "jobs.looks", "jobs.names", "jobs.review", "jobs.sidecars", "jobs.split",
)  # fmt: skip
REST_AFTER_MS = 3_000  # from the start until the first of the other screens is made
REST_EVERY_MS = 250
REST_SECONDS = 1.5  # since the user last did something


def _import_brought_along(_report: Report, cancel: CancelToken) -> None:
    for name in BROUGHT_ALONG:
        cancel.raise_if_set()
        import_module(f"facegallery.{name}")


class Screens(WindowFrame):
    """A window with a stack of screens. A subclass connects each one in `connect_screen`.

    What nobody has asked for yet is made one by one while nothing else is going on, so that it is
    there when it is asked for.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pages: dict[str, QWidget] = {}  # those that are made
        self._stack = QStackedWidget()
        self.pictures = Pictures(session.library, self)
        self._may_rest = True
        session.under_hand = self.is_used
        self._rest = QTimer(self, interval=REST_EVERY_MS)
        self._rest.timeout.connect(self._make_another)
        self._imports = JobThread("import", self)
        self._imported = False

    @property
    def page(self) -> str:
        """The name of the screen that is shown."""
        shown = self._stack.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)

    @property
    def pages(self) -> dict[str, QWidget]:
        """All screens by their names; those that are not there yet are made, whole."""
        pages = {name: self.screen_called(name) for name in SCREENS}
        while self._make_part():
            pass
        return pages

    def screen_called(self, name: str) -> QWidget:
        """Return a screen by its name; it is made where it is not there yet."""
        page: QWidget = getattr(self, SCREENS[name])
        return page

    def is_made(self, name: str) -> bool:
        """Tell whether a screen is there: what is not has nothing to tell."""
        return name in self._pages

    def connect_screen(self, name: str) -> None:
        """Connect a screen that was just made with the rest of the window."""
        raise NotImplementedError

    def is_busy(self, *, but_for_scans: bool = False) -> bool:
        """Tell whether anything runs in the background; a scan may do so for hours."""
        lanes = [*self.findChildren(JobThread), *self._session.findChildren(JobThread)]
        scans = self._session.scans if but_for_scans else None
        return any(lane.busy for lane in lanes if scans is None or lane.parent() is not scans)

    def is_used(self) -> bool:
        """Tell whether the user has just done something."""
        return monotonic() - self.last_input < REST_SECONDS

    def import_others(self) -> None:
        """Import what the other screens bring along, in a thread: it takes a third of a second."""
        if not self._imported:
            self._imported = True
            self._imports.run(_import_brought_along)

    def make_others_later(self) -> None:
        """Have all other screens made, one by one, in quiet moments from some seconds on."""
        QTimer.singleShot(REST_AFTER_MS, self, self._begin_rest)

    def stop_making(self) -> None:
        """Make no more screens: the window is about to close."""
        self._may_rest = False
        self._rest.stop()
        self._imports.close()

    def _begin_rest(self) -> None:
        if self._may_rest:
            self._rest.start()

    def _make_another(self) -> None:
        missing = [name for name in SCREENS if name not in self._pages]
        if not self._is_quiet():
            return
        if missing:
            self.screen_called(missing[0])
        elif not self._make_part():
            self._rest.stop()

    def _make_part(self) -> bool:
        """Make one part of one screen; tell whether any was missing."""
        return any(page.make_part() for page in self._pages.values() if isinstance(page, Page))

    def _is_quiet(self) -> bool:
        """Tell whether nothing goes on; what is quick to tell comes first."""
        return not self.is_used() and not self.is_busy(but_for_scans=True)

    def _added(self, name: str, page: Made) -> Made:
        self._pages[name] = page
        self._stack.addWidget(page)
        # Not before the attribute is there, which the connections may ask for.
        self.__dict__[SCREENS[name]] = page
        self.connect_screen(name)
        return page

    def _make(self, name: str, kind: Callable[..., Made], *needs: object) -> Made:
        return self._added(name, kind(*needs))

    @cached_property
    def people(self) -> "PeoplePage":
        """Everybody."""
        from facegallery.ui.people.people_page import PeoplePage

        return self._make("people", PeoplePage, self._session, self.pictures)

    @cached_property
    def person(self) -> "PersonPage":
        """One person or group."""
        from facegallery.ui.person.person_page import PersonPage

        return self._make("person", PersonPage, self._session, self.pictures)

    @cached_property
    def review(self) -> "ReviewPage":
        """The questions."""
        from facegallery.ui.review.review_page import ReviewPage

        return self._make("review", ReviewPage, self._session, self.pictures)

    @cached_property
    def photos(self) -> "PhotosPage":
        """All photos."""
        from facegallery.ui.photos.photos_page import PhotosPage

        return self._make("photos", PhotosPage, self._session, self.pictures)

    @cached_property
    def search_page(self) -> "SearchPage":
        """What is searched for."""
        from facegallery.ui.search.search_page import SearchPage

        return self._make("search", SearchPage, self._session, self.pictures)

    @cached_property
    def albums(self) -> "AlbumsPage":
        """The albums."""
        from facegallery.ui.albums.albums_page import AlbumsPage

        return self._make("albums", AlbumsPage, self._session, self.pictures)

    @cached_property
    def insight(self) -> "InsightPage":
        """Who is seen with whom, and when."""
        from facegallery.ui.insight.insight_page import InsightPage

        return self._make("insight", InsightPage, self._session, self.pictures)

    @cached_property
    def folders(self) -> "FoldersPage":
        """The folders."""
        from facegallery.ui.folders.folders_page import FoldersPage

        return self._make("folders", FoldersPage, self._session)

    @cached_property
    def activity(self) -> "ActivityPage":
        """What runs, and what was done."""
        from facegallery.ui.activity.activity_page import ActivityPage

        return self._make("activity", ActivityPage, self._session)

    @cached_property
    def compare(self) -> "ComparePage":
        """Two photos side by side."""
        from facegallery.ui.tools.compare_page import ComparePage

        return self._make("compare", ComparePage, self._session)

    @cached_property
    def settings(self) -> "SettingsPage":
        """The settings."""
        from facegallery.ui.settings.settings_page import SettingsPage

        return self._make("settings", SettingsPage, self._session)

    @cached_property
    def viewer(self) -> "Viewer":
        """One photo."""
        from facegallery.ui.viewer.viewer import Viewer

        return self._make("viewer", Viewer, self._session, self.pictures)

    @cached_property
    def welcome(self) -> "WelcomePage":
        """The page of an empty library."""
        from facegallery.ui.welcome.welcome_page import WelcomePage

        return self._make("welcome", WelcomePage)
