"""A person or group as a button: round face, name and counts side by side."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facegallery.actions.people import Who
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.merge_question import bold
from facegallery.ui.widgets.painting import one_line, round_face
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.style import colours

_SIDE = 56
_EDGE = 6
_AWAY = 14  # between face and words
_WIDEST = 360


class WhoButton(QAbstractButton):
    """Signal opened(Who) for a click, Space or Enter."""

    opened = Signal(object)

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.card: PersonOrGroup | None = None
        self._pictures = pictures
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Show all faces and photos (O)"))
        self.clicked.connect(self._on_clicked)
        pictures.arrived.connect(self._on_picture)

    def show_card(self, card: PersonOrGroup) -> None:
        """Show this person or group."""
        self.card = card
        self.setAccessibleName(", ".join(self._words()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size for the words; see QWidget."""
        strong = QFontMetrics(bold(self.font()))
        widths = [strong.horizontalAdvance(words) for words in self._words()]
        width = _SIDE + _AWAY + 4 * _EDGE + max(widths, default=0)
        return QSize(min(width, _WIDEST), _SIDE + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        """Return the size for the face and a short name; see QWidget."""
        return QSize(160, _SIDE + 2 * _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint face and words; see QWidget."""
        card, now = self.card, colours()
        if card is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus() or self.underMouse():
                ground = QColor(now.hover if self.underMouse() else now.surface)
                focus = QPen(QColor(now.accent), 2)
                painter.setPen(focus if self.hasFocus() else Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 12, 12)
            face = QRect(2 * _EDGE, (self.height() - _SIDE) // 2, _SIDE, _SIDE)
            round_face(painter, face, picture_of(card, self._pictures))
            left = face.right() + _AWAY
            line = QRect(left, self.height() // 2 - 23, self.width() - left - _EDGE, 24)
            painter.setFont(bold(self.font()))
            painter.setPen(QColor(now.text))
            name, numbers = self._words()
            one_line(painter, line, name, Qt.AlignmentFlag.AlignLeft)
            painter.setFont(self.font())
            painter.setPen(QColor(now.muted))
            one_line(painter, line.translated(0, 23), numbers, Qt.AlignmentFlag.AlignLeft)

    def _words(self) -> list[str]:
        card = self.card
        if card is None:
            return []
        numbers = self.tr("{0} in {1}").format(counts.faces(card.faces), counts.photos(card.photos))
        return [card.name or self.tr("No name yet"), numbers]

    def _on_clicked(self) -> None:
        if self.card is not None:
            self.opened.emit(Who(self.card.kind, self.card.number))

    def _on_picture(self, _key: object) -> None:
        self.update()
