"""The faces that are in no group and nobody's: seen, named, thrown out, and taken back here.

What was called no face, and who was hidden, can be brought back here, too.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from facegallery.catalog import faces
from facegallery.catalog.library import Catalog
from facegallery.domain.face import Face
from facegallery.ui.people.face_grid import FaceGrid
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.choice_bar import ChoiceBar, make_action, tool_button
from facegallery.ui.widgets.empty_state import EmptyState
from facegallery.ui.widgets.face_deeds import Deed, FaceDeeds, possible
from facegallery.ui.widgets.face_menu import FaceMenu, deed_action
from facegallery.ui.widgets.reader import Reader
from facegallery.ui.widgets.style import SPACING

_DEEDS = (Deed.CONFIRM, Deed.REJECT, Deed.NAME, Deed.NOT_A_FACE, Deed.IS_A_FACE, Deed.SHOW)


class LoneFaces(QWidget):
    """A grid of all lone faces, the best pictures first; or of what is no face, or of the hidden.

    Signals: back(), face_opened(Face).
    """

    back = Signal()
    face_opened = Signal(object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures
        self._reader = Reader(session.library, self)
        self.deeds = FaceDeeds(session, pictures, self)
        self.grid = FaceGrid(pictures, self, captions=True)
        self.grid.fill_ground()
        self._actions = {deed: deed_action(self.grid, deed, self._doing(deed)) for deed in _DEEDS}
        self.bar = ChoiceBar(list(self._actions.values()), self)
        self.not_faces = make_action(
            self,
            "not-face",
            self.tr("What is no face"),
            "Ctrl+Shift+X",
            tip=self.tr("Show what you called “not a face”, to take it back"),
        )
        self.hidden = make_action(
            self,
            "show",
            self.tr("Hidden faces"),
            "Ctrl+Shift+H",
            tip=self.tr("Show the faces without a name that you have hidden"),
        )
        for switch in (self.not_faces, self.hidden):
            switch.setCheckable(True)
            switch.toggled.connect(partial(self._on_switched, switch))
        self._lay_out()
        self.grid.chosen_changed.connect(self._on_chosen)
        self.grid.face_opened.connect(self.face_opened)
        self.grid.asked.connect(self._show_menu)
        self.deeds.photo_asked.connect(self.face_opened)
        self.bar.cleared.connect(self.grid.clearSelection)
        session.changed.connect(self._on_changed)
        self._on_chosen()

    def read(self) -> None:
        """Ask the catalog for the faces; they appear when the answer is here."""
        question: Callable[[Catalog], list[Face]] = partial(faces.without_group, limit=-1)
        if self.not_faces.isChecked():
            question = faces.not_faces
        elif self.hidden.isChecked():
            question = faces.hidden
        self._reader.ask(question, self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape, from what is no face, or hidden, to the faces; see QWidget."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        for switch in (self.not_faces, self.hidden):
            if switch.isChecked():
                switch.trigger()
                return
        self.back.emit()

    def _on_switched(self, switch: QAction, on: bool) -> None:
        other = self.hidden if switch is self.not_faces else self.not_faces
        if on and other.isChecked():
            other.setChecked(False)
        self.grid.clearSelection()
        self._title.setText(self._words()[0])
        self.read()

    def _words(self) -> tuple[str, str, str]:
        """Return the title, and what is said where there is nothing to show."""
        if self.not_faces.isChecked():
            return (
                self.tr("Not a face"),
                self.tr("Nothing here"),
                self.tr("What you call “not a face” is kept here. Escape leads back."),
            )
        if self.hidden.isChecked():
            return (
                self.tr("Hidden faces"),
                self.tr("Nobody is hidden"),
                self.tr("Faces without a name that you hide are kept here. Escape leads back."),
            )
        return (
            self.tr("Faces in no group"),
            self.tr("No faces left over"),
            self.tr("Every face is in a group or has a name. Escape leads back."),
        )

    def _lay_out(self) -> None:
        back = tool_button(
            "back", self.tr("Back"), self.tr("Back to all people (Escape)"), self._go_back
        )
        self._title = QLabel(self._words()[0])
        self._title.setProperty("look", "title")
        self._count = QLabel()
        self._count.setProperty("look", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(2 * SPACING, 3 * SPACING, 3 * SPACING, SPACING)
        head.setSpacing(SPACING)
        head.addWidget(back)
        head.addWidget(self._title)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch()
        for action in (self.hidden, self.not_faces):
            switch = QToolButton()
            switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            switch.setDefaultAction(action)
            head.addWidget(switch)
        self._empty = EmptyState("face")
        self._shown = QStackedLayout()
        self._shown.addWidget(self.grid)
        self._shown.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(head)
        column.addLayout(self._shown, 1)
        column.addWidget(self.bar)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.read()

    def _show(self, found: list[Face]) -> None:
        self.grid.show_faces(found)
        self._empty.say(*self._words()[1:])
        self._shown.setCurrentIndex(0 if found else 1)
        number = len(found)
        not_faces = self.not_faces.isChecked()
        self._count.setText(counts.written(number) if not_faces else counts.faces(number))
        self._on_chosen()

    def _on_chosen(self) -> None:
        chosen = self.grid.selected()
        self.bar.show_number(len(chosen))
        can = possible(chosen or self.grid.chosen())
        for deed, action in self._actions.items():
            action.setEnabled(deed in can)

    def _doing(self, deed: Deed) -> Callable[[], None]:
        return lambda: self.deeds.do(deed, self.grid.chosen())

    def _show_menu(self, point: QPoint) -> None:
        menu = FaceMenu(
            self._session, self.grid.chosen(), self, self._pictures, self.deeds, keys=True
        )
        menu.photo_opened.connect(self.face_opened)
        menu.popup(point)
