"""Boxes around faces, drawn, moved and resized by hand: with the mouse or with keys."""

from enum import Enum

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from facegallery.domain.face import Box, Face
from facegallery.ui.viewer.face_outlines import ACCENT, WHITE, WIDEN, FaceOutlines

GRIP = 7.0  # half the side of a corner's square, pixels
SMALLEST = 10.0  # pixels of the screen; less is a slip of the hand
KEY_STEP = 0.01  # of the photo's shorter side, for one press of an arrow
FIRST_SHARE = 0.2  # of what is in sight, for a box that a key makes
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Hold(Enum):
    """What the pointer has got hold of."""

    NEW = "new"
    WHOLE = "whole"
    CORNER = "corner"


class BoxEditor(QObject):
    """The box that is being drawn or moved; places are pixels of the view, answers fractions.

    on: every press draws, moves or resizes; else only one with Ctrl draws. Signals: drawn(Box) for
    a new one, moved(Face, Box) for a known one, both of the face without the room around it.
    """

    drawn = Signal(object)
    moved = Signal(object, object)

    def __init__(self, outlines: FaceOutlines, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outlines = outlines
        self.on = False
        self.waiting: Box | None = None  # drawn, and being looked at
        self._face: Face | None = None
        self._rect: QRectF | None = None  # of the outline, fractions of the photo
        self._hold: _Hold | None = None
        self._fixed = QPointF()  # the corner that stays, or where the pointer was; fractions

    @property
    def busy(self) -> bool:
        """Tell whether a box is being drawn or moved."""
        return self._rect is not None

    @property
    def face(self) -> Face | None:
        """The known face whose box is being moved."""
        return self._face if self.busy else None

    def cancel(self) -> bool:
        """Forget the box that is being drawn or moved; tell whether there was one."""
        was_busy = self.busy
        self._rect = self._hold = self._face = None
        return was_busy

    # The mouse

    def press(self, point: QPointF, area: QRectF) -> None:
        """Get hold of the face here while boxes are on, or begin a new box."""
        here = _fraction(point, area)
        self._face = self._face_to_take(point, area)
        if self._face is None:
            self._hold, self._fixed, self._rect = _Hold.NEW, here, QRectF(here, here)
            return
        outline = self._outlines.place(self._face, area)
        self._rect = _fractions(outline, area)
        corner = _corner_at(point, outline)
        if corner is None:
            self._hold, self._fixed = _Hold.WHOLE, here
        else:
            opposite = _corners(outline)[(corner + 2) % 4]
            self._hold, self._fixed = _Hold.CORNER, _fraction(opposite, area)

    def drag(self, point: QPointF, area: QRectF) -> None:
        """Follow the pointer."""
        if self._rect is None:
            return
        here = _fraction(point, area)
        if self._hold is _Hold.WHOLE:
            self._rect = _inside(self._rect.translated(here - self._fixed))
            self._fixed = here
        elif self._hold is not None:
            self._rect = QRectF(self._fixed, here).normalized() & QRectF(0, 0, 1, 1)

    def release(self, area: QRectF) -> bool:
        """Tell what was drawn or moved; return False where it was only a click."""
        rect, self._hold = self._rect, None
        if rect is None:
            return False
        wide, high = rect.width() * area.width(), rect.height() * area.height()
        before = None if self._face is None else _outline_of(self._face.box)
        if min(wide, high) < SMALLEST or (before is not None and _same(before, rect)):
            self.cancel()
            return False
        self.finish()
        return True

    def cursor(self, point: QPointF, area: QRectF) -> Qt.CursorShape:
        """Return what the pointer looks like here, to tell what dragging would do."""
        face = self._face_to_take(point, area)
        if face is None:
            return Qt.CursorShape.CrossCursor
        corner = _corner_at(point, self._outlines.place(face, area))
        if corner is None:
            return Qt.CursorShape.SizeAllCursor
        falling = corner % 2 == 0  # left above and right below
        return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor

    def _face_to_take(self, point: QPointF, area: QRectF) -> Face | None:
        """Return the face whose corner is here, else the one that is; none while boxes are off."""
        if not self.on:
            return None
        for face in self._outlines.faces:
            if _corner_at(point, self._outlines.place(face, area)) is not None:
                return face
        return self._outlines.at(point, area)

    # The keys

    def begin_new(self, sight: QRectF) -> None:
        """Put a box into the middle of what is in sight (fractions), to be moved with keys."""
        wide, high = sight.width() * FIRST_SHARE, sight.height() * FIRST_SHARE
        centre = sight.center()
        self._face = None
        self._rect = QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high)

    def begin(self, face: Face) -> None:
        """Get hold of a face's box, to be moved with keys."""
        self._face, self._rect = face, _outline_of(face.box)

    def wants(self, event: QKeyEvent) -> bool:
        """Tell whether a key is for the box at hand."""
        return self.busy and event.key() in (*ARROWS, *ENTER)

    def key(self, event: QKeyEvent, area: QRectF) -> bool:
        """Move the box with arrows, resize it with Shift, end with Enter; tell if it was that."""
        if not self.wants(event):
            return False
        if event.key() in ENTER:
            self.finish()
        else:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._nudge(Qt.Key(event.key()), area, resize=shift)
        return True

    def _nudge(self, key: Qt.Key, area: QRectF, *, resize: bool) -> None:
        if self._rect is None or area.isEmpty():
            return
        step = KEY_STEP * min(area.width(), area.height())
        x = {Qt.Key.Key_Left: -step, Qt.Key.Key_Right: step}.get(key, 0.0) / area.width()
        y = {Qt.Key.Key_Up: -step, Qt.Key.Key_Down: step}.get(key, 0.0) / area.height()
        if resize:
            least_wide, least_high = SMALLEST / area.width(), SMALLEST / area.height()
            self._rect.setWidth(min(max(least_wide, self._rect.width() + x), 1 - self._rect.x()))
            self._rect.setHeight(min(max(least_high, self._rect.height() + y), 1 - self._rect.y()))
        else:
            self._rect = _inside(self._rect.translated(x, y))

    def finish(self) -> None:
        """Tell where the box is now; it is shown as waiting until it is known."""
        rect, face = self._rect, self._face
        self.cancel()
        if rect is None:
            return
        self.waiting = _box_in(rect)
        if face is None:
            self.drawn.emit(self.waiting)
        else:
            self.moved.emit(face, self.waiting)

    # Drawing

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw the box at hand, and the corners of the others by which they can be taken."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.on and self._rect is None:
            painter.setPen(QPen(QColor(0, 0, 0, 160), 1))
            painter.setBrush(QColor(WHITE))
            for face in self._outlines.faces:
                for corner in _corners(self._outlines.place(face, area)):
                    painter.drawRect(_square(corner, GRIP - 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        shown = self._rect
        if shown is None and self.waiting is not None:
            shown = _outline_of(self.waiting)
        if shown is None:
            return
        place = _pixels(shown, area)
        painter.setPen(QPen(QColor(0, 0, 0, 140), 4))
        painter.drawRect(place)
        painter.setPen(QPen(QColor(ACCENT), 2, Qt.PenStyle.DashLine))
        painter.drawRect(place)
        if self._rect is not None:
            painter.setBrush(QColor(ACCENT))
            for corner in _corners(place):
                painter.drawRect(_square(corner, GRIP - 2))


def _outline_of(box: Box) -> QRectF:
    """Return what is drawn around a face's box: a little more; fractions both."""
    wide, high = WIDEN * box.width, WIDEN * box.height
    return QRectF(box.x, box.y, box.width, box.height).adjusted(-wide, -high, wide, high)


def _box_in(outline: QRectF) -> Box:
    """Return the box that has this outline, inside the photo."""
    share = 1 / (1 + 2 * WIDEN)
    wide, high = outline.width() * share, outline.height() * share
    centre = outline.center()
    rect = QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high) & QRectF(0, 0, 1, 1)
    return Box(rect.x(), rect.y(), rect.width(), rect.height())


def _inside(rect: QRectF) -> QRectF:
    rect.moveLeft(min(max(0.0, rect.left()), max(0.0, 1 - rect.width())))
    rect.moveTop(min(max(0.0, rect.top()), max(0.0, 1 - rect.height())))
    return rect


def _same(one: QRectF, other: QRectF) -> bool:
    return (one.topLeft() - other.topLeft()).manhattanLength() < 1e-6 and (
        one.bottomRight() - other.bottomRight()
    ).manhattanLength() < 1e-6


def _fraction(point: QPointF, area: QRectF) -> QPointF:
    x, y = (point.x() - area.x()) / area.width(), (point.y() - area.y()) / area.height()
    return QPointF(min(max(0.0, x), 1.0), min(max(0.0, y), 1.0))


def _fractions(rect: QRectF, area: QRectF) -> QRectF:
    return QRectF(
        (rect.x() - area.x()) / area.width(),
        (rect.y() - area.y()) / area.height(),
        rect.width() / area.width(),
        rect.height() / area.height(),
    )


def _pixels(rect: QRectF, area: QRectF) -> QRectF:
    return QRectF(
        area.x() + rect.x() * area.width(),
        area.y() + rect.y() * area.height(),
        rect.width() * area.width(),
        rect.height() * area.height(),
    )


def _corners(rect: QRectF) -> list[QPointF]:
    return [rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()]


def _corner_at(point: QPointF, outline: QRectF) -> int | None:
    """Return which corner of an outline is at a point: 0 left above, then clockwise."""
    near = (_square(corner, GRIP).contains(point) for corner in _corners(outline))
    return next((number for number, here in enumerate(near) if here), None)


def _square(centre: QPointF, half: float) -> QRectF:
    return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
