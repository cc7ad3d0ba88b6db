"""The tree of a query: frozen nodes, each of which tells which photos are wanted.

People are ids; a name may mean several people, any of whom will do. An empty tuple is a name that
nobody has: no photo shows them.
"""

from dataclasses import dataclass
from typing import Literal

People = tuple[int, ...]
Counted = Literal["people", "faces", "unnamed"]


@dataclass(frozen=True, slots=True)
class And:
    """Photos that are wanted by all parts; without parts: all photos."""

    parts: "tuple[Node, ...]" = ()


@dataclass(frozen=True, slots=True)
class Or:
    """Photos that are wanted by any part; without parts: none."""

    parts: "tuple[Node, ...]" = ()


@dataclass(frozen=True, slots=True)
class Not:
    """Photos that are not wanted by the part."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Shows:
    """Photos that show one of the people, at any state but rejected; confirmed: by the user's yes.

    That a person is there without a visible face, by the user's word, counts as confirmed.
    """

    people: People
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Only:
    """Photos that show someone of each entry, and nobody else.

    named: no other named person; other faces may be there. Else no other face at all.
    """

    people: tuple[People, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class Count:
    """Photos with least to most (None: or more) of these.

    people: different people shown. faces: all faces. unnamed: faces that nobody is named or
    suggested for and that are not hidden.
    """

    of: Counted
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Dates:
    """Photos taken from start to before end: beginnings of ISO 8601 local time, as texts."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Age:
    """Photos that show one of the people at least to most full years old (most None: or more).

    Only of people whose birth date is known; a year alone counts as its first day.
    """

    people: People
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Folder:
    """Photos with a file below a folder: text is part of a folder's name, or the start of a path.

    text: folded. A text with a separator in it is a path, from the root or from a folder's name.
    """

    text: str


@dataclass(frozen=True, slots=True)
class FileName:
    """Photos with a file whose name holds the text, which is folded."""

    text: str


@dataclass(frozen=True, slots=True)
class Camera:
    """Photos by a camera whose name holds the text, which is folded."""

    text: str


@dataclass(frozen=True, slots=True)
class Type:
    """Photos in one of these formats, named as photos.format has them."""

    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Photos taken within so many kilometres of a place (degrees, north and east positive)."""

    latitude: float
    longitude: float
    kilometres: float


@dataclass(frozen=True, slots=True)
class Favourite:
    """Photos that are favourites, or not."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class Rating:
    """Photos with least to most stars (None: or more); without a rating: 0."""

    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Together:
    """Photos that show someone of an entry, while each other entry is in a photo of about then.

    seconds: between the two photos, at most; whole seconds count.
    """

    people: tuple[People, ...]
    seconds: int


@dataclass(frozen=True, slots=True)
class Like:
    """Photos with a face that resembles one: what is a face's id, or the path of a picture."""

    what: str


Node = (
    And
    | Or
    | Not
    | Shows
    | Only
    | Count
    | Dates
    | Age
    | Folder
    | FileName
    | Camera
    | Type
    | Near
    | Favourite
    | Rating
    | Together
    | Like
)
NOTHING = Or()
EVERYTHING = And()


def both(parts: list[Node]) -> Node:
    """Return what is wanted by all parts, as flat as can be."""
    flat: dict[Node, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, And) else (part,)))
    return next(iter(flat)) if len(flat) == 1 else And(tuple(flat))


def either(parts: list[Node]) -> Node:
    """Return what is wanted by any part, as flat as can be."""
    flat: dict[Node, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, Or) else (part,)))
    return next(iter(flat)) if len(flat) == 1 else Or(tuple(flat))


def without(part: Node) -> Node:
    """Return what is not wanted by a part."""
    return part.part if isinstance(part, Not) else Not(part)
