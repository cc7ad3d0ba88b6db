"""Asks the catalog off the window's thread, so that no question however long blocks a screen."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QCoreApplication, QObject

from facegallery.catalog.library import Catalog, Library
from facegallery.domain.progress import CancelToken, Report
from facegallery.jobs.job_thread import JobThread

Answer = TypeVar("Answer")


class Reader(QObject):
    """One screen's way to ask. Of the questions that wait while one is being answered, only the
    newest is asked: a screen wants what is true now.
    """

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._lane = JobThread("read", self)
        self._waiting: Callable[[], None] | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._lane.close)

    def ask(self, question: Callable[[Catalog], Answer], then: Callable[[Answer], None]) -> None:
        """Call then(question(catalog)) on the window's thread; the newest question wins."""
        if self._lane.busy:
            self._waiting = lambda: self._start(question, then)
        else:
            self._start(question, then)

    def _start(self, question: Callable[[Catalog], Answer], then: Callable[[Answer], None]) -> None:
        def work(_report: Report, _cancel: CancelToken) -> object:
            with self._library.open(read_only=True) as db:
                return question(db)

        def done(answer: object) -> None:
            self._go_on()
            then(cast(Answer, answer))

        # A question that fails (a library on a drive just unplugged) leaves the screen as it is;
        # the log has the reason, and the next change asks again.
        self._lane.run(work, done, lambda _error: self._go_on())

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
