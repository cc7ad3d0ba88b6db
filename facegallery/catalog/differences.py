"""Who is different: people whom the user told apart, and faces without a name."""

import json
from collections.abc import Iterable, Mapping, Sequence

from facegallery.catalog import merges
from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now

Sides = list[frozenset[int]]
"""Faces of two or more people: nobody on one side is anybody on another."""


def tell_people_apart(db: Catalog, person_id: int, other_id: int) -> None:
    """Note for good that two people are different."""
    db.execute(
        """insert into different_people (person_id, other_id) values (?, ?)
        on conflict (person_id, other_id) do nothing""",
        sorted((person_id, other_id)),
    )


def people(db: Catalog) -> set[tuple[int, int]]:
    """Return all pairs of ids, the lower first, of people called different.

    Of somebody who is part of another by now, the other is different.
    """
    there = {row[0] for row in db.execute("select id from people")}
    into = merges.people_merged(db)
    found = set()
    for pair in db.execute("select person_id, other_id from different_people").fetchall():
        one, other = sorted(_who_is_left(number, into) for number in pair)
        if one != other and {one, other} <= there:
            found.add((one, other))
    return found


def settle_people(db: Catalog) -> None:
    """Keep who is different now as if it had been said so: no merge can be taken apart any more."""
    now_different = sorted(people(db))
    db.execute("delete from different_people")
    for one, other in now_different:
        tell_people_apart(db, one, other)


def _who_is_left(person_id: int, into: Mapping[int, int]) -> int:
    while person_id in into:
        person_id = into[person_id]
    return person_id


def tell_faces_apart(db: Catalog, sides: Sequence[Iterable[int]]) -> None:
    """Note for good that the faces of each side are other people than those of all other sides."""
    number = db.execute("insert into differences (made_at) values (?)", (now(),)).lastrowid
    for side, face_ids in enumerate(sides):
        db.execute(
            """insert into difference_faces (difference_id, face_id, side)
            select ?, value, ? from json_each(?)
            where true on conflict (difference_id, face_id) do nothing""",
            (number, side, json.dumps(list(face_ids))),
        )


def forget_faces(db: Catalog, face_ids: Iterable[int]) -> None:
    """Forget that some of these faces are different people: the user says that they are one.

    Their sides are one from now on: what was said of them and of anybody else stays.
    """
    one_person = set(face_ids)
    for number, sides in _numbered(db, one_person).items():
        joined = sorted(side for side, members in sides.items() if members & one_person)
        if len(joined) == len(sides):
            db.execute("delete from differences where id = ?", (number,))
        elif len(joined) > 1:
            db.execute(
                """update difference_faces set side = ?
                where difference_id = ? and side in (select value from json_each(?))""",
                (joined[0], number, json.dumps(joined)),
            )
    for pair in db.execute("select face_id, other_id from face_pairs where not same").fetchall():
        if one_person.issuperset(pair):
            db.execute("delete from face_pairs where face_id = ? and other_id = ?", pair)


def faces(db: Catalog) -> list[Sides]:
    """Return everything said of faces that are different people, the oldest first.

    Pairs that an earlier version of the program noted one by one are among them.
    """
    pairs = db.execute("select face_id, other_id from face_pairs where not same order by 1, 2")
    found: list[Sides] = [[frozenset((one,)), frozenset((other,))] for one, other in pairs]
    return found + [
        sorted(map(frozenset, sides.values()), key=min)
        for _, sides in sorted(_numbered(db).items())
        if len(sides) > 1
    ]


def about(db: Catalog, face_ids: Iterable[int]) -> list[Sides]:
    """Return what was said of different people among whom is one of these faces."""
    return [list(map(frozenset, sides.values())) for sides in _numbered(db, face_ids).values()]


def _numbered(db: Catalog, about: Iterable[int] | None = None) -> dict[int, dict[int, set[int]]]:
    """Return the faces of each difference by its id and their side.

    about: of those only that hold such a face.
    """
    where, values = "", ""
    if about is not None:
        values = json.dumps(list(about))
        where = """where difference_id in (select difference_id from difference_faces
            where face_id in (select value from json_each(?)))"""
    found: dict[int, dict[int, set[int]]] = {}
    for number, side, face_id in db.execute(
        f"select difference_id, side, face_id from difference_faces {where}",
        [values] if where else [],
    ):
        found.setdefault(number, {}).setdefault(side, set()).add(face_id)
    return found
