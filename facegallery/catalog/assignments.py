"""Assignments: the links of faces and people."""

import json
from collections.abc import Iterable, Mapping, Sequence

from facegallery.catalog.journal import now
from facegallery.catalog.library import Catalog, transaction
from facegallery.domain.person import CONFIRMED, REJECTED, Suggestion

_PUT = """insert into assignments (face_id, person_id, photo_id, state, made_at)
    select id, ?, photo_id, ?, ? from faces where id = ?
    on conflict (face_id, person_id) do update set state = excluded.state,
        similarity = null, made_at = excluded.made_at"""


def confirm(db: Catalog, face_ids: Iterable[int], person_id: int) -> None:
    """Link faces to a person for good; other people's claims on them end."""
    _decide(db, face_ids, person_id, CONFIRMED)


def reject(db: Catalog, face_ids: Iterable[int], person_id: int) -> None:
    """Note for good that faces are not a person's."""
    _decide(db, face_ids, person_id, REJECTED)


def _decide(db: Catalog, face_ids: Iterable[int], person_id: int, state: str) -> None:
    chosen, made_at = list(face_ids), now()
    if state == CONFIRMED:
        db.conn.executemany(
            """delete from assignments
            where face_id = ? and state <> 'rejected' and person_id <> ?""",
            [(face_id, person_id) for face_id in chosen],
        )
    db.conn.executemany(_PUT, [(person_id, state, made_at, face_id) for face_id in chosen])


def confirmed_person(db: Catalog, face_id: int) -> int | None:
    """Return the id of the person whom the user confirmed for a face, or None."""
    row = db.execute(
        "select person_id from assignments where face_id = ? and state = 'confirmed'", (face_id,)
    ).fetchone()
    return None if row is None else int(row[0])


def confirmed(db: Catalog) -> dict[int, int]:
    """Return the person of each face that is confirmed as somebody's."""
    return dict(db.execute("select face_id, person_id from assignments where state = 'confirmed'"))


def people_of(db: Catalog, face_ids: Iterable[int]) -> list[int]:
    """Return the ids of the people whom the user confirmed for some of these faces."""
    numbers = ", ".join(str(int(face_id)) for face_id in face_ids)
    rows = db.execute(
        f"""select distinct person_id from assignments
        where state = 'confirmed' and face_id in ({numbers}) order by person_id"""
    )
    return [row[0] for row in rows]


def face_ids(db: Catalog, person_id: int, state: str) -> list[int]:
    """Return the ids of a person's faces in this state."""
    rows = db.execute(
        "select face_id from assignments where person_id = ? and state = ? order by face_id",
        (person_id, state),
    )
    return [row[0] for row in rows]


def end(db: Catalog, face_ids: Iterable[int]) -> None:
    """End every link of faces to people but the rejections: they are no faces."""
    for face_id in face_ids:
        db.execute("delete from assignments where face_id = ? and state <> 'rejected'", (face_id,))


def move_all(db: Catalog, source: int, target: int) -> None:
    """Give one person's confirmed and rejected faces to another, for a merge.

    A yes for either of the two is worth more than a no for the other: they are one person now.
    """
    rejected = set(face_ids(db, source, REJECTED)) - set(face_ids(db, target, CONFIRMED))
    confirmed = face_ids(db, source, CONFIRMED)
    db.execute("delete from assignments where person_id = ?", (source,))
    reject(db, sorted(rejected), target)
    confirm(db, confirmed, target)


def since(db: Catalog, person_id: int, state: str) -> dict[int, str]:
    """Return the faces that a person has in this state, and since when, by face id."""
    rows = db.execute(
        "select face_id, made_at from assignments where person_id = ? and state = ?",
        (person_id, state),
    )
    return dict(rows.fetchall())


def give_back(
    db: Catalog, faces: Mapping[int, str | None], holder: int, person_id: int, state: str
) -> None:
    """Take faces (id -> since when) from whoever has them now, for the person who had them."""
    for face_id, made_at in faces.items():
        remove(db, face_id, holder, state)
        put(db, face_id, person_id, state, made_at)


def put(db: Catalog, face_id: int, person_id: int, state: str, made_at: str | None) -> None:
    """Write one link as it was once; made_at: None for one that is made now."""
    db.execute(_PUT, (person_id, state, made_at or now(), face_id))


def remove(db: Catalog, face_id: int, person_id: int, state: str) -> None:
    """Remove one link, if it is in this state."""
    db.execute(
        "delete from assignments where face_id = ? and person_id = ? and state = ?",
        (face_id, person_id, state),
    )


def rejections(db: Catalog) -> list[tuple[int, int]]:
    """Return all (face id, person id) that the user said no to."""
    return list(db.execute("select face_id, person_id from assignments where state = 'rejected'"))


def replace_suggestions(db: Catalog, suggestions: Sequence[Suggestion]) -> int:
    """Make the suggestions exactly these, but for decided faces; return how many changed.

    A face confirmed for anyone, or rejected for the person suggested, meanwhile, is left out.
    """
    with transaction(db):
        before = {
            (face_id, person_id): similarity
            for face_id, person_id, similarity in db.execute(
                "select face_id, person_id, similarity from assignments where state = 'suggested'"
            )
        }
        after = {(made.face_id, made.person_id): round(made.similarity, 4) for made in suggestions}
        _leave_out_decided(db, after, before)
        changed = {key for key in before | after if before.get(key) != after.get(key)}
        for face_id, person_id in sorted(changed):
            db.execute(
                """delete from assignments
                where face_id = ? and person_id = ? and state = 'suggested'""",
                (face_id, person_id),
            )
            if (face_id, person_id) in after:
                db.execute(
                    """insert into assignments
                        (face_id, person_id, photo_id, state, similarity, made_at)
                    select id, ?, photo_id, 'suggested', ?, ? from faces where id = ?""",
                    (person_id, after[face_id, person_id], now(), face_id),
                )
    return len(changed)


def _leave_out_decided(
    db: Catalog,
    after: dict[tuple[int, int], float],
    before: Mapping[tuple[int, int], float],
) -> None:
    """Take out what the user has decided meanwhile, and people who have gone."""
    made = [key for key in after if key not in before]  # what stands is not decided
    rows = db.execute(
        """select made.face_id, made.person_id from
            (select json_extract(value, '$[0]') as face_id,
                json_extract(value, '$[1]') as person_id from json_each(?)) as made
        where not exists (select 1 from people where id = made.person_id)
            or exists (select 1 from assignments as said where said.face_id = made.face_id
                and (said.state = 'confirmed'
                    or (said.state = 'rejected' and said.person_id = made.person_id)))""",
        (json.dumps(made),),
    ).fetchall()
    for face_id, person_id in rows:
        del after[face_id, person_id]
