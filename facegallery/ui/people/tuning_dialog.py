"""How strict grouping is, with what another choice would do; and strangers, hidden at once."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from facegallery.actions.people import Hide, Who
from facegallery.actions.strictness import MOST, SetStrictness
from facegallery.catalog import properties
from facegallery.grouping.changes import GroupChanges
from facegallery.jobs.strangers import strangers
from facegallery.jobs.strictness import strictness_changes
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.style import SPACING

_WIDTH = 520


class TuningDialog(QDialog):
    """Nothing changes before a button says so, and all of it can be undone."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("How strict?"))
        self.setFixedWidth(_WIDTH)
        self._session = session
        self._reader = Reader(session.library, self)
        self._now = properties.strictness(session.db)
        self._changes: Mapping[int, GroupChanges] = {}
        self._strangers: tuple[Who, ...] = ()
        self._make_widgets()
        self._lay_out()
        self._say()
        question = partial(strictness_changes, session.library)
        session.ask_beside(question, self._on_changes, of_faces=True)
        self._reader.ask(strangers, self._on_strangers)

    def _make_widgets(self) -> None:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-MOST, MOST)
        self.slider.setPageStep(1)
        self.slider.setValue(self._now)
        self.slider.setAccessibleName(self.windowTitle())
        self.slider.valueChanged.connect(lambda _value: self._say())
        self.preview = QLabel(wordWrap=True)
        self.preview.setMinimumHeight(2 * self.preview.fontMetrics().height())
        self.use = push_button(
            "check",
            self.tr("Use this"),
            self.tr("Make the groups anew, as strictly as this"),
            "primary",
        )
        self.use.clicked.connect(self._on_use)
        self.few = QLabel(self.tr("Looking for strangers…"), wordWrap=True)
        self.few.setProperty("look", "muted")
        self.hide_them = push_button("hide", self.tr("Hide strangers"))
        self.hide_them.setToolTip(self.tr("Hide all of them; nothing is lost, and names stay"))
        self.hide_them.setEnabled(False)
        self.hide_them.clicked.connect(self._on_hide)

    def _lay_out(self) -> None:
        ends = QHBoxLayout()
        for words in (self.tr("Joins more"), self.tr("As usual"), self.tr("Splits more")):
            label = QLabel(words)
            label.setProperty("look", "small")
            if ends.count():
                ends.addStretch()
            ends.addWidget(label)
        close = push_button("cancel", self.tr("Close"), self.tr("Change nothing (Escape)"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(close)
        buttons.addStretch()
        buttons.addWidget(self.use)
        aside = QHBoxLayout()
        aside.setSpacing(2 * SPACING)
        aside.addWidget(self.few, 1)
        aside.addWidget(self.hide_them)
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        words = self.tr(
            "How alike faces must be to come into one group. People whom you have named keep all "
            "their faces."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(2 * SPACING)
        column.addWidget(_label(self.windowTitle(), "heading"))
        column.addWidget(_label(words, "muted"))
        column.addWidget(self.slider)
        column.addLayout(ends)
        column.addWidget(self.preview)
        column.addWidget(line)
        column.addWidget(_label(self.tr("Strangers"), "heading"))
        column.addLayout(aside)
        column.addLayout(buttons)

    def _say(self) -> None:
        chosen = self.slider.value()
        change = self._changes.get(chosen)
        self.use.setEnabled(chosen != self._now and change is not None)
        if chosen == self._now:
            words = self.tr("This is how the groups are now.")
        elif change is None:
            words = self.tr("Trying it…")
        else:
            words = self._words(change)
        self.preview.setText(words)
        self.slider.setAccessibleDescription(words)

    def _words(self, change: GroupChanges) -> str:
        """Return what would change; groups that only gain or lose a face show in the numbers."""
        now = self._changes[self._now]
        if change == now:
            return self.tr("Nothing would change.")
        words = self.tr("Would join {0} and split {1}: {2} with {3} in all, now {4} with {5}.")
        return words.format(
            counts.groups(change.joined),
            written(change.split),
            counts.groups(change.groups),
            counts.faces(change.faces),
            written(now.groups),
            written(now.faces),
        )

    def _on_changes(self, changes: dict[int, GroupChanges]) -> None:
        self._changes = changes
        self._say()

    def _on_strangers(self, found: list[Who]) -> None:
        self._strangers = tuple(found)
        if found:
            many = self.tr("{0} with few faces are in one event only.")
            words = self.tr("1 group with few faces is in one event only.")
            groups = counts.groups(len(found))
            self.few.setText(words if len(found) == 1 else many.format(groups))
        else:
            self.few.setText(self.tr("No group is in one event only."))
        self.hide_them.setEnabled(bool(found))

    def _on_use(self) -> None:
        self._session.perform(SetStrictness(self.slider.value()))
        self.accept()

    def _on_hide(self) -> None:
        self._session.perform(Hide(self._strangers))
        self.accept()


def _label(words: str, look: str) -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setProperty("look", look)
    return label
