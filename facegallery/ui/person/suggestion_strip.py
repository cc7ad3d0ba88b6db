"""The faces that the machine takes for this person's, for a yes or no each, or for all at once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facegallery.domain.face import Face
from facegallery.ui.people.face_grid import FaceGrid
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.choice_bar import action_button
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.style import SPACING


class SuggestionStrip(QFrame):
    """One row of suggested faces, the likeliest first, there only while there are some.

    What was answered is gone at once; `forget_answers` brings back what could not be written.
    Signal emptied() when the last one was answered.
    """

    emptied = Signal()

    def __init__(
        self, pictures: Pictures, one: list[QAction], every: list[QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._heading = QLabel()
        self._heading.setProperty("look", "strong")
        self._hint = QLabel()
        self._hint.setProperty("look", "small")
        self.grid = FaceGrid(pictures, self, one_row=True)
        self.grid.setAccessibleName(self.tr("Suggested faces"))
        self._name = ""
        self._faces: list[Face] = []
        self._answered: set[int] = set()
        head = QHBoxLayout()
        head.setSpacing(SPACING // 2)
        head.addWidget(self._heading)
        head.addSpacing(SPACING)
        head.addWidget(self._hint)
        head.addStretch()
        for action in (*one, *every):
            head.addWidget(action_button(action, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACING, SPACING, SPACING, SPACING // 2)
        column.setSpacing(SPACING // 2)
        column.addLayout(head)
        column.addWidget(self.grid)
        self.hide()

    @property
    def faces(self) -> list[Face]:
        """The faces that still wait for an answer."""
        return [face for face in self._faces if face.id not in self._answered]

    def show_faces(self, name: str, faces: Sequence[Face]) -> None:
        """Show these faces as perhaps the person's."""
        self._name = name
        self._faces = list(faces)
        self._answered &= {face.id for face in faces}
        self._show()

    def ask_about_group(self, name: str) -> None:
        """Ask whether a whole group is somebody; its faces are in the grid below."""
        self._heading.setText(self.tr("Is this {0}?").format(name))
        self._hint.setText(self.tr("Alt+Y yes, Alt+N no"))  # letters go into the name field
        self.grid.hide()
        self.setVisible(bool(name))

    def chosen(self) -> list[Face]:
        """Return the faces that a yes or no is for: those selected, else the current one."""
        return self.grid.chosen()

    def answered(self, faces: Sequence[Face]) -> None:
        """Take faces away that were just answered; the next one is the current one."""
        had = bool(self.faces)
        self._answered |= {face.id for face in faces}
        self._show()
        if had and not self.faces:
            self.emptied.emit()

    def forget_answers(self) -> None:
        """Show again what was answered and is still suggested: it could not be written."""
        if self._answered:
            self._answered.clear()
            self._show()

    def _show(self) -> None:
        waiting = self.faces
        number = written(len(waiting))
        self._heading.setText(self.tr("{0} more of {1}?").format(number, self._name))
        self._hint.setText(self.tr("Y yes, N no"))
        self.grid.show()
        self.grid.show_faces(waiting)
        self.setVisible(bool(waiting))
