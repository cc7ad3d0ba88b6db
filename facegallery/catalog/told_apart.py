"""Whether the user told two people or groups apart, in whatever way they said so."""

from itertools import combinations

from facegallery.catalog import differences
from facegallery.catalog.company import Somebody
from facegallery.catalog.library import Catalog


def told_apart(db: Catalog, one: Somebody, other: Somebody) -> bool:
    """Tell whether the user said that two people or groups are different.

    They said so of the two, or of faces of theirs, or that most faces of one are not the other.
    """
    if one[0] == other[0] == "person":
        pair = (min(one[1], other[1]), max(one[1], other[1]))
        if pair in differences.people(db):
            return True
    mine, yours = _members(db, one), _members(db, other)
    if _mostly_refused(db, mine, other) or _mostly_refused(db, yours, one):
        return True
    return any(
        (mine & left and yours & right) or (mine & right and yours & left)
        for sides in differences.faces(db)
        for left, right in combinations(sides, 2)
    )


def _members(db: Catalog, who: Somebody) -> set[int]:
    kind, number = who
    if kind == "group":
        rows = db.execute("select face_id from group_faces where group_id = ?", (number,))
    else:
        rows = db.execute(
            "select face_id from assignments where person_id = ? and state = 'confirmed'",
            (number,),
        )
    return {row[0] for row in rows}


def _mostly_refused(db: Catalog, members: set[int], who: Somebody) -> bool:
    """Tell whether the user said no to a person for more than half of some faces."""
    kind, number = who
    if kind == "group":
        return False
    rows = db.execute(
        "select face_id from assignments where person_id = ? and state = 'rejected'", (number,)
    )
    return 2 * len(members.intersection(row[0] for row in rows)) > len(members) > 0
