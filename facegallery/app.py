"""The window as a program: builds the parts, connects them, and ends them in order."""

import logging
import signal
import sys
from collections.abc import Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from facegallery import __version__
from facegallery.catalog.library import Library
from facegallery.catalog.locking import only_one
from facegallery.domain.errors import FaceGalleryError, UnexpectedError, WindowOpen
from facegallery.jobs.everybody import Begun
from facegallery.paths import APP_NAME
from facegallery.ui import language, start_up, window_state
from facegallery.ui.main_window import MainWindow
from facegallery.ui.people.cards import Cards
from facegallery.ui.quiet_work import QuietCollector, give_memory_back, take_turns
from facegallery.ui.session import Session
from facegallery.ui.watchdog import Profile
from facegallery.ui.widgets.style import apply_style

log = logging.getLogger(__name__)

LISTEN_MS = 200  # how often Python looks for Ctrl-C while Qt waits for events
WATCH_AFTER_MS = 2_000  # the first screen comes first


def run_window(
    library: Library,
    folders: Sequence[Path] = (),
    *,
    profile: bool = False,
    begun: Begun = None,
) -> int:
    """Show the window until it is closed; return the exit code.

    folders: added to the library and scanned at once. profile: say on stderr whenever the window
    is held up, and by which lines. begun: the first screen, being read; see jobs.everybody.
    Raises LibraryUnusable and the like, and WindowOpen where there is a window of this library
    already; both are said in a dialog before.
    """
    give_memory_back()
    take_turns()
    app = make_application()
    state = window_state.load(library)
    language.install(app, state.language)
    apply_style(app, state.theme)
    try:
        start_up.prepare(library)
        with (
            only_one(library.window_lock_file, WindowOpen),
            closing(Profile()) if profile else nullcontext(),
        ):
            closed = _until_closed(app, library, folders, begun)
            while closed.copy:
                start_up.bring_back(library, closed.copy)
                closed = _until_closed(app, library)
            return closed.exit_code
    except FaceGalleryError as error:
        start_up.say(error)
        raise


@dataclass(slots=True)
class _Closed:
    """How the window ended. copy: of the library, to be brought back before it opens again."""

    exit_code: int = 0
    copy: str = ""


def _until_closed(
    app: QApplication, library: Library, folders: Sequence[Path] = (), begun: Begun = None
) -> _Closed:
    session, closed = Session(library), _Closed()
    Cards(session, begun)  # for all of the window
    _show(app, session, closed)
    QTimer.singleShot(WATCH_AFTER_MS, session, session.start_watching)
    if folders:
        session.add_folders(folders)
    try:
        closed.exit_code = int(app.exec())
        return closed
    finally:
        session.close()
        if closed.copy:  # another window follows in this process
            _delete_now(app, session)


def _delete_now(app: QApplication, session: Session) -> None:
    """Delete what is left of a window on its thread.

    Python's collector runs on any: a widget that it finds on another one ends the program.
    """
    for each in (*app.topLevelWidgets(), session):
        each.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _show(app: QApplication, session: Session, closed: _Closed) -> None:
    """Show a window of a library; another one takes its place when the language changes.

    closed: is told what is to be done when it ends.
    """
    window = MainWindow(session)

    def show_instead(wanted: str) -> None:
        language.install(app, wanted)
        window.keep_state()
        _show(app, session, closed)  # before this one goes: without any the program would end
        window.close()
        window.deleteLater()

    def bring_back(copy: str) -> None:
        closed.copy = copy
        window.close()

    window.language_asked.connect(show_instead)
    window.restore_asked.connect(bring_back)
    _report_bugs(window)
    _end_on_interrupt(window)
    QuietCollector(window.is_busy, window)
    window.show()


def make_application() -> QApplication:
    """Return the application object, made once for the process."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    app.setApplicationDisplayName(APP_NAME)
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("org.facegallery.FaceGallery")
    return app


def _report_bugs(window: MainWindow) -> None:
    """Have a bug in a slot logged and said in a sentence, and the window go on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        log.critical("a bug in the window", exc_info=(kind, error, trace))
        # Straight to the toast: a signal could reach the slot that has the bug, for ever.
        window.say_error(UnexpectedError(str(error) or kind.__name__))

    sys.excepthook = hook


def _end_on_interrupt(window: MainWindow) -> None:
    """Close the window on Ctrl-C in the terminal, and when the system ends the program."""

    def close(*_: object) -> None:
        # In a turn of its own: what a signal breaks into may hold a lock that closing waits for.
        QTimer.singleShot(0, window, window.close)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, close)
    listen = QTimer(window, interval=LISTEN_MS)
    listen.timeout.connect(lambda: None)  # Python sees signals only when it runs
    listen.start()
