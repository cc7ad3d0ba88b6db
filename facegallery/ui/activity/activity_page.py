"""The Activity page: what runs, what could not be read, and everything you did, to take it back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from facegallery.catalog import folders, journal
from facegallery.catalog.journal import Action
from facegallery.catalog.library import Catalog
from facegallery.domain.photo import FailedFile
from facegallery.ui.activity.action_list import ROW_HEIGHT, ActionList
from facegallery.ui.activity.work_card import WorkCard
from facegallery.ui.folders.failed_files import FailedFilesTable
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.choice_bar import make_action
from facegallery.ui.widgets.page import Page
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.spoken import spoken
from facegallery.ui.widgets.style import READABLE, SPACING

ROWS = 8  # of what was done, at most, before the list scrolls by itself
MOST_FAILED = 200  # rows; more of them nobody reads, and Folders has them all


class ActivityPage(Page):
    """What runs; files that failed; the list of actions with undo and redo up to any of them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reader = Reader(session.library, self)
        self.work = WorkCard(session)
        self.failed = FailedFilesTable(self)
        self.failed_words = _label("", "heading")
        self.again = push_button(
            "rescan", self.tr("Try again"), self.tr("Look at these files again (Alt+T)")
        )
        self.again.setShortcut("Alt+T")
        self.again.clicked.connect(session.try_again)
        self.done = ActionList(self)
        self.nothing = _label(
            self.tr(
                "Names that you give, people that you merge and everything else you change is "
                "listed here, and can be taken back at any later time."
            ),
            "muted",
        )
        self.step = make_action(
            self, "undo", self.tr("Undo up to here"), "Alt+U", done=self._step_to_chosen
        )
        self.step_button = push_button("undo", "", "", "quiet")
        self.step_button.clicked.connect(self.step.trigger)
        self.done.asked.connect(self._step_to)
        self.done.selectionModel().currentChanged.connect(lambda *_: self._show_step())
        self._lay_out()
        self.keys = self.done
        session.changed.connect(self._refresh_if_seen)
        self._show_step()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again; see QWidget."""
        super().showEvent(event)
        self._reader.ask(_question, self._show)

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._reader.ask(_question, self._show)

    def _show(self, answer: tuple[list[Action], list[FailedFile]]) -> None:
        actions, failed = answer
        self.done.show_actions(actions)
        self.done.setVisible(bool(actions))
        self.done.setMinimumHeight(min(len(actions), ROWS) * ROW_HEIGHT)
        self.step_button.setVisible(bool(actions))
        self.nothing.setVisible(not actions)
        self.failed.show_files(failed[:MOST_FAILED])
        self.failed_words.setText(
            self.tr("{0} could not be read").format(counts.files(len(failed)))
        )
        for widget in (self.failed, self.failed_words, self.again):
            widget.setVisible(bool(failed))
        self._show_step()

    def _show_step(self) -> None:
        """Say what the button does with the action that is marked."""
        chosen = self.done.chosen()
        redo = chosen is not None and chosen.undone
        words = self.tr("Do again up to here") if redo else self.tr("Undo up to here")
        self.step.setText(words)
        self.step.setEnabled(chosen is not None)
        self.step_button.setText(f" {words}")
        self.step_button.setAccessibleName(words)
        self.step_button.setEnabled(chosen is not None)
        self.step_button.setToolTip(
            self.tr("Mark what to go back to first")
            if chosen is None
            else self.tr("{0}: {1} (Alt+U, or Enter on the row)").format(
                words, spoken(chosen.words)
            )
        )

    def _step_to_chosen(self) -> None:
        chosen = self.done.chosen()
        if chosen is not None:
            self._step_to(chosen)

    def _step_to(self, action: Action) -> None:
        self._session.step_to(action.id)

    def _lay_out(self) -> None:
        failed = QHBoxLayout()
        failed.addWidget(self.failed_words)
        failed.addStretch()
        failed.addWidget(self.again)
        done = QHBoxLayout()
        done.addWidget(_label(self.tr("What you did"), "heading"))
        done.addStretch()
        done.addWidget(self.step_button)
        inner = QWidget()
        inner.setMaximumWidth(READABLE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, 2 * SPACING)
        column.setSpacing(SPACING)
        column.addWidget(_label(self.tr("Activity"), "title"))
        column.addSpacing(SPACING)
        column.addWidget(self.work)
        column.addSpacing(2 * SPACING)
        column.addLayout(failed)
        column.addWidget(self.failed)
        column.addSpacing(SPACING)
        column.addLayout(done)
        column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.done, 1)
        area = QScrollArea(widgetResizable=True)  # for small windows and large fonts
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def _question(db: Catalog) -> tuple[list[Action], list[FailedFile]]:
    return journal.listed(db), folders.failed_files(db)


def _label(words: str, look: str) -> QLabel:
    label = QLabel(words, wordWrap=look != "heading", textFormat=Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
