"""The same question, asked as simply as can be: what is excluded becomes what is left.

"-rating: >=4" asks for 0 to 3 stars, which an index can answer; "-(a or b)" is "-a -b"; what
contradicts itself finds nothing, and nobody has to look for it.
"""

import math
from dataclasses import replace

from facegallery.domain.query import nodes
from facegallery.domain.query.nodes import Node, both, either

LAST = "\U0010ffff"  # after every date


def simplified(node: Node) -> Node:
    """Return a query that wants the same photos: minuses only before what has no opposite."""
    if isinstance(node, nodes.And):
        return _all([simplified(part) for part in node.parts])
    if isinstance(node, nodes.Or):
        return _any([simplified(part) for part in node.parts])
    if isinstance(node, nodes.Not):
        return _opposite(node.part)
    if isinstance(node, nodes.Count | nodes.Rating) and _is_any(node):
        return nodes.EVERYTHING
    return node


def _is_any(node: nodes.Count | nodes.Rating) -> bool:
    return node.least <= 0 and node.most is None


def _all(parts: list[Node]) -> Node:
    whole = both(parts)
    listed = _narrowed(whole.parts if isinstance(whole, nodes.And) else (whole,))
    if nodes.NOTHING in listed or _contradict(set(listed)):
        return nodes.NOTHING
    return both(listed)


def _narrowed(parts: tuple[Node, ...]) -> list[Node]:
    """Return the parts with all ranges of one count, and all of ratings, as one range.

    Of one that is empty nothing is found.
    """
    ranges: dict[str, tuple[int, int | None]] = {}
    for part in parts:
        if isinstance(part, nodes.Count | nodes.Rating):
            least, most = ranges.get(_counted(part), (0, None))
            highest = [number for number in (most, part.most) if number is not None]
            ranges[_counted(part)] = max(least, part.least), min(highest, default=None)
    if any(most is not None and most < least for least, most in ranges.values()):
        return [nodes.NOTHING]
    narrowed: dict[Node, None] = {}
    for part in parts:
        if isinstance(part, nodes.Count | nodes.Rating):
            least, most = ranges[_counted(part)]
            narrowed[replace(part, least=least, most=most)] = None
        else:
            narrowed[part] = None
    return list(narrowed)


def _counted(part: nodes.Count | nodes.Rating) -> str:
    return part.of if isinstance(part, nodes.Count) else "rating"


def _contradict(parts: set[Node]) -> bool:
    """Tell whether no photo can have all of these."""
    shown = {people for part in parts for people in _wanted(part)}
    most = min((_most_people(part) for part in parts), default=math.inf)
    return any(
        nodes.without(part) in parts
        or (isinstance(part, nodes.Count) and part.of == "people" and part.least > most)
        or (isinstance(part, nodes.Count) and part.of == "people" and part.most == 0 and shown)
        or (
            isinstance(part, nodes.Not)
            and isinstance(part.part, nodes.Shows)
            and not part.part.confirmed
            and any(set(people) <= set(part.part.people) for people in shown)
        )
        for part in parts
    )


def _wanted(part: Node) -> tuple[nodes.People, ...]:
    """Return the people one of whom must be shown, once for each that must."""
    if isinstance(part, nodes.Shows):
        return (part.people,)
    return part.people if isinstance(part, nodes.Only) else ()


def _most_people(part: Node) -> float:
    """Return how many people a photo can show."""
    if isinstance(part, nodes.Only):
        return len({person for people in part.people for person in people})
    return math.inf


def _any(parts: list[Node]) -> Node:
    whole = either(parts)
    listed = set(whole.parts if isinstance(whole, nodes.Or) else (whole,))
    if nodes.EVERYTHING in listed or any(nodes.without(part) in listed for part in listed):
        return nodes.EVERYTHING
    return whole


def _opposite(node: Node) -> Node:
    if isinstance(node, nodes.And):
        return _any([_opposite(part) for part in node.parts])
    if isinstance(node, nodes.Or):
        return _all([_opposite(part) for part in node.parts])
    if isinstance(node, nodes.Not):
        return simplified(node.part)
    return _opposite_leaf(node)


def _opposite_leaf(node: Node) -> Node:
    if isinstance(node, nodes.Favourite):
        return nodes.Favourite(not node.wanted)
    if isinstance(node, nodes.Dates):
        return _any([nodes.Dates("", node.start), nodes.Dates(node.end, LAST)])
    if isinstance(node, nodes.Count):
        return _any([nodes.Count(node.of, *rest) for rest in _outside(node.least, node.most)])
    if isinstance(node, nodes.Rating):
        return _any([nodes.Rating(*rest) for rest in _outside(node.least, node.most)])
    return nodes.Not(node)


def _outside(least: int, most: int | None) -> list[tuple[int, int | None]]:
    """Return the ranges of whole numbers from 0 that a range leaves."""
    if most is not None and most < least:
        return [(0, None)]
    below: list[tuple[int, int | None]] = [(0, least - 1)] if least > 0 else []
    return below + ([(most + 1, None)] if most is not None else [])
