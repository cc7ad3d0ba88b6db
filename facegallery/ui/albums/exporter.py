"""Exports photos: asks where to and how, shows how far it is, and takes it back if asked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from facegallery.catalog import photos
from facegallery.domain.album import ExportKind
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.progress import CancelToken, Progress, Report
from facegallery.interop.lists import write_list
from facegallery.jobs.export import ExportReport, ExportTask, by_person, export, take_back
from facegallery.jobs.job_thread import JobThread
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.spoken import spoken, spoken_error
from facegallery.ui.widgets.style import SPACING

PhotoIds = Callable[[], list[int]]
WIDTH = 520


class ExportDialog(QDialog):
    """Asks how photos are to be exported and does it.

    photo_ids: gives the photos; called in a thread. name: of the folder for them, or "".
    Signal finished_work() after each piece of work, also one that failed.
    """

    finished_work = Signal()

    def __init__(
        self, session: Session, photo_ids: PhotoIds, name: str, number: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Export photos"))
        self._session, self._photo_ids, self._name = session, photo_ids, name
        self._lane = JobThread("export", self)
        self._lane.progressed.connect(self._on_progress)
        self._export_id: int | None = None
        self.kinds = {
            ExportKind.COPY: QRadioButton(self.tr("Copies, which stand for themselves")),
            ExportKind.HARD_LINK: QRadioButton(
                self.tr("Hard links: take no room, on the same drive only")
            ),
            ExportKind.LINK: QRadioButton(self.tr("Links to the photos where they are")),
        }
        self.by_person = QCheckBox(self.tr("A folder for each person"))
        self.state = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.bar = QProgressBar(textVisible=False)
        self.bar.hide()
        self.start = QPushButton(self.tr("Choose a folder…"), default=True)
        self.as_list = QPushButton(self.tr("Save as a list…"), autoDefault=False)
        self.undo = QPushButton(self.tr("Remove them again"), autoDefault=False)
        self.undo.hide()
        self.leave = QPushButton(self.tr("Close"), autoDefault=False)
        self._lay_out(number)
        self.start.clicked.connect(self._choose_folder)
        self.as_list.clicked.connect(self._choose_file)
        self.undo.clicked.connect(self.take_back)
        self.leave.clicked.connect(self._on_leave)

    def _lay_out(self, number: int) -> None:
        title = QLabel(self.tr("Export {0}").format(counts.photos(number)))
        title.setProperty("look", "heading")
        self.state.setText(
            self.tr("Nothing is overwritten: where a name is taken, a number is added.")
        )
        self.state.setProperty("look", "muted")
        self.start.setProperty("look", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStrut(WIDTH - 2 * 24)  # as wide as this at least, wider where words are longer
        column.setSpacing(12)
        column.addWidget(title)
        group = QButtonGroup(self)
        for kind in self.kinds.values():
            group.addButton(kind)
            column.addWidget(kind)
        self.kinds[ExportKind.COPY].setChecked(True)
        column.addWidget(self.by_person)
        column.addWidget(self.state)
        column.addWidget(self.undo, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self.leave)
        row.addStretch()
        for button in (self.as_list, self.start):
            row.addWidget(button)
        column.addLayout(row)

    # Asking

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export to"))
        if folder:
            self.export_to(Path(folder))

    def _choose_file(self) -> None:
        words = self.tr("Table (*.csv);;JSON (*.json)")
        file, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save as a list"), f"{self._name or 'photos'}.csv", words
        )
        if file:
            self.save_list(Path(file))

    # Doing

    def export_to(self, folder: Path) -> None:
        """Export into a folder."""
        library, name = self._session.library, self._name
        kind = next(kind for kind, button in self.kinds.items() if button.isChecked())
        each = self.by_person.isChecked()

        def work(report: Report, cancel: CancelToken) -> object:
            ids = self._photo_ids()
            folders = by_person(library, ids) if each else ((name, tuple(ids)),)
            task = ExportTask(folders, folder, kind)
            return export(library, task, report, cancel, self._on_begun)

        self._begin(work, self._on_exported)

    def save_list(self, file: Path) -> None:
        """Write a list of the photos into a file: JSON where it is named so, else CSV."""
        library = self._session.library

        def work(_report: Report, _cancel: CancelToken) -> object:
            ids = self._photo_ids()
            with library.open(read_only=True) as db:
                found = [
                    photo
                    for start in range(0, len(ids), 500)
                    for photo in photos.by_ids(db, ids[start : start + 500])
                ]
                write_list(file, found, photos.people_in(db, ids))
            return len(found)

        self._begin(
            work,
            lambda number: self._say(
                self.tr("Saved a list of {0}.").format(counts.photos(int(str(number))))
            ),
        )

    def take_back(self) -> None:
        """Remove what was exported."""
        library, export_id = self._session.library, self._export_id
        if export_id is None:
            return
        self._export_id = None
        self._begin(
            lambda report, cancel: take_back(library, export_id, report, cancel).words(),
            lambda words: self._say(str(words)),
        )

    def _begin(
        self, work: Callable[[Report, CancelToken], object], done: Callable[[object], None]
    ) -> None:
        for button in (self.start, self.as_list, self.undo):
            button.setEnabled(False)
        self.leave.setText(self.tr("Stop"))
        self.bar.setRange(0, 0)
        self.bar.show()
        self._lane.run(work, done, self._on_failed, self._on_stopped)

    def _on_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def _on_begun(self, export_id: int) -> None:
        """Note what to take back, whether the export comes to its end or not; in its thread."""
        self._export_id = export_id

    def _on_exported(self, report: object) -> None:
        if isinstance(report, ExportReport):
            self._say(spoken(report.words()))

    def _on_failed(self, error: FaceGalleryError) -> None:
        self._say(spoken_error(error))

    def _on_stopped(self) -> None:
        self._say(self.tr("Stopped. What was written before stays."))

    def _say(self, words: str) -> None:
        self.state.setText(words)
        self.bar.hide()
        self.undo.setVisible(self._export_id is not None)
        self.leave.setText(self.tr("Close"))
        for button in (self.start, self.as_list, self.undo):
            button.setEnabled(True)
        self.adjustSize()
        self.finished_work.emit()

    def _on_leave(self) -> None:
        if self._lane.busy:
            self._lane.cancel()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs; see QWidget."""
        self._lane.close()
        super().closeEvent(event)
