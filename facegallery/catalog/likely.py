"""What the machine finds likely and asks: groups that may be one person, or a known one.

The machine's own, made anew freely: never journalled, and no decision rests on it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.catalog.turns import write_in_turns

Pair = tuple[int, int | None, int | None]
"""A group, and another group or a person."""


@dataclass(frozen=True, slots=True)
class LikelySame:
    """A group that may be the same person as another group, or as a person; one of the two."""

    group_id: int
    other_id: int | None
    person_id: int | None
    likeness: float


@dataclass(frozen=True, slots=True)
class LikelyMixed:
    """A group or person (kind, number) with faces that may be somebody else's.

    likeness: of its two parts; smaller: faces in the smaller one.
    """

    kind: str
    number: int
    likeness: float
    smaller: int


def save_same(db: Catalog, found: Iterable[LikelySame]) -> None:
    """Make what is likely the same exactly this; groups and people that have gone are left out."""
    wanted = {(one.group_id, one.other_id, one.person_id): round(one.likeness, 3) for one in found}
    before = {(one.group_id, one.other_id, one.person_id): one.likeness for one in same(db)}
    changed = [key for key in before | wanted if before.get(key) != wanted.get(key)]
    write_in_turns(db, [(key, wanted.get(key)) for key in changed], partial(_save_some, db))


def _save_some(db: Catalog, some: Sequence[tuple[Pair, float | None]]) -> None:
    group_ids = {row[0] for row in db.execute("select id from groups")}
    person_ids = {row[0] for row in db.execute("select id from people")}
    for key, likeness in some:
        _remove(db, key)
        group_id, other_id, person_id = key
        there = group_id in group_ids
        there &= other_id is None or other_id in group_ids
        there &= person_id is None or person_id in person_ids
        if there and likeness is not None:
            _add(db, key, likeness)


def same(db: Catalog) -> list[LikelySame]:
    """Return the groups that may be somebody else, the likeliest first."""
    rows = db.execute(
        """select group_id, other_id, person_id, likeness from likely_same
        order by likeness desc, group_id, other_id, person_id"""
    )
    return [LikelySame(*row) for row in rows]


def follow(db: Catalog, group_id: int, person_id: int) -> None:
    """Note that a group is a person now: what was likely the group is likely the person."""
    for other_id, likeness in _partners(db, group_id):
        _add(db, (other_id, None, person_id), likeness)
    _forget(db, group_id)


def join(db: Catalog, group_id: int, target_id: int) -> None:
    """Note that a group is part of another now."""
    for other_id, likeness in _partners(db, group_id):
        if other_id != target_id:
            pair = min(other_id, target_id), max(other_id, target_id)
            _add(db, (*pair, None), likeness)
    rows = db.execute(
        "select person_id, likeness from likely_same where group_id = ? and person_id is not null",
        (group_id,),
    ).fetchall()
    for person_id, likeness in rows:
        _add(db, (target_id, None, person_id), likeness)
    _forget(db, group_id)


def join_people(db: Catalog, person_id: int, target_id: int) -> None:
    """Note that a person is part of another now."""
    rows = db.execute(
        "select group_id, likeness from likely_same where person_id = ?", (person_id,)
    ).fetchall()
    for group_id, likeness in rows:
        _add(db, (group_id, None, target_id), likeness)


def part(db: Catalog, group_id: int, other_id: int | None, person_id: int | None) -> None:
    """Note that a group is not the other group, or not the person."""
    if other_id is not None:
        group_id, other_id = min(group_id, other_id), max(group_id, other_id)
    _remove(db, (group_id, other_id, person_id))


def _partners(db: Catalog, group_id: int) -> list[tuple[int, float]]:
    return db.execute(
        """select other_id, likeness from likely_same where group_id = :id and person_id is null
        union select group_id, likeness from likely_same where other_id = :id""",
        {"id": group_id},
    ).fetchall()


def _add(db: Catalog, key: Pair, likeness: float) -> None:
    """Add a pair, or raise its likeness where it is there already."""
    _group_id, other_id, _person_id = key
    target = (
        "(group_id, other_id) where other_id not null"
        if other_id is not None
        else "(group_id, person_id) where person_id not null"
    )
    db.execute(
        f"""insert into likely_same (group_id, other_id, person_id, likeness)
        values (?, ?, ?, ?) on conflict {target}
        do update set likeness = max(likeness, excluded.likeness)""",
        (*key, likeness),
    )


def _remove(db: Catalog, key: Pair) -> None:
    db.execute(
        "delete from likely_same where group_id = ? and other_id is ? and person_id is ?", key
    )


def _forget(db: Catalog, group_id: int) -> None:
    db.execute("delete from likely_same where group_id = :id or other_id = :id", {"id": group_id})


def save_mixed(db: Catalog, found: Iterable[LikelyMixed]) -> None:
    """Make what may be several people exactly this."""
    with transaction(db):
        db.execute("delete from likely_mixed")
        _add_mixed(db, found)


def save_mixed_of(
    db: Catalog, asked: Iterable[tuple[str, int]], found: Iterable[LikelyMixed]
) -> None:
    """Note anew which of these (kind, number) may be several people; the others stay as noted."""
    with transaction(db):
        db.conn.executemany("delete from likely_mixed where kind = ? and number = ?", list(asked))
        _add_mixed(db, found)


def _add_mixed(db: Catalog, found: Iterable[LikelyMixed]) -> None:
    db.conn.executemany(
        "insert into likely_mixed (kind, number, likeness, smaller) values (?, ?, ?, ?)",
        [(one.kind, one.number, round(one.likeness, 3), one.smaller) for one in found],
    )


def mixed(db: Catalog) -> list[LikelyMixed]:
    """Return the groups and people that may be several people, the least alike parts first."""
    rows = db.execute(
        "select kind, number, likeness, smaller from likely_mixed order by likeness, number"
    )
    return [LikelyMixed(*row) for row in rows]
