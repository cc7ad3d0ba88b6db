"""The window at work, for `tests.bench kills`: scans, watches, and shows one photo after another.

Run in a process of its own: python -m tests.bench.window_to_kill LIBRARY ALBUM PIDS
It ends well on SIGTERM. PIDS is a file that it keeps up to date: JSON, pid -> kind of process.
"""

import json
import multiprocessing
import signal
import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import QTimer

from facegallery import app
from facegallery.catalog import folders, photos
from facegallery.catalog.library import Library
from facegallery.ui.main_window import MainWindow
from facegallery.ui.session import Session
from facegallery.ui.widgets.style import Theme, apply_style

NEXT_PHOTO_MS, PIDS_MS = 150, 20


def main() -> int:
    library, album, pids = Library(Path(sys.argv[1])), Path(sys.argv[2]), Path(sys.argv[3])
    library.prepare()
    application = app.make_application()
    apply_style(application, Theme.LIGHT)
    session = Session(library)
    window = MainWindow(session)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: window.close())
    window.show()
    session.start_watching()
    if Path(album) not in folders.paths(session.db):
        session.add_folders([album])
    turns = count()
    look = QTimer(window, interval=NEXT_PHOTO_MS)
    look.timeout.connect(lambda: _show_next(window, session, next(turns)))
    look.start()
    tell = QTimer(window, interval=PIDS_MS)
    tell.timeout.connect(lambda: _tell(pids))
    tell.start()
    try:
        return int(application.exec())
    finally:
        session.close()


def _show_next(window: MainWindow, session: Session, turn: int) -> None:
    """Show a photo, far into it every other time, so that the decoder has something to do."""
    found = photos.page(session.db)
    if not found:
        return
    window.show_photos(found, turn // 2 % len(found))
    if turn % 2:
        window.viewer.view.zoom_to(4.0)


def _tell(pids: Path) -> None:
    kinds = {child.pid: child.name for child in multiprocessing.active_children()}
    new = pids.with_suffix(".new")
    new.write_text(json.dumps(kinds))
    new.replace(pids)


if __name__ == "__main__":
    sys.exit(main())
