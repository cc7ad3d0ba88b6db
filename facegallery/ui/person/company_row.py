"""Who somebody is seen with most, as small faces that lead to them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from facegallery.actions.people import Who
from facegallery.domain.person import PersonOrGroup
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets import counts
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.painting import ring, round_face
from facegallery.ui.widgets.people_matches import picture_of
from facegallery.ui.widgets.style import colours

MOST = 12
_SIDE = 40
_CELL = 50


class CompanyRow(QWidget):
    """Signal opened(Who) for the face that was clicked."""

    opened = Signal(object)

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.faces: list[CompanyFace] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        label = QLabel(self.tr("Seen with"))
        label.setProperty("look", "small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addStretch()
        self._row.addWidget(label)
        self._row.addSpacing(6)
        self._label = label
        self.hide()

    def show_company(self, seen: Sequence[tuple[PersonOrGroup, int]]) -> None:
        """Show people with the number of photos that show both; most first."""
        for face in self.faces:
            self._row.removeWidget(face)
            face.deleteLater()
        self.faces = [CompanyFace(card, photos, self._pictures, self) for card, photos in seen]
        for face in self.faces:
            face.opened.connect(self.opened)
            self._row.addWidget(face)
        self.setVisible(bool(seen))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the size for one face; see QWidget."""
        return QSize(self._label.sizeHint().width() + _CELL + 8, _CELL)

    def sizeHint(self) -> QSize:
        """Return the size for all of them; see QWidget."""
        width = self._label.sizeHint().width() + 12 + len(self.faces) * (_CELL + 2)
        return QSize(width, _CELL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for; see QWidget."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._label.sizeHint().width() - 12
        fitting = max(1, room // (_CELL + 2))
        for place, face in enumerate(self.faces):
            face.setVisible(place < fitting)


class CompanyFace(QAbstractButton):
    """A small round face with the number of photos. Signal opened(Who)."""

    opened = Signal(object)

    def __init__(
        self, card: PersonOrGroup, photos: int, pictures: Pictures, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._card, self._photos, self._pictures = card, photos, pictures
        words = f"{card.name}, {counts.photos(photos)}"
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFixedSize(_CELL, _CELL)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.opened.emit(Who(card.kind, card.number)))
        pictures.arrived.connect(self._on_picture)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face and the number; see QWidget."""
        now = colours()
        place = QRect((_CELL - _SIDE) // 2, 2, _SIDE, _SIDE)
        with QPainter(self) as painter:
            round_face(painter, place, picture_of(self._card, self._pictures))
            if self.hasFocus() or self.underMouse():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                ring(painter, place.adjusted(2, 2, -2, -2), now.accent, 2)
            small = self.font()
            small.setPointSizeF(self.font().pointSizeF() * 0.8)
            small.setBold(True)
            painter.setFont(small)
            words = written(self._photos)
            width = painter.fontMetrics().horizontalAdvance(words) + 10
            label = QRect((_CELL - width) // 2, _CELL - 17, width, 16)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.raised))
            painter.drawRoundedRect(label, 8, 8)
            painter.setPen(QColor(now.text))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)

    def _on_picture(self, _key: object) -> None:
        self.update()
