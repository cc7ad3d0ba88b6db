"""One model in Settings: what it is, where it comes from, how it is, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from facegallery.domain.progress import Progress
from facegallery.ui.settings.models_seen import SeenModel
from facegallery.ui.widgets.buttons import push_button
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.spoken import spoken
from facegallery.ui.widgets.style import SPACING
from facegallery.vision.model_info import ClassifierInfo, RecognizerInfo

MEGABYTE = 1_000_000


class ModelRow(QFrame):
    """A model. Signals, each with its SeenModel: install_asked, remove_asked, use_asked; and
    stop_asked() for the installation that this row shows.
    """

    install_asked = Signal(object)
    remove_asked = Signal(object)
    use_asked = Signal(object)
    stop_asked = Signal()

    def __init__(self, seen: SeenModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.seen = seen
        title = spoken(seen.state.info.title)
        self.title = _label(title, "strong")
        self.setAccessibleName(title)
        self.facts = _label("", "muted")
        self.source = _label("", "small")
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.role = QLabel()
        self.role.setProperty("look", "badge")
        self.problem = _label("", "warning")
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.use = push_button("check", self.tr("Use"))
        self.install = push_button("add", self.tr("Install…"))
        self.remove = push_button("remove", self.tr("Remove"), look="quiet")
        self._all = (self.use, self.install, self.remove)
        self.stop = push_button("cancel", self.tr("Cancel"))
        self.stop.setToolTip(self.tr("Stop installing; nothing is left behind"))
        self.doing = _label("", "small")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of the installation"))
        self.install.setToolTip(self.tr("Says first what is fetched, and from where"))
        self.remove.setToolTip(self.tr("Remove its files from this machine"))
        self.use.clicked.connect(lambda: self.use_asked.emit(self.seen))
        self.install.clicked.connect(lambda: self.install_asked.emit(self.seen))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self.seen))
        self.stop.clicked.connect(self._on_stop)
        self._lay_out()
        self.show_installing(on=False)
        self.say_problem("")
        self.show_model(seen)

    def show_model(self, seen: SeenModel, *, scanning: bool = False, busy: bool = False) -> None:
        """Show how the model is now.

        scanning: the library is at work, so it cannot be changed. busy: something is installed.
        """
        self.seen = seen
        self.facts.setText(self._facts())
        self.source.setText(self.tr("From {0}").format(seen.state.info.source))
        self.role.setText(self._role(scanning=scanning))
        self.role.setVisible(bool(self.role.text()))
        self.use.setText(f" {self._use_words()}")
        self.use.setAccessibleName(self._use_words())
        self.use.setToolTip(self._use_tip(scanning=scanning))
        changing = seen.coming is not None or seen.other_coming
        focus = next((button for button in self._all if button.hasFocus()), None)
        self.use.setVisible((seen.can_be_used or seen.other_coming) and not (changing and scanning))
        self.use.setEnabled(not scanning)
        built_in = seen.state.info.built_in
        self.install.setVisible(not seen.state.installed and not built_in and not seen.missing)
        self.install.setEnabled(not busy)
        self.remove.setVisible(seen.state.installed and not built_in)
        in_use = seen.at_work or seen.coming is not None
        self.remove.setEnabled(not busy and not in_use)
        if focus is not None and not (focus.isEnabled() and focus.isVisibleTo(self)):
            self.setFocus()  # the keys do not go on to another model

    def show_installing(self, *, on: bool) -> None:
        """Show that this model is being installed, or no longer is."""
        had_focus = self.stop.hasFocus()
        self._work.setVisible(on)
        self._buttons.setVisible(not on)
        if had_focus and not on:  # Qt would give the keys to the first button of the window
            self.setFocus()
        self.stop.setEnabled(on)
        if on:
            self.say_problem("")
            self.doing.setText(self.tr("Starting"))
            self.bar.setRange(0, 0)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the installation is."""
        words = progress.doing
        if progress.total:
            words += self.tr(": {0} of {1} MB").format(
                written(progress.done), written(progress.total)
            )
        elif progress.done:
            words += self.tr(": {0} MB").format(written(progress.done))
        self.doing.setText(words)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def say_problem(self, words: str) -> None:
        """Say what went wrong with this model, until something else is tried."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _facts(self) -> str:
        info, seen = self.seen.state.info, self.seen
        parts = []
        if isinstance(info, RecognizerInfo):
            parts.append(self.tr("{0} dimensions").format(written(info.dimensions)))
        elif isinstance(info, ClassifierInfo):
            parts.append(self.tr("knows {0} people").format(written(info.classes)))
        parts.append(self.tr("licence: {0}").format(spoken(info.licence)))
        if seen.missing:
            parts.append(seen.missing)
        elif info.built_in and seen.state.installed:
            parts.append(self.tr("built in"))
        else:
            parts.append(self.tr("installed") if seen.state.installed else self.tr("not installed"))
        words = " · ".join(parts)
        return words[:1].upper() + words[1:]

    def _role(self, *, scanning: bool) -> str:
        coming = self.seen.coming
        if self.seen.at_work:
            return self.tr("At work")
        if coming is None:
            return ""
        words = self.tr("Changing to this") if scanning else self.tr("Change not finished")
        return f"{words}: {written(coming.done)} / {written(coming.faces)}"

    def _use_words(self) -> str:
        if self.seen.coming is not None:
            return self.tr("Go on")
        return self.tr("Keep this") if self.seen.other_coming else self.tr("Use")

    def _use_tip(self, *, scanning: bool) -> str:
        if scanning:
            return self.tr("Wait until the library is done with what it does, or stop that")
        if self.seen.other_coming:
            return self.tr("Give up the change to another model")
        return self.tr("Says first what it means")

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.doing.setText(self.tr("Stopping"))
        self.stop_asked.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACING)
        head.addWidget(self.title)
        head.addWidget(self.role)
        head.addStretch()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(head)
        words.addWidget(self.facts)
        words.addWidget(self.source)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(SPACING)
        for button in (self.remove, self.install, self.use):
            buttons.addWidget(button)
        upper = QHBoxLayout()
        upper.setSpacing(2 * SPACING)
        upper.addLayout(words, 1)
        upper.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)
        self._work = QWidget()
        progress = QVBoxLayout()
        progress.setSpacing(6)
        progress.addWidget(self.doing)
        progress.addWidget(self.bar)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(2 * SPACING)
        work.addLayout(progress, 1)
        work.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACING, 12, 2 * SPACING, 12)
        column.setSpacing(SPACING)
        column.addLayout(upper)
        column.addWidget(self._work)
        column.addWidget(self.problem)


def _label(words: str, look: str) -> QLabel:
    label = QLabel(words, wordWrap=look != "strong", textFormat=Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
