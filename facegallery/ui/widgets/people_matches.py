"""People whose names fit what was typed, as rows with face, name and number of photos."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from facegallery.catalog.thumbnails import face_key
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.item_model import ITEM_ROLE, Index, ItemModel
from facegallery.ui.widgets.painting import one_line, round_face
from facegallery.ui.widgets.row_delegate import RowDelegate
from facegallery.ui.widgets.style import colours

ROW_HEIGHT = 48
FACE_SIDE = 36
NEW = 0  # the number on the row for the name as it is typed, nobody's in the library yet


@lru_cache(maxsize=20_000)  # names are compared at every key press, thousands of them
def plain(text: str) -> str:
    """Return a text without accents and in small letters, so that "jose" finds "José"."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold().strip()


def matches(cards: Sequence[PersonOrGroup], typed: str) -> list[PersonOrGroup]:
    """Return the cards with typed in their name: first those with a word that begins with it."""
    wanted = plain(typed)
    found = [(plain(card.name or ""), card) for card in cards if card.name]
    fitting = [(name, card) for name, card in found if wanted in name]
    fitting.sort(
        key=lambda pair: (
            not pair[0].startswith(wanted),
            f" {wanted}" not in f" {pair[0]}",
            -pair[1].photos,
        )
    )
    return [card for _name, card in fitting]


def row_for_new(words: str) -> PersonOrGroup:
    """Return a row that stands for the name as it is typed; words say what choosing it does."""
    return PersonOrGroup("person", NEW, words, 0, 0, hidden=False)


def picture_of(card: PersonOrGroup, pictures: Pictures) -> QPixmap | None:
    """Return the face on a card; None while it loads, or where there is none."""
    if card.cover_hash is None or card.cover_box is None:
        return None
    return pictures.face(card.cover_hash, card.cover_box, card.cover_path or "")


def key_of(card: PersonOrGroup) -> bytes | None:
    """Return the key of the face on a card, see Pictures; None where there is none."""
    if card.cover_hash is None or card.cover_box is None:
        return None
    return face_key(card.cover_hash, card.cover_box)


class MatchModel(ItemModel[PersonOrGroup]):
    """The rows; display text is the name, so that screen readers say it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda card: card.id, parent)

    def data(self, index: Index, role: int = ITEM_ROLE) -> object:
        """Return the card, or its name with its number of photos for screen readers."""
        card = self.item(index)
        if card is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            new = card.number == NEW
            return card.name if new else f"{card.name}, {counts.photos(card.photos)}"
        return card if role == ITEM_ROLE else None


class _RowDelegate(RowDelegate):
    """Paints a row: face, name, number of photos."""

    def __init__(self, pictures: Pictures, parent: QObject) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self._pictures = pictures

    def paint_row(
        self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, card: object
    ) -> None:
        """Paint the face and the words; see RowDelegate."""
        if not isinstance(card, PersonOrGroup):
            return
        top = place.top() + (place.height() - FACE_SIDE) // 2
        face = QRect(place.left() + 6, top, FACE_SIDE, FACE_SIDE)
        if card.number != NEW:
            round_face(painter, face, picture_of(card, self._pictures))
            self._words(painter, place, option, card)
        else:
            painter.setPen(QColor(colours().text))
            painter.setFont(option.font)
            one_line(
                painter, place.adjusted(14, 0, -8, 0), card.name or "", Qt.AlignmentFlag.AlignLeft
            )

    def _words(
        self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, card: PersonOrGroup
    ) -> None:
        left = place.left() + FACE_SIDE + 18
        words = counts.photos(card.photos)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(QColor(colours().muted))
        right = QRect(place.right() - width - 10, place.top(), width, place.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QColor(colours().text))
        painter.setFont(option.font)
        name = QRect(left, place.top(), right.left() - left - 10, place.height())
        one_line(painter, name, card.name or "", Qt.AlignmentFlag.AlignLeft)


class MatchList(QListView):
    """A list of people to choose from; it never takes the focus from the field above it."""

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.matches = MatchModel(self)
        self.setModel(self.matches)
        self.setItemDelegate(_RowDelegate(pictures, self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("People with such a name"))
        pictures.arrived.connect(self._on_picture)

    def show_cards(self, cards: Sequence[PersonOrGroup]) -> None:
        """Show these people; nobody is chosen."""
        self.matches.set_items(cards)
        self.setCurrentIndex(QModelIndex())

    def step(self, rows: int) -> None:
        """Choose the next (1) or previous (-1) row; past an end, none."""
        row = self.currentIndex().row() + rows
        if row == -2:
            row = self.matches.rowCount() - 1
        self.setCurrentIndex(self.matches.index(row) if row >= 0 else QModelIndex())

    def chosen(self) -> PersonOrGroup | None:
        """Return the card chosen, if any."""
        return self.matches.item(self.currentIndex())

    def _on_picture(self, _key: object) -> None:
        self.viewport().update()
