"""Faces without a name that the user called the same person, by merging groups.

Kept as pairs; who is the same as whom follows from one pair to the next.
"""

import json
from collections.abc import Iterable

from facegallery.catalog.library import Catalog


def call_same(db: Catalog, face_ids: Iterable[int]) -> None:
    """Note for good that faces are one person."""
    first, *others = sorted(set(face_ids))
    db.execute(
        """insert into face_pairs (face_id, other_id, same) select ?, value, 1 from json_each(?)
        where true on conflict (face_id, other_id) do update set same = 1""",
        (first, json.dumps(others)),
    )


def pairs(db: Catalog) -> list[tuple[int, int]]:
    """Return the pairs of face ids called one person."""
    return list(db.execute("select face_id, other_id from face_pairs where same"))


def forget(db: Catalog, sides: Iterable[Iterable[int]]) -> None:
    """Forget that faces on several sides are one person; within each side it stays said."""
    parts = [set(side) for side in sides]
    every = set().union(*parts)
    known = [pair for pair in pairs(db) if every.issuperset(pair)]
    across = [pair for pair in known if not any(part.issuperset(pair) for part in parts)]
    db.execute(
        """delete from face_pairs where (face_id, other_id) in
        (select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?))""",
        (json.dumps(across),),
    )
    for one in one_person(known):
        for part in parts:
            if len(one & part) > 1:
                call_same(db, one & part)


def one_person(known: Iterable[tuple[int, int]]) -> list[set[int]]:
    """Return the sets of faces that pairs make one person, one pair after the other."""
    whose: dict[int, set[int]] = {}
    for face_id, other_id in known:
        one = whose.get(face_id, {face_id}) | whose.get(other_id, {other_id})
        whose.update(dict.fromkeys(one, one))
    return list({id(one): one for one in whose.values()}.values())
