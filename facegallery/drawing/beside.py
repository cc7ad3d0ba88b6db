"""Two photos side by side, with lines between the faces that belong together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from PIL import Image, ImageDraw

from facegallery.domain.face import Box
from facegallery.drawing.fonts import font
from facegallery.drawing.labels import (
    SHADE,
    Colour,
    Rectangle,
    draw_label,
    fitting,
    free_place,
    label_size,
    plate_at,
)
from facegallery.drawing.marks import Mark, draw_marks, line_width, to_pixels

PAIRS: tuple[Colour, ...] = (
    (64, 196, 255),
    (124, 227, 84),
    (255, 120, 214),
    (178, 148, 255),
    (46, 224, 190),
    (255, 241, 118),
    (110, 150, 255),
    (255, 255, 255),
)
ALONE: Colour = (255, 138, 48)
_GROUND: Colour = (26, 28, 33)
_WORDS: Colour = (226, 229, 234)

WIDEST, HIGHEST = 3600, 1600  # pixels of both photos together, and of one beside the other
NARROWEST = 600  # pixels, so that words have room
WIDE_PAIR = 6.0  # widths of both photos in heights from which they are put above one another
LOWEST = 900  # small photos are drawn larger, so that lines and words have room
MANY = 12  # pairs from which words on lines are smaller
_ZOOM = 2  # lines are drawn larger and shrunk
_STEPS = (
    0.5,
    *(0.5 + sign * step / 50 for step in range(2, 20) for sign in (-1, 1)),
)  # along a line


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One photo: its picture, its name, and its faces as fractions."""

    image: Image.Image
    caption: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two faces that belong together, by their places in the two sides, and what to write."""

    first: int
    second: int
    words: str


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things lie: the size of the whole, left top and size of each photo."""

    size: tuple[int, int]
    places: tuple[tuple[int, int], tuple[int, int]]
    sizes: tuple[tuple[int, int], tuple[int, int]]
    caption: int  # height of the strip above a photo


def beside(first: Side, second: Side, links: Sequence[Link], note: str) -> Image.Image:
    """Return both photos in one RGB picture, panoramas one above the other.

    Faces that are linked have a colour for each pair; all others are outlined in ALONE.
    note: a line below.
    """
    sides = (first, second)
    layout = _layout(first.image.size, second.image.size)
    picture = Image.new("RGB", layout.size, _GROUND)
    colours = list(islice(cycle(PAIRS), len(links)))
    for number, side in enumerate(sides):
        linked = [(link.first, link.second)[number] for link in links]
        colour_of = dict(zip(linked, colours, strict=True))
        photo = side.image.resize(layout.sizes[number], Image.Resampling.LANCZOS, reducing_gap=2.0)
        order = sorted(range(len(side.boxes)), key=colour_of.__contains__)  # pairs are on top
        draw_marks(
            photo,
            [Mark(side.boxes[place], colour=colour_of.get(place, ALONE)) for place in order],
            line_width(layout.size),
        )
        picture.paste(photo, layout.places[number])
        _write_caption(picture, layout, number, side.caption)
    _draw_links(picture, layout, sides, links, colours)
    letters = round(layout.caption * 0.5)
    draw = ImageDraw.Draw(picture)
    draw.text(
        (layout.size[0] / 2, layout.size[1] - layout.caption / 2),
        fitting(note, letters, layout.size[0] * 0.96),
        _WORDS,
        font(letters),
        anchor="mm",
    )
    return picture


def _layout(first: tuple[int, int], second: tuple[int, int]) -> _Layout:
    """Return the layout for photos of these sizes: one above the other if they are panoramas."""
    across = sum(width / height for width, height in (first, second))
    return (_one_row if across <= WIDE_PAIR else _one_column)(first, second)


def _one_row(first: tuple[int, int], second: tuple[int, int]) -> _Layout:
    """Return a layout in which both are equally high."""
    shapes = [width / height for width, height in (first, second)]
    height = min(max(first[1], second[1], LOWEST), HIGHEST, round(WIDEST / sum(shapes)))
    one, other = ((max(1, round(height * shape)), height) for shape in shapes)
    width = max(one[0] + other[0], NARROWEST)
    edge, gap, caption = width // 100, width // 30, width // 42
    left = edge + (width - one[0] - other[0]) // 2
    return _Layout(
        (2 * edge + width + gap, height + 2 * caption),
        ((left, caption), (left + one[0] + gap, caption)),
        (one, other),
        caption,
    )


