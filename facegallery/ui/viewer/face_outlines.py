"""The faces of the photo in the viewer: where each one is, its outline and its name."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from facegallery.domain.face import Face

WHITE, ACCENT, DARK = "#ffffff", "#8fa8ff", QColor(14, 15, 17, 205)
WIDEN = 0.06  # a little room around the face, as a fraction of its box


class FaceOutlines:
    """Draws faces over a photo and finds the one at a point.

    always: outline all faces; else only the one under the pointer or the keyboard.
    """

    def __init__(self) -> None:
        self.faces: list[Face] = []
        self.always = True
        self._current: int | None = None
        self._hovered: int | None = None

    @property
    def current(self) -> Face | None:
        """The face that the keyboard is on."""
        return next((face for face in self.faces if face.id == self._current), None)

    def set_faces(self, faces: list[Face]) -> None:
        """Have other faces."""
        self.faces = faces
        ids = {face.id for face in faces}
        self._current = self._current if self._current in ids else None
        self._hovered = self._hovered if self._hovered in ids else None

    def set_current(self, face: Face | None) -> None:
        """Put the keyboard on a face."""
        self._current = None if face is None else face.id

    def set_hovered(self, face: Face | None) -> bool:
        """Note the face under the pointer; tell whether it is another one."""
        before, self._hovered = self._hovered, None if face is None else face.id
        return before != self._hovered

    def step(self, step: int) -> bool:
        """Put the keyboard on the next face; False past the last one, where the focus moves on."""
        ids = [face.id for face in self.faces]
        position = ids.index(self._current) + step if self._current in ids else min(0, step)
        if not ids or not (0 <= position < len(ids) or self._current is None):
            self._current = None
            return False
        self._current = ids[position]
        return True

    def place(self, face: Face, area: QRectF) -> QRectF:
        """Return where a face is, for a photo that covers this area."""
        box = face.box
        wide, high = box.width * area.width(), box.height * area.height()
        place = QRectF(
            area.x() + box.x * area.width(), area.y() + box.y * area.height(), wide, high
        )
        return place.adjusted(-WIDEN * wide, -WIDEN * high, WIDEN * wide, WIDEN * high)

    def at(self, point: QPointF, area: QRectF) -> Face | None:
        """Return the smallest face at a point: it may lie before a larger one."""
        here = [face for face in self.faces if self.place(face, area).contains(point)]
        return min(here, key=lambda face: face.box.area, default=None)

    def draw(
        self, painter: QPainter, area: QRectF, *, focused: bool, without: Face | None = None
    ) -> None:
        """Draw outlines and names; focused: the keyboard is in the photo. without: not this one."""
        marked = {self._hovered, self._current if focused else None}
        shown = [face for face in self.faces if without is None or face.id != without.id]
        for face in shown:
            if face.id not in marked and (self.always and not face.hidden):
                self._draw_face(painter, self.place(face, area), face, marked=False)
        for face in shown:  # on top of the others
            if face.id in marked:
                self._draw_face(painter, self.place(face, area), face, marked=True)

    def _draw_face(self, painter: QPainter, place: QRectF, face: Face, *, marked: bool) -> None:
        colour = QColor(ACCENT if marked else WHITE)
        if not marked:
            colour.setAlpha(190)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = min(8.0, place.width() / 6)
        painter.setPen(QPen(QColor(0, 0, 0, 110), 4))  # so that it is seen on white as well
        painter.drawRoundedRect(place, radius, radius)
        line = QPen(colour, 3 if marked else 2)
        if face.state != "confirmed":
            line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        painter.drawRoundedRect(place, radius, radius)
        if marked or face.person_id is not None or place.width() >= 72:
            _draw_name(painter, place, words(face), known=face.person_id is not None)


def words(face: Face) -> str:
    """Return the name of a face; with a question mark while it is only suggested."""
    if face.person_name is None:
        return QCoreApplication.translate("viewer", "Who is this?")
    return face.person_name if face.state == "confirmed" else f"{face.person_name}?"


def _draw_name(painter: QPainter, place: QRectF, text: str, *, known: bool) -> None:
    font = QFont(painter.font())
    font.setPointSizeF(10.5)
    font.setWeight(QFont.Weight.DemiBold if known else QFont.Weight.Normal)
    painter.setFont(font)
    measure = painter.fontMetrics()
    text = measure.elidedText(text, Qt.TextElideMode.ElideRight, 260)
    width, height = measure.horizontalAdvance(text) + 18, measure.height() + 8
    pill = QRectF(place.center().x() - width / 2, place.bottom() + 6, width, height)
    room = QRectF(painter.viewport())
    pill.moveLeft(max(4.0, min(pill.left(), room.width() - width - 4)))
    if pill.bottom() > room.height() - 4:  # at the lower edge: above the face
        pill.moveBottom(max(height + 4.0, place.top() - 6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(DARK)
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(QColor(WHITE))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
