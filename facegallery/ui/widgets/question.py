"""Asks before something that takes long or cannot be undone: what it means, then yes or no."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facegallery.ui.widgets.style import SPACING

WIDTH = 480


class Question(QDialog):
    """A heading, paragraphs, and buttons: `yes` is taken by Enter, Escape changes nothing.

    Signal accepted() for yes, as every dialog has it. add_choice() makes further buttons.
    """

    def __init__(
        self, parent: QWidget | None, heading: str, paragraphs: list[str], yes: str
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(heading)
        self.setFixedWidth(WIDTH)
        title = QLabel(heading, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        title.setProperty("look", "heading")
        self.yes = QPushButton(yes, default=True)
        self.yes.setProperty("look", "primary")
        self.yes.setToolTip(self.tr("{0} (Enter)").format(yes))
        self.yes.clicked.connect(self.accept)
        self.cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        self.cancel.setToolTip(self.tr("Change nothing (Escape)"))
        self.cancel.clicked.connect(self.reject)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACING)
        self._buttons.addWidget(self.cancel)
        self._buttons.addStretch()
        self._buttons.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(title)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(12)
        column.addLayout(self._middle)
        for text in paragraphs:
            self.add_paragraph(text)
        column.addSpacing(SPACING)
        column.addLayout(self._buttons)
        self.yes.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as wide as the buttons need, and as high as the words; see QWidget."""
        layout = self.layout()
        if layout is not None:  # by itself Qt takes the height of narrower paragraphs
            width = max(WIDTH, layout.totalMinimumSize().width())
            self.setFixedSize(width, layout.totalHeightForWidth(width))
        super().showEvent(event)

    def add_paragraph(self, text: str) -> QLabel:
        """Return one more paragraph, below the others."""
        words = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        words.setProperty("look", "muted")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_widget(words)
        return words

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget below the paragraphs: a box to check, for example."""
        self._middle.addWidget(widget)

    def add_choice(self, words: str, tip: str) -> QPushButton:
        """Return one more button, left of yes."""
        button = QPushButton(words, autoDefault=False)
        button.setToolTip(tip)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button
