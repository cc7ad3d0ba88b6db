"""Buttons with an icon, made the same way on every screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from facegallery.ui.widgets.icons import icon

PUSH_ICON, TOOL_ICON = QSize(18, 18), QSize(20, 20)
ICON_NAME = "icon name"  # the property of an action that tells it


def push_button(
    icon_name: str, words: str, tip: str = "", look: str = "", key: str = ""
) -> QPushButton:
    """Return a button with icon and words; look: "primary", "quiet" or empty for a plain one.

    key: what presses it while it is seen; the tooltip names it.
    """
    colour = "on_accent" if look == "primary" else None
    button = QPushButton(icon(icon_name, colour), f" {words}")  # the space: Fusion leaves none
    button.setAccessibleName(words)
    button.setIconSize(PUSH_ICON)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    if look:
        button.setProperty("look", look)
    if key:
        give_key(button, key)
    return button


def give_key(button: QAbstractButton, key: str) -> None:
    """Have a key press a button while it is seen, and its tooltip name the key."""
    button.setShortcut(key)
    name_key(button, key)


def name_key(button: QAbstractButton, key: str) -> None:
    """Have a button's tooltip name a key that does the same."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{button.toolTip() or button.accessibleName()} ({native})")


def action_push_button(action: QAction, look: str = "") -> QPushButton:
    """Return a button for an action of choice_bar.make_action, with its key beside the words."""
    words = words_with_key(action).strip()
    button = push_button(str(action.property(ICON_NAME)), words, action.toolTip(), look)
    button.setAccessibleName(action.text())
    button.clicked.connect(lambda _checked=False: action.trigger())
    action.enabledChanged.connect(button.setEnabled)
    return button


def words_with_key(action: QAction, words: str = "") -> str:
    """Return what a button for an action says, with the key; the space in front as push_button.

    words: instead of the action's own.
    """
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f" {words or action.text()}  {key}"


def tool_button(action: QAction) -> QToolButton:
    """Return a button that is only the action's icon; Tab reaches it, a click leaves the focus."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(TOOL_ICON)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
