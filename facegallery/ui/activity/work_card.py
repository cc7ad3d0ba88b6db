"""The card that tells what runs just now: what it does, how far it is, how long it will take."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from facegallery.domain.progress import Progress
from facegallery.ui.session import Session
from facegallery.ui.shell.status_strip import (
    PAUSE_KEY,
    held_words,
    progress_words,
    time_words,
)
from facegallery.ui.widgets.buttons import name_key, push_button
from facegallery.ui.widgets.style import SPACING


class WorkCard(QFrame):
    """What a scan or a change of models does now, with a way to stop it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._session = session
        self.doing = QLabel()
        self.doing.setProperty("look", "strong")
        self.detail = QLabel(wordWrap=True)
        self.detail.setProperty("look", "muted")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = push_button(
            "cancel", self.tr("Stop"), self.tr("What is done is kept (Ctrl+.)"), "quiet"
        )
        self.stop.clicked.connect(session.scans.cancel)
        self.pause = push_button(
            "pause", self.tr("Pause"), self.tr("Stop for now; what is done is kept"), "quiet"
        )
        self.pause.clicked.connect(session.scans.pause)
        self.resume = push_button(
            "resume", self.tr("Go on"), self.tr("Go on where the scan stopped"), "quiet"
        )
        self.resume.clicked.connect(session.scans.resume)
        for button in (self.pause, self.resume):
            name_key(button, PAUSE_KEY)
        words = QVBoxLayout()
        words.setSpacing(6)
        for widget in (self.doing, self.bar, self.detail):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
        row.setSpacing(2 * SPACING)
        row.addLayout(words, 1)
        for button in (self.pause, self.resume, self.stop):
            row.addWidget(button)
        session.progressed.connect(self._on_progress)
        session.scanning_changed.connect(self._on_scanning)
        session.scans.held_changed.connect(self._on_held)
        self._on_scanning(session.scanning)

    def _on_scanning(self, scanning: bool) -> None:
        self.doing.setText(self.tr("Starting") if scanning else self.tr("Nothing is running"))
        self.detail.setText(
            "" if scanning else self.tr("Rescan (F5) looks for new and changed photos.")
        )
        self.bar.setVisible(scanning)
        self.bar.setRange(0, 0)
        self.stop.setVisible(scanning)
        self._on_held(self._session.scans.held)

    def _on_held(self, why: str) -> None:
        """Show whether work goes on, and why not."""
        running = self._session.scanning
        self.pause.setVisible(running and not why)
        self.resume.setVisible(running and bool(why))
        if running and why:
            self.doing.setText(held_words(why))
            self.detail.clear()

    def _on_progress(self, progress: Progress) -> None:
        if self._session.scans.held:  # what was reported before it stopped
            return
        self.doing.setText(progress_words(progress))
        parts = [time_words(progress.seconds_left), progress.detail]
        self.detail.setText(" · ".join(part for part in parts if part))
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
