"""How the window writes and changes the text of a query; names get quotes where they need them."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what reads queries is needed when there is one
    from facegallery.domain.query.parse import Piece, Query

_LIKE = re.compile(r"-?(?:like|ähnlich):\s*([0-9]{1,15})", re.IGNORECASE)
Names = Iterable[tuple[int, str]]


def name_in_query(name: str, names: Names) -> str:
    """Return a person's name as it stands in a query: in quotes where it would be misread."""
    from facegallery.domain.query.parse import parse

    query = parse(name, names)
    if len(query.pieces) == 1 and query.pieces[0].kind == "name" and not query.mistakes:
        return name
    return quoted(name)


def quoted(text: str) -> str:
    """Return a text in quotes; a quote in it cannot be written and is left out."""
    return '"' + text.replace('"', "") + '"'


def like(picture: Path) -> str:
    """Return the query for photos that show whom a picture shows."""
    return f"like: {quoted(str(picture))}"


def face_of(piece: str) -> int | None:
    """Return the number of the face that a piece of a query looks for, None for other pieces."""
    found = _LIKE.fullmatch(piece)
    return int(found[1]) if found is not None else None


def with_part(text: str, part: str) -> str:
    """Return a query with one more condition; what was joined by "or" goes into brackets."""
    text = text.strip()
    if not text:
        return part
    if _has_or(text):
        text = f"({text})"
    return f"{text} {part}"


def _has_or(text: str) -> bool:
    from facegallery.domain.query.values import OR

    return any(f" {word} " in f" {text.lower()} " for word in OR)


def without_piece(query: "Query", piece: "Piece") -> str:
    """Return the text of a query without one of its pieces."""
    return " ".join((query.text[: piece.start] + query.text[piece.end :]).split())


def split(query: "Query") -> "list[tuple[str, Piece]]":
    """Return the pieces of a query with their texts, marks that stand together as one."""
    return [(query.text[piece.start : piece.end], piece) for piece in query.pieces]


def with_time(query: "Query", when: str) -> str:
    """Return a query for another time: "2015-06..2016-02" takes the place of the date in it."""
    dates = [
        piece
        for text, piece in split(query)
        if piece.kind == "value" and (text.startswith(("date:", "datum:")) or ":" not in text)
    ]
    text = query.text
    if len(dates) == 1 and not _has_or(text):
        text = without_piece(query, dates[0])
    return with_part(text, f"date: {when}")
