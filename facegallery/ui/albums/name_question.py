"""Asks for the name of an album."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from facegallery.ui.widgets.question import Question


class NameQuestion(Question):
    """A question with a field. Signal named(str) with what was typed, when it was accepted."""

    named = Signal(str)

    def __init__(self, parent: QWidget, heading: str, yes: str, name: str = "") -> None:
        super().__init__(parent, heading, [], yes)
        self.field = QLineEdit(name)
        self.field.setAccessibleName(heading)
        self.field.setMaxLength(200)
        self.field.selectAll()
        self.add_widget(self.field)
        self.field.textChanged.connect(self._on_text)
        self.accepted.connect(lambda: self.named.emit(self.field.text().strip()))
        self._on_text(name)
        self.field.setFocus()

    def _on_text(self, text: str) -> None:
        self.yes.setEnabled(bool(text.strip()))
