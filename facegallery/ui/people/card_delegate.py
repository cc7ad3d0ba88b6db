"""Paints the entries of the People page, and makes the field in which a group gets its name."""

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people import card_layout as layout
from facegallery.ui.people.card_model import Entry, Kind
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets import counts, icons
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.item_model import ITEM_ROLE, Index
from facegallery.ui.widgets.name_edit import NameEdit
from facegallery.ui.widgets.painted import Painted
from facegallery.ui.widgets.painting import label, mark, one_line, ring, round_face, two_lines
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.style import colours

CORNER = 14
_Chosen = QStyle.StateFlag.State_Selected
_Under = QStyle.StateFlag.State_MouseOver
_Focus = QStyle.StateFlag.State_HasFocus
_Touched = _Chosen | _Under | _Focus
WORDS_BYTES = 16 * 2**20  # below some 300 cards: three screens of 2560 x 1440


class CardDelegate(QStyledItemDelegate):
    """Cards, headings, and the name field. Signal named(field, text, person id or None); the
    field's property "key" tells whose name it is.
    """

    named = Signal(object, str, object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures
        self._words = Painted(WORDS_BYTES)
        self.drop_key: str | None = None  # the card that others are dragged over

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an entry; see QStyledItemDelegate."""
        entry = index.data(ITEM_ROLE)
        painter.save()
        painter.setFont(option.font)
        if entry.kind == Kind.HEADING:
            _heading(painter, option, entry)
        elif entry.kind == Kind.LONE:
            self._lone(painter, option, entry)
        else:
            self._card(painter, option, entry)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return an empty name field: nothing typed elsewhere carries over."""
        editor = NameEdit(self._session, self._pictures, parent)
        entry = index.data(ITEM_ROLE)
        editor.setProperty("key", entry.key)
        if entry.card is not None and entry.card.maybe_name:
            editor.setPlaceholderText(self.tr("{0}?").format(entry.card.maybe_name))
        editor.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        editor.named.connect(lambda text, person: self.named.emit(editor, text, person))
        editor.cancelled.connect(lambda: self.closeEditor.emit(editor))
        return editor

    def setEditorData(self, _editor: QWidget, _index: Index) -> None:
        """Leave the field as it is: a change of the list must not change what is typed."""

    def setModelData(self, _editor: QWidget, _model: object, _index: Index) -> None:
        """Do nothing: names go through actions."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Put the field where it is painted; see QStyledItemDelegate."""
        editor.setGeometry(layout.field(option.rect))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Close the field when the focus goes elsewhere in the window; keys are its own."""
        if (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and isinstance(editor, QWidget)
            and event.reason()
            not in (
                Qt.FocusReason.ActiveWindowFocusReason,
                Qt.FocusReason.PopupFocusReason,
            )
        ):
            self.closeEditor.emit(editor)
        return False

    def _card(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        card = entry.card
        if card is None:
            return
        place, state = option.rect, option.state
        touched = bool(state & _Touched)
        if touched:
            _ground(painter, option)
        face = layout.face(place)
        if card.hidden:
            painter.setOpacity(0.45)
        round_face(painter, face, picture_of(card, self._pictures))
        painter.setOpacity(1)
        if entry.key == self.drop_key:
            ring(painter, face, colours().accent, 4)
        if touched and state & (_Chosen | _Under):
            filled = bool(state & _Chosen)
            mark(painter, QPointF(layout.mark(place)), 11, "check", filled=filled)
        if card.favourite:
            corner = QPointF(face.right() - 12, face.bottom() - 12)
            mark(painter, corner, 13, "star-filled", filled=False)
        if card.suggested:
            corner = QPointF(face.right() + 6, face.top() + 2)
            label(painter, corner, f"{written(card.suggested)}?", option.font)
        self._draw_words(painter, option, entry, card)
        if card.maybe_name and not entry.typed:
            mark(painter, QRectF(layout.yes(place)).center(), 14, "check", filled=True)
            mark(painter, QRectF(layout.no(place)).center(), 14, "cross", filled=False)

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, card: PersonOrGroup
    ) -> None:
        """Paint what is below the face."""
        place = layout.words(option.rect)
        font = option.font
        own = QRect(QPoint(), option.rect.size())
        shows = (
            (card.kind, card.name, card.maybe_name, card.photos, card.hidden),
            (entry.typed, own.height(), font.key()),
        )

        def paint(on: QPainter) -> None:
            on.translate(-layout.words(own).topLeft())
            _words(on, own, entry, card, font)

        self._words.draw(painter, QPointF(place.topLeft()), place.size(), shows, paint)

    def _lone(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        now = colours()
        place = QRectF(option.rect).adjusted(8, 20, -8, -8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        under = option.state & _Under
        focus = option.state & _Focus
        painter.setPen(QPen(QColor(now.accent if focus else now.border), 2 if focus else 1))
        painter.setBrush(QColor(now.hover if under else now.surface))
        painter.drawRoundedRect(place, CORNER, CORNER)
        side = 52
        left = round(place.left()) + 20
        top = round(place.center().y()) - side // 2
        for step, face in reversed(list(enumerate(entry.lone))):
            spot = QRect(left + step * (side - 16), top, side, side)
            picture = self._pictures.face(face.photo_hash, face.box, face.path)
            round_face(painter, spot, picture)
            ring(painter, spot.adjusted(3, 3, -3, -3), now.surface, 3)
        words = QRect(option.rect)
        words.setLeft(left + len(entry.lone) * (side - 16) + 36)
        words.setRight(round(place.right()) - 56)
        painter.setFont(_strong(option.font))
        painter.setPen(QColor(now.text))
        middle = round(place.center().y())
        words.setTop(middle - 22)
        words.setHeight(22)
        one_line(painter, words, _tr(entry.title), Qt.AlignmentFlag.AlignLeft)
        painter.setFont(option.font)
        painter.setPen(QColor(now.muted))
        one_line(painter, words.translated(0, 22), _tr(entry.words), Qt.AlignmentFlag.AlignLeft)
        arrow = icons.pixmap("next", 20, now.muted, painter.device().devicePixelRatio())
        painter.drawPixmap(round(place.right()) - 40, middle - 10, arrow)


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    now = colours()
    place = QRectF(option.rect).adjusted(5, 3, -5, -3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chosen, under = option.state & _Chosen, option.state & _Under
    focus = option.state & _Focus
    painter.setPen(QPen(QColor(now.accent), 2) if focus else Qt.PenStyle.NoPen)
    ground = QColor(now.accent_soft if chosen else now.hover)
    if not (chosen or under):
        ground.setAlpha(0)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, CORNER, CORNER)


def _heading(painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
    now = colours()
    place = option.rect.adjusted(8, 26, -8, 0)
    large = QFont(option.font)
    large.setPointSizeF(option.font.pointSizeF() * 1.3)
    large.setWeight(QFont.Weight.DemiBold)
    painter.setFont(large)
    painter.setPen(QColor(now.text))
    title = _tr(entry.title)
    one_line(painter, place, title, Qt.AlignmentFlag.AlignLeft)
    words = place.adjusted(painter.fontMetrics().horizontalAdvance(title) + 16, 2, 0, 2)
    painter.setFont(option.font)
    painter.setPen(QColor(now.muted))
    one_line(painter, words, _tr(entry.words), Qt.AlignmentFlag.AlignLeft)


def _words(painter: QPainter, place: QRect, entry: Entry, card: PersonOrGroup, font: QFont) -> None:
    """Paint a person's name, or the field for a group's, and the number of photos below."""
    lines = 1
    if layout.is_group(entry):
        _field(painter, layout.field(place), entry, card, font)
    else:
        painter.setFont(_strong(font))
        painter.setPen(QColor(colours().text))
        lines = two_lines(painter, layout.name(place), card.name or "")
    count = counts.photos(card.photos)
    if card.hidden:
        count = QCoreApplication.translate("cards", "{0}, hidden").format(count)
    painter.setFont(font)
    painter.setPen(QColor(colours().muted))
    one_line(painter, layout.count(entry, place, lines), count)


def _field(painter: QPainter, place: QRect, entry: Entry, card: PersonOrGroup, font: QFont) -> None:
    now = colours()
    if entry.typed:
        painter.setFont(_strong(font))
        painter.setPen(QColor(now.text))
        one_line(painter, place, entry.typed)
        return
    painter.setFont(font)
    painter.setPen(QPen(QColor(now.border), 1))
    painter.setBrush(QColor(now.surface))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.setPen(QColor(now.text if card.maybe_name else now.muted))
    if card.maybe_name:
        one_line(painter, place, f"{card.maybe_name}?")
    else:
        one_line(painter, place.adjusted(8, 0, -8, 0), _tr("Who is this?"))


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)
