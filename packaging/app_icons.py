"""The program's icon in the formats of each system, drawn from its SVG when a package is made."""

import io
import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PNG_SIDES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)  # an .ico file holds no larger ones
ICNS_SIDES = (16, 32, 64, 128, 256, 512, 1024)  # those that macOS knows


def draw(renderer: QSvgRenderer, side: int) -> Image.Image:
    """Return the drawing as a side x side picture with transparent ground."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a str
    return Image.open(io.BytesIO(buffer.data().data()))


def write_icons(drawing: Path, folder: Path) -> Path:
    """Write facegallery.ico, facegallery.icns and 16.png to 1024.png into a folder; return it.

    Every size is drawn anew from the SVG, so that small ones are not blurred large ones.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"{drawing} is not a drawing that Qt can read")
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {side: draw(renderer, side) for side in PNG_SIDES}
    for side, image in drawn.items():
        image.save(folder / f"{side}.png")
    _save(drawn, ICO_SIDES, folder / "facegallery.ico")
    _save(drawn, ICNS_SIDES, folder / "facegallery.icns")
    del application  # kept until here: fonts and plugins are gone once it is
    return folder


def _save(drawn: dict[int, Image.Image], sides: tuple[int, ...], file: Path) -> None:
    largest, *rest = (drawn[side] for side in reversed(sides))
    largest.save(file, sizes=[(side, side) for side in sides], append_images=rest)
