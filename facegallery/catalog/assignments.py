"""Assignments: the links of faces and people."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from facegallery.catalog import derived
from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import exactly_now, now
from facegallery.catalog.turns import write_in_turns
from facegallery.domain.person import CONFIRMED, REJECTED, Suggestion

_PUT = """insert into assignments (face_id, person_id, photo_id, state, made_at)
    select faces.id, :person_id, photo_id, :state, coalesce(json_extract(value, '$[1]'), :now)
    from json_each(:faces) cross join faces on faces.id = json_extract(value, '$[0]') where true
    on conflict (face_id, person_id) do update set state = excluded.state,
        similarity = null, made_at = excluded.made_at"""


def confirm(db: Catalog, face_ids: Iterable[int], person_id: int) -> None:
    """Link faces to a person for good; other people's claims on them end."""
    _decide(db, face_ids, person_id, CONFIRMED)


def reject(db: Catalog, face_ids: Iterable[int], person_id: int) -> None:
    """Note for good that faces are not a person's."""
    _decide(db, face_ids, person_id, REJECTED)


def reject_for_holders(db: Catalog, face_ids: Iterable[int], but: int | None = None) -> None:
    """Note that faces are not those people's who have them confirmed; but: one person's stay."""
    held: dict[int, list[int]] = {}
    for face_id, person_id in confirmed_people(db, face_ids).items():
        held.setdefault(person_id, []).append(face_id)
    for person_id, theirs in held.items():
        if person_id != but:
            reject(db, theirs, person_id)


def _decide(db: Catalog, face_ids: Iterable[int], person_id: int, state: str) -> None:
    chosen = list(face_ids)
    if state == CONFIRMED:
        db.execute(
            """delete from assignments where face_id in (select value from json_each(?))
            and state <> 'rejected' and person_id <> ?""",
            (json.dumps(chosen), person_id),
        )
    put(db, dict.fromkeys(chosen), person_id, state)


def confirmed_person(db: Catalog, face_id: int) -> int | None:
    """Return the id of the person whom the user confirmed for a face, or None."""
    row = db.execute(
        "select person_id from assignments where face_id = ? and state = 'confirmed'", (face_id,)
    ).fetchone()
    return None if row is None else int(row[0])


def confirmed_people(db: Catalog, face_ids: Iterable[int]) -> dict[int, int]:
    """Return the ids of the people whom the user confirmed for some faces, by face id."""
    rows = db.execute(
        """select face_id, person_id from assignments
        where state = 'confirmed' and face_id in (select value from json_each(?))""",
        (json.dumps(list(face_ids)),),
    )
    return dict(rows.fetchall())


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
    db.execute(
        """delete from assignments where face_id in (select value from json_each(?))
        and state <> 'rejected'""",
        (json.dumps(list(face_ids)),),
    )


def move_all(db: Catalog, source: int, target: int) -> None:
    """Give one person's confirmed and rejected faces to another, for a merge.

    A yes for either of the two is worth more than a no for the other: they are one person now.
    What was rejected keeps the time it was said, by which it is known again; see actions.unmerge.
    """
    confirmed, rejected = since(db, source, CONFIRMED), since(db, source, REJECTED)
    known = since(db, target, CONFIRMED) | since(db, target, REJECTED)
    db.execute("delete from assignments where person_id = ?", (source,))
    new = {face_id: said for face_id, said in rejected.items() if face_id not in known}
    put(db, new, target, REJECTED)
    confirm(db, confirmed, target)


def since(db: Catalog, person_id: int, state: str) -> dict[int, str]:
    """Return the faces that a person has in this state, and since when, by face id."""
    rows = db.execute(
        "select face_id, made_at from assignments where person_id = ? and state = ?",
        (person_id, state),
    )
    return dict(rows.fetchall())


def put(db: Catalog, faces: Mapping[int, str | None], person_id: int, state: str) -> None:
    """Link faces (id -> since when) to a person in one state; None: since now."""
    values = {
        "faces": json.dumps(list(faces.items())),
        "person_id": person_id,
        "state": state,
        "now": exactly_now(),
    }
    db.execute(_PUT, values)


def remove(db: Catalog, face_ids: Iterable[int], person_id: int, state: str) -> None:
    """Remove a person's links to faces, where they are in this state."""
    db.execute(
        """delete from assignments where face_id in (select value from json_each(?))
        and person_id = ? and state = ?""",
        (json.dumps(list(face_ids)), person_id, state),
    )


def rejections(db: Catalog) -> list[tuple[int, int]]:
    """Return all (face id, person id) that the user said no to."""
    return list(db.execute("select face_id, person_id from assignments where state = 'rejected'"))


def replace_suggestions(db: Catalog, suggestions: Sequence[Suggestion]) -> int:
    """Make the suggestions exactly these, but for decided faces; return how many changed.

    A face that is called none meanwhile, or confirmed for anyone, or rejected for the person
    suggested, is left out. In turns: what the user does meanwhile comes between.
    """
    before = {
        (face_id, person_id): similarity
        for face_id, person_id, similarity in db.execute(
            "select face_id, person_id, similarity from assignments where state = 'suggested'"
        )
    }
    after = {(made.face_id, made.person_id): round(made.similarity, 4) for made in suggestions}
    made = [key for key in after if key not in before]  # what stands is not decided
    for key in _decided(db, made):
        del after[key]
    changed = {key for key in before | after if before.get(key) != after.get(key)}
    each = [(key, after.get(key)) for key in sorted(changed)]
    write_in_turns(db, each, partial(_suggest_anew, db))
    return len(changed)


def _suggest_anew(db: Catalog, each: Sequence[tuple[tuple[int, int], float | None]]) -> None:
    """Write suggestions, by face and person; None: there is none any more."""
    decided = _decided(db, [key for key, similarity in each if similarity is not None])
    changed = {key: None if key in decided else similarity for key, similarity in each}
    with derived.together(db):
        _write_suggestions(db, changed)


def _write_suggestions(db: Catalog, changed: Mapping[tuple[int, int], float | None]) -> None:
    db.execute(
        """delete from assignments where state = 'suggested' and (face_id, person_id) in
            (select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?))""",
        (json.dumps(list(changed)),),
    )
    made_at = now()
    db.conn.executemany(  # bound, not as JSON: SQLite may read a decimal a hair off
        """insert into assignments (face_id, person_id, photo_id, state, similarity, made_at)
        select id, ?, photo_id, 'suggested', ?, ? from faces where id = ?""",
        [
            (person_id, similarity, made_at, face_id)
            for (face_id, person_id), similarity in changed.items()
            if similarity is not None
        ],
    )


def _decided(db: Catalog, made: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the suggestions that the user has decided by now, or whose people have gone."""
    rows = db.execute(
        """select made.face_id, made.person_id from
            (select json_extract(value, '$[0]') as face_id,
                json_extract(value, '$[1]') as person_id from json_each(?)) as made
        where not exists (select 1 from people where id = made.person_id)
            or exists (select 1 from faces where id = made.face_id and not is_face)
            or exists (select 1 from faces where id = made.face_id and not is_face)
            or exists (select 1 from assignments as said where said.face_id = made.face_id
                and (said.state = 'confirmed'
                    or (said.state = 'rejected' and said.person_id = made.person_id)))""",
        (json.dumps(made),),
    )
    return {(face_id, person_id) for face_id, person_id in rows}
