"""The Photos page: everything by date."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facegallery.catalog import photos
from facegallery.ui.photos.photo_choice import PhotoChoice
from facegallery.ui.photos.photo_grid import PhotoGrid
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.buttons import tool_button
from facegallery.ui.widgets.choice_bar import action_button, make_action
from facegallery.ui.widgets.empty_state import EmptyState, show_instead
from facegallery.ui.widgets.icons import icon
from facegallery.ui.widgets.page import Page
from facegallery.ui.widgets.page_title import page_title
from facegallery.ui.widgets.style import SPACING


class PhotosPage(Page):
    """All photos under their months, newest first.

    Signals: photo_opened(list[Photo], int), person_opened(Who); folders_asked() from the empty
    state.
    """

    photo_opened = Signal(list, int)
    person_opened = Signal(object)
    folders_asked = Signal()

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.grid = PhotoGrid(session, pictures, self)
        self.empty = EmptyState("photos", self)
        self.empty.button.clicked.connect(self._on_empty_button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.empty)
        self.words = QLabel()
        self._larger = self._zoom_action("zoom-in", self.tr("Larger photos"), 1, "Ctrl++", "Ctrl+=")
        self._smaller = self._zoom_action("zoom-out", self.tr("Smaller photos"), -1, "Ctrl+-")
        self.choice = PhotoChoice(session, self.grid, self)
        self.hidden = make_action(
            self, "show", self.tr("Hidden photos"), "Ctrl+H", done=self._show_source
        )
        self.hidden.setCheckable(True)
        self._lay_out()
        self.grid.show_years()
        self.grid.photo_opened.connect(self.photo_opened)
        self.grid.person_opened.connect(self.person_opened)
        self.grid.filled.connect(self._show_state)
        self.grid.selectionModel().selectionChanged.connect(self._show_words)
        session.scanning_changed.connect(self._show_state)
        self.grid.set_source(photos.page)
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads from the hidden photos to the others; see QWidget."""
        if event.key() == Qt.Key.Key_Escape and self.hidden.isChecked():
            self.hidden.trigger()
        else:
            super().keyPressEvent(event)

    def _on_empty_button(self) -> None:
        if self.hidden.isChecked():
            self.hidden.trigger()
        else:
            self.folders_asked.emit()

    def _show_source(self) -> None:
        """Show the hidden photos or the others, as the button says."""
        hidden = self.hidden.isChecked()
        self._title.setText(self.tr("Hidden photos") if hidden else self.tr("Photos"))
        self.choice.show_hidden(hidden=hidden)
        self.grid.set_source(photos.hidden_page if hidden else photos.page)
        self._show_state()

    def _zoom_action(self, icon_name: str, words: str, step: int, *keys: str) -> QAction:
        action = QAction(icon(icon_name), words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(self.tr("{0} ({1}, or Ctrl and the wheel)").format(words, keys[0]))
        action.triggered.connect(lambda: self.grid.set_zoom(self.grid.zoom + step))
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        self._title = QLabel(self.tr("Photos"))
        row = QHBoxLayout()
        row.setContentsMargins(3 * SPACING, 3 * SPACING, 3 * SPACING, SPACING)
        row.setSpacing(SPACING)
        row.addLayout(page_title(self._title, self.words), 1)
        row.addWidget(action_button(self.hidden, self))
        for action in (self._smaller, self._larger):
            row.addWidget(tool_button(action))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        column.addWidget(self.choice)

    def _show_words(self) -> None:
        chosen = self.grid.number_selected
        words = counts.photos(len(self.grid.photos)) if self.grid.photos else ""
        if chosen > 1:
            words = f"{words}, {counts.chosen(chosen)}"
        self.words.setText(words)

    def _show_state(self) -> None:
        """Show the photos, or say what to do where there are none."""
        self._show_words()
        if self.grid.photos or not self.grid.is_full:
            show_instead(self, self._stack, self.grid)
            return
        if self.hidden.isChecked():
            self.empty.say(
                self.tr("No hidden photos"),
                self.tr("Photos that you hide are kept here, away from all the others."),
                self.tr("Back to all photos"),
            )
        elif self._session.scanning:
            self.empty.say(
                self.tr("Looking for photos"),
                self.tr("They appear here as they are found, a few at a time."),
            )
        else:
            self.empty.say(
                self.tr("No photos yet"),
                self.tr("Add a folder of photos, or rescan the folders that you have added."),
                self.tr("Go to Folders"),
            )
        show_instead(self, self._stack, self.empty)
