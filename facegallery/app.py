"""The window as a program: builds the parts, connects them, and ends them in order."""

import logging
import signal
import sys
from collections.abc import Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from facegallery import __version__
from facegallery.catalog.library import Library
from facegallery.catalog.locking import only_one
from facegallery.domain.errors import FaceGalleryError, UnexpectedError, WindowOpen
from facegallery.paths import APP_NAME
from facegallery.ui import language, start_up, window_state
from facegallery.ui.main_window import MainWindow
from facegallery.ui.quiet_work import QuietCollector, give_memory_back
from facegallery.ui.session import Session
from facegallery.ui.watchdog import Profile
from facegallery.ui.widgets.style import apply_style

log = logging.getLogger(__name__)

LISTEN_MS = 200  # how often Python looks for Ctrl-C while Qt waits for events
WATCH_AFTER_MS = 2_000  # the first screen comes first


def run_window(library: Library, folders: Sequence[Path] = (), *, profile: bool = False) -> int:
    """Show the window until it is closed; return the exit code.

    folders: added to the library and scanned at once. profile: say on stderr whenever the window
    is held up, and by which lines. Raises LibraryUnusable and the like, and
    WindowOpen where there is a window of this library already; both are said in a dialog before.
    """
    give_memory_back()
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
            return _until_closed(app, library, folders)
    except FaceGalleryError as error:
        start_up.say(error)
        raise


def _until_closed(app: QApplication, library: Library, folders: Sequence[Path]) -> int:
    session = Session(library)
    _show(app, session)
    QTimer.singleShot(WATCH_AFTER_MS, session, session.start_watching)
    if folders:
        session.add_folders(folders)
    try:
        return int(app.exec())
    finally:
        session.close()


def _show(app: QApplication, session: Session) -> MainWindow:
    """Show a window of a library; another one takes its place when the language changes."""
    window = MainWindow(session)
    window.language_asked.connect(lambda wanted: _show_instead(app, window, session, wanted))
    _report_bugs(window)
    _end_on_interrupt(window)
    QuietCollector(window.is_busy, window)
    window.show()
    return window


def _show_instead(app: QApplication, old: MainWindow, session: Session, wanted: str) -> None:
    """Show the window anew in another language; what runs in the background goes on."""
    language.install(app, wanted)
    old.keep_state()
    _show(app, session)  # before the old one goes: without any window the program would end
    old.close()
    old.deleteLater()


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
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: window.close())
    listen = QTimer(window, interval=LISTEN_MS)
    listen.timeout.connect(lambda: None)  # Python sees signals only when it runs
    listen.start()
