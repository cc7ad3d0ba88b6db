"""A part of a query inside the search field: the face and name of a person, or a condition."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets import icons
from facegallery.ui.widgets.painting import round_face
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.style import colours

if TYPE_CHECKING:
    from facegallery.domain.query.parse import Piece

HEIGHT = 26
FACE_SIDE = 20
CROSS_SIDE = 12
WIDEST = 220
_SIDE = 8


class TokenChip(QAbstractButton):
    """One token. A click has it edited, a click on its cross takes it away.

    Signals: edit_asked(), removed(). wrong: it is underlined, and the tip says why.
    card: whose face is shown; None for none.
    """

    edit_asked = Signal()
    removed = Signal()

    def __init__(
        self,
        text: str,
        piece: "Piece",
        card: PersonOrGroup | None,
        pictures: Pictures,
        parent: QWidget,
        wrong: str = "",
    ) -> None:
        super().__init__(parent)
        self._piece, self._pictures, self._wrong = piece, pictures, wrong
        self.card = card
        self.source = text
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(wrong or self.tr("Click to change it; the cross takes it away"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        pictures.arrived.connect(self._on_arrived)

    @property
    def is_mark(self) -> bool:
        """Tell whether it is "or", a bracket or a minus: drawn without a ground."""
        return self._piece.kind == "mark"

    def sizeHint(self) -> QSize:
        """Return the size; see QWidget."""
        width = self.fontMetrics().horizontalAdvance(self.text())
        if self.is_mark:
            return QSize(width + 6, HEIGHT)
        face = FACE_SIDE + 6 if self.card is not None else _SIDE
        return QSize(min(face + width + 2 * _SIDE + CROSS_SIDE + 4, WIDEST), HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take it away, or have it edited; see QWidget."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not self.is_mark and self._cross().contains(event.position().toPoint()):
            self.removed.emit()
        else:
            self.edit_asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the token; see QWidget."""
        now = colours()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.is_mark:
                painter.setPen(QColor(now.muted))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.hover if self.underMouse() else now.accent_soft))
            painter.drawRoundedRect(self.rect(), HEIGHT / 2, HEIGHT / 2)
            left = _SIDE
            if self.card is not None:
                round_face(
                    painter,
                    QRect(3, (HEIGHT - FACE_SIDE) // 2, FACE_SIDE, FACE_SIDE),
                    picture_of(self.card, self._pictures),
                )
                left = FACE_SIDE + 8
            place = QRect(left, 0, self._cross().left() - left - 2, HEIGHT)
            self._draw_words(painter, place)
            cross = icons.pixmap("cross", CROSS_SIDE, now.muted, self.devicePixelRatioF())
            painter.drawPixmap(self._cross().topLeft(), cross)

    def _draw_words(self, painter: QPainter, place: QRect) -> None:
        now = colours()
        painter.setPen(QColor(now.warning if self._wrong else now.text))
        font = self.font()
        if self._wrong:
            font.setUnderline(True)
        painter.setFont(font)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _cross(self) -> QRect:
        return QRect(
            self.width() - CROSS_SIDE - 6, (HEIGHT - CROSS_SIDE) // 2, CROSS_SIDE, CROSS_SIDE
        )

    def _on_arrived(self, _key: bytes) -> None:
        self.update()
