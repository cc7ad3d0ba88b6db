"""One term of a search as a chip: the face and name of the person it means."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from facegallery.domain.person import PersonOrGroup
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets import icons
from facegallery.ui.widgets.painting import round_face
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.style import colours

HEIGHT = 40
FACE_SIDE = 32
WIDEST_NAME = 260


class TermChip(QAbstractButton):
    """A round face and a name; a warning sign where the words name nobody (card is None)."""

    def __init__(
        self, words: str, card: PersonOrGroup | None, pictures: Pictures, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._card, self._pictures = card, pictures
        self.setText(words)
        self.setAccessibleName(words)
        self.setEnabled(card is not None)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if card else Qt.FocusPolicy.NoFocus)
        if card is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        pictures.arrived.connect(self._on_arrived)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _on_arrived(self, _key: bytes) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size; see QWidget."""
        name = QFontMetrics(self._bold()).horizontalAdvance(self.text()) + 8
        return QSize(FACE_SIDE + 28 + min(name, WIDEST_NAME), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip; see QWidget."""
        now = colours()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(now.accent if self.hasFocus() else now.border))
            painter.setBrush(QColor(now.hover if self.underMouse() else now.surface))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), HEIGHT / 2, HEIGHT / 2)
            face = self.rect().adjusted(4, 4, 0, 0)
            face.setSize(QSize(FACE_SIDE, FACE_SIDE))
            if self._card is None:
                sign = icons.pixmap("question", 22, now.warning, self.devicePixelRatioF())
                painter.drawPixmap(face.left() + 5, face.top() + 5, sign)
            else:
                round_face(painter, face, picture_of(self._card, self._pictures))
            painter.setFont(self._bold())
            painter.setPen(QColor(now.text if self._card else now.warning))
            place = self.rect().adjusted(FACE_SIDE + 12, 0, -10, 0)
            words = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
