"""How one photo of the grid is drawn: rounded, with marks for chosen, current and missing."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from facegallery.catalog.thumbnails import photo_key
from facegallery.domain.photo import Photo
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets import icons
from facegallery.ui.widgets.paint_turn import turn
from facegallery.ui.widgets.picture_view import Look
from facegallery.ui.widgets.style import colours

RADIUS = 6
BADGE = 22
WORDS_POINTS = 9.5
_WORDS_GROUND = QColor(14, 15, 17, 205)  # over white it leaves a contrast of 11:1 to white words
LIMIT_BYTES = 24 * 2**20  # six screens of the grid at 1280 x 800, two at 2560 x 1440


class PhotoPainter:
    """Draws photos at the size of their cells, and keeps the last few hundred so scaled.

    words_of: the words on a photo; see widgets.picture_view for what it answers.
    """

    def __init__(self, pictures: Pictures, words_of: Callable[[Photo], str]) -> None:
        self._pictures = pictures
        self._words_of = words_of
        self._scaled: OrderedDict[tuple[bytes, int, int, float], QPixmap] = OrderedDict()
        self._bytes = 0

    def keys(self, item: Photo) -> tuple[bytes]:
        """Return the key of a photo's thumbnail."""
        return (photo_key(item.content_hash),)

    def ask(self, item: Photo) -> None:
        """Have a thumbnail loaded that will be wanted soon."""
        self._pictures.photo(item.content_hash, item.path)

    def forget(self) -> None:
        """Let go of all scaled pictures, for the grid is not shown."""
        self._scaled.clear()
        self._bytes = 0

    def paint(self, painter: QPainter, place: QRect, item: Photo, look: Look) -> bool:
        """Draw a photo, and its words; return False where its thumbnail is still to come."""
        now = colours()
        picture = self._picture(painter, item, place)
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.placeholder))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
            if self._pictures.is_lost(item.content_hash):
                _draw_icon(painter, place, "photos", now.faint)
        else:
            painter.setOpacity(0.45 if item.missing else 1.0)
            painter.drawPixmap(place.topLeft(), picture)
            painter.setOpacity(1.0)
        if item.missing:
            _draw_badge(painter, QRect(place.left() + 6, place.bottom() - BADGE - 6, BADGE, BADGE))
        words = self._words_of(item)
        if words:
            _draw_words(painter, place, words)
        if look.chosen:
            _draw_chosen(painter, place)
        if look.current:
            _draw_outline(painter, place, now.text if look.chosen else now.accent)
        return picture is not None

    def _picture(self, painter: QPainter, photo: Photo, cell: QRect) -> QPixmap | None:
        size = cell.size()
        ratio = painter.device().devicePixelRatio()
        key = (photo.content_hash, size.width(), size.height(), ratio)
        found = self._scaled.get(key)
        if found is not None:
            self._scaled.move_to_end(key)
            return found
        thumbnail = self._pictures.photo(photo.content_hash, photo.path)
        if thumbnail is None or not turn.has_time(painter, cell):
            return None
        with turn:
            made = rounded(thumbnail, size * ratio, RADIUS * ratio)
        made.setDevicePixelRatio(ratio)
        self._scaled[key] = made
        self._bytes += made.width() * made.height() * 4
        while self._bytes > LIMIT_BYTES and len(self._scaled) > 1:
            _key, oldest = self._scaled.popitem(last=False)
            self._bytes -= oldest.width() * oldest.height() * 4
        return made


def rounded(picture: QPixmap, size: QSize, radius: float) -> QPixmap:
    """Return a picture that fills a size, what is too much cut off, with round corners."""
    filling = picture.scaled(
        size,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    made = QPixmap(size)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(made.rect()), radius, radius)
        painter.setClipPath(path)
        painter.drawPixmap(
            (size.width() - filling.width()) // 2, (size.height() - filling.height()) // 2, filling
        )
    return made


def _draw_outline(painter: QPainter, cell: QRect, colour: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), 2))
    painter.drawRoundedRect(cell.adjusted(-2, -2, 2, 2), RADIUS + 2, RADIUS + 2)


def _draw_chosen(painter: QPainter, cell: QRect) -> None:
    now = colours()
    veil = QColor(now.accent)
    veil.setAlphaF(0.28)
    painter.setPen(QPen(QColor(now.accent), 3))
    painter.setBrush(veil)
    painter.drawRoundedRect(cell.adjusted(1, 1, -2, -2), RADIUS, RADIUS)
    badge = QRect(cell.left() + 6, cell.top() + 6, BADGE, BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.accent))
    painter.drawEllipse(badge)
    _draw_icon(painter, badge, "check", now.on_accent, 14)


def _draw_words(painter: QPainter, cell: QRect, words: str) -> None:
    """Write words into the lower right corner, on a dark ground that any photo can be below."""
    font = QFont(painter.font())
    font.setPointSizeF(WORDS_POINTS)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    size = QSize(metrics.horizontalAdvance(words) + 14, metrics.height() + 4)
    if size.width() > cell.width() - 8 or size.height() > cell.height() - 8:
        return  # no room: the words are read on the face, or in the viewer
    place = QRect(cell.right() - 4 - size.width(), cell.bottom() - 4 - size.height(), 0, 0)
    place.setSize(size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_WORDS_GROUND)
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _draw_badge(painter: QPainter, place: QRect) -> None:
    now = colours()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.raised))
    painter.drawEllipse(place)
    _draw_icon(painter, place, "warning", now.warning, 14)


def _draw_icon(painter: QPainter, place: QRect, name: str, colour: str, side: int = 28) -> None:
    ratio = painter.device().devicePixelRatio()
    drawn = icons.pixmap(name, side, colour, ratio)
    centre = place.center()
    painter.drawPixmap(centre.x() - side // 2 + 1, centre.y() - side // 2 + 1, drawn)
