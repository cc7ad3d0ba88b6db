"""A grid of face crops to look through and choose from; or one row of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facegallery.catalog.thumbnails import face_key
from facegallery.domain.face import Face
from facegallery.domain.person import SUGGESTED
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.grid_view import GridView
from facegallery.ui.widgets.item_model import ITEM_ROLE, Index, ItemModel
from facegallery.ui.widgets.painting import mark, one_line, square_face
from facegallery.ui.widgets.runs import Run, Runs
from facegallery.ui.widgets.style import colours

CELL = 128
ROW_CELL = 104  # of the faces in one row
CAPTION_HEIGHT = 24
GAP = 6  # pixels around each face
_MARK_PLACE = QPoint(20, 20)
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
    asked = Signal(QPoint)
    chosen_changed = Signal()

    def __init__(
        self,
        pictures: Pictures,
        parent: QWidget,
        *,
        captions: bool = False,
        one_row: bool = False,
        edge: int = _EDGE,
    ) -> None:
        self.faces = FaceModel()
        self._one_row = one_row  # before Qt is asked to make the view: it asks for places at once
        self._caption: Callable[[Face], str] | None = caption if captions else None
        self.cell = ROW_CELL if one_row else CELL
        super().__init__(self.faces, pictures, parent)
        self.faces.setParent(self)
        self._delegate = _FaceDelegate(pictures, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Faces"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self.faces.modelReset.connect(self.chosen_changed)
        if one_row:
            self._make_one_row()
        else:
            self.setViewportMargins(edge, 0, edge, 0)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_caption(self, words: Callable[[Face], str] | None) -> None:
        """Show these words below each face; None for no words."""
        self._caption = words
        self.scheduleDelayedItemsLayout()

    def caption_of(self, face: Face) -> str | None:
        """Return the words below a face; None where no face has any."""
        return None if self._caption is None else self._caption(face)

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
        model = self.selectionModel()
        model.setCurrentIndex(self.faces.index(row), model.SelectionFlag.NoUpdate)

    def make_runs(self) -> Runs:
        """Return where the faces lie: in columns that fit the width, or all in one row."""
        number = self.items.rowCount()
        columns = max(1, number) if self._one_row else max(1, self.room() // CELL)
        if not self._one_row:
            self.cell = self.room() // columns
        height = self.cell + (CAPTION_HEIGHT if self._caption else 0)
        return Runs([Run(0, number, 0, height, columns, self.cell)])

    def shows(self, item: Face, key: bytes) -> bool:
        """Tell whether a face is a picture's; see GridView."""
        return face_key(item.photo_hash, item.box) == key

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Choose with a click, as in every grid of pictures; arrows only move."""
        flag = self.selectionModel().SelectionFlag
        if isinstance(event, QMouseEvent) and index.isValid():
            if self._on_mark(index, event.position().toPoint()):
                press = event.type() == QEvent.Type.MouseButtonPress
                return flag.Toggle if press else flag.NoUpdate
            return QListView.selectionCommand(self, index, event)
        return super().selectionCommand(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the photo with Enter; see QWidget."""
        face = self.faces.item(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and face is not None:
            event.accept()
            self.face_opened.emit(face)
        elif event.key() == Qt.Key.Key_Escape and self.selected():
            event.accept()
            self.clearSelection()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the photo; see QWidget."""
        face = self.faces.item(self.indexAt(event.position().toPoint()))
        if face is not None and event.button() == Qt.MouseButton.LeftButton:
            self.face_opened.emit(face)

    def _make_one_row(self) -> None:
        self.setWrapping(False)
        self._delegate.marks_current = True  # the row's keys work from all over the page
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(ROW_CELL + 16)

    def _on_mark(self, index: QModelIndex | Index, point: QPoint) -> bool:
        away = point - self.visualRect(index).topLeft() - _MARK_PLACE
        return max(abs(away.x()), abs(away.y())) <= _MARK_REACH

    def _on_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not index.isValid():
            return
        model = self.selectionModel()
        if not model.isSelected(index):
            model.setCurrentIndex(index, model.SelectionFlag.ClearAndSelect)
        self.asked.emit(self.viewport().mapToGlobal(point))


class _FaceDelegate(QStyledItemDelegate):
    """Paints a face: the crop, whether it is chosen, and whose it is."""

    def __init__(self, pictures: Pictures, view: FaceGrid) -> None:
        super().__init__(view)
        self._pictures = pictures
        self._view = view
        self.marks_current = False

    def is_marked(self, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell whether keys are for this face: it is current, and so is the grid, or always is."""
        if self.marks_current:
            return index == self._view.currentIndex()
        return bool(option.state & QStyle.StateFlag.State_HasFocus)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a face; see QStyledItemDelegate."""
        face = index.data(ITEM_ROLE)
        if not isinstance(face, Face):
            return
        now = colours()
        chosen = option.state & QStyle.StateFlag.State_Selected
        under = option.state & QStyle.StateFlag.State_MouseOver
        painter.save()
        corner = option.rect.topLeft() + QPoint(GAP, GAP)
        place = QRect(corner, QSize(self._view.cell - 2 * GAP, self._view.cell - 2 * GAP))
        square_face(painter, place, self._pictures.face(face.photo_hash, face.box, face.path))
        if chosen or self.is_marked(option, index):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.accent), 4 if chosen else 2))
            painter.drawRoundedRect(QRectF(place), 10, 10)
        if chosen or under:
            spot = QPointF(option.rect.topLeft() + _MARK_PLACE)
            mark(painter, spot, 11, "check", filled=bool(chosen))
        words = self._view.caption_of(face)
        if words:
            line = QRect(place.left(), place.bottom() + 4, place.width(), CAPTION_HEIGHT - 4)
            painter.setFont(option.font)
            painter.setPen(QColor(now.muted))
            one_line(painter, line, words)
        painter.restore()
