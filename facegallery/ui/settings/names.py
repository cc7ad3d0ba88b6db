"""Names in Settings: all of them into one file, out of one, and as sidecars for other programs."""

from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from facegallery.actions.bring_in import BringIn
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.names import Found, Names
from facegallery.domain.progress import Progress
from facegallery.jobs.export import TakenBack, take_back
from facegallery.jobs.job_thread import JobThread
from facegallery.jobs.names import export_names, look_into
from facegallery.jobs.sidecars import SidecarReport, write_sidecars
from facegallery.ui.session import Session
from facegallery.ui.settings.names_questions import BringInQuestion, SidecarQuestion
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.question import Question
from facegallery.ui.widgets.spoken import spoken, spoken_error
from facegallery.ui.widgets.style import SPACING
from facegallery.ui.widgets.wrapping_row import WrappingRow


class NamesSettings(QWidget):
    """Saves all names, brings them in, and writes them for other programs; one after the other.

    question: what is asked before, while it is open.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lane = JobThread("names", self)
        self._lane.progressed.connect(self._on_progress)
        self._lane.busy_changed.connect(self._on_busy)
        self._lane.failed.connect(self._on_failed)
        self._export_id: int | None = None
        self.question: Question | None = None
        self.save = push_button(
            "save",
            self.tr("Save all names…"),
            self.tr("Put all names and decisions into one file, which outlives this library"),
            key="Alt+N",
        )
        self.bring_in = push_button(
            "add",
            self.tr("Bring in names…"),
            self.tr("Add the names of such a file to this library; you are asked before"),
            key="Alt+I",
        )
        self.sidecars = push_button(
            "copy",
            self.tr("Write names for other programs…"),
            self.tr("Write sidecars (XMP), which digiKam, Lightroom and others read"),
            key="Alt+W",
        )
        self.state = QLabel(wordWrap=True)
        self.state.hide()
        self.bar = QProgressBar(textVisible=False)
        self.bar.hide()
        self.stop = push_button(
            "cancel", self.tr("Stop"), self.tr("What is done is kept"), key="Alt+X"
        )
        self.stop.hide()
        self.undo = push_button(
            "undo",
            self.tr("Remove them again"),
            self.tr("Take away the files that were just written"),
            key="Alt+Z",
        )
        self.undo.hide()
        self._lay_out()
        self.save.clicked.connect(self._choose_save)
        self.bring_in.clicked.connect(self._choose_open)
        self.sidecars.clicked.connect(self._ask_where)
        self.stop.clicked.connect(self._lane.cancel)
        self.undo.clicked.connect(self.take_away)

    @property
    def busy(self) -> bool:
        """Tell whether something is being read or written."""
        return self._lane.busy

    def close_threads(self) -> None:
        """End what is being written; what was written stays."""
        self._lane.close()

    # Save

    def _choose_save(self) -> None:
        name = self.tr("FaceGallery names {0}.json").format(date.today().isoformat())
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save all names"), name, self.tr("Names (*.json)")
        )
        if file:
            chosen = Path(file)
            named = chosen.with_name(f"{chosen.name}.json")  # as the filter of "Bring in" has it
            self.save_to(chosen if chosen.suffix or named.exists() else named)

    def save_to(self, file: Path) -> None:
        """Write all names into a file."""
        library = self._session.library

        def done(result: object) -> None:
            names = cast(Names, result)
            words = self.tr("Saved {0} with {1} in {2}.").format(
                counts.people(len(names.people)), counts.faces(names.faces), file.name
            )
            self._say(words)

        self._lane.run(lambda _report, _cancel: export_names(library, file), done)

    # Bring in

    def _choose_open(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, self.tr("Bring in names"), "", self.tr("Names (*.json)")
        )
        if file:
            self.bring_in_from(Path(file))

    def bring_in_from(self, file: Path) -> None:
        """Look what of a file is here, and ask whether to bring it in."""
        library = self._session.library
        self._lane.run(lambda _report, _cancel: look_into(library, file), self._ask_in)

    def _ask_in(self, looked: object) -> None:
        names, found = cast(tuple[Names, Found], looked)
        question = BringInQuestion(self.window(), names, found)
        question.accepted.connect(lambda: self._session.perform(BringIn(names, question.apart())))
        self._ask(question)

    # Sidecars

    def _ask_where(self) -> None:
        question = SidecarQuestion(self.window())
        question.accepted.connect(self._choose_folder)
        question.beside_asked.connect(lambda: self.write_sidecars(None))
        self._ask(question)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write names to"))
        if folder:
            self.write_sidecars(Path(folder))

    def write_sidecars(self, target: Path | None) -> None:
        """Write sidecars into a folder; None for beside the photos."""
        library = self._session.library

        def done(result: object) -> None:
            written = cast(SidecarReport, result)
            self._export_id = written.export_id
            self._say(spoken(written.words()))

        self._lane.run(
            lambda report, cancel: write_sidecars(library, target, report, cancel),
            done,
            stopped=lambda: self._say(self.tr("Stopped. What was written before stays.")),
        )

    def take_away(self) -> None:
        """Remove the sidecars that were written last."""
        library, export_id = self._session.library, self._export_id
        if export_id is None:
            return
        self._export_id = None
        self._lane.run(
            lambda report, cancel: take_back(library, export_id, report, cancel),
            lambda gone: self._say(spoken(cast(TakenBack, gone).words())),
        )

    # What is shown

    def _ask(self, question: Question) -> None:
        self.question = question
        question.finished.connect(self._on_answered)
        question.open()

    def _on_answered(self) -> None:
        self.question = None

    def _on_busy(self, busy: bool) -> None:
        for button in (self.save, self.bring_in, self.sidecars):
            button.setEnabled(not busy)
        self.stop.setVisible(busy)
        self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self.undo.setVisible(not busy and self._export_id is not None)
        if busy:
            self.state.hide()

    def _on_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def _on_failed(self, error: FaceGalleryError) -> None:
        self._say(spoken_error(error))

    def _say(self, words: str) -> None:
        self.state.setText(words)
        self.state.setVisible(True)
        self.undo.setVisible(self._export_id is not None)

    def _lay_out(self) -> None:
        words = QLabel(
            self.tr(
                "All names and decisions in one file, to bring them into another library, on "
                "another machine or after a new installation. Photos and face data are not in it."
            ),
            wordWrap=True,
        )
        words.setProperty("look", "muted")
        below = QHBoxLayout()
        below.setSpacing(SPACING)
        below.addWidget(self.bar, 1)
        below.addWidget(self.stop)
        below.addWidget(self.undo)
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(words)
        column.addWidget(WrappingRow((self.save, self.bring_in, self.sidecars)))
        column.addWidget(self.state)
        column.addLayout(below)
