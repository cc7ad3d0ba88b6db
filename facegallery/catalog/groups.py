"""Groups: the machine's, rebuilt freely; they hold no names and no decisions."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from facegallery.catalog import covers
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now
from facegallery.catalog.turns import write_in_turns


def members(db: Catalog) -> dict[int, frozenset[int]]:
    """Return the face ids of every group."""
    found: dict[int, set[int]] = {}
    for group_id, face_id in db.execute("select group_id, face_id from group_faces"):
        found.setdefault(group_id, set()).add(face_id)
    return {group_id: frozenset(face_ids) for group_id, face_ids in found.items()}


def shown_faces(db: Catalog) -> list[tuple[int, int]]:
    """Return group and photo of each face in a group that is not hidden, by face."""
    return list(
        db.execute(
            """select group_id, group_faces.photo_id from group_faces
            join faces on faces.id = face_id where not hidden order by face_id"""
        )
    )


def face_ids(db: Catalog, group_id: int) -> list[int]:
    """Return the ids of a group's faces."""
    rows = db.execute(
        "select face_id from group_faces where group_id = ? order by face_id", (group_id,)
    )
    return [row[0] for row in rows]


def face_ids_of(db: Catalog, group_ids: Iterable[int]) -> dict[int, list[int]]:
    """Return the ids of the faces of some groups, by group."""
    found: dict[int, list[int]] = {}
    rows = db.execute(
        """select group_id, face_id from group_faces
        where group_id in (select value from json_each(?)) order by face_id""",
        (json.dumps(list(group_ids)),),
    )
    for group_id, face_id in rows:
        found.setdefault(group_id, []).append(face_id)
    return found


def of_each(db: Catalog, face_ids: Iterable[int]) -> dict[int, int]:
    """Return the groups of those of some faces that are in one, by face id."""
    rows = db.execute(
        """select face_id, group_id from group_faces
        where face_id in (select value from json_each(?))""",
        (json.dumps(list(face_ids)),),
    )
    return dict(rows.fetchall())


def of_faces(db: Catalog, face_ids: Iterable[int]) -> set[int]:
    """Return the groups that some of these faces are in."""
    rows = db.execute(
        """select distinct group_id from group_faces
        where face_id in (select value from json_each(?))""",
        (json.dumps(sorted(face_ids)),),
    )
    return {row[0] for row in rows}


def in_photos(db: Catalog, photo_ids: Iterable[int]) -> list[tuple[int, int]]:
    """Return (group id, photo id) of all groups with faces in these photos."""
    rows = db.execute(
        """select distinct group_id, faces.photo_id from faces
        cross join group_faces on face_id = faces.id
        where faces.photo_id in (select value from json_each(?))""",
        (json.dumps(list(photo_ids)),),
    )
    return list(rows)


def shared_photos(db: Catalog, group_id: int, other_id: int) -> set[int]:
    """Return the photos in which two groups both have faces."""
    rows = db.execute(
        """select distinct photo_id from group_faces as mine where group_id = ? and exists
            (select 1 from group_faces where group_id = ? and photo_id = mine.photo_id)""",
        (group_id, other_id),
    )
    return {row[0] for row in rows}


def make(db: Catalog, group_id: int, face_ids: Iterable[int]) -> int:
    """Make a group of faces, out of whatever groups they are in; return its id.

    group_id: the number it had once; where another group has it now, the next one that is free.
    """
    taken = db.execute("select 1 from groups where id = ?", (group_id,)).fetchone() is not None
    number = next_id(db) if taken else group_id
    db.execute("insert into groups (id, made_at) values (?, ?)", (number, now()))
    chosen = json.dumps(list(face_ids))
    db.execute(
        "delete from group_faces where face_id in (select value from json_each(?))", (chosen,)
    )
    db.execute(
        """insert into group_faces (face_id, group_id, photo_id)
        select faces.id, ?, photo_id from json_each(?) cross join faces on faces.id = value""",
        (number, chosen),
    )
    delete_empty(db)
    return number


def next_id(db: Catalog) -> int:
    """Return the first id that no group has ever had."""
    row = db.execute("select seq from sqlite_sequence where name = 'groups'").fetchone()
    return 1 if row is None else int(row[0]) + 1


class Outdated(Exception):
    """Raised where groups are not to be written: they rest on what is no longer so."""


