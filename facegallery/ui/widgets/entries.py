"""A list of things to open: each with photos or faces at the left, a title, words and a number."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from facegallery.domain.person import PersonOrGroup
from facegallery.domain.photo import Photo
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.item_model import ITEM_ROLE, Index, ItemModel
from facegallery.ui.widgets.painting import one_line, round_face
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.row_delegate import RowDelegate
from facegallery.ui.widgets.style import colours

ROW_HEIGHT = 76
PHOTO = QSize(84, 60)
FACE_SIDE = 44
MOST_PICTURES = 6
SIDE = 18  # pixels free at both sides
_GAP = 6
_SHADE = (0, 0, 0, 190)  # behind words on a photo: dark in the light window, too


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. key: tells it from others. query: what a click searches for, where it does so.

    photos, cards: whose pictures stand at the left. marks: words over each photo, "" for none; the
    first photo's stand out.
    """

    key: Hashable
    title: str
    words: str = ""
    number: str = ""
    query: str = ""
    photos: tuple[Photo, ...] = ()
    cards: tuple[PersonOrGroup, ...] = ()
    marks: tuple[str, ...] = ()


class EntryModel(ItemModel[Entry]):
    """The rows; display text is what a screen reader says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda entry: entry.key, parent)

    def data(self, index: Index, role: int = ITEM_ROLE) -> object:
        """Return the entry, or its words."""
        entry = self.item(index)
        if entry is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (entry.title, entry.words, entry.number)))
        return entry if role == ITEM_ROLE else None


class EntryList(QListView):
    """The list. Signal chosen(Entry) for a click and Enter."""

    chosen = Signal(object)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(_Delegate(pictures, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._choose)
        pictures.arrived.connect(lambda _key: self.viewport().update())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; what stays keeps its place."""
        self.entries.set_items(entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row with Enter; see QWidget."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        entry = self.entries.item(index)
        if entry is not None:
            self.chosen.emit(entry)


class _Delegate(RowDelegate):
    """Paints a row."""

    def __init__(self, pictures: Pictures, parent: QObject) -> None:
        super().__init__(ROW_HEIGHT, parent, side=SIDE)
        self._pictures = pictures

    def paint_row(
        self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, entry: object
    ) -> None:
        """Paint photos, faces, and words; see RowDelegate."""
        if not isinstance(entry, Entry):
            return
        left = self._paint_photos(painter, place, entry)
        left = self._paint_faces(painter, place, entry, left)
        self._paint_words(painter, place, option.font, entry, left)

    def _paint_photos(self, painter: QPainter, place: QRect, entry: Entry) -> int:
        left = place.left() + _GAP
        top = place.top() + (place.height() - PHOTO.height()) // 2
        for number, photo in enumerate(entry.photos[:MOST_PICTURES]):
            spot = QRect(left, top, PHOTO.width(), PHOTO.height())
            _photo(painter, spot, self._pictures.photo(photo.content_hash, photo.path))
            if number < len(entry.marks) and entry.marks[number]:
                _flag(painter, spot, entry.marks[number], stands_out=number == 0)
            left += PHOTO.width() + _GAP
        return left

    def _paint_faces(self, painter: QPainter, place: QRect, entry: Entry, left: int) -> int:
        top = place.top() + (place.height() - FACE_SIDE) // 2
        for card in entry.cards[:MOST_PICTURES]:
            round_face(
                painter,
                QRect(left + 2, top, FACE_SIDE, FACE_SIDE),
                picture_of(card, self._pictures),
            )
            left += FACE_SIDE + _GAP
        return left

    def _paint_words(
        self, painter: QPainter, place: QRect, font: QFont, entry: Entry, left: int
    ) -> None:
        now = colours()
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(entry.number)
        right = place.right() - width - 16
        painter.setPen(QColor(now.muted))
        painter.drawText(
            QRect(right, place.top(), width + 2, place.height()),
            Qt.AlignmentFlag.AlignVCenter,
            entry.number,
        )
        middle = place.top() + place.height() // 2
        room = max(0, right - left - 24)
        title = QRect(left + 10, middle - (22 if entry.words else 11), room, 22)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(now.text))
        one_line(painter, title, entry.title, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(font)
        painter.setPen(QColor(now.muted))
        words = QRect(left + 10, middle + 2, room, 22)
        one_line(painter, words, entry.words, Qt.AlignmentFlag.AlignLeft)


def _photo(painter: QPainter, spot: QRect, picture: QPixmap | None) -> None:
    """Paint the middle of a photo so that it fills its place."""
    shape = QPainterPath()
    shape.addRoundedRect(spot, 6, 6)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(spot, QColor(colours().placeholder))
    if picture is not None and not picture.isNull():
        scale = max(spot.width() / picture.width(), spot.height() / picture.height())
        wide, high = spot.width() / scale, spot.height() / scale
        part = QRect(
            round((picture.width() - wide) / 2),
            round((picture.height() - high) / 2),
            round(wide),
            round(high),
        )
        painter.drawPixmap(spot, picture, part)
    painter.restore()


def _flag(painter: QPainter, spot: QRect, words: str, *, stands_out: bool) -> None:
    """Paint words over a photo's lower edge."""
    now = colours()
    before = painter.font()
    font = QFont(before)
    font.setPointSizeF(font.pointSizeF() * 0.85)
    painter.setFont(font)
    wide = min(painter.fontMetrics().horizontalAdvance(words) + 12, spot.width() - 4)
    place = QRect(spot.left() + 2, spot.bottom() - 20, wide, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.accent) if stands_out else QColor(*_SHADE))
    painter.drawRoundedRect(place, 9, 9)
    painter.setPen(QColor(now.on_accent) if stands_out else QColor(Qt.GlobalColor.white))
    one_line(painter, place.adjusted(5, 0, -5, 0), words)
    painter.setFont(before)
