"""The bar above the photo in the viewer, with all that keys can do there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from facegallery.ui.widgets.buttons import tool_button
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.short_label import ShortLabel
from facegallery.ui.widgets.style import SPACING

Key = Qt.Key

NARROW = 720  # a small screen at 200 % has 640


class ViewerBar(QFrame):
    """Title, place in the list, zoom, and a button for most actions.

    The actions belong to the viewer, so that their keys work while the bar is hidden; it connects
    them. draw, faces and facts are checkable, the last two checked at first.
    """

    def __init__(self, viewer: QWidget) -> None:
        super().__init__(viewer)
        self.setObjectName("topbar")
        self._viewer = viewer
        self.title = ShortLabel()
        self.title.setProperty("look", "strong")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.count = _muted()
        self.zoom = _muted()
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom.setMinimumWidth(52)
        make = self._action
        self.back = make("back", self.tr("Back"), Key.Key_Escape)
        self.next = make(
            "next", self.tr("Next photo"), Key.Key_Right, Key.Key_PageDown, Key.Key_Space
        )
        self.previous = make(
            "previous", self.tr("Previous photo"), Key.Key_Left, Key.Key_PageUp, Key.Key_Backspace
        )
        self.first = make("", self.tr("First photo"), Key.Key_Home)
        self.last = make("", self.tr("Last photo"), Key.Key_End)
        self.zoom_in = make("zoom-in", self.tr("Zoom in"), "+", "=")
        self.zoom_out = make("zoom-out", self.tr("Zoom out"), "-")
        self.fit = make("fit", self.tr("Whole photo"), "0")
        self.every_pixel = make("", self.tr("Every pixel"), "1")
        self.folder = make("folders", self.tr("Show in folder"), "Ctrl+Return")
        self.full_screen = make("full-screen", self.tr("Full screen"), "F", "F11")
        self.draw = make("draw", self.tr("Draw and move boxes around faces"), "B")
        self.new_box = make("", self.tr("New box, or the box of this face, by keys"), "Insert")
        self.somebody = make("person", self.tr("Somebody is here whose face is not visible"), "P")
        self.faces = make("face", self.tr("Outline faces"), "N")
        self.facts = make("info", self.tr("Facts about the photo"), "I")
        self.draw.setCheckable(True)
        for action in (self.faces, self.facts):
            action.setCheckable(True)
            action.setChecked(True)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out how large the photo is where the photo's name and number need the room."""
        super().resizeEvent(event)
        self.zoom.setVisible(self.width() >= NARROW)

    def _action(self, icon_name: str, words: str, *keys: Key | str) -> QAction:
        action = QAction(words, self._viewer)
        if icon_name:
            action.setIcon(icon(icon_name))
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        first = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words} ({first})")
        self._viewer.addAction(action)
        return action

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        row.addWidget(tool_button(self.back))
        row.addSpacing(SPACING)
        row.addWidget(self.title)
        row.addSpacing(SPACING)
        row.addWidget(self.count)
        row.addStretch()
        row.addWidget(tool_button(self.previous))
        row.addWidget(tool_button(self.next))
        row.addSpacing(2 * SPACING)
        row.addWidget(tool_button(self.zoom_out))
        row.addWidget(self.zoom)
        row.addWidget(tool_button(self.zoom_in))
        row.addWidget(tool_button(self.fit))
        row.addSpacing(2 * SPACING)
        for action in (self.draw, self.somebody, self.faces, self.facts, self.full_screen):
            row.addWidget(tool_button(action))


def _muted() -> QLabel:
    label = QLabel()
    label.setProperty("look", "muted")
    return label
