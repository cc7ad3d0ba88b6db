"""Places of a photo looked at closely: many small pictures of them, each turned, in one sheet."""

import math

import numpy as np
from numpy.typing import NDArray

from facegallery.vision.found_faces import FoundFaces, joined
from facegallery.vision.halves import Halves
from facegallery.vision.upright_squares import (
    Maps,
    in_photo,
    longer_sides,
    maps_to_squares,
    square,
)
from facegallery.vision.yunet_network import YunetNetwork

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

CELL = 64  # pixels of the sheet for each place and turn
FACE = 28
"""Pixels of a face in its cell. Measured November 2026 on LFW's faces at 14 to 120 pixels, at eight
turns: the right turn scores highest for 97 % of them, at 0.87 or more for 80 %. (Cells of 48 with
faces of 22 take half the time: 92 %, 0.77.)"""
OFF_CENTRE = 0.5  # sizes of a face; what is further from the middle of its cell is another face
OTHER_SIZE = 2.0  # likewise what is so much larger or smaller
LEAST_SCORE = 0.1
REACH = CELL / FACE / math.sqrt(2)
"""Sizes of a face from its middle to the corners of its cell, however it is turned."""


def look_closely(
    network: YunetNetwork, photo: Halves, boxes: Floats, turns: Floats
) -> list[FoundFaces]:
    """Return for each look what is seen at the N places: faces in the photo, arrays of N items.

    boxes: (N, 4) in the photo's pixels, roughly where faces are. turns: (looks, N) degrees by
    which each place is turned counterclockwise. A score is 0 where nothing is seen.
    """
    if not turns.size:
        return [joined() for _ in turns]
    many = np.tile(boxes, (len(turns), 1))
    # Boxes count from the photo's edge, maps from the centre of its first pixel.
    centres = (many[:, :2] + many[:, 2:]) / 2 - 0.5
    to_cells = maps_to_squares(centres, FACE / longer_sides(many), turns.ravel(), CELL)
    columns = math.ceil(math.sqrt(len(many)))
    sheet = np.zeros((-(-len(many) // columns) * CELL, columns * CELL, 3), np.uint8)
    reaches = (longer_sides(many) * REACH).tolist()
    for number, (box, to_cell) in enumerate(zip(many, to_cells, strict=True)):
        row, column = divmod(number, columns)
        cell = sheet[row * CELL : (row + 1) * CELL, column * CELL : (column + 1) * CELL]
        cell[:] = square(photo, box, to_cell, reaches[number], (CELL, FACE))
    seen = _by_cell(network.find(sheet, LEAST_SCORE), columns, to_cells)
    places = np.arange(len(boxes))
    return [seen.chosen(places + len(boxes) * look) for look in range(len(turns))]


def _by_cell(found: FoundFaces, columns: int, to_cells: Maps) -> FoundFaces:
    """Return for each cell the surest face in its middle, as it lies in the photo; score 0 if none.

    found: surest first, in pixels of the sheet. Where nothing is seen there is nothing to place.
    """
    centres = (found.boxes[:, :2] + found.boxes[:, 2:]) / 2
    sizes = np.sqrt((found.boxes[:, 2:] - found.boxes[:, :2]).prod(axis=1))
    corners = centres // CELL * CELL
    off = np.hypot(*(centres - corners - CELL / 2).T)
    numbers = (corners[:, 1] * columns + corners[:, 0]).astype(np.intp) // CELL
    alike = (sizes > FACE / OTHER_SIZE) & (sizes < FACE * OTHER_SIZE) & (off < OFF_CENTRE * FACE)
    (fit,) = np.nonzero(alike & (numbers < len(to_cells)))
    cells, first = np.unique(numbers[fit], return_index=True)  # the first is the surest
    fit = fit[first]
    placed = in_photo(
        found.boxes[fit] - np.tile(corners[fit], 2) - 0.5,
        found.landmarks[fit] - corners[fit, None],
        found.scores[fit],
        to_cells[cells],
    )
    seen = FoundFaces(
        np.tile(np.array([0, 0, CELL, CELL], np.float32), (len(to_cells), 1)),
        np.zeros((len(to_cells), 5, 2), np.float32),
        np.zeros(len(to_cells), np.float32),
        np.zeros(len(to_cells), np.float32),
    )
    seen.boxes[cells], seen.landmarks[cells] = placed.boxes + np.float32(0.5), placed.landmarks
    seen.scores[cells], seen.turns[cells] = placed.scores, placed.turns
    return seen
