"""The card with the question that is asked: words, faces, and a field where a name is the answer.

Everything keeps its place from question to question: only the card's content changes.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facegallery.domain.face import Face
from facegallery.jobs import review
from facegallery.ui.people.face_grid import FaceGrid
from facegallery.ui.pictures import Pictures
from facegallery.ui.review.asked import Asked
from facegallery.ui.review.side_view import SideView
from facegallery.ui.session import Session
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.name_edit import NameEdit
from facegallery.ui.widgets.spoken import spoken
from facegallery.ui.widgets.style import SPACING

NAME_WIDTH = 340
_WHY_HEIGHT = 44  # two lines


class QuestionCard(QFrame):
    """Signals: named(str, int or None) as NameEdit's, opened(Who), face_opened(Face),
    asked(FaceGrid, QPoint) for a context menu on a face, row_chosen(int) when faces of a row are
    chosen: an answer is for so many of them alone, for all where it is 0.

    name: the field, which the page puts below the card, where no toast covers it.
    """

    named = Signal(str, object)
    opened = Signal(object)
    face_opened = Signal(object)
    asked = Signal(object, QPoint)
    row_chosen = Signal(int)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._pictures = pictures
        self._shown: Asked | None = None
        self.heading = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self.heading.setProperty("look", "heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        self.why = QLabel(alignment=top, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.why.setProperty("look", "muted")
        self.why.setMinimumHeight(_WHY_HEIGHT)
        self.sides = [SideView(pictures, self) for _side in range(2)]
        self.name = NameEdit(session, pictures, self)
        self.name.setFixedWidth(NAME_WIDTH)
        self.name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        self.name.named.connect(self.named)
        for side in self.sides:
            side.opened.connect(self.opened)
            side.face_opened.connect(self.face_opened)
            side.asked.connect(self.asked)
        self.grid.chosen_changed.connect(self._on_chosen)

    def show_asked(self, asked: Asked) -> None:
        """Show a question; one that is shown already keeps what is chosen and typed."""
        is_new = self._shown is None or self._shown.id != asked.id
        self._shown = asked
        question = asked.question
        self.heading.setText(self._heading(asked))
        self.why.setText(spoken(question.why))
        for place, side in enumerate(self.sides):
            there = place < len(asked.faces)
            side.setVisible(there)
            if there:
                card = question.who[place] if question.who else None
                side.show_side(card, asked.faces[place])
            if is_new:
                side.begin()
        self._line.setVisible(len(question.who) > 1)
        self.name.setVisible(question.kind == "who")
        if is_new:
            self.name.clear()  # a name is never carried over
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(spoken(question.why))

    def _on_chosen(self) -> None:
        is_row = self._shown is not None and self._shown.question.kind in review.ROWS
        self.row_chosen.emit(len(self.grid.selected()) if is_row else 0)

    def load(self, coming: Asked) -> None:
        """Have the pictures of a question loaded that will be asked soon."""
        for face in (face for some in coming.faces for face in some[:12]):
            self._pictures.face(face.photo_hash, face.box, face.path)

    def chosen(self) -> list[Face]:
        """Return the faces that the user has chosen, on either side."""
        return [face for side in self.sides if side.isVisible() for face in side.grid.selected()]

    @property
    def grid(self) -> FaceGrid:
        """The faces on the left, or the only ones."""
        return self.sides[0].grid

    def _lay_out(self) -> None:
        self._line = QFrame()
        self._line.setProperty("look", "line")
        self._line.setFixedWidth(1)
        faces = QHBoxLayout()
        faces.setSpacing(2 * SPACING)
        faces.addWidget(self.sides[0], 1)
        faces.addWidget(self._line)
        faces.addWidget(self.sides[1], 1)
        field = self.name.sizePolicy()
        field.setRetainSizeWhenHidden(True)  # the faces above it must not move
        self.name.setSizePolicy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACING, 2 * SPACING, 3 * SPACING, 2 * SPACING)
        column.setSpacing(SPACING)
        column.addWidget(self.heading)
        column.addWidget(self.why)
        column.addLayout(faces, 1)

    def _heading(self, asked: Asked) -> str:
        question = asked.question
        name = question.who[-1].name or "" if question.who else ""
        number = len(asked.face_ids) + asked.more
        one, many = {
            "who": (self.tr("Who is this?"), ""),
            "mixed": (self.tr("Are there two people in here?"), ""),
            "same": (self.tr("Is this {0}?") if name else self.tr("Same person?"), ""),
            "more": (self.tr("Is this {0}?"), self.tr("{1} more of {0}?")),
            "not-face": (self.tr("Not a face, either?"), self.tr("{1} more that are no faces?")),
            "hide": (self.tr("Hide this one, too?"), self.tr("Hide {1} more like those you hid?")),
        }[question.kind]
        return (many if many and number != 1 else one).format(name, written(number))
