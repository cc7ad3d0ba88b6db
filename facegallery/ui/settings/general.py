"""Settings of the program itself: light or dark, the language, how much of the machine to use."""

import os

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from facegallery.ui import language
from facegallery.ui.session import Session
from facegallery.ui.widgets.choice_box import ChoiceBox
from facegallery.ui.widgets.style import SPACING, Theme, colours_changed, set_theme, theme

WIDTH = 280


class GeneralSettings(QWidget):
    """Appearance, language, processes. Signal language_chosen(str): show the window anew in it."""

    language_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.appearance = self._choice(
            (Theme.SYSTEM, self.tr("Like the system")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
        )
        self.language = self._choice(
            (language.SYSTEM, self.tr("Like the system")), *language.LANGUAGES.items()
        )
        cores = os.cpu_count() or 1
        self.workers = self._choice(
            (0, self.tr("As many as are of use")),
            *((number, f"{number}") for number in range(1, cores + 1)),
        )
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(SPACING)
        form.setHorizontalSpacing(2 * SPACING)
        for words, box in (
            (self.tr("&Appearance"), self.appearance),
            (self.tr("&Language"), self.language),
            (self.tr("&Processes while scanning"), self.workers),
        ):
            label = QLabel(words)
            label.setBuddy(box)
            label.setMinimumHeight(box.sizeHint().height())
            box.setAccessibleName(words.replace("&", ""))
            form.addRow(label, box)
        self.workers.setToolTip(
            self.tr("How many photos are looked at side by side. Fewer leave the machine free.")
        )
        self._show()
        self.appearance.activated.connect(self._on_appearance)
        self.language.activated.connect(self._on_language)
        self.workers.activated.connect(self._on_workers)
        colours_changed.connect(self._show)

    def _choice(self, *entries: tuple[object, str]) -> ChoiceBox:
        box = ChoiceBox()
        box.setMinimumWidth(WIDTH)
        for value, words in entries:
            box.addItem(words, value)
        return box

    def _show(self) -> None:
        for box, value in (
            (self.appearance, theme()),
            (self.language, language.chosen()),
            (self.workers, self._session.scans.workers or 0),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))

    def _on_appearance(self) -> None:
        set_theme(Theme(self.appearance.currentData()))

    def _on_language(self) -> None:
        wanted = self.language.currentData()
        if wanted != language.chosen():
            self.language_chosen.emit(wanted)

    def _on_workers(self) -> None:
        self._session.scans.workers = self.workers.currentData() or None
