"""A view of photos in justified rows, under the months they were taken in."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from facegallery.catalog.library import Library
from facegallery.domain.photo import Photo
from facegallery.ui.photos.dates import month
from facegallery.ui.photos.justified import Layout
from facegallery.ui.photos.photo_list_model import PhotoListModel
from facegallery.ui.photos.photo_painter import PhotoPainter
from facegallery.ui.photos.photo_places import PhotoPlaces
from facegallery.ui.pictures import Pictures
from facegallery.ui.widgets.picture_view import PictureView
from facegallery.ui.widgets.places import Places
from facegallery.ui.widgets.style import SPACING, colours

ROW_HEIGHTS = (48, 72, 104, 144, 184, 232, 296, 384, 520)  # pixels, the steps of the zoom
USUAL_ZOOM = 4
GAP = 6
MARGIN = 3 * SPACING
HEADING_HEIGHT = 6 * SPACING
HEADING_POINTS = 12.5
BELOW_HEADING = 4  # room for the outline of the current photo, pixels


class JustifiedView(PictureView[Photo]):
    """Photos in rows as wide as the view. The month of what is at the top stays over it."""

    items: PhotoListModel
    shows_pointer = False
    reach = 4  # of the outline of the current photo

    def __init__(
        self, library: Library, pictures: Pictures, parent: QWidget | None, *, with_months: bool
    ) -> None:
        # First of all: Qt asks for places as soon as anything is set.
        self._with_months = with_months
        self._zoom = USUAL_ZOOM
        self._layout = Layout(1, 1, 0, 0, _month)
        items = PhotoListModel(library)
        super().__init__(items, pictures, PhotoPainter(pictures, items.caption_of), parent)
        items.setParent(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(5 * SPACING)
        self.fill_ground()

    def place(self) -> tuple[int, int] | None:
        """Return the first photo in sight by id, and the pixels that it is below the top."""
        return cast(tuple[int, int] | None, super().place())

    def show_months(self, *, on: bool) -> None:
        """Put months over the photos of the next query, or not: those by likeness have none."""
        self._with_months = on

    # Where things are

    def lay_out(self) -> Places:
        """Return where the photos lie; those laid out already stay, more take little time."""
        photos, was = self.items.items, self._layout
        width = max(100, self.viewport().width() - 2 * MARGIN)
        height = HEADING_HEIGHT if self._with_months else 0
        known, laid_out = self.items.unchanged, len(was.shapes)
        is_same = (was.width, was.row_height, was.heading_height) == (width, self._row, height)
        if not is_same or known < laid_out:
            shapes = was.shapes if known == laid_out == len(photos) else None
            self._layout = Layout(width, self._row, GAP, height, _month, shapes)
            known = 0
        if known < len(photos):
            self._layout.extend(photos, known)
        self.items.unchanged = len(photos)
        return PhotoPlaces(self._layout, MARGIN)

    def margins(self) -> tuple[int, int]:
        """Keep photos off the month at the top; see PlacedView."""
        return (HEADING_HEIGHT if self._with_months else GAP), GAP

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the photo at a point, none below the month at the top; see PlacedView."""
        if 0 <= point.y() < self.covered():
            return QModelIndex()
        return super().indexAt(point)

    @property
    def _row(self) -> int:
        """How high a row is to be, pixels."""
        return ROW_HEIGHTS[self._zoom]

    # The months

    def covered(self) -> int:
        """Return how high the month at the top is; see PictureView."""
        return HEADING_HEIGHT - BELOW_HEADING if self._with_months and self._layout.headings else 0

    def paint_over(self, painter: QPainter, area: QRect) -> None:
        """Paint the months between the rows, and that of what is at the top over it."""
        font = QFont(self.font())
        font.setPointSizeF(HEADING_POINTS)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours().text))
        top = self.verticalOffset()
        start, end = top + area.top() - HEADING_HEIGHT, top + area.bottom()
        for heading in self._layout.headings_between(start, end):
            self._paint_heading(painter, heading.top - top, heading.text)
        at_top = self._layout.heading_at(top) if self._with_months else None
        if at_top is not None and area.top() < self.covered():
            strip = QRect(0, 0, self.viewport().width(), self.covered())
            painter.fillRect(strip, QColor(colours().window))
            self._paint_heading(painter, 0, at_top.text)

    def _paint_heading(self, painter: QPainter, top: int, text: str) -> None:
        place = QRect(MARGIN, top, self.viewport().width(), HEADING_HEIGHT - BELOW_HEADING)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


def _month(photo: Photo) -> str:
    return month(photo.taken_at)
