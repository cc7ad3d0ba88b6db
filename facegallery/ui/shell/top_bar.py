"""The top bar: back, search, undo and redo, light or dark."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from facegallery.catalog import journal
from facegallery.ui.pictures import Pictures
from facegallery.ui.search.search_field import SearchField
from facegallery.ui.session import Session
from facegallery.ui.widgets.buttons import TOOL_ICON, give_key, tool_button
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.spoken import spoken
from facegallery.ui.widgets.style import SPACING, Theme, set_theme, theme

WIDEST_SEARCH = 760


class TopBar(QFrame):
    """Back, the search field, undo, redo and the theme."""

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self._session = session
        self.field = SearchField(session, pictures, self)
        self.field.setMaximumWidth(WIDEST_SEARCH)
        self.back = self._action("back", self.tr("Back"), "Alt+Left")
        self.undo = self._action("undo", self.tr("Undo"), QKeySequence.StandardKey.Undo)
        self.redo = self._action("redo", self.tr("Redo"), QKeySequence.StandardKey.Redo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.undo.triggered.connect(session.undo)
        self.redo.triggered.connect(session.redo)
        self._theme = self._theme_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACING, 10, 2 * SPACING, 10)
        row.setSpacing(4)
        row.addWidget(tool_button(self.back))
        row.addSpacing(SPACING)
        row.addWidget(self.field, 4)
        row.addStretch(1)
        row.addWidget(tool_button(self.undo))
        row.addWidget(tool_button(self.redo))
        row.addWidget(self._theme)
        session.changed.connect(self.show_journal)
        self.show_journal()

    def on_back(self, go_back: Callable[[], None]) -> None:
        """Call this for Back."""
        self.back.triggered.connect(lambda _checked=False: go_back())

    def show_journal(self) -> None:
        """Say what undo and redo would do."""
        db = self._session.db
        done, undone = journal.last_done(db), journal.last_undone(db)
        self.undo.setEnabled(done is not None)
        self.redo.setEnabled(undone is not None)
        self.undo.setToolTip(
            self.tr("Undo: {0} (Ctrl+Z)").format(spoken(done.words))
            if done
            else self.tr("Undo (Ctrl+Z)")
        )
        self.redo.setToolTip(
            self.tr("Do again: {0} (Ctrl+Shift+Z)").format(spoken(undone.words))
            if undone
            else self.tr("Redo (Ctrl+Shift+Z)")
        )

    def _action(self, icon_name: str, words: str, key: str | QKeySequence.StandardKey) -> QAction:
        action = QAction(icon(icon_name), words, self)
        action.setShortcut(QKeySequence(key))
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words} ({native})")
        self.window().addAction(action)
        return action

    def _theme_button(self) -> QToolButton:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for wanted, words in (
            (Theme.SYSTEM, self.tr("Like the system")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
        ):
            entry = menu.addAction(words)
            entry.setCheckable(True)
            entry.setChecked(theme() == wanted)
            entry.setActionGroup(group)
            entry.triggered.connect(lambda _checked=False, wanted=wanted: set_theme(wanted))
        button = QToolButton()
        button.setIconSize(TOOL_ICON)
        button.setAccessibleName(self.tr("Appearance"))
        button.setIcon(icon("moon"))
        button.setToolTip(self.tr("Appearance: light or dark"))
        give_key(button, "Ctrl+Shift+L")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(menu)
        return button
