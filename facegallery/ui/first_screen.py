"""When the first screen was there, for `--profile` and the bench."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from facegallery.ui.main_window import MainWindow
from facegallery.ui.people.card_view import CardView

LOOK_MS = 5


class FirstScreen(QObject):
    """Says on stderr when people have been painted, and what work of the processor it took.

    That is when a click on them is answered. How long it took by the clock, only whoever started
    the program can tell.
    """

    def __init__(self) -> None:
        super().__init__()
        self._view: CardView | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._find)
        self._look.start()

    def _find(self) -> None:
        """Watch the people as soon as there is a window."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                self._look.stop()
                self._view = window.people.view
                self._view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first painting of people; see QObject."""
        view = self._view
        if view is not None and event.type() == QEvent.Type.Paint and view.cards.rowCount():
            watched.removeEventFilter(self)
            self._view = None
            QTimer.singleShot(0, self, self._say)  # when it has been painted
        return False

    def _say(self) -> None:
        work = time.process_time()
        sys.stderr.write(f"profile: people are on screen after {work:.2f} s of work\n")
        sys.stderr.flush()
