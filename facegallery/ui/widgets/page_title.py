"""The top of a page: its title, and the numbers beside it, on one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from facegallery.ui.widgets.style import SPACING


def page_title(title: QLabel, words: QLabel) -> QHBoxLayout:
    """Return a title with muted words beside it; the style sheet has them on one baseline."""
    title.setProperty("look", "title")
    words.setProperty("look", "beside-title")
    row = QHBoxLayout()
    row.setSpacing(2 * SPACING)
    row.addWidget(title, 0, Qt.AlignmentFlag.AlignBottom)
    row.addWidget(words, 1, Qt.AlignmentFlag.AlignBottom)
    return row
