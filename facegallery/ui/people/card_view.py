"""The grid of people and groups: click to open, type a name in place, choose several, drag."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from facegallery.actions.people import Who
from facegallery.catalog.thumbnails import face_key
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people import card_layout as layout
from facegallery.ui.people.card_delegate import CardDelegate
from facegallery.ui.people.card_layout import Part
from facegallery.ui.people.card_model import MIME_TYPE, CardModel, Entry, Kind
from facegallery.ui.people.card_runs import card_runs
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.grid_view import GridView
from facegallery.ui.widgets.name_edit import NameEdit
from facegallery.ui.widgets.painting import round_face
from facegallery.ui.widgets.people_matches import key_of, picture_of
from facegallery.ui.widgets.runs import Runs

_EDGE = 16  # left and right of the grid


class CardView(GridView[Entry]):
    """Cards in a grid. Signals: opened(Who), lone_opened(), named(card, text, person id or None),
    answered(card, bool) for the buttons of a suggestion, dropped(list[Who], Who): onto the last.
    """

    opened = Signal(object)
    lone_opened = Signal()
    named = Signal(object, str, object)
    answered = Signal(object, bool)
    dropped = Signal(object, object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        self.cards = CardModel()
        super().__init__(self.cards, pictures, parent)
        self.cards.setParent(self)
        self.delegate = CardDelegate(session, pictures, self)
        self.delegate.named.connect(self._on_named)
        self.setItemDelegate(self.delegate)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setViewportMargins(_EDGE, 0, _EDGE, 0)
        self.fill_ground()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("People and groups"))
        self._pressed = QPoint()

    def make_runs(self) -> Runs:
        """Return where the entries lie; see GridView."""
        return card_runs(self.items.items, self.room())

    def shows(self, item: Entry, key: bytes) -> bool:
        """Tell whether an entry shows a picture; see GridView."""
        if item.card is None:
            return any(face_key(face.photo_hash, face.box) == key for face in item.lone)
        return key_of(item.card) == key

    def edit_name(self, index: QModelIndex) -> None:
        """Let the user type the name of a group, right on its card."""
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.make_current(index)
            self.scrollTo(index)
            self.edit(index)

    def make_current(self, index: QModelIndex) -> None:
        """Give an entry the focus of the keys, without choosing it."""
        model = self.selectionModel()
        model.setCurrentIndex(index, model.SelectionFlag.NoUpdate)

    def name_field(self) -> NameEdit | None:
        """Return the field that is open, if one is."""
        fields = self.viewport().findChildren(NameEdit)
        return next((field for field in fields if field.isVisible()), None)

    def current_card(self) -> PersonOrGroup | None:
        """Return the card with the focus, if any."""
        entry = self.cards.item(self.currentIndex())
        return None if entry is None else entry.card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or name with Enter and F2; see QWidget."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        entry = self.cards.item(self.currentIndex())
        key = event.key()
        if entry is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            event.accept()
            if layout.is_group(entry):
                self.edit_name(self.currentIndex())
            elif key != Qt.Key.Key_F2:
                self.open_entry(entry)
        else:
            super().keyPressEvent(event)

    def open_entry(self, entry: Entry) -> None:
        """Go to a person, a group or the lone faces."""
        if entry.kind == Kind.LONE:
            self.lone_opened.emit()
        elif entry.who is not None:
            self.opened.emit(entry.who)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where; see QWidget."""
        self._pressed = event.position().toPoint()
        if not self.indexAt(self._pressed).isValid() and event.modifiers() == _NO_KEYS:
            self.clearSelection()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was clicked; see QWidget."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        near = (point - self._pressed).manhattanLength() < QApplication.startDragDistance()
        is_click = near and event.button() == Qt.MouseButton.LeftButton
        super().mouseReleaseEvent(event)
        entry = self.cards.item(index)
        if is_click and entry is not None and event.modifiers() == _NO_KEYS:
            self._on_click(index, entry, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the card that was pressed; show what can be clicked; see QWidget."""
        if self._is_dragged(event):
            self.setState(QAbstractItemView.State.NoState)
            self.startDrag(Qt.DropAction.MoveAction)
            return
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        entry = self.cards.item(index)
        part = Part.NOTHING
        if entry is not None:
            part = layout.part_at(entry, self.visualRect(index), event.position().toPoint())
        self.viewport().setCursor(_CURSORS.get(part, Qt.CursorShape.PointingHandCursor))

    def _is_dragged(self, event: QMouseEvent) -> bool:
        """Tell whether a card was pressed and moved; Qt would draw a rubber band over others."""
        away = (event.position().toPoint() - self._pressed).manhattanLength()
        return (
            bool(event.buttons() & Qt.MouseButton.LeftButton)
            and self.state() != QAbstractItemView.State.DragSelectingState
            and away >= QApplication.startDragDistance()
            and bool(self.indexAt(self._pressed).flags() & Qt.ItemFlag.ItemIsDragEnabled)
        )

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the chosen cards, or the one that was pressed; see QAbstractItemView."""
        pressed = self.indexAt(self._pressed)
        if not pressed.isValid() or not pressed.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        chosen = self.selectionModel().selectedIndexes()
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData(chosen if pressed in chosen else [pressed]))
        entry = self.cards.item(pressed)
        if entry is not None and entry.card is not None:
            drag.setPixmap(self._drag_picture(entry.card))
            drag.setHotSpot(QPoint(32, 32))
        drag.exec(Qt.DropAction.MoveAction)
        self._show_target(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards of this page; see QWidget."""
        if event.mimeData().hasFormat(MIME_TYPE):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would go; see QWidget."""
        super().dragMoveEvent(event)  # scrolls near the edges
        target = self._target(event)
        self._show_target(target)
        if target is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more; see QWidget."""
        self._show_target(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask to merge; see QWidget."""
        target = self._target(event)
        self._show_target(None)
        if target is not None and target.who is not None:
            event.acceptProposedAction()
            self.dropped.emit(_dragged(event), target.who)

    def _on_click(self, index: QModelIndex, entry: Entry, point: QPoint) -> None:
        part = layout.part_at(entry, self.visualRect(index), point)
        if part == Part.MARK:
            model = self.selectionModel()
            model.select(index, model.SelectionFlag.Toggle)
        elif part == Part.NAME:
            self.edit_name(index)
        elif part in (Part.YES, Part.NO):
            self.answered.emit(entry.card, part == Part.YES)
        elif part == Part.FACE:
            self.open_entry(entry)

    def _on_named(self, editor: QWidget, text: str, person_id: int | None) -> None:
        entry = self.cards.item(self.cards.index_of(editor.property("key")))
        self.delegate.closeEditor.emit(editor)
        if entry is not None and entry.card is not None:
            self.named.emit(entry.card, text, person_id)

    def _target(self, event: QDropEvent) -> Entry | None:
        entry = self.cards.item(self.indexAt(event.position().toPoint()))
        if entry is None or entry.who is None or entry.who in _dragged(event):
            return None
        return entry

    def _show_target(self, entry: Entry | None) -> None:
        key = None if entry is None else entry.key
        if key != self.delegate.drop_key:
            self.delegate.drop_key = key
            self.viewport().update()

    def _drag_picture(self, card: PersonOrGroup) -> QPixmap:
        picture = QPixmap(64, 64)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            round_face(painter, QRect(0, 0, 64, 64), picture_of(card, self.pictures))
        return picture


def _dragged(event: QDropEvent) -> Sequence[Who]:
    ids = bytes(event.mimeData().data(MIME_TYPE).data()).decode().split()
    return [Who.parse(text) for text in ids]


_NO_KEYS = Qt.KeyboardModifier.NoModifier
_CURSORS = {
    Part.NOTHING: Qt.CursorShape.ArrowCursor,
    Part.NAME: Qt.CursorShape.IBeamCursor,
}
