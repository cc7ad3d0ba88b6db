"""One side of a question: who it is, and some of the faces."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facegallery.domain.face import Face
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people.face_grid import FaceGrid
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.style import SPACING
from facegallery.ui.widgets.who_button import WhoButton

CELL = 144  # pixels of a face and the air around it: larger than elsewhere, for a decision
EDGE = 4  # pixels at the sides: the faces begin below the round face above them


class SideView(QWidget):
    """Signals: opened(Who), face_opened(Face), asked(FaceGrid, QPoint) for a context menu."""

    opened = Signal(object)
    face_opened = Signal(object)
    asked = Signal(object, QPoint)

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.who = WhoButton(pictures, self)
        self.grid = FaceGrid(pictures, self, edge=EDGE)
        self.grid.cell = CELL
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.who)
        column.addWidget(self.grid, 1)
        self.who.opened.connect(self.opened)
        self.grid.face_opened.connect(self.face_opened)
        self.grid.asked.connect(lambda point: self.asked.emit(self.grid, point))

    def show_side(self, card: PersonOrGroup | None, faces: Sequence[Face]) -> None:
        """Show somebody and some of their faces; or faces alone, which are nobody's together."""
        self.who.setVisible(card is not None)
        self.grid.show_items(faces)
        if card is None:
            self.grid.setAccessibleName(self.tr("Faces to decide about"))
            return
        self.who.show_card(card)
        name = card.name or self.tr("a group without a name")
        self.grid.setAccessibleName(self.tr("Faces of {0}").format(name))

    def begin(self) -> None:
        """Show the top; nothing is chosen: another question is asked."""
        self.grid.clearSelection()
        self.grid.setCurrentIndex(self.grid.faces.index(-1))
        self.grid.verticalScrollBar().setValue(0)