def save_all(
    db: Catalog,
    wanted: Mapping[int, Iterable[int]],
    as_they_are: Iterable[int] = (),
    *,
    since: int | None = None,
    still: Callable[[], bool] = lambda: True,
) -> int:
    """Make the groups exactly these (id -> face ids); return how many faces changed group.

    Only what differs is written: grouping the same library twice writes nothing. In turns: what the
    user does meanwhile comes between. A face that the user has confirmed for a person by then, or
    called "not a face", is left out. as_they_are: faces that are not in them, and stay in a group
    that they have come to meanwhile. since: what next_id gave before the groups were made. still:
    tells whether what they rest on is as it was; asked in each turn. Raises Outdated where it is
    not, or where somebody else has made a group.
    """
    before = dict(db.execute("select face_id, group_id from group_faces").fetchall())
    after = {face: group_id for group_id, face_ids in wanted.items() for face in face_ids}
    for face_id in _taken(db):
        after.pop(face_id, None)
    for face_id in as_they_are:
        if face_id in before:
            after[face_id] = before[face_id]
    changed = sorted(face for face in before | after if before.get(face) != after.get(face))
    known = next_id(db) if since is None else since
    ours = max(known, 1 + max(after.values(), default=0))

    def look(expected: int) -> None:
        if next_id(db) != expected or not still():
            raise Outdated

    def move_some(some: Sequence[tuple[int, int | None]]) -> None:
        look(ours)
        _move_faces(db, some)

    with transaction(db):
        look(known)
        if ours > known:
            _reserve_ids(db, ours - 1)
    write_in_turns(db, [(face, after.get(face)) for face in changed], move_some)
    _tidy(db)
    return len(changed)


def save_added(db: Catalog, moved: Mapping[int, int], joined: Mapping[int, int]) -> int:
    """Give faces to groups (face id -> group id), and groups to others (id -> id).

    Groups that are not there yet are made; nothing else is written. In turns, as save_all does.
    Return how many faces changed group.
    """
    taken = _taken(db, moved)
    with transaction(db):
        last = max(moved.values(), default=0)
        if last >= next_id(db):
            _reserve_ids(db, last)
    came = [(face, group_id) for face, group_id in moved.items() if face not in taken]
    write_in_turns(db, came, partial(_move_faces, db))
    changed = len(came)
    with transaction(db):
        for source, target in joined.items():
            changed += db.execute(
                "update group_faces set group_id = ? where group_id = ?", (target, source)
            ).rowcount
    _tidy(db)
    return changed


def _reserve_ids(db: Catalog, last: int) -> None:
    """Have the next group that is made get an id beyond this one."""
    said = db.execute("update sqlite_sequence set seq = ? where name = 'groups'", (last,))
    if not said.rowcount:
        db.execute("insert into sqlite_sequence (name, seq) values ('groups', ?)", (last,))


def _taken(db: Catalog, face_ids: Iterable[int] | None = None) -> set[int]:
    """Return those of some faces, or of all, that are a person's or none: in no group."""
    some = "" if face_ids is None else "and {} in (select value from json_each(:ids))"
    rows = db.execute(
        f"""select face_id from assignments where state = 'confirmed' {some.format("face_id")}
        union select id from faces where not is_face {some.format("id")}""",
        {"ids": json.dumps(list(face_ids or ()))},
    )
    return {row[0] for row in rows}


def _move_faces(db: Catalog, moved: Sequence[tuple[int, int | None]]) -> None:
    """Give faces to groups, which are made where they are not there; None: to none."""
    taken = _taken(db, [face_id for face_id, _group_id in moved])
    came = [(face, group) for face, group in moved if group is not None and face not in taken]
    staying = {face_id for face_id, _group_id in came}
    gone = [(face_id,) for face_id, _group_id in moved if face_id not in staying]
    db.conn.executemany("delete from group_faces where face_id = ?", gone)
    db.conn.executemany(
        "insert into groups (id, made_at) values (?, ?) on conflict (id) do nothing",
        [(group_id, now()) for group_id in sorted({group_id for _face_id, group_id in came})],
    )
    db.conn.executemany(
        """insert into group_faces (face_id, group_id, photo_id)
        select id, ?2, photo_id from faces where id = ?1
        on conflict (face_id) do update set group_id = excluded.group_id""",
        came,
    )


def _tidy(db: Catalog) -> None:
    """Delete the groups that no face is in, and give all others a face for their cards."""
    with transaction(db):
        delete_empty(db)
    covers.choose(db)


def take_out(db: Catalog, face_ids: Iterable[int]) -> None:
    """Take faces out of the groups they are in; a group left without faces goes."""
    db.execute(
        "delete from group_faces where face_id in (select value from json_each(?))",
        (json.dumps(list(face_ids)),),
    )
    delete_empty(db)


def move(db: Catalog, source: int, target: int) -> None:
    """Give all faces of a group to another."""
    db.execute("update group_faces set group_id = ? where group_id = ?", (target, source))
    delete_empty(db)


def delete_empty(db: Catalog) -> None:
    """Delete the groups that no face is in."""
    db.execute("""delete from groups where not exists
        (select 1 from group_faces where group_id = groups.id)""")
