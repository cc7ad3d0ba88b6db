"""A bar below a grid with what can be done with the chosen items; there only while some are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import ICON_NAME
from facegallery.ui.widgets.fitting import fit_words
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.style import SPACING


class BottomBar(QWidget):
    """Buttons at the bottom of a page, which toasts do not cover.

    Signal placed() when the bar has come, gone or moved.
    """

    placed = Signal()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell; see QWidget."""
        super().hideEvent(event)
        self.placed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell; see QWidget."""
        super().moveEvent(event)
        self.placed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell; see QWidget."""
        super().showEvent(event)
        self.placed.emit()


_EDGES = 10 * SPACING  # of the bar and of the frame in it, left and right together


class ChoiceBar(BottomBar):
    """How many are chosen, a button for each action, and one to choose none.

    Signal cleared() for the last one. Actions that cannot be done are not shown.
    """

    cleared = Signal()

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setProperty("look", "strong")
        frame = QFrame()
        frame.setProperty("look", "bar")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(3 * SPACING, 0, 3 * SPACING, 2 * SPACING)
        whole.addWidget(frame)
        row = QHBoxLayout(frame)
        row.setContentsMargins(2 * SPACING, SPACING // 2, SPACING, SPACING // 2)
        row.setSpacing(SPACING // 2)
        row.addWidget(self._words)
        row.addStretch()
        self._buttons = [action_button(action, self) for action in actions]
        for button in self._buttons:
            row.addWidget(button)
            button.defaultAction().enabledChanged.connect(lambda _enabled: self._fit())
        words, tip = self.tr("Choose none"), self.tr("Choose none (Escape)")
        self._clear = tool_button("cross", words, tip, self.cleared.emit)
        row.addWidget(self._clear)
        self.hide()

    def show_number(self, number: int) -> None:
        """Show how many are chosen; the bar goes when none is."""
        self._words.setText(counts.chosen(number))
        self.setVisible(number > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the words of buttons where there is little room; see QWidget."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        taken = self._words.sizeHint().width() + self._clear.sizeHint().width() + _EDGES
        fit_words(self._buttons, self.width() - taken, SPACING // 2)


def action_button(action: QAction, parent: QWidget) -> QToolButton:
    """Return a button with icon and words for an action, hidden while it cannot be done."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def follow() -> None:
        button.setVisible(action.isEnabled())

    action.enabledChanged.connect(lambda _enabled: follow())
    follow()
    return button


def tool_button(name: str, words: str, tip: str, clicked: Callable[[], object]) -> QToolButton:
    """Return a button with an icon only; words are for screen readers."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setAccessibleName(words)
    button.setToolTip(tip)
    button.clicked.connect(lambda _checked=False: clicked())
    return button


def make_action(
    owner: QWidget, name: str, words: str, key: str, *, tip: str = "", done: object = None
) -> QAction:
    """Return an action of a screen: its icon, words, key, and a tooltip that names the key."""
    action = QAction(icon(name), words, owner)
    action.setProperty(ICON_NAME, name)
    # On buttons: Qt would drop the "…", and Fusion leaves no space beside the icon.
    action.setIconText(f" {words}")
    action.setShortcut(key)
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{tip or words} ({native})")
    if callable(done):
        action.triggered.connect(lambda _checked=False: done())
    owner.addAction(action)
    return action
