"""Where the parts of a card lie, for painting, for the name field and for clicks. Pixels."""

from enum import Enum

from PySide6.QtCore import QPoint, QRect

from facegallery.ui.people.card_model import Entry, Kind
from facegallery.ui.widgets.painting import LINE_HEIGHT

FACE_SIDE = 116
NARROWEST = 176
PERSON_HEIGHT = 200
GROUP_HEIGHT = 214
HEADING_HEIGHT = 76
LONE_HEIGHT = 112
_TOP = 14
_FIELD_HEIGHT = 36
_FIELD_WIDTH = 176
_BUTTON = 32
_MARK_REACH = 16  # the mark itself has a radius of 11


class Part(Enum):
    """What of a card is under the pointer."""

    NOTHING = "nothing"
    FACE = "face"
    NAME = "name"
    YES = "yes"
    NO = "no"
    MARK = "mark"


def height(entry: Entry) -> int:
    """Return how high an entry is."""
    if entry.kind == Kind.HEADING:
        return HEADING_HEIGHT
    if entry.kind == Kind.LONE:
        return LONE_HEIGHT
    if is_group(entry):
        return GROUP_HEIGHT
    return PERSON_HEIGHT + (LINE_HEIGHT if entry.tall else 0)


def is_group(entry: Entry) -> bool:
    """Tell whether an entry is a group's card, which has a field for a name."""
    return entry.card is not None and entry.card.kind == "group"


def face(place: QRect) -> QRect:
    """Return the square around the round face of the card at place."""
    left = place.left() + (place.width() - FACE_SIDE) // 2
    return QRect(left, place.top() + _TOP, FACE_SIDE, FACE_SIDE)


def name(place: QRect) -> QRect:
    """Return the line with a person's name."""
    return QRect(place.left() + 6, face(place).bottom() + 11, place.width() - 12, 24)


def field(place: QRect) -> QRect:
    """Return the field for a group's name."""
    width = min(_FIELD_WIDTH, place.width() - 24)
    left = place.left() + (place.width() - width) // 2
    return QRect(left, face(place).bottom() + 12, width, _FIELD_HEIGHT)


def count(entry: Entry, place: QRect, lines: int = 1) -> QRect:
    """Return the line with the number of photos. lines: that the name takes."""
    above = field(place) if is_group(entry) else name(place)
    top = above.bottom() + 3 + (lines - 1) * LINE_HEIGHT
    return QRect(place.left() + 6, top, place.width() - 12, 22)


def yes(place: QRect) -> QRect:
    """Return the round button for "yes, it is", on the lower left of the face."""
    edge = face(place)
    return QRect(edge.left() - 4, edge.bottom() - _BUTTON, _BUTTON, _BUTTON)


def no(place: QRect) -> QRect:
    """Return the round button for "no, it is not", on the lower right of the face."""
    edge = face(place)
    return QRect(edge.right() - _BUTTON + 4, edge.bottom() - _BUTTON, _BUTTON, _BUTTON)


def mark(place: QRect) -> QPoint:
    """Return the centre of the mark that chooses a card."""
    return face(place).topLeft() + QPoint(12, 12)


def part_at(entry: Entry, place: QRect, point: QPoint) -> Part:
    """Return what is at a point of the card at place."""
    if entry.kind == Kind.LONE:
        return Part.FACE
    if entry.card is None:
        return Part.NOTHING
    away = point - mark(place)
    if max(abs(away.x()), abs(away.y())) <= _MARK_REACH:
        return Part.MARK
    places = []
    if is_group(entry) and not entry.typed:
        places.append((Part.NAME, field(place)))
        if entry.card.maybe_name:
            places += [(Part.YES, yes(place)), (Part.NO, no(place))]
    return next((part for part, spot in places if spot.contains(point)), Part.FACE)
