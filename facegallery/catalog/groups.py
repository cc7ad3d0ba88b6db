"""Groups: the machine's, rebuilt freely; they hold no names and no decisions."""

import json
from collections.abc import Iterable, Mapping

from facegallery.catalog import covers
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now


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


def save_all(
    db: Catalog, wanted: Mapping[int, Iterable[int]], as_they_are: Iterable[int] = ()
) -> int:
    """Make the groups exactly these (id -> face ids); return how many faces changed group.

    Only what differs is written: grouping the same library twice writes nothing. A face that the
    user has confirmed for a person meanwhile, or called "not a face", is left out. as_they_are:
    faces that are not in them, and stay in a group that they have come to meanwhile.
    """
    with transaction(db):
        taken = {
            row[0]
            for row in db.execute(
                """select face_id from assignments where state = 'confirmed'
                union select id from faces where not is_face"""
            )
        }
        before = dict(db.execute("select face_id, group_id from group_faces").fetchall())
        after = {
            face_id: group_id
            for group_id, face_ids in wanted.items()
            for face_id in face_ids
            if face_id not in taken
        }
        for group_id in sorted(set(after.values()) - set(before.values())):
            db.execute(
                "insert into groups (id, made_at) values (?, ?) on conflict (id) do nothing",
                (group_id, now()),
            )
        for face_id in as_they_are:
            if face_id in before:
                after[face_id] = before[face_id]
        changed = {face for face in before | after if before.get(face) != after.get(face)}
        for face_id in sorted(changed):
            db.execute("delete from group_faces where face_id = ?", (face_id,))
            if face_id in after:
                db.execute(
                    """insert into group_faces (face_id, group_id, photo_id)
                    select id, ?, photo_id from faces where id = ?""",
                    (after[face_id], face_id),
                )
        delete_empty(db)
        covers.choose(db)
    return len(changed)


def save_added(db: Catalog, moved: Mapping[int, int], joined: Mapping[int, int]) -> int:
    """Give faces to groups (face id -> group id), and groups to others (id -> id).

    Groups that are not there yet are made; nothing else is written. A face that the user has
    confirmed for a person meanwhile, or called "not a face", is left out. Return how many faces
    changed group.
    """
    with transaction(db):
        numbers = json.dumps(list(moved))
        taken = {
            row[0]
            for row in db.execute(
                """select face_id from assignments where state = 'confirmed'
                    and face_id in (select value from json_each(:ids))
                union select id from faces
                    where not is_face and id in (select value from json_each(:ids))""",
                {"ids": numbers},
            )
        }
        came = [(face_id, group_id) for face_id, group_id in moved.items() if face_id not in taken]
        db.conn.executemany(
            "insert into groups (id, made_at) values (?, ?) on conflict (id) do nothing",
            [(group_id, now()) for group_id in sorted(set(moved.values()))],
        )
        changed = db.conn.executemany(
            """insert into group_faces (face_id, group_id, photo_id)
            select id, ?2, photo_id from faces where id = ?1
            on conflict (face_id) do update set group_id = excluded.group_id""",
            came,
        ).rowcount
        for source, target in joined.items():
            changed += db.execute(
                "update group_faces set group_id = ? where group_id = ?", (target, source)
            ).rowcount
        delete_empty(db)
        covers.choose(db)
    return int(changed)


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
