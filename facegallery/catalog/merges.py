"""Merges: what became part of whom, kept so that it can be taken apart at any later time."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now
from facegallery.domain.person import Kind

Link = Literal["confirmed", "rejected", "member", "unrefused", "kept"]
"""How a face stood to the one that went: theirs, refused by the user, in the group; or refused to

the one that stayed until the merge; or, of the one that stayed, a face that was theirs before.
"""
_COLUMNS = "merges.id, kind, number, into_kind, into_number, gone, before, after, made_at"


@dataclass(frozen=True, slots=True)
class Merged:
    """A person or group (kind, number) that became part of a person or of a group.

    gone: what was known of the person who went, None for a group. before, after: of the person
    who stayed. The numbers may be of people and groups who have gone since.
    """

    id: int
    kind: Kind
    number: int
    into_kind: Kind
    into_number: int
    made_at: str
    gone: Mapping[str, Any] = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str | None:
        """The name of the person who went; None for a group."""
        name = self.gone.get("name")
        return None if name is None else str(name)


def add(
    db: Catalog,
    one: tuple[Kind, int],
    into: tuple[Kind, int],
    gone: Mapping[str, Any] | None = None,
    before: Mapping[str, Any] | None = None,
) -> int:
    """Note that one becomes part of another; return the merge's id."""
    cursor = db.execute(
        """insert into merges (kind, number, into_kind, into_number, gone, before, made_at)
        values (?, ?, ?, ?, ?, ?, ?)""",
        (*one, *into, _text(gone), _text(before), now()),
    )
    return int(cursor.lastrowid or 0)


def add_faces(db: Catalog, merge_id: int, link: Link, faces: Mapping[int, str | None]) -> None:
    """Note how faces (id -> since when) stood before a merge."""
    db.execute(
        """insert into merged_faces (merge_id, face_id, link, made_at)
        select ?, json_extract(value, '$[0]'), ?, json_extract(value, '$[1]') from json_each(?)
        where true on conflict (merge_id, face_id, link) do nothing""",
        (merge_id, link, json.dumps(list(faces.items()))),
    )


def forget_faces(db: Catalog, merge_id: int, link: Link, face_ids: Iterable[int]) -> None:
    """Forget that faces stood so before a merge: they are of somebody who has left since."""
    db.execute(
        """delete from merged_faces where merge_id = ? and link = ?
        and face_id in (select value from json_each(?))""",
        (merge_id, link, json.dumps(list(face_ids))),
    )


def set_after(db: Catalog, merge_id: int, after: Mapping[str, Any]) -> None:
    """Note what is known of the person who stayed, after the merge."""
    db.execute("update merges set after = ? where id = ?", (_text(after), merge_id))


def by_id(db: Catalog, merge_id: int) -> Merged | None:
    """Return one merge, or None where it was taken apart or never made."""
    return next(iter(_merges(db, "where id = ?", (merge_id,))), None)


def listed(db: Catalog) -> list[Merged]:
    """Return all merges that can be taken apart, the newest first."""
    return _merges(db, "order by id desc", ())


def of_person(db: Catalog, person_id: int) -> list[Merged]:
    """Return the merges that made a person, the newest first.

    Those too that made somebody who was merged into them later, and those of groups that they
    got the faces of.
    """
    return _merges(
        db,
        """where id in (
            with recursive line (number) as (values (:id) union
                select merges.number from merges join line on into_number = line.number
                where into_kind = 'person' and kind = 'person')
            select merges.id from merges join line on into_number = line.number
            where into_kind = 'person')
        or into_kind = 'group' and exists (
            select 1 from merged_faces join assignments using (face_id)
            where merge_id = merges.id and link = 'member'
                and person_id = :id and state = 'confirmed')
        order by id desc""",
        {"id": person_id},
    )


def of_group(db: Catalog, group_id: int) -> list[Merged]:
    """Return the merges that made a group as it is now, the newest first."""
    return _merges(
        db,
        """where into_kind = 'group' and exists (
            select 1 from merged_faces join group_faces using (face_id)
            where merge_id = merges.id and link = 'member' and group_id = :id)
        order by id desc""",
        {"id": group_id},
    )


def faces(db: Catalog, merge_id: int, link: Link) -> dict[int, str | None]:
    """Return the faces that stood so before a merge, and since when."""
    rows = db.execute(
        "select face_id, made_at from merged_faces where merge_id = ? and link = ?",
        (merge_id, link),
    )
    return dict(rows.fetchall())


def count_faces(db: Catalog, merge_id: int) -> int:
    """Return how many faces the one that went had."""
    row = db.execute(
        """select count(*) from merged_faces
        where merge_id = ? and link in ('confirmed', 'member')""",
        (merge_id,),
    ).fetchone()
    return int(row[0])


def line_of(db: Catalog, person_id: int) -> list[Merged]:
    """Return the merges by which a person became part of others, the first one first."""
    line: list[Merged] = []
    seen: set[int] = set()
    while person_id not in seen:
        seen.add(person_id)
        later = _merges(
            db,
            "where kind = 'person' and number = ? and into_kind = 'person' order by id desc",
            (person_id,),
        )
        if not later:
            break
        line.append(later[0])
        person_id = later[0].into_number
    return line


def people_merged(db: Catalog) -> dict[int, int]:
    """Return of everybody who became part of another person whose part they are."""
    return dict(
        db.execute(
            """select number, into_number from merges
            where kind = 'person' and into_kind = 'person' order by id"""
        )
    )


def remove(db: Catalog, merge_id: int) -> None:
    """Forget a merge that was taken apart."""
    db.execute("delete from merges where id = ?", (merge_id,))


def _merges(
    db: Catalog, where: str, values: tuple[object, ...] | dict[str, object]
) -> list[Merged]:
    return [
        Merged(number, kind, who, into, whom, made_at, _read(gone), _read(before), _read(after))
        for number, kind, who, into, whom, gone, before, after, made_at in db.execute(
            f"select {_COLUMNS} from merges {where}", values
        ).fetchall()
    ]


def _text(known: Mapping[str, Any] | None) -> str | None:
    return None if known is None else json.dumps(known, ensure_ascii=False)


def _read(text: str | None) -> dict[str, Any]:
    return {} if text is None else dict(json.loads(text))
