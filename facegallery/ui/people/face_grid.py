"""A grid of face crops to look through and choose from; or one row of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from facegallery.domain.face import Face
from facegallery.domain.person import SUGGESTED
from facegallery.ui.people.face_painter import CAPTION_HEIGHT, MARK_PLACE, FacePainter
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.grid_view import GridView
from facegallery.ui.widgets.item_model import ITEM_ROLE, Index, ItemModel
from facegallery.ui.widgets.runs import Run, Runs

CELL = 128
ROW_CELL = 104  # of the faces in one row
_MARK_REACH = 16
_EDGE = 18


class FaceModel(ItemModel[Face]):
    """Faces by id; a screen reader hears whose it is and when it was taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda face: face.id, parent)

    def data(self, index: Index, role: int = ITEM_ROLE) -> object:
        """Return the face, or what is said of it; see QAbstractItemModel."""
        face = self.item(index)
        if face is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{caption(face) or self.tr('Face')}, {(face.taken_at or '')[:10]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("{0}\nEnter or a double click shows the photo").format(face.path)
        return face if role == ITEM_ROLE else None


def caption(face: Face) -> str:
    """Return whose face it is, with a question mark where only suggested; empty for nobody's."""
    if face.person_name is None:
        return ""
    return f"{face.person_name}?" if face.state == SUGGESTED else face.person_name


class FaceGrid(GridView[Face]):
    """Faces to choose from with mouse and keys.

    Signals: face_opened(Face) for Enter or a double click, asked(QPoint) for a context menu at a
    global position, chosen_changed().
    captions: whose face it is, below each. one_row: scroll sideways. edge: pixels at the sides;
    -GAP where the faces are to begin where the grid does.
    """

    face_opened = Signal(object)
    chosen_changed = Signal()

    def __init__(
        self,
        pictures: Pictures,
        parent: QWidget | None,
        *,
        captions: bool = False,
        one_row: bool = False,
        edge: int = _EDGE,
    ) -> None:
        self.faces = FaceModel()
        self._one_row = one_row  # before Qt is asked to make the view: it asks for places at once
        self._faces = FacePainter(pictures)
        self._faces.caption = caption if captions else None
        self.cell = ROW_CELL if one_row else CELL
        super().__init__(self.faces, pictures, self._faces, parent)
        self.setAccessibleName(self.tr("Faces"))
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self.faces.modelReset.connect(self.chosen_changed)
        if one_row:
            self._make_one_row()
        else:
            self.setViewportMargins(edge, 0, edge, 0)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_caption(self, words: Callable[[Face], str] | None) -> None:
        """Show these words below each face; None for no words."""
        self._faces.caption = words
        self.scheduleDelayedItemsLayout()

    def caption_of(self, face: Face) -> str | None:
        """Return the words below a face; None where no face has any."""
        return None if self._faces.caption is None else self._faces.caption(face)

    def show_faces(self, faces: Sequence[Face]) -> None:
        """Show these faces; what stays keeps its place."""
        row = self.currentIndex().row()
        self.show_items(faces)
        if not self.currentIndex().isValid() and faces:
            top = self.verticalScrollBar().value()
            first = row if row >= 0 else self.first_shown().row()
            self.go_to_row(min(max(first, 0), len(faces) - 1))
            if row < 0:
                self.verticalScrollBar().setValue(top)  # Qt would show the whole of that face

    def go_to_row(self, row: int) -> None:
        """Make a row the current one, without choosing it."""
        self.make_current(self.faces.index(row))

    def lay_out(self) -> Runs:
        """Return where the faces lie: in columns that fit the width, or all in one row."""
        number = self.items.rowCount()
        columns = max(1, number) if self._one_row else max(1, self.room() // CELL)
        if not self._one_row:
            self.cell = self.room() // columns
        height = self.cell + (CAPTION_HEIGHT if self._faces.caption else 0)
        return Runs([Run(0, number, 0, height, columns, self.cell)])

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Add a face, or take it away, with a click on its mark; see ChoosingView."""
        flag = self.selectionModel().SelectionFlag
        if (
            isinstance(event, QMouseEvent)
            and index.isValid()
            and self._on_mark(index, event.position().toPoint())
        ):
            press = event.type() == QEvent.Type.MouseButtonPress
            return flag.Toggle if press else flag.NoUpdate
        return super().selectionCommand(index, event)

    def open_index(self, index: QModelIndex) -> None:
        """Show the photo; see ChoosingView."""
        self.face_opened.emit(self.faces.items[index.row()])

    def _make_one_row(self) -> None:
        self.setWrapping(False)
        self.marks_current = True  # the row's keys work from all over the page
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(ROW_CELL + 16)

    def _on_mark(self, index: Index, point: QPoint) -> bool:
        away = point - self.visualRect(index).topLeft() - MARK_PLACE
        return max(abs(away.x()), abs(away.y())) <= _MARK_REACH
