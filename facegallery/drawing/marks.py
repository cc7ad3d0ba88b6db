"""Faces marked in a photo: a box, the landmarks, and some words beside it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from facegallery.domain.face import Box
from facegallery.drawing.labels import (
    SHADE,
    Colour,
    Rectangle,
    draw_label,
    free_place,
    label_size,
    plate_at,
)

FOUND: Colour = (64, 196, 255)
LANDMARK: Colour = (255, 235, 59)

_SMOOTH_PIXELS = 2400  # up to this side a mark is drawn larger and shrunk, so that it has no steps


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """One face to mark. box, landmarks (5, 2): fractions of the photo. words: lines beside it."""

    box: Box
    landmarks: NDArray[np.float32] | None = None
    words: tuple[str, ...] = ()
    colour: Colour = FOUND


def draw_marks(image: Image.Image, marks: Sequence[Mark], pen: float | None = None) -> None:
    """Draw marks into an RGB picture: outlines and landmarks first, all words on top of them.

    Lines are as thick, and words as large, as fits the face and the picture. Words go where they
    cover no face and no other words, if there is such a place. pen: thickness of lines at most.
    """
    pen = pen or line_width(image.size)
    boxes = [to_pixels(mark.box, image.size) for mark in marks]
    for mark, box in zip(marks, boxes, strict=True):
        _draw_outline(image, mark, box, pen)
    taken = list(boxes)
    for mark, box in zip(marks, boxes, strict=True):
        if mark.words:
            taken.append(_draw_words(image, mark, box, taken))


def to_pixels(box: Box, size: tuple[int, int]) -> Rectangle:
    """Return a box's left, top, right and bottom in pixels of a picture of this size."""
    width, height = size
    return (
        box.x * width,
        box.y * height,
        (box.x + box.width) * width,
        (box.y + box.height) * height,
    )


def line_width(size: tuple[int, int]) -> float:
    """Return how thick lines are in a picture of this size, in pixels."""
    return max(1.5, max(size) / 500)


def _draw_outline(image: Image.Image, mark: Mark, box: Rectangle, pen: float) -> None:
    side = min(box[2] - box[0], box[3] - box[1])
    pen = max(1.0, min(pen, side / 14))
    dot = max(1.2, min(side / 36, 2.5 * pen))
    points = [] if mark.landmarks is None else (mark.landmarks * image.size).tolist()
    xs, ys = [box[0], box[2], *(x for x, _ in points)], [box[1], box[3], *(y for _, y in points)]
    margin = 2 * pen + 2 * dot

    def paint(draw: ImageDraw.ImageDraw, place: Callable[..., list[float]], zoom: float) -> None:
        corner = 0.08 * side * zoom
        shade = place(box[0] - pen / 2, box[1] - pen / 2, box[2] + pen / 2, box[3] + pen / 2)
        draw.rounded_rectangle(shade, corner, outline=(*SHADE, 150), width=round(2 * pen * zoom))
        draw.rounded_rectangle(
            place(*box), corner, outline=(*mark.colour, 255), width=max(1, round(pen * zoom))
        )
        for x, y in points:
            rim = dot * 1.45
            draw.ellipse(place(x - rim, y - rim, x + rim, y + rim), (*SHADE, 170))
            draw.ellipse(place(x - dot, y - dot, x + dot, y + dot), (*LANDMARK, 255))

    _smooth(
        image,
        (min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin),
        paint,
    )


def _smooth(
    image: Image.Image,
    area: Rectangle,
    paint: Callable[[ImageDraw.ImageDraw, Callable[..., list[float]], float], None],
) -> None:
    """Paint on a clear sheet and lay it over an area of the picture; larger where that is cheap.

    paint gets what to draw with, a function from the picture's coordinates to the sheet's, and
    how much larger the sheet is.
    """
    left, top = max(0, int(area[0])), max(0, int(area[1]))
    right, bottom = (
        min(int(end) + 1, side) for end, side in zip(area[2:], image.size, strict=True)
    )
    width, height = right - left, bottom - top
    if width <= 0 or height <= 0:
        return
    zoom = max(1, min(3, _SMOOTH_PIXELS // max(width, height)))

    def place(*numbers: float) -> list[float]:
        offsets = (left, top) * (len(numbers) // 2)
        return [(number - offset) * zoom for number, offset in zip(numbers, offsets, strict=True)]

    sheet = Image.new("RGBA", (width * zoom, height * zoom))
    paint(ImageDraw.Draw(sheet), place, zoom)
    sheet = sheet.reduce(zoom)
    image.paste(sheet, (left, top), sheet)


def _draw_words(
    image: Image.Image, mark: Mark, box: Rectangle, taken: Sequence[Rectangle]
) -> Rectangle:
    longest = max(image.size)
    pixels = round(max(11, longest / 160, min((box[2] - box[0]) * 0.14, longest / 40)))
    size = label_size(mark.words, pixels)
    places = [_inside(place, size, image.size) for place in _around(box, size, pixels / 3)]
    others = [other for other in taken if other != box]
    place = free_place(places, size, [*others, _inner(box)])
    draw_label(image, place, mark.words, pixels, mark.colour)
    return plate_at(place, size)


def _around(box: Rectangle, size: tuple[int, int], gap: float) -> Iterable[tuple[float, float]]:
    """Return where words can go: below, above, to the right, to the left, at last inside."""
    left, top, right, bottom = box
    width, height = size
    middle, half = (left + right - width) / 2, (top + bottom - height) / 2
    yield middle, bottom + gap
    yield middle, top - gap - height
    yield right + gap, half
    yield left - gap - width, half
    yield right + gap, bottom - height
    yield left - gap - width, bottom - height
    yield middle, bottom - height - gap


def _inside(
    place: tuple[float, float], size: tuple[int, int], picture: tuple[int, int]
) -> tuple[float, float]:
    """Return a place moved so that a plate of this size lies inside the picture."""
    left, top = (
        max(0.0, min(start, whole - side))
        for start, side, whole in zip(place, size, picture, strict=True)
    )
    return left, top


def _inner(box: Rectangle) -> Rectangle:
    """Return the middle part of a face, which words had better not cover."""
    wide, high = (box[2] - box[0]) / 8, (box[3] - box[1]) / 8
    return box[0] + wide, box[1] + high, box[2] - wide, box[3] - high
