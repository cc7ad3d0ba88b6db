import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from facegallery.ui.widgets.painting import LINE_HEIGHT, two_lines

PLACE = QRect(4, 4, 164, 24)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ada", 1),
        ("", 1),
        ("Augusta Ada King, Countess of Lovelace", 2),
        ("Donaudampfschifffahrtsgesellschaft", 2),
        ("A name " * 20, 2),
    ],
)
def test_a_long_name_goes_on_on_a_second_line(qapp, name, lines):
    image = QImage(172, 70, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setPen(QColor("black"))
        assert two_lines(painter, PLACE, name) == lines
    inked = {
        y
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 128
    }
    assert any(y > PLACE.bottom() for y in inked) == (lines == 2)
    assert all(y <= PLACE.bottom() + LINE_HEIGHT for y in inked)
