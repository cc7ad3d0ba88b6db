"""How a face of a grid is painted: the crop, whether it is chosen, and the words below."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facegallery.catalog.thumbnails import face_key
from facegallery.domain.face import Face
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.painted import Painted
from facegallery.ui.widgets.painting import mark, one_line, square_face
from facegallery.ui.widgets.picture_view import Look
from facegallery.ui.widgets.style import colours

CAPTION_HEIGHT = 24
GAP = 6  # pixels around each face
MARK_PLACE = QPoint(20, 20)
CORNER = 10
KEPT_BYTES = 24 * 2**20  # some 300 faces with words: two screens of 2560 x 1440


class FacePainter:
    """Paints each face once, and keeps it; see widgets.picture_view for what it answers.

    caption: gives the words below a face; None where no face has any.
    """

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._painted = Painted(KEPT_BYTES)
        self.caption: Callable[[Face], str] | None = None

    def keys(self, item: Face) -> tuple[bytes]:
        """Return the key of a face's crop."""
        return (face_key(item.photo_hash, item.box),)

    def ask(self, item: Face) -> None:
        """Have the crop of a face loaded."""
        self._pictures.face(item.photo_hash, item.box, item.path)

    def forget(self) -> None:
        """Let go of all that was painted."""
        self._painted.forget()

    def paint(self, painter: QPainter, place: QRect, item: Face, look: Look) -> bool:
        """Paint a face; return False where its crop is still to come."""
        crop = self._pictures.face(item.photo_hash, item.box, item.path)
        words = self.caption(item) if self.caption is not None else ""
        shows = (item.id, words, look, 0 if crop is None else crop.cacheKey())

        def whole(on: QPainter) -> None:
            side = place.width() - 2 * GAP
            square = QRect(GAP, GAP, side, side)
            square_face(on, square, crop)
            _paint_look(on, square, look)
            if words:
                line = QRect(GAP, square.bottom() + 4, side, CAPTION_HEIGHT - 4)
                on.setFont(painter.font())
                on.setPen(QColor(colours().muted))
                one_line(on, line, words)

        done = self._painted.draw(painter, QPointF(place.topLeft()), place.size(), shows, whole)
        return done and crop is not None


def _paint_look(painter: QPainter, place: QRect, look: Look) -> None:
    now = colours()
    if look.chosen or look.current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(now.accent), 4 if look.chosen else 2))
        painter.drawRoundedRect(QRectF(place), CORNER, CORNER)
    if look.chosen or look.under:
        mark(painter, QPointF(MARK_PLACE), 11, "check", filled=look.chosen)
