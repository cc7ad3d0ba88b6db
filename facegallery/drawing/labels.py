"""Words on dark plates in pictures, and where they cover the least."""

from collections.abc import Iterable, Sequence

from PIL import Image, ImageDraw

from facegallery.drawing.fonts import font

Colour = tuple[int, int, int]
Rectangle = tuple[float, float, float, float]  # left, top, right, bottom, in pixels

SHADE: Colour = (12, 14, 18)


def draw_label(
    image: Image.Image,
    place: tuple[float, float],
    words: Sequence[str],
    pixels: int,
    colour: Colour,
) -> None:
    """Write lines on a dark plate, its left top corner at a place; see label_size."""
    width, height = label_size(words, pixels)
    left, top = round(place[0]), round(place[1])
    plate = Image.new("RGBA", (width, height))
    draw = ImageDraw.Draw(plate)
    draw.rounded_rectangle((0, 0, width - 1, height - 1), pixels * 0.3, (*SHADE, 215))
    for number, line in enumerate(words):
        middle = (width / 2, _padding(pixels) + pixels * (0.6 + 1.2 * number))
        draw.text(middle, line, (*colour, 255), font(pixels), anchor="mm")
    image.paste(plate, (left, top), plate)


def label_size(words: Sequence[str], pixels: int) -> tuple[int, int]:
    """Return width and height of what draw_label draws. pixels: height of the letters."""
    longest = max(font(pixels).getlength(line) for line in words)
    padding = _padding(pixels)
    return round(longest + 3 * padding), round(1.2 * pixels * len(words) + 2 * padding)


def fitting(text: str, pixels: int, width: float) -> str:
    """Return a text that is no wider than this, with dots in its middle where it was too long."""
    kept = len(text)
    shown = text
    while kept > 2 and font(pixels).getlength(shown) > width:
        kept -= 1
        shown = f"{text[: kept - kept // 2]}\u2026{text[len(text) - kept // 2 :]}"
    return shown


def free_place(
    places: Iterable[tuple[float, float]], size: tuple[int, int], taken: Sequence[Rectangle]
) -> tuple[float, float]:
    """Return the first of some places where a plate of a size covers nothing, or the least."""
    return min(places, key=lambda place: _covered(plate_at(place, size), taken))


def plate_at(place: tuple[float, float], size: tuple[int, int]) -> Rectangle:
    """Return the rectangle of a plate with its left top corner at a place."""
    return place[0], place[1], place[0] + size[0], place[1] + size[1]


def _covered(plate: Rectangle, taken: Sequence[Rectangle]) -> float:
    """Return how much of some rectangles a plate covers, in pixels."""
    return sum(
        max(0.0, min(plate[2], other[2]) - max(plate[0], other[0]))
        * max(0.0, min(plate[3], other[3]) - max(plate[1], other[1]))
        for other in taken
    )


def _padding(pixels: int) -> float:
    return pixels * 0.28
