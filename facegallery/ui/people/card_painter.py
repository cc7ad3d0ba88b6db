"""How the entries of the People page are painted: cards, headings, the way to the lone faces."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from facegallery.catalog.thumbnails import face_key
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.people import card_layout as layout
from facegallery.ui.people.card_model import Entry, Kind
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets import counts, icons
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.painted import Painted
from facegallery.ui.widgets.painting import label, mark, one_line, ring, round_face, two_lines
from facegallery.ui.widgets.people_matches import key_of, picture_of
from facegallery.ui.widgets.picture_view import Look
from facegallery.ui.widgets.style import colours

CORNER = 14
KEPT_BYTES = 32 * 2**20  # some 200 cards: two screens of 2560 x 1440


class CardPainter:
    """Paints each entry once, and keeps it; see widgets.picture_view for what it answers."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._painted = Painted(KEPT_BYTES)
        self.drop_key: str | None = None  # the card that others are dragged over

    def keys(self, item: Entry) -> Iterable[bytes]:
        """Return the keys of an entry's pictures."""
        if item.card is None:
            return [face_key(face.photo_hash, face.box) for face in item.lone]
        key = key_of(item.card)
        return () if key is None else (key,)

    def ask(self, item: Entry) -> None:
        """Have an entry's pictures loaded."""
        self._pictures_of(item)

    def forget(self) -> None:
        """Let go of all that was painted."""
        self._painted.forget()

    def paint(self, painter: QPainter, place: QRect, item: Entry, look: Look) -> bool:
        """Paint an entry; return False where a picture of it is still to come."""
        pictures, card, size = self._pictures_of(item), item.card, place.size()
        is_target = item.key == self.drop_key
        words: tuple[object, ...] = (item.title, item.words)
        if card is not None:
            words = (item.typed, card.name, card.maybe_name, card.photos, card.suggested)
            words += (card.hidden, card.favourite)
        seen = tuple(0 if picture is None else picture.cacheKey() for picture in pictures)
        shows = (item.key, words, seen, look, is_target)

        def paint(on: QPainter) -> None:
            on.setFont(painter.font())
            _paint(on, size, item, pictures, look, is_target)

        done = self._painted.draw(painter, QPointF(place.topLeft()), size, shows, paint)
        return done and 0 not in seen

    def _pictures_of(self, entry: Entry) -> list[QPixmap | None]:
        if entry.card is not None:
            return [picture_of(entry.card, self._pictures)]
        ask = self._pictures.face
        return [ask(face.photo_hash, face.box, face.path) for face in entry.lone]


def _paint(
    painter: QPainter,
    size: QSize,
    entry: Entry,
    pictures: list[QPixmap | None],
    look: Look,
    is_target: bool,
) -> None:
    """Paint an entry at 0, 0."""
    place = QRect(QPoint(), size)
    if entry.kind == Kind.HEADING:
        _heading(painter, place, entry)
    elif entry.card is None:
        _lone(painter, place, entry, pictures, look)
    else:
        _card(painter, place, entry, entry.card, pictures[0], look)
        if is_target:
            ring(painter, layout.face(place), colours().accent, 4)


def _card(
    painter: QPainter,
    place: QRect,
    entry: Entry,
    card: PersonOrGroup,
    picture: QPixmap | None,
    look: Look,
) -> None:
    if any(look):
        _ground(painter, place, look)
    face = layout.face(place)
    if card.hidden:
        painter.setOpacity(0.45)
    round_face(painter, face, picture)
    painter.setOpacity(1)
    if look.chosen or look.under:
        mark(painter, QPointF(layout.mark(place)), 11, "check", filled=look.chosen)
    if card.favourite:
        corner = QPointF(face.right() - 12, face.bottom() - 12)
        mark(painter, corner, 13, "star-filled", filled=False)
    font = painter.font()
    if card.suggested:
        label(
            painter, QPointF(face.right() + 6, face.top() + 2), f"{written(card.suggested)}?", font
        )
    _words(painter, place, entry, card, font)
    if card.maybe_name and not entry.typed:
        mark(painter, QRectF(layout.yes(place)).center(), 14, "check", filled=True)
        mark(painter, QRectF(layout.no(place)).center(), 14, "cross", filled=False)


def _lone(
    painter: QPainter, around: QRect, entry: Entry, pictures: list[QPixmap | None], look: Look
) -> None:
    now, font = colours(), painter.font()
    place = QRectF(around).adjusted(8, 20, -8, -8)
    painter.setPen(QPen(QColor(now.accent if look.current else now.border), 1 + look.current))
    painter.setBrush(QColor(now.hover if look.under else now.surface))
    painter.drawRoundedRect(place, CORNER, CORNER)
    side = 52
    left = round(place.left()) + 20
    top = round(place.center().y()) - side // 2
    for step, picture in reversed(list(enumerate(pictures))):
        spot = QRect(left + step * (side - 16), top, side, side)
        round_face(painter, spot, picture)
        ring(painter, spot.adjusted(3, 3, -3, -3), now.surface, 3)
    words = QRect(around)
    words.setLeft(left + len(pictures) * (side - 16) + 36)
    words.setRight(round(place.right()) - 56)
    painter.setFont(_strong(font))
    painter.setPen(QColor(now.text))
    middle = round(place.center().y())
    words.setTop(middle - 22)
    words.setHeight(22)
    one_line(painter, words, _tr(entry.title), Qt.AlignmentFlag.AlignLeft)
    painter.setFont(font)
    painter.setPen(QColor(now.muted))
    one_line(painter, words.translated(0, 22), _tr(entry.words), Qt.AlignmentFlag.AlignLeft)
    arrow = icons.pixmap("next", 20, now.muted, painter.device().devicePixelRatio())
    painter.drawPixmap(round(place.right()) - 40, middle - 10, arrow)


def _ground(painter: QPainter, around: QRect, look: Look) -> None:
    now = colours()
    place = QRectF(around).adjusted(5, 3, -5, -3)
    painter.setPen(QPen(QColor(now.accent), 2) if look.current else Qt.PenStyle.NoPen)
    ground = QColor(now.accent_soft if look.chosen else now.hover)
    if not (look.chosen or look.under):
        ground.setAlpha(0)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, CORNER, CORNER)


def _heading(painter: QPainter, around: QRect, entry: Entry) -> None:
    now, font = colours(), painter.font()
    place = around.adjusted(8, 26, -8, 0)
    large = QFont(font)
    large.setPointSizeF(font.pointSizeF() * 1.3)
    large.setWeight(QFont.Weight.DemiBold)
    painter.setFont(large)
    painter.setPen(QColor(now.text))
    title = _tr(entry.title)
    one_line(painter, place, title, Qt.AlignmentFlag.AlignLeft)
    words = place.adjusted(painter.fontMetrics().horizontalAdvance(title) + 16, 2, 0, 2)
    painter.setFont(font)
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
