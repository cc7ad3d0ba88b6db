"""The strip at the bottom: what the library holds, and what a scan is doing."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facegallery.catalog import properties
from facegallery.catalog.library import Catalog
from facegallery.domain.person import LibraryStatus
from facegallery.domain.progress import Progress
from facegallery.ui.scanning import PAUSED
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.choice_bar import BottomBar
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.short_label import ShortLabel
from facegallery.ui.widgets.spoken import spoken_doing
from facegallery.ui.widgets.style import SPACING

PAUSE_KEY = "Ctrl+Shift+P"  # of whichever of the two is seen


class StatusStrip(QFrame):
    """Counts and models; while a scan runs, its progress with a way to stop it.

    Signal counted(LibraryStatus) whenever the library was counted again.
    """

    counted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusstrip")
        self._session = session
        self._reader = Reader(session.library, self)
        self.doing = QLabel()
        self.doing.setProperty("look", "strong")
        self.detail = QLabel()
        self.detail.setProperty("look", "small")
        self.detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.time_left = ShortLabel()  # the numbers before it are whole in a narrow window, too
        self.time_left.setProperty("look", "muted")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of the scan"))
        self.pause = push_button(
            "pause", self.tr("Pause"), self.tr("Stop for now; what is done is kept"), key=PAUSE_KEY
        )
        self.pause.clicked.connect(session.scans.pause)
        self.resume = push_button(
            "resume", self.tr("Go on"), self.tr("Go on where the scan stopped"), key=PAUSE_KEY
        )
        self.resume.clicked.connect(session.scans.resume)
        self.cancel = push_button(
            "cancel",
            self.tr("Cancel"),
            self.tr("Stop the scan (Ctrl+.); what is done is kept, and the next one goes on here"),
        )
        self.cancel.setAccessibleName(self.tr("Cancel the scan"))
        self.cancel.setShortcut("Ctrl+.")
        self.cancel.clicked.connect(self._on_cancel)
        self.status = QLabel()
        self.status.setProperty("look", "small")
        self.models = QLabel()
        self.models.setProperty("look", "small")
        self._lay_out()
        session.progressed.connect(self._on_progress)
        session.scanning_changed.connect(self._on_scanning)
        session.scans.held_changed.connect(self._on_held)
        session.changed.connect(self.refresh)
        self._on_scanning(session.scanning)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        self._reader.ask(_status, self._on_counted)

    def _on_counted(self, status: LibraryStatus) -> None:
        from facegallery.ui.folders.models_at_work import models_words  # of all that there are

        words = [counts.photos(status.photos), counts.faces(status.faces)]
        words.append(counts.people(status.people))
        if status.missing:
            words.append(self.tr("{0} missing").format(written(status.missing)))
        self.status.setText(" · ".join(words))
        self.models.setText(models_words(status) if status.detector else "")
        self._fit()
        self.counted.emit(status)

    def _on_scanning(self, scanning: bool) -> None:
        self._work.setVisible(scanning)
        self.cancel.setEnabled(scanning)
        self.doing.setText(self.tr("Starting"))
        self.time_left.clear()
        self.detail.clear()
        self.bar.setRange(0, 0)
        self._on_held(self._session.scans.held)

    def _on_held(self, why: str) -> None:
        """Show whether work goes on, and why not."""
        self.pause.setVisible(not why)
        self.resume.setVisible(bool(why))
        if not why:
            self.doing.setText(self.tr("Starting"))
            return
        self.doing.setText(held_words(why))
        self.time_left.clear()
        self.detail.clear()
        if not self.bar.maximum():  # it would go on moving to and fro
            self.bar.setRange(0, 1)

    def _on_progress(self, progress: Progress) -> None:
        if self._session.scans.held:  # what was reported before it stopped
            return
        self.doing.setText(progress_words(progress))
        self.detail.setText(progress.detail)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.time_left.setText(time_words(progress.seconds_left))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the models where they do not fit beside the counts; see QWidget."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        taken = self.status.sizeHint().width() + self.models.sizeHint().width()
        self.models.setVisible(taken + 6 * SPACING <= self.width())

    def _on_cancel(self) -> None:
        self.doing.setText(self.tr("Stopping after this photo"))
        self.cancel.setEnabled(False)
        self._session.scans.cancel()

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.doing)
        words.addWidget(self.detail, 1)
        words.addWidget(self.time_left)
        middle = QVBoxLayout()
        middle.setSpacing(6)
        middle.addLayout(words)
        middle.addWidget(self.bar)
        self._work = BottomBar()
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 4, 0, 4)
        work.setSpacing(2 * SPACING)
        work.addLayout(middle, 1)
        work.addWidget(self.pause)
        work.addWidget(self.resume)
        work.addWidget(self.cancel)
        quiet = QHBoxLayout()
        quiet.addWidget(self.status)
        quiet.addStretch()
        quiet.addWidget(self.models)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACING, 5, 2 * SPACING, 5)
        column.setSpacing(4)
        column.addWidget(self._work)
        column.addLayout(quiet)


def progress_words(progress: Progress) -> str:
    """Return what runs, and how far it is."""
    if progress.total:
        done, total = written(progress.done), written(progress.total)
        return _tr("{0}: {1} of {2}").format(spoken_doing(progress), done, total)
    doing = spoken_doing(progress)
    return f"{doing}: {written(progress.done)}" if progress.done else doing


def time_words(seconds: float | None) -> str:
    """Return about how long something takes yet; empty where that is not known."""
    if seconds is None:
        return ""
    if seconds < 60:
        return _tr("less than a minute left")
    minutes = round(seconds / 60)
    if minutes == 1:
        return _tr("about a minute left")
    if minutes < 60:
        return _tr("about {0} minutes left").format(minutes)
    hours, minutes = divmod(minutes, 60)
    if not minutes:
        return _tr("about {0} h left").format(hours)
    return _tr("about {0} h {1} min left").format(hours, minutes)


def held_words(why: str) -> str:
    """Return why work does not go on."""
    if why == PAUSED:
        return _tr("Paused")
    return _tr("Waiting for mains power: this computer runs on its battery")


def _tr(text: str) -> str:
    return QCoreApplication.translate("progress", text)


def _status(db: Catalog) -> LibraryStatus:
    return properties.status(db)
