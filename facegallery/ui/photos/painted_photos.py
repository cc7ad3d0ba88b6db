"""Draws photos in justified rows: only what has to be drawn again, for hundreds are in sight."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facegallery.catalog.library import Library
from facegallery.ui.photos.justified import Row
from facegallery.ui.photos.justified_view import (
    HEADING_HEIGHT,
    MARGIN,
    ROW_HEIGHTS,
    JustifiedView,
)
from facegallery.ui.photos.photo_painter import PhotoPainter
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.style import colours

HEADING_POINTS = 12.5
BELOW_HEADING = 4  # room for the outline of the current photo, pixels
GLOW = 4  # how far the outline of a photo reaches beyond it, pixels
ASK_AHEAD_FROM = 144  # row height; with smaller ones hundreds of photos are on screen already


class PaintedPhotos(JustifiedView):
    """What the grid of photos looks like; PhotoGrid answers the user."""

    def __init__(
        self, library: Library, pictures: Pictures, parent: QWidget | None, *, with_months: bool
    ) -> None:
        super().__init__(library, parent, with_months=with_months)
        self._pictures = pictures
        self._painter = PhotoPainter(pictures)
        self._band: QPoint | None = None  # where a rubber band began, in the contents
        pictures.arrived.connect(self._on_arrived)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the pictures; see QWidget."""
        super().hideEvent(event)
        self._painter.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight, and was asked for; see QWidget."""
        if not self._layout.rows:
            return
        area = event.rect()
        top, bottom = self.verticalOffset(), self.verticalOffset() + self.viewport().height()
        if area.height() == self.viewport().height():
            self._ask_ahead(bottom)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # The newest request is served first: ask from the bottom up, so the top comes first.
            for row in self._rows_between(top + area.top(), top + area.bottom()):
                self._paint_row(painter, row, top, area)
            self._paint_headings(painter, top, bottom)
            self._paint_band(painter)

    def _rows_between(self, top: int, bottom: int) -> list[Row]:
        """Return the rows between two heights of the contents, the lowest one first."""
        first, last = (self._layout.row_at(height) for height in (top - GLOW, bottom + GLOW))
        return list(reversed(self._layout.rows[first : last + 1]))

    def _ask_ahead(self, bottom: int) -> None:
        """Have the photos loaded that are half a screen further down."""
        if ROW_HEIGHTS[self._zoom] < ASK_AHEAD_FROM:
            return
        for row in self._rows_between(bottom, bottom + self.viewport().height() // 2):
            for photo in self._list.photos[row.first : row.first + len(row.shapes)]:
                self._painter.ask(photo)

    def _paint_row(self, painter: QPainter, row: Row, top: int, area: QRect) -> None:
        """Draw the photos of a row that an area of the viewport touches."""
        model, photos = self.selectionModel(), self._list.photos
        chosen = model.hasSelection()
        current = self.currentIndex().row() if self.hasFocus() else -1
        for position in range(len(row.lefts) - 1, -1, -1):
            left, width = row.lefts[position] + MARGIN, row.widths[position]
            if left - GLOW > area.right() or left + width + GLOW < area.left():
                continue
            number = row.first + position
            self._painter.draw(
                painter,
                QRect(left, row.top - top, width, row.height),
                photos[number],
                chosen=chosen and model.isSelected(self._list.index(number)),
                current=number == current,
                words=self._list.caption_of(photos[number]),
            )

    def _paint_headings(self, painter: QPainter, top: int, bottom: int) -> None:
        font = QFont(self.font())
        font.setPointSizeF(HEADING_POINTS)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours().text))
        width, height = self.viewport().width(), HEADING_HEIGHT - BELOW_HEADING
        for heading in self._layout.headings_between(top - HEADING_HEIGHT, bottom):
            place = QRect(MARGIN, heading.top - top, width, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, heading.text)

    def _paint_band(self, painter: QPainter) -> None:
        if self._band is None or self.state() != QAbstractItemView.State.DragSelectingState:
            return
        here = self.viewport().mapFromGlobal(self.cursor().pos())
        start = self._band - QPoint(0, self.verticalOffset())
        colour = QColor(colours().accent)
        painter.setPen(colour)
        colour.setAlphaF(0.15)
        painter.setBrush(colour)
        painter.drawRect(QRect(start, here).normalized())

    def _on_arrived(self, key: bytes) -> None:
        """Draw the photos in sight again whose thumbnail has come."""
        if not self.isVisible() or not self._layout.rows:
            return
        top = self.verticalOffset()
        for row in self._rows_between(top, top + self.viewport().height()):
            for number in range(row.first, row.first + len(row.shapes)):
                if self._list.photos[number].content_hash == key:
                    self.viewport().update(self.visualRect(self._list.index(number)))
