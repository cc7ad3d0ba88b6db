"""Photos dragged to other programs: a mail, a folder, an editor. They get the files, as copies."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from facegallery.domain.photo import Photo
from facegallery.ui.widgets.counts import written
from facegallery.ui.widgets.style import colours

SIDE = 96  # of the picture under the pointer, pixels
BADGE = 24


def mime_of(photos: Sequence[Photo]) -> QMimeData:
    """Return the files of photos as other programs take them; those that are away are left out."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(photo.path) for photo in photos if not photo.missing])
    return mime


def drag_out(source: QWidget, photos: Sequence[Photo], picture: QPixmap | None) -> None:
    """Have photos dragged from a widget until the button is released; the files stay."""
    mime = mime_of(photos)
    if not mime.urls():
        return
    drag = QDrag(source)
    drag.setMimeData(mime)
    if picture is not None:
        drag.setPixmap(_with_number(picture, len(mime.urls())))
    drag.exec(Qt.DropAction.CopyAction)


def _with_number(picture: QPixmap, number: int) -> QPixmap:
    small = picture.scaled(
        SIDE,
        SIDE,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    if number > 1:
        now = colours()
        with QPainter(small) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place = small.rect().adjusted(small.width() - 2 * BADGE, 4, -4, 4)
            place.setHeight(BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent))
            painter.drawRoundedRect(place, BADGE / 2, BADGE / 2)
            painter.setPen(QColor(now.on_accent))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, written(number))
    return small
