"""Who is different: people whom the user told apart, and faces without a name."""

import json
from collections.abc import Iterable, Sequence

from facegallery.catalog.journal import now
from facegallery.catalog.library import Catalog

Sides = list[frozenset[int]]
"""Faces of two or more people: nobody on one side is anybody on another."""


def tell_people_apart(db: Catalog, person_id: int, other_id: int) -> None:
    """Note for good that two people are different."""
    db.execute(
        """insert into different_people (person_id, other_id) values (?, ?)
        on conflict (person_id, other_id) do nothing""",
        sorted((person_id, other_id)),
    )


def forget_people(db: Catalog, person_id: int, other_id: int) -> None:
    """Forget that two people are different: they are merged after all."""
    db.execute(
        "delete from different_people where person_id = ? and other_id = ?",
        sorted((person_id, other_id)),
    )


def people(db: Catalog) -> set[tuple[int, int]]:
    """Return all pairs of ids, the lower first, of people called different."""
    return set(db.execute("select person_id, other_id from different_people"))


def of_person(db: Catalog, person_id: int) -> list[int]:
    """Return the ids of the people who are called different from one."""
    rows = db.execute(
        """select other_id from different_people where person_id = :id
        union select person_id from different_people where other_id = :id""",
        {"id": person_id},
    )
    return [row[0] for row in rows]


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


def forget_faces(db: Catalog, one: Iterable[int], other: Iterable[int]) -> None:
    """Forget that faces of one are different from faces of the other: the user merged them."""
    first, second = set(one), set(other)
    for number, sides in _numbered(db, first | second).items():
        if any(mine & first and yours & second for mine in sides for yours in sides - {mine}):
            db.execute("delete from differences where id = ?", (number,))
    for pair in db.execute("select face_id, other_id from face_pairs where not same").fetchall():
        if (first & set(pair)) and (second & set(pair)) and first | second >= set(pair):
            db.execute("delete from face_pairs where face_id = ? and other_id = ?", pair)


def faces(db: Catalog) -> list[Sides]:
    """Return everything said of faces that are different people, the oldest first.

    Pairs that an earlier version of the program noted one by one are among them.
    """
    pairs = db.execute("select face_id, other_id from face_pairs where not same order by 1, 2")
    found: list[Sides] = [[frozenset((one,)), frozenset((other,))] for one, other in pairs]
    return found + [
        sorted(sides, key=min) for _, sides in sorted(_numbered(db).items()) if len(sides) > 1
    ]


def _numbered(db: Catalog, about: Iterable[int] | None = None) -> dict[int, set[frozenset[int]]]:
    """Return the sides of each difference by its id; about: of those that hold such a face."""
    where = ""
    if about is not None:
        numbers = ", ".join(str(int(face_id)) for face_id in about)
        where = f"""where difference_id in
            (select difference_id from difference_faces where face_id in ({numbers}))"""
    sides: dict[int, dict[int, set[int]]] = {}
    for number, side, face_id in db.execute(
        f"select difference_id, side, face_id from difference_faces {where}"
    ):
        sides.setdefault(number, {}).setdefault(side, set()).add(face_id)
    return {
        number: {frozenset(members) for members in found.values()}
        for number, found in sides.items()
    }