def _one_column(first: tuple[int, int], second: tuple[int, int]) -> _Layout:
    """Return a layout in which each is as wide as the whole, unless that makes it too high."""
    width = min(max(first[0], second[0], LOWEST), WIDEST)
    one, other = (_fitted(size, width) for size in (first, second))
    edge, gap, caption = width // 100, width // 30, width // 42
    second_top = caption + one[1] + gap + caption
    return _Layout(
        (2 * edge + width, second_top + other[1] + caption),
        (
            (edge + (width - one[0]) // 2, caption),
            (edge + (width - other[0]) // 2, second_top),
        ),
        (one, other),
        caption,
    )


def _fitted(size: tuple[int, int], width: int) -> tuple[int, int]:
    """Return a photo's size scaled to a width, or to LOWEST pixels of height if that is less."""
    scale = min(width / size[0], LOWEST / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _write_caption(picture: Image.Image, layout: _Layout, number: int, caption: str) -> None:
    left, top = layout.places[number]
    width = layout.sizes[number][0]
    letters = round(layout.caption * 0.55)
    ImageDraw.Draw(picture).text(
        (left + width / 2, top - layout.caption / 2),
        fitting(caption, letters, width),
        _WORDS,
        font(letters),
        anchor="mm",
    )


def _draw_links(
    picture: Image.Image,
    layout: _Layout,
    sides: tuple[Side, Side],
    links: Sequence[Link],
    colours: Sequence[Colour],
) -> None:
    """Draw all lines, then the words on them, where they cover no face and no other words."""
    boxes = [[_moved(box, layout, number) for box in sides[number].boxes] for number in (0, 1)]
    ends = [_nearest_edges(boxes[0][link.first], boxes[1][link.second]) for link in links]
    for (start, end), colour in zip(ends, colours, strict=True):
        _draw_line(picture, start, end, colour)
    letters = round(layout.caption * (0.6 if len(links) <= MANY else 0.42))
    taken = [*boxes[0], *boxes[1]]
    for (start, end), link, colour in zip(ends, links, colours, strict=True):
        size = label_size([link.words], letters)
        places = [
            (
                start[0] + (end[0] - start[0]) * step - size[0] / 2,
                start[1] + (end[1] - start[1]) * step - size[1] / 2,
            )
            for step in _STEPS
        ]
        place = free_place(places, size, taken)
        draw_label(picture, place, [link.words], letters, colour)
        taken.append(plate_at(place, size))


def _draw_line(
    picture: Image.Image, start: tuple[float, float], end: tuple[float, float], colour: Colour
) -> None:
    """Draw a line without steps, on a dark rim."""
    pen = line_width(picture.size)
    margin = math.ceil(3 * pen)
    left, top = (max(0, int(min(pair)) - margin) for pair in zip(start, end, strict=True))
    right, bottom = (int(max(pair)) + margin for pair in zip(start, end, strict=True))
    ends = [((x - left) * _ZOOM, (y - top) * _ZOOM) for x, y in (start, end)]
    for width, fill, strength in ((2.2 * pen, SHADE, 150), (pen, colour, 235)):
        mask = Image.new("L", ((right - left) * _ZOOM, (bottom - top) * _ZOOM))
        ImageDraw.Draw(mask).line(ends, strength, max(1, round(width * _ZOOM)))
        picture.paste(fill, (left, top), mask.reduce(_ZOOM))


def _moved(box: Box, layout: _Layout, number: int) -> Rectangle:
    """Return a face's place in the whole picture."""
    across, down = layout.places[number]
    left, top, right, bottom = to_pixels(box, layout.sizes[number])
    return left + across, top + down, right + across, bottom + down


def _nearest_edges(
    one: Rectangle, other: Rectangle
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return where the line between two boxes' middles leaves the one and enters the other."""
    first, second = (((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in (one, other))
    return _leaving(one, first, second), _leaving(other, second, first)


def _leaving(
    box: Rectangle, middle: tuple[float, float], goal: tuple[float, float]
) -> tuple[float, float]:
    across, down = goal[0] - middle[0], goal[1] - middle[1]
    reach = min(
        (box[2] - box[0]) / 2 / max(abs(across), 1e-6),
        (box[3] - box[1]) / 2 / max(abs(down), 1e-6),
        1.0,
    )
    return middle[0] + across * reach, middle[1] + down * reach
