"""One part of a split: whose it will be, and its faces, which can be dragged to another part."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facegallery.domain.face import Face
from facegallery.ui.people.face_grid import FaceGrid
from facegallery.ui.people.face_painter import GAP
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.name_edit import NameEdit
from facegallery.ui.widgets.painting import square_face
from facegallery.ui.widgets.people_matches import plain
from facegallery.ui.widgets.style import SPACING

MIME_TYPE = "application/x-facegallery-faces"
_DRAGGED_SIDE = 72


class PartGrid(FaceGrid):
    """Faces that can be dragged out, and dropped here.

    Signals: received(list[int] face ids), move_asked() for M.
    """

    received = Signal(list)
    move_asked = Signal()

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(pictures, parent, edge=-GAP)
        self.setAcceptDrops(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move faces with M; see QWidget."""
        if event.key() == Qt.Key.Key_M:
            self.move_asked.emit()
        else:
            super().keyPressEvent(event)

    def may_drag(self, _index: QModelIndex) -> bool:
        """Have faces dragged to other parts; see ChoosingView."""
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take faces of another part; see QWidget."""
        if event.source() is not self and event.mimeData().hasFormat(MIME_TYPE):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them anywhere; see QWidget."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which faces came; see QWidget."""
        event.acceptProposedAction()
        ids = bytes(event.mimeData().data(MIME_TYPE).data()).decode().split()
        self.received.emit([int(number) for number in ids])

    def drag(self, index: QModelIndex) -> None:
        """Drag the face that was pressed, with all that are chosen; see ChoosingView."""
        pressed, chosen = self.faces.items[index.row()], self.selected()
        dragged = chosen if pressed in chosen else [pressed]
        data = QMimeData()
        data.setData(MIME_TYPE, "\n".join(str(face.id) for face in dragged).encode())
        picture = QPixmap(_DRAGGED_SIDE, _DRAGGED_SIDE)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            crop = self.pictures.face(pressed.photo_hash, pressed.box, pressed.path)
            square_face(painter, QRect(0, 0, _DRAGGED_SIDE, _DRAGGED_SIDE), crop)
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(_DRAGGED_SIDE // 2, _DRAGGED_SIDE // 2))
        drag.exec(Qt.DropAction.MoveAction)


class PartView(QWidget):
    """A part: heading or name field, number of faces, faces. The first part stays who it is.

    Signals: received(list[int] face ids), changed() when the name was, named() when it is complete.
    """

    received = Signal(list)
    changed = Signal()
    named = Signal()

    def __init__(
        self, session: Session, pictures: Pictures, stays: str | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._chosen: tuple[str, int] | None = None  # a person chosen from the list
        self.name = NameEdit(session, pictures, self)
        self.name.setPlaceholderText(self.tr("Who is this? (may stay empty)"))
        heading = QLabel(stays)
        heading.setProperty("look", "heading")
        heading.setMinimumHeight(self.name.sizeHint().height())
        self.name.setVisible(stays is None)
        heading.setVisible(stays is not None)
        self._count = QLabel()
        self._count.setProperty("look", "muted")
        self.grid = PartGrid(pictures, self)
        self.grid.setMinimumWidth(280)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(heading)
        column.addWidget(self.name)
        column.addWidget(self._count)
        column.addWidget(self.grid, 1)
        self.grid.received.connect(self.received)
        self.name.named.connect(self._on_named)
        self.name.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def person_id(self) -> int | None:
        """The person that this part is, where one was chosen from the list."""
        text = " ".join(self.name.text().split())
        same = self._chosen is not None and plain(self._chosen[0]) == plain(text)
        return self._chosen[1] if self._chosen is not None and same else None

    @property
    def new_name(self) -> str | None:
        """The name of a new person, or None for none."""
        return None if self.person_id is not None else " ".join(self.name.text().split()) or None

    def show_faces(self, faces: Sequence[Face]) -> None:
        """Show these faces, the surest first."""
        self.grid.show_items(faces)
        self._count.setText(counts.faces(len(faces)))

    def _on_named(self, text: str, person_id: int | None) -> None:
        self._chosen = None if person_id is None else (text, person_id)
        self.name.setText(text)
        self.changed.emit()
        self.named.emit()
