"""Groups keep their ids from run to run, and with them their place on the screen."""

from collections import Counter
from collections.abc import Mapping, Sequence


def keep_group_ids(
    old: Mapping[int, frozenset[int]], new: Sequence[frozenset[int]], next_id: int
) -> dict[int, frozenset[int]]:
    """Return the new groups (sets of face ids) by id.

    A group takes the id of the old one that it shares most faces with; each old id is given once,
    the largest share first, then the lower id, then the lowest face id. Groups without an old one
    get ids from next_id on, in the order given.
    """
    whose = {face_id: group_id for group_id, face_ids in old.items() for face_id in face_ids}
    shares = [
        (-shared, group_id, min(face_ids), position)
        for position, face_ids in enumerate(new)
        for group_id, shared in Counter(
            whose[face_id] for face_id in face_ids if face_id in whose
        ).items()
    ]
    ids: dict[int, int] = {}
    given: set[int] = set()
    for _, group_id, _, position in sorted(shares):
        if position not in ids and group_id not in given:
            ids[position] = group_id
            given.add(group_id)
    for position in range(len(new)):
        if position not in ids:
            ids[position] = next_id
            next_id += 1
    return {ids[position]: face_ids for position, face_ids in enumerate(new)}
