"""The same question, asked as simply as can be: what is excluded becomes what is left.

"-rating: >=4" asks for 0 to 3 stars, which an index can answer; "-(a or b)" is "-a -b"; what
contradicts itself finds nothing, and nobody has to look for it.
"""

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
    listed = set(whole.parts if isinstance(whole, nodes.And) else (whole,))
    if nodes.NOTHING in listed or _contradict(listed):
        return nodes.NOTHING
    return whole


def _contradict(parts: set[Node]) -> bool:
    """Tell whether no photo can have all of these."""
    nobody = nodes.Count("people", 0, 0) in parts
    return any(
        nodes.without(part) in parts or (nobody and isinstance(part, nodes.Shows | nodes.Only))
        for part in parts
    )


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
