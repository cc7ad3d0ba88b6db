"""Two photos side by side: their faces outlined, and lines between those of one person."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from facegallery.domain.face import Box
from facegallery.drawing.beside import ALONE, PAIRS
from facegallery.jobs.compare import Comparison
from facegallery.ui.widgets.style import SPACING, colours, colours_changed

GAP = 3 * SPACING
SHADE = QColor(12, 14, 18, 190)
LINE, RIM = 2.5, 5.0
LEAST = QSize(480, 200)


class PairView(QWidget):
    """Photos to the left (0) and to the right (1); an empty side says what to do.

    Signals: dropped(int side, list[Path]) for files dropped on a side, chosen(int side) for a
    click on an empty one.
    """

    dropped = Signal(int, list)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST)
        self.setAccessibleName(self.tr("The two photos"))
        self._pictures: list[QPixmap | None] = [None, None]
        self._words = ["", ""]
        self._comparison: Comparison | None = None
        colours_changed.connect(self.update)

    def show_side(self, side: int, picture: QPixmap | None, words: str) -> None:
        """Show a photo on a side; words instead of one while there is none."""
        self._pictures[side], self._words[side] = picture, words
        self.setCursor(
            Qt.CursorShape.ArrowCursor if all(self._pictures) else Qt.CursorShape.PointingHandCursor
        )
        self.update()

    def picture(self, side: int) -> QPixmap | None:
        """Return the photo that is shown on a side."""
        return self._pictures[side]

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show what was found in both photos, or nothing yet."""
        self._comparison = comparison
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint photos, then outlines and lines; see QWidget."""
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            for side in (0, 1):
                picture = self._pictures[side]
                if picture is None:
                    self._paint_empty(painter, side)
                else:
                    painter.drawPixmap(self._place(side, picture), picture)
            if self._comparison is not None and all(self._pictures):
                self._paint_faces(painter, self._comparison)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for a photo for an empty side; see QWidget."""
        side = self._side_at(event.position())
        if self._pictures[side] is None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(side)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, leave folders to the window; see QWidget."""
        event.setAccepted(bool(_files_of(event)))

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which files were dropped on which side; see QWidget."""
        files = _files_of(event)
        event.setAccepted(bool(files))
        if files:
            self.dropped.emit(self._side_at(event.position()), files)

    def _room(self, side: int) -> QRect:
        width = (self.width() - GAP) // 2
        return QRect(side * (width + GAP), 0, width, self.height())

    def _side_at(self, point: QPointF) -> int:
        return 0 if point.x() < self.width() / 2 else 1

    def _place(self, side: int, picture: QPixmap) -> QRect:
        """Return where a photo is: as large as fits its half, near the other one."""
        room = self._room(side)
        size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(room.topLeft(), size)
        place.moveCenter(room.center())
        return place

    def _paint_empty(self, painter: QPainter, side: int) -> None:
        now = colours()
        pen = QPen(QColor(now.border), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(self._room(side).adjusted(1, 1, -1, -1), 12, 12)
        painter.setPen(QColor(now.muted))
        place = self._room(side).adjusted(16, 16, -16, -16)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), self._words[side])

    def _paint_faces(self, painter: QPainter, found: Comparison) -> None:
        shown = [
            [self._face_place(side, face.box) for face in look.faces]
            for side, look in enumerate((found.first, found.second))
        ]
        colour_of = colours_of(found)
        for side, places in enumerate(shown):
            for number, place in enumerate(places):
                _outline(painter, place, colour_of.get((side, number), QColor(*ALONE)))
        for row, column in found.pairs:
            start, end = shown[0][row], shown[1][column]
            colour = colour_of[0, row]
            ends = (
                QPointF(start.right(), start.center().y()),
                QPointF(end.left(), end.center().y()),
            )
            for pen in (QPen(SHADE, RIM), QPen(colour, LINE)):
                painter.setPen(pen)
                painter.drawLine(*ends)

    def _face_place(self, side: int, box: Box) -> QRectF:
        picture = self._pictures[side]
        assert picture is not None  # both are shown where faces are
        area = QRectF(self._place(side, picture))
        return QRectF(
            area.x() + box.x * area.width(),
            area.y() + box.y * area.height(),
            box.width * area.width(),
            box.height * area.height(),
        )


def colours_of(found: Comparison) -> dict[tuple[int, int], QColor]:
    """Return the colour of each face that has a partner, by side and place; as saved pictures."""
    colour_of: dict[tuple[int, int], QColor] = {}
    for number, (row, column) in enumerate(found.pairs):
        colour = QColor(*PAIRS[number % len(PAIRS)])
        colour_of[0, row] = colour_of[1, column] = colour
    return colour_of


def _outline(painter: QPainter, place: QRectF, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(SHADE, RIM), QPen(colour, LINE)):
        painter.setPen(pen)
        painter.drawRoundedRect(place, 4, 4)


def _files_of(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
