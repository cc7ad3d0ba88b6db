from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from facegallery.ui.widgets.painted import Painted
from facegallery.ui.widgets.style import LIGHT, Theme, apply_style, colours

SIDE = QSize(10, 10)


class Pen:
    """Fills a piece with the colour of words, and counts how often it is asked to."""

    def __init__(self):
        self.times = 0

    def __call__(self, painter):
        self.times += 1
        painter.fillRect(0, 0, 10, 10, QColor(colours().text))


def drawn(painted, pen, shows="a", ratio=1.0, size=SIDE):
    """Return a picture on which the piece was drawn at 5, 5."""
    image = QImage(round(20 * ratio), round(20 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        assert painted.draw(painter, QPointF(5, 5), size, shows, pen)
    return image


def test_a_piece_is_painted_once(qapp):
    painted, pen = Painted(10_000), Pen()
    first, second = (drawn(painted, pen) for _ in range(2))
    assert first == second
    assert first.pixelColor(5, 5) == first.pixelColor(14, 14) == QColor(colours().text)
    assert first.pixelColor(4, 4) == first.pixelColor(15, 15) == QColor("white")
    assert pen.times == 1
    drawn(painted, pen, "b")
    drawn(painted, pen, ratio=2.0)
    assert pen.times == 3


def test_what_was_shown_longest_ago_goes_first(qapp):
    painted, pen = Painted(2 * 400), Pen()  # two pieces
    for shows in ("a", "b", "a", "c", "a"):
        drawn(painted, pen, shows)
    assert pen.times == 3
    drawn(painted, pen, "b")
    assert pen.times == 4


def test_other_colours_are_painted_anew(qapp):
    painted, pen = Painted(10_000), Pen()
    apply_style(qapp, Theme.LIGHT)
    drawn(painted, pen)
    apply_style(qapp, Theme.DARK)
    try:
        assert drawn(painted, pen).pixelColor(9, 9) != QColor(LIGHT.text)
    finally:
        apply_style(qapp, Theme.LIGHT)


def test_between_two_pixels_of_the_screen_nothing_blurs(qapp):
    # Its corner is at 6.25 pixels of such a screen, and it is 10 of them wide.
    image = drawn(Painted(10_000), Pen(), ratio=1.25, size=QSize(8, 8))
    seen = {image.pixelColor(x, 12).name() for x in range(image.width())}
    assert seen == {"#ffffff", QColor(colours().text).name()}
