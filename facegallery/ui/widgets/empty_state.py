"""What a screen shows when there is nothing to show: why, and what to do next."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facegallery.ui.widgets import icons
from facegallery.ui.widgets.page import Page
from facegallery.ui.widgets.style import SPACING, colours, colours_changed

ICON_SIDE = 56
WIDEST = 460


class EmptyState(QWidget):
    """An icon, a heading, a sentence, and a button where there is something to do."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Escape and the page's keys work here
        self._icon_name = icon_name
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self.heading = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True)
        self.heading.setProperty("look", "heading")
        self.sentence = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True)
        self.sentence.setProperty("look", "muted")
        for label in (self.heading, self.sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.hide()
        self.button.setProperty("look", "primary")
        column = QVBoxLayout(self)
        column.setSpacing(SPACING)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addSpacing(SPACING)
        column.addLayout(centred(WIDEST, self.heading, self.sentence))
        column.addSpacing(SPACING)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._draw_icon()
        colours_changed.connect(self._draw_icon)

    def say(self, heading: str, sentence: str, button: str = "") -> None:
        """Show a heading and a sentence; button: its words, empty for no button."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon for another screen's resolution; see QWidget."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(self._icon_name, ICON_SIDE, colours().faint, ratio))


def show_instead(page: Page, stack: QStackedWidget, shown: QWidget) -> None:
    """Show one widget of a page's stack instead of the other; the page's keys are for it."""
    focus = QApplication.focusWidget()
    had_focus = focus is not None and page.isAncestorOf(focus)
    page.keys = shown
    stack.setCurrentWidget(shown)
    if had_focus:
        shown.setFocus()


def centred(width: int, *labels: QLabel) -> QHBoxLayout:
    """Return labels one below the other in a column of this width, in the middle of a row.

    A row, because a label that is aligned by itself gets the height of an unbroken line.
    """
    inner = QWidget()
    inner.setFixedWidth(width)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACING)
    for label in labels:
        column.addWidget(label)
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(inner)
    row.addStretch()
    return row
