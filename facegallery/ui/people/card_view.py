"""The grid of people and groups: click to open, type a name in place, choose several, drag."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facegallery.actions.people import Who
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people import card_layout as layout
from facegallery.ui.people.card_delegate import CardDelegate
from facegallery.ui.people.card_layout import Part
from facegallery.ui.people.card_model import MIME_TYPE, CardModel, Entry, Kind
from facegallery.ui.people.card_painter import CardPainter
from facegallery.ui.people.card_runs import card_runs
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.grid_view import GridView
from facegallery.ui.widgets.name_edit import NameEdit
from facegallery.ui.widgets.painting import round_face
from facegallery.ui.widgets.people_matches import picture_of
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

    clicks_choose = False

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        self.cards = CardModel()
        self._cards = CardPainter(pictures)
        super().__init__(self.cards, pictures, self._cards, parent)
        self.delegate = CardDelegate(session, pictures, self)
        self.delegate.named.connect(self._on_named)
        self.setItemDelegate(self.delegate)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setViewportMargins(_EDGE, 0, _EDGE, 0)
        self.fill_ground()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("People and groups"))

    def lay_out(self) -> Runs:
        """Return where the entries lie; see PlacedView."""
        return card_runs(self.items.items, self.room())

    def edit_name(self, index: QModelIndex) -> None:
        """Let the user type the name of a group, right on its card."""
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.make_current(index)
            self.scrollTo(index)
            self.edit(index)

    def name_field(self) -> NameEdit | None:
        """Return the field that is open, if one is."""
        fields = self.viewport().findChildren(NameEdit)
        return next((field for field in fields if field.isVisible()), None)

    def current_card(self) -> PersonOrGroup | None:
        """Return the card with the focus, if any."""
        entry = self.cards.item(self.currentIndex())
        return None if entry is None else entry.card

    def open_index(self, index: QModelIndex) -> None:
        """Name a group, open another entry; see ChoosingView."""
        entry = self.cards.items[index.row()]
        if layout.is_group(entry):
            self.edit_name(index)
        else:
            self.open_entry(entry)

    def open_entry(self, entry: Entry) -> None:
        """Go to a person, a group or the lone faces."""
        if entry.kind == Kind.LONE:
            self.lone_opened.emit()
        elif entry.who is not None:
            self.opened.emit(entry.who)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked; see QWidget."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        entry = self.cards.item(index)
        part = Part.NOTHING
        if entry is not None:
            part = layout.part_at(entry, self.visualRect(index), point)
        self.viewport().setCursor(_CURSORS.get(part, Qt.CursorShape.PointingHandCursor))

    def may_drag(self, index: QModelIndex) -> bool:
        """Have cards dragged onto others; see ChoosingView."""
        return bool(index.flags() & Qt.ItemFlag.ItemIsDragEnabled)

    def drag(self, index: QModelIndex) -> None:
        """Drag the chosen cards, or the one that was pressed; see ChoosingView."""
        chosen = self.selectionModel().selectedIndexes()
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData(chosen if index in chosen else [index]))
        entry = self.cards.item(index)
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
        QAbstractItemView.dragMoveEvent(self, event)  # scrolls near the edges
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

    def on_click(self, index: QModelIndex, point: QPoint) -> None:
        """Do what the part of an entry says that was clicked; see ChoosingView."""
        entry = self.cards.items[index.row()]
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
        if key != self._cards.drop_key:
            self._cards.drop_key = key
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


_CURSORS = {
    Part.NOTHING: Qt.CursorShape.ArrowCursor,
    Part.NAME: Qt.CursorShape.IBeamCursor,
}
