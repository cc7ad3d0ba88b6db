"""Earlier copies of the library in Settings: any of them can be brought back."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facegallery.catalog import backups
from facegallery.catalog.backups import Backup
from facegallery.domain.progress import CancelToken, Report
from facegallery.jobs.job_thread import JobThread
from facegallery.ui.session import Session
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.copies_question import CopiesQuestion


class LibraryCopies(QWidget):
    """A button that offers the copies there are, and asks before one is brought back.

    Signal restore_asked(str): the copy of this name is to become the library.
    """

    restore_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lane = JobThread("copies", self)
        self._lane.failed.connect(session.failed)
        self.question: CopiesQuestion | None = None
        self.bring_back = push_button(
            "undo",
            self.tr("Bring back an earlier copy…"),
            self.tr("Have the library as it was when a copy of it was made; you are asked before"),
            key="Alt+B",
        )
        self.bring_back.clicked.connect(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bring_back)
        row.addStretch()

    def close_threads(self) -> None:
        """End what looks for copies."""
        self._lane.close()

    def _look(self) -> None:
        library = self._session.library

        def work(_report: Report, _cancel: CancelToken) -> object:
            return backups.listed(library)

        self._lane.run(work, lambda found: self._ask(cast(list[Backup], found)))

    def _ask(self, copies: list[Backup]) -> None:
        if not copies:
            self._session.noted.emit(
                self.tr("There is no copy yet: one is made on each day that something changes.")
            )
            return
        words = [
            self.tr(
                "Photos themselves are not touched. The library as it is now is kept as one more "
                "copy, so that this can be taken back here."
            ),
            self.tr("The window closes for a moment; a scan that runs is stopped."),
        ]
        heading, yes = self.tr("Bring back an earlier copy?"), self.tr("Bring this copy back")
        self.question = CopiesQuestion(self.window(), heading, words, yes, copies)
        self.question.cancel.setFocus()
        self.question.accepted.connect(self._on_yes)
        self.question.finished.connect(self._on_answered)
        self.question.open()

    def _on_yes(self) -> None:
        chosen = self.question.chosen if self.question is not None else None
        if chosen is not None:
            self.restore_asked.emit(chosen.name)

    def _on_answered(self) -> None:
        self.question = None
