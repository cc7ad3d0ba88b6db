"""The photo itself: fitted, zoomed and moved about, with its faces outlined."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from facegallery.domain.face import Face
from facegallery.domain.photo import Photo
from facegallery.ui.viewer.box_editor import BoxEditor
from facegallery.ui.viewer.face_outlines import FaceOutlines
from facegallery.ui.viewer.photo_loader import PartPicture
from facegallery.ui.viewer.sentence import draw_sentence

GROUND = "#0e0f11"  # behind photos, in light and dark: nothing should outshine them
STEP = 1.25  # one key press or notch of the wheel
LARGEST = 8.0  # screen pixels for one of the photo
PADDING = 12


class PhotoView(QWidget):
    """One photo and its faces. Wheel, + and - zoom, dragging moves, Tab goes from face to face.

    With Ctrl, or while `boxes` is on, dragging draws a box or takes one by its corners.

    Signals: face_chosen(Face) for a click or Enter on a face; menu_asked(Face or None, QPoint)
    for the context menu at a global point; zoomed(float) in screen pixels for one of the photo;
    moved() when another part of the photo is in sight.
    """

    face_chosen = Signal(object)
    menu_asked = Signal(object, QPoint)
    zoomed = Signal(float)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self._photo: Photo | None = None
        self._picture: QPixmap | None = None
        self._part: PartPicture | None = None
        self._sentence = ""
        self._outlines = FaceOutlines()
        self.boxes = BoxEditor(self._outlines, self)
        self._fitted = True
        self._scale = 1.0
        self._corner = QPointF()
        self._pressed: QPoint | None = None
        self._moved = False

    # What is shown

    def show_photo(self, photo: Photo, picture: QPixmap | None) -> None:
        """Show another photo, fitted; picture: the best that there is by now."""
        self._photo, self._picture, self._part, self._sentence = photo, picture, None, ""
        self._outlines.set_faces([])
        self.boxes.cancel()
        self.boxes.waiting = None
        self.setAccessibleName(photo.name)
        self.fit()

    def set_picture(self, picture: QPixmap) -> None:
        """Show a better picture of the same photo; nothing moves."""
        self._picture = picture
        self.update()

    def set_part(self, part: PartPicture | None) -> None:
        """Show a part of the photo in more detail than its picture has."""
        self._part = part
        self.update()

    @property
    def area_in_sight(self) -> QRectF:
        """The part of the photo that is in this widget, as fractions of it."""
        area = self._area()
        seen = area.intersected(QRectF(self.rect()))
        if seen.isEmpty():
            return QRectF()
        return QRectF(
            (seen.x() - area.x()) / area.width(),
            (seen.y() - area.y()) / area.height(),
            seen.width() / area.width(),
            seen.height() / area.height(),
        )

    def set_sentence(self, sentence: str) -> None:
        """Say over the photo why it cannot be seen; empty for nothing."""
        self._sentence = sentence
        self.update()

    def set_faces(self, faces: list[Face]) -> None:
        """Outline these faces; the one that the keyboard is on stays."""
        self._outlines.set_faces(faces)
        self.update()

    @property
    def faces(self) -> list[Face]:
        """The faces that are outlined."""
        return self._outlines.faces

    def set_drawing(self, on: bool) -> None:
        """Have boxes drawn and moved by dragging, or the photo."""
        self.boxes.on = on
        self.boxes.cancel()
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)
        self.update()

    def begin_box(self) -> None:
        """Put a box into the middle, or take that of the face which Tab went to; keys move it."""
        current = self._outlines.current if self.hasFocus() else None
        if current is None:
            self.boxes.begin_new(self.area_in_sight)
        else:
            self.boxes.begin(current)
        self.update()

    def set_faces_shown(self, shown: bool) -> None:
        """Outline faces all the time, or only the one under the pointer."""
        self._outlines.always = shown
        self.update()

    def face_place(self, face: Face) -> QRect:
        """Return where a face is in this widget."""
        return self._outlines.place(face, self._area()).toRect()

    @property
    def scale(self) -> float:
        """Screen pixels for one pixel of the photo."""
        return self._scale

    @property
    def is_fitted(self) -> bool:
        """Tell whether the whole photo is shown, as large as it can be."""
        return self._fitted

    # Zoom

    def fit(self) -> None:
        """Show the whole photo, as large as there is room."""
        self._fitted = True
        if self._photo is not None:
            room = QSizeF(self.width() - 2 * PADDING, self.height() - 2 * PADDING)
            least = min(room.width() / self._photo.width, room.height() / self._photo.height)
            self._scale = max(1e-4, min(least, LARGEST))
            self._keep_inside()
        self.zoomed.emit(self._scale)
        self.update()

    def zoom_to(self, scale: float, around: QPointF | None = None) -> None:
        """Zoom; the point around (default: the middle) stays where it is."""
        if self._photo is None:
            return
        fitted = self._fit_scale()
        scale = max(min(fitted, 1.0), min(scale, max(LARGEST, fitted)))
        around = around or QPointF(self.rect().center())
        self._corner = around - (around - self._corner) * (scale / self._scale)
        self._scale = scale
        self._fitted = abs(scale - fitted) < 1e-6
        self._keep_inside()
        self.zoomed.emit(scale)
        self.update()

    def zoom_in(self) -> None:
        """Zoom in by one step."""
        self.zoom_to(self._scale * STEP)

    def zoom_out(self) -> None:
        """Zoom out by one step, not further than the whole photo."""
        self.zoom_to(self._scale / STEP)

    def _fit_scale(self) -> float:
        assert self._photo is not None
        return min(
            (self.width() - 2 * PADDING) / self._photo.width,
            (self.height() - 2 * PADDING) / self._photo.height,
        )

    def _keep_inside(self) -> None:
        """Centre what is smaller than the view; leave no empty edge beside what is larger."""
        if self._photo is None:
            return
        corner = []
        for start, size, room in (
            (self._corner.x(), self._photo.width * self._scale, self.width()),
            (self._corner.y(), self._photo.height * self._scale, self.height()),
        ):
            centred = (room - size) / 2
            corner.append(centred if size <= room else min(0.0, max(start, room - size)))
        self._corner = QPointF(*corner)

    def _area(self) -> QRectF:
        """Return where the photo is in this widget."""
        if self._photo is None:
            return QRectF()
        size = QSizeF(self._photo.width, self._photo.height) * self._scale
        return QRectF(self._corner, size)

    # Drawing; see QWidget

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photo, its faces, and the sentence where it cannot be seen."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(GROUND))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            smooth = self._scale < 4  # single pixels should be seen as such
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            area = self._area()
            if self._picture is not None:
                self._draw_picture(painter, area)
            elif self._photo is not None:
                painter.fillRect(area, QColor("#1c1d20"))
            self._outlines.draw(painter, area, focused=self.hasFocus(), without=self.boxes.face)
            self.boxes.draw(painter, area)
            if self._sentence:
                draw_sentence(painter, self.rect(), self._sentence)

    def _draw_picture(self, painter: QPainter, area: QRectF) -> None:
        """Draw only what is in sight: a zoomed photo is many times as large as the window."""
        assert self._picture is not None
        part = self._part
        if part is None or not part.covers(self.area_in_sight):
            self._draw_seen(painter, area, self._picture)
        if part is not None:
            place = QRectF(
                area.x() + part.area.x() * area.width(),
                area.y() + part.area.y() * area.height(),
                part.area.width() * area.width(),
                part.area.height() * area.height(),
            )
            self._draw_seen(painter, place, part.pixmap)

    def _draw_seen(self, painter: QPainter, place: QRectF, picture: QPixmap) -> None:
        """Draw what is in sight of a picture that has this place."""
        seen = place.intersected(QRectF(self.rect()))
        if seen.isEmpty():
            return
        wide, high = picture.width() / place.width(), picture.height() / place.height()
        source = QRectF(
            (seen.x() - place.x()) * wide,
            (seen.y() - place.y()) * high,
            seen.width() * wide,
            seen.height() * high,
        )
        painter.drawPixmap(seen, picture, source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted; see QWidget."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        else:
            self._keep_inside()
            self.zoomed.emit(self._scale)

    # Mouse and keys; see QWidget

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click on a face, or to move the photo."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._moved = event.position().toPoint(), False
            if self._photo is not None and self._draws(event):
                self.boxes.press(event.position(), self._area())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the photo, or mark the face under the pointer."""
        here = event.position().toPoint()
        if self._pressed is None:
            self._hover(event.position(), drawing=self._draws(event))
            return
        step = here - self._pressed
        if not self._moved and step.manhattanLength() < 4:
            return
        self._moved = True
        if self.boxes.busy:
            self.boxes.drag(event.position(), self._area())
            self.update()
        elif not self._fitted:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._corner += QPointF(step)
            self._pressed = here
            self._keep_inside()
            self.moved.emit()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a move."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        clicked, self._pressed = not self._moved, None
        drawing = self.boxes.busy
        self.setCursor(Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor)
        if drawing:
            clicked = not self.boxes.release(self._area()) and clicked
            self.update()
        face = self._outlines.at(event.position(), self._area())
        if clicked and face is not None:
            self._outlines.set_current(face)
            self.face_chosen.emit(face)

    def _draws(self, event: QMouseEvent) -> bool:
        return self.boxes.on or Qt.KeyboardModifier.ControlModifier in event.modifiers()

    def _hover(self, point: QPointF, *, drawing: bool) -> None:
        """Mark the face under the pointer, and show what dragging would do."""
        under = self._outlines.at(point, self._area())
        hand = Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor
        self.setCursor(self.boxes.cursor(point, self._area()) if drawing else hand)
        if self._outlines.set_hovered(under):
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show every pixel here, or the whole photo again."""
        on_face = self._outlines.at(event.position(), self._area()) is not None
        if event.button() != Qt.MouseButton.LeftButton or on_face:
            return
        if self._fitted:
            self.zoom_to(1 / self.devicePixelRatioF(), event.position())
        else:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Mark no face."""
        if self._outlines.set_hovered(None):
            self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom_to(self._scale * STEP**notches, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take Tab for the faces, and the pinch of a touchpad; see QWidget."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(self._scale * (1 + event.value()), event.position())
            return True
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self.boxes.wants(event):
            event.accept()  # arrows are for the box, not for the next photo
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
            if step and self._outlines.step(step):
                self.update()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the face that Tab went to; move a zoomed photo with Shift and arrows."""
        current = self._outlines.current
        arrows = {
            Qt.Key.Key_Left: QPointF(80, 0),
            Qt.Key.Key_Right: QPointF(-80, 0),
            Qt.Key.Key_Up: QPointF(0, 80),
            Qt.Key.Key_Down: QPointF(0, -80),
        }
        step = arrows.get(Qt.Key(event.key()))
        if self.boxes.key(event, self._area()):
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.face_chosen.emit(current)
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._corner += step
            self._keep_inside()
            self.moved.emit()
            self.update()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the face here, or of the photo."""
        face: Face | None = self._outlines.current
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            face = self._outlines.at(QPointF(event.pos()), self._area())
        where = (
            event.globalPos() if face is None else self.mapToGlobal(self.face_place(face).center())
        )
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_asked.emit(face, event.globalPos() if mouse else where)
