"""All models with what can be done: install, remove, and change the library to one."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facegallery import paths
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.progress import CancelToken, Progress, Report
from facegallery.jobs import install_weights
from facegallery.jobs.job_thread import JobThread
from facegallery.ui.session import Session
from facegallery.ui.settings import model_questions
from facegallery.ui.settings.model_row import ModelRow
from facegallery.ui.settings.models_seen import ModelsSeen, SeenModel, see_models
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.question import Question
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.spoken import spoken_error
from facegallery.ui.widgets.style import SPACING

TURN_SECONDS = 0.015  # of making rows at once
KINDS = ("detector", "recognizer", "classifier")


class ModelList(QWidget):
    """Rows under a heading for each kind; those of an extra package fold away until asked for.

    Signal looked(ModelsSeen) when it was looked again what there is.
    """

    looked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reader = Reader(session.library, self)
        self._installs = JobThread("install", self)
        self._installing: ModelRow | None = None
        self._seen: ModelsSeen | None = None
        self.rows: dict[str, ModelRow] = {}
        self.question: Question | None = None
        self.more = push_button("more", "", look="quiet")
        self._columns = {kind: QVBoxLayout() for kind in KINDS}
        self._extra = {kind: QVBoxLayout() for kind in KINDS}
        self._folded = QWidget()
        self._waiting: deque[SeenModel] = deque()  # of those seen, without a row yet
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._add_some)
        self._lay_out()
        self.more.clicked.connect(self._unfold)
        self._installs.progressed.connect(self._on_progress)
        session.changed.connect(self._on_changed)
        session.scanning_changed.connect(self._on_scanning)

    def refresh(self) -> None:
        """Look again which models there are and which work."""
        self._reader.ask(see_models, self._on_seen)

    def close_threads(self) -> None:
        """Stop installing; nothing is left behind."""
        self._later.stop()
        self._installs.close()

    # Showing

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_scanning(self, _scanning: bool) -> None:
        if self._seen is not None:
            self._on_seen(self._seen)
        self._on_changed()

    def _on_seen(self, seen: ModelsSeen) -> None:
        self._seen = seen
        self._waiting = deque(m for m in seen.models if m.state.info.name not in self.rows)
        for model in seen.models:
            if model.state.info.name in self.rows:
                self._show(model)
        self._add_some()

    def _show(self, model: SeenModel) -> None:
        busy, scanning = self._installing is not None, self._session.scanning
        self.rows[model.state.info.name].show_model(model, scanning=scanning, busy=busy)

    def _add_some(self) -> None:
        """Add rows for some milliseconds, and the others in the next turns: each takes five."""
        until = perf_counter() + TURN_SECONDS
        while self._waiting and perf_counter() < until:
            model = self._waiting.popleft()
            self._add_row(model)
            self._show(model)
        if self._waiting:
            self._later.start()
        elif self._seen is not None:
            self._end_showing(self._seen)

    def _end_showing(self, seen: ModelsSeen) -> None:
        extra = [model for model in seen.models if model.state.info.extra is not None]
        if any(model.at_work or model.coming is not None for model in extra):
            self._unfold()
        elif not self._folded.isVisible():
            self.more.setText(self.tr(" Show {0} more, of the deepface package").format(len(extra)))
            self.more.setVisible(bool(extra))
        self.looked.emit(seen)

    def _add_row(self, model: SeenModel) -> None:
        row = ModelRow(model)
        row.install_asked.connect(self._ask_to_install)
        row.remove_asked.connect(self._ask_to_remove)
        row.use_asked.connect(self._ask_to_use)
        row.stop_asked.connect(self._installs.cancel)
        column = self._columns if model.state.info.extra is None else self._extra
        column[model.state.kind].addWidget(row)
        self.rows[model.state.info.name] = row

    def _unfold(self) -> None:
        self.more.hide()
        self._folded.show()

    # Installing and removing

    def _ask_to_install(self, model: SeenModel) -> None:
        install = partial(self._install, model.state.info.name)
        self._keep(model_questions.ask_to_install(self.window(), model, install))

    def _install(self, name: str, source: Sequence[Path]) -> None:
        row = self.rows[name]

        def work(report: Report, cancel: CancelToken) -> None:
            install_weights.install(name, paths.weights_folder(), report, cancel, source)

        def done(_result: object) -> None:
            self._end_installing()
            self._session.noted.emit(
                self.tr("{0} is installed. Choose Use to have this library work with it.").format(
                    row.title.text()
                )
                if row.seen.state.kind != "classifier"
                else self.tr("{0} is installed.").format(row.title.text())
            )

        def failed(error: FaceGalleryError) -> None:
            self._end_installing()
            row.say_problem(spoken_error(error))

        def stopped() -> None:
            self._end_installing()
            row.say_problem(self.tr("Stopped. Nothing was changed."))

        self._installing = row
        row.show_installing(on=True)
        self._installs.run(work, done, failed, stopped)
        self.refresh()

    def _on_progress(self, progress: Progress) -> None:
        if self._installing is not None:
            self._installing.show_progress(progress)

    def _end_installing(self) -> None:
        if self._installing is not None:
            self._installing.show_installing(on=False)
        self._installing = None
        self.refresh()

    def _ask_to_remove(self, model: SeenModel) -> None:
        remove = partial(self._remove, model.state.info.name)
        self._keep(model_questions.ask_to_remove(self.window(), model, remove))

    def _remove(self, name: str) -> None:
        row, seen = self.rows[name], self._seen
        in_use = [model.state.info.name for model in seen.models if _is_used(model)] if seen else []

        def work(_report: Report, _cancel: CancelToken) -> None:
            install_weights.remove(name, paths.weights_folder(), in_use)

        def done(_result: object) -> None:
            row.say_problem("")
            self._session.noted.emit(self.tr("{0} was removed.").format(row.title.text()))
            self.refresh()

        self._installs.run(work, done, lambda error: row.say_problem(spoken_error(error)))

    # Changing the library

    def _ask_to_use(self, model: SeenModel) -> None:
        name, seen = model.state.info.name, self._seen
        self.rows[name].say_problem("")
        if model.coming is not None or model.other_coming or seen is None:
            self._session.use_model(name)  # begun before, or given up: nothing new to say
            return
        use = partial(self._session.use_model, name)
        self._keep(model_questions.ask_to_use(self.window(), model, seen.status, use))

    def _keep(self, question: Question) -> None:
        """Know the question that is open, until it is closed."""
        self.question = question
        question.finished.connect(self._on_answered)

    def _on_answered(self) -> None:
        self.question = None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        folded = QVBoxLayout(self._folded)
        for layout, columns in ((column, self._columns), (folded, self._extra)):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(2 * SPACING)
            for kind in KINDS:
                columns[kind].setSpacing(SPACING)
        for kind in KINDS:
            column.addLayout(_section(self._heading(kind), self._columns[kind]))
            if kind != "classifier":
                words = self.tr("{0}, through deepface").format(self._heading(kind))
                folded.addLayout(_section(words, self._extra[kind]))
        column.addWidget(self.more)
        column.addWidget(self._folded)
        self.more.hide()
        self._folded.hide()

    def _heading(self, kind: str) -> str:
        return {
            "detector": self.tr("Finding faces"),
            "recognizer": self.tr("Recognising faces"),
            "classifier": self.tr("Naming famous people"),
        }[kind]


def _is_used(model: SeenModel) -> bool:
    return model.at_work or model.coming is not None


def _section(words: str, rows: QVBoxLayout) -> QVBoxLayout:
    """Return rows under a heading."""
    heading = QLabel(words)
    heading.setProperty("look", "strong")
    column = QVBoxLayout()
    column.setSpacing(SPACING)
    column.addWidget(heading)
    column.addLayout(rows)
    return column
