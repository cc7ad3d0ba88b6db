"""People: whom the user knows of; and the cards of the People page, groups among them."""

from facegallery.catalog.journal import now
from facegallery.catalog.library import Catalog
from facegallery.domain.face import Box
from facegallery.domain.person import PersonOrGroup

# max(quality) makes SQLite take the other columns from the row with the best face.
_PEOPLE = """select people.id as number, name, people.hidden, cover_face_id,
        coalesce(faces, 0) as faces, coalesce(photos, 0) as photos, best_face,
        (select count(*) from assignments join faces on faces.id = face_id
            where person_id = people.id and state = 'suggested' and is_face) as suggested
    from people left join (
        select person_id, count(*) as faces, count(distinct photo_id) as photos,
            face_id as best_face, max(quality)
        from assignments join faces on faces.id = face_id
        where state = 'confirmed' and is_face {one} group by person_id
    ) on person_id = people.id"""
_GROUPS = """select group_id as number, count(*) as faces, count(distinct photo_id) as photos,
        face_id as cover_face, max(quality), avg(hidden) > 0.5 as hidden
    from group_faces join faces on faces.id = face_id
    {one} group by group_id"""


def listed(db: Catalog, *, hidden: bool = False) -> list[PersonOrGroup]:
    """Return people and groups, named ones first, then by photos, most first.

    hidden: the hidden ones too.
    """
    cards = _people(db) + _groups(db)
    return sorted(
        (card for card in cards if hidden or not card.hidden),
        key=lambda card: (card.kind == "group", -card.photos, -card.faces, card.number),
    )


def person(db: Catalog, person_id: int) -> PersonOrGroup | None:
    """Return one person, or None."""
    return next(iter(_people(db, person_id)), None)


def group(db: Catalog, group_id: int) -> PersonOrGroup | None:
    """Return one group, or None."""
    return next(iter(_groups(db, group_id)), None)


def _people(db: Catalog, person_id: int | None = None) -> list[PersonOrGroup]:
    one, values = ("", {}) if person_id is None else ("and person_id = :id", {"id": person_id})
    rows = list(
        db.query(_PEOPLE.format(one=one) + (" where people.id = :id" if values else ""), values)
    )
    covers = _covers(db, [row["cover_face_id"] or row["best_face"] for row in rows])
    return [
        PersonOrGroup(
            kind="person",
            number=row["number"],
            name=row["name"],
            faces=row["faces"],
            photos=row["photos"],
            hidden=bool(row["hidden"]),
            suggested=row["suggested"],
            **covers.get(row["cover_face_id"] or row["best_face"], {}),
        )
        for row in rows
    ]


def _groups(db: Catalog, group_id: int | None = None) -> list[PersonOrGroup]:
    one, values = ("", {}) if group_id is None else ("where group_id = :id", {"id": group_id})
    rows = list(db.query(_GROUPS.format(one=one), values))
    covers = _covers(db, [row["cover_face"] for row in rows])
    maybe = _likely_people(db)
    return [
        PersonOrGroup(
            kind="group",
            number=row["number"],
            name=None,
            faces=row["faces"],
            photos=row["photos"],
            hidden=bool(row["hidden"]),
            maybe_id=maybe.get(row["number"], (None, None))[0],
            maybe_name=maybe.get(row["number"], (None, None))[1],
            **covers.get(row["cover_face"], {}),
        )
        for row in rows
    ]


def _covers(db: Catalog, face_ids: list[int | None]) -> dict[int, dict[str, object]]:
    """Return what a card needs to show a face, by face id."""
    wanted = sorted({face_id for face_id in face_ids if face_id is not None})
    found: dict[int, dict[str, object]] = {}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        rows = db.execute(
            f"""select faces.id, content_hash, x, y, faces.width, faces.height,
                (select path from files where photo_id = photos.id
                    order by missing, path limit 1)
            from faces join photos on photos.id = photo_id
            where faces.id in ({", ".join("?" * len(some))})""",
            some,
        )
        for face_id, content_hash, x, y, width, height, path in rows:
            found[face_id] = {
                "cover_face": face_id,
                "cover_hash": content_hash,
                "cover_box": Box(x, y, width, height),
                "cover_path": path,
            }
    return found


def _likely_people(db: Catalog) -> dict[int, tuple[int, str]]:
    """Return the person that most faces of a group are suggested to, by group id."""
    rows = db.execute("""select group_id, people.id, name, max(votes) from (
            select group_id, person_id, count(*) as votes from group_faces
            join assignments on assignments.face_id = group_faces.face_id
            where state = 'suggested' group by group_id, person_id
        ) join people on people.id = person_id group by group_id""")
    return {group_id: (person_id, name) for group_id, person_id, name, _ in rows}


def names(db: Catalog) -> list[tuple[int, str]]:
    """Return id and name of every person, by name; hidden ones too."""
    return list(db.execute("select id, name from people order by name collate nocase, id"))


def with_name(db: Catalog, name: str) -> list[PersonOrGroup]:
    """Return the people of this name; case and spaces at the ends make no difference."""
    wanted = name.strip().casefold()
    found = [person(db, person_id) for person_id, known in names(db) if known.casefold() == wanted]
    return [card for card in found if card is not None]


def add(db: Catalog, name: str) -> int:
    """Add a person; two may have the same name. Return the id."""
    cursor = db.execute("insert into people (name, made_at) values (?, ?)", (name.strip(), now()))
    return int(cursor.lastrowid or 0)


def rename(db: Catalog, person_id: int, name: str) -> None:
    """Give a person another name."""
    db.execute("update people set name = ? where id = ?", (name.strip(), person_id))


def set_hidden(db: Catalog, person_id: int, *, hidden: bool) -> None:
    """Hide a person, or show them again."""
    db.execute("update people set hidden = ? where id = ?", (int(hidden), person_id))


def set_cover(db: Catalog, person_id: int, face_id: int | None) -> None:
    """Choose the face on a person's card; None lets the program choose."""
    db.execute("update people set cover_face_id = ? where id = ?", (face_id, person_id))


def delete(db: Catalog, person_id: int) -> None:
    """Remove a person and all their assignments; part of a merge."""
    db.execute("delete from people where id = ?", (person_id,))
