"""People: whom the user knows of; and the cards of the People page, groups among them."""

from collections.abc import Iterable, Mapping
from typing import Any

from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now
from facegallery.catalog.photos import PHOTO_IN_LIBRARY
from facegallery.domain.face import Box
from facegallery.domain.person import CONFIRMED, SUGGESTED, PersonOrGroup

COLUMNS = (
    *("id", "name", "hidden", "cover_face_id", "made_at"),
    *("birth_date", "notes", "favourite"),
)
_Cover = tuple[int, bytes, Box, str]

# Each count comes out of an index alone; a face that is "not a face" is in neither table.
_LINKS = """select person_id, state, count(*), count(distinct photo_id) from assignments
    where {one} state <> 'rejected' and {in_library} group by person_id, state"""
# Photos that a person is in by the user's word, and by no face: these are few.
_WITHOUT_FACE = f"""select person_id, count(*) from presences where {{one}} {PHOTO_IN_LIBRARY}
    and not exists (select 1 from assignments where assignments.person_id = presences.person_id
        and assignments.photo_id = presences.photo_id and state = 'confirmed')
    group by person_id"""
_GROUPS = """select group_id, count(*), count(distinct photo_id) from group_faces
    where {one} {in_library} group by group_id"""
_HIDDEN = f"""select group_id, count(*) from faces indexed by hidden_faces
    cross join group_faces on face_id = faces.id
    where hidden = 1 and group_faces.{PHOTO_IN_LIBRARY} group by group_id"""
_HIDDEN_OF_ONE = f"""select group_id, count(*) from group_faces
    cross join faces on face_id = faces.id
    where group_id = ? and hidden = 1 and group_faces.{PHOTO_IN_LIBRARY} group by group_id"""
# The owner's id, then what a card needs to show its cover.
_COVERS = """select {owners}.id, faces.id, content_hash, x, y, faces.width, faces.height,
        (select path from files where photo_id = photos.id order by missing, path limit 1)
    from {owners} join faces on faces.id = cover_face_id join photos on photos.id = photo_id"""


def listed(db: Catalog, *, hidden: bool = False, groups: bool = True) -> list[PersonOrGroup]:
    """Return people and groups: favourites, named ones, groups; of each, most photos first.

    hidden: the hidden ones too. groups: False for people alone.
    """
    cards = _people(db) + (_groups(db) if groups else [])
    return sorted(
        (card for card in cards if hidden or not card.hidden),
        key=lambda card: (
            card.kind == "group",
            not card.favourite,
            -card.photos,
            -card.faces,
            card.number,
        ),
    )


def person(db: Catalog, person_id: int) -> PersonOrGroup | None:
    """Return one person, or None."""
    return next(iter(_people(db, person_id)), None)


def group(db: Catalog, group_id: int) -> PersonOrGroup | None:
    """Return one group, or None."""
    return next(iter(_groups(db, group_id)), None)


def _people(db: Catalog, person_id: int | None = None) -> list[PersonOrGroup]:
    one = "" if person_id is None else f"person_id = {int(person_id)} and"
    counts = {
        (number, state): (faces, photos)
        for number, state, faces, photos in db.execute(
            _LINKS.format(one=one, in_library=PHOTO_IN_LIBRARY)
        )
    }
    for number, photos in db.execute(_WITHOUT_FACE.format(one=one)).fetchall():
        faces, others = counts.get((number, CONFIRMED), (0, 0))
        counts[number, CONFIRMED] = faces, others + photos
    where, values = ("", ()) if person_id is None else ("where id = ?", (person_id,))
    rows = db.execute(
        f"select id, name, hidden, birth_date, notes, favourite from people {where}", values
    ).fetchall()
    covers = _covers(db, "people", person_id)
    also_called = other_names(db, person_id)
    found = []
    for number, name, hidden, birth_date, notes, favourite in rows:
        faces, photos = counts.get((number, CONFIRMED), (0, 0))
        cover = covers.get(number, (None, None, None, None))
        card = PersonOrGroup(
            kind="person",
            number=number,
            name=name,
            faces=faces,
            photos=photos,
            hidden=bool(hidden),
            suggested=counts.get((number, SUGGESTED), (0, 0))[0],
            cover_face=cover[0],
            cover_hash=cover[1],
            cover_box=cover[2],
            cover_path=cover[3],
            birth_date=birth_date,
            notes=notes,
            other_names=also_called.get(number, ()),
            favourite=bool(favourite),
        )
        found.append(card)
    return found


def _groups(db: Catalog, group_id: int | None = None) -> list[PersonOrGroup]:
    one, values = ("", ()) if group_id is None else ("group_id = ? and", (group_id,))
    rows = db.execute(_GROUPS.format(one=one, in_library=PHOTO_IN_LIBRARY), values).fetchall()
    covers = _covers(db, "groups", group_id)
    hidden = dict(db.execute(_HIDDEN) if group_id is None else db.execute(_HIDDEN_OF_ONE, values))
    maybe = _likely_people(db, group_id)
    nobody = (None, None)
    return [
        PersonOrGroup(
            "group",
            number,
            None,
            faces,
            photos,
            hidden.get(number, 0) * 2 > faces,
            0,
            *maybe.get(number, nobody),
            *covers.get(number, ()),
        )
        for number, faces, photos in rows
    ]


def _covers(db: Catalog, owners: str, number: int | None) -> dict[int, _Cover]:
    """Return face id, photo hash, box and path of the covers of people or groups, by their id."""
    where, values = ("", ()) if number is None else (f"where {owners}.id = ?", (number,))
    rows = db.execute(f"{_COVERS.format(owners=owners)} {where}", values)
    return {
        owner: (face_id, content_hash, Box(x, y, width, height), path)
        for owner, face_id, content_hash, x, y, width, height, path in rows
    }


def _likely_people(db: Catalog, group_id: int | None) -> dict[int, tuple[int, str]]:
    """Return the person that most faces of a group are suggested to, by group id."""
    one, values = ("", ()) if group_id is None else ("group_id = ? and", (group_id,))
    rows = db.execute(
        f"""select group_id, people.id, name, max(votes) from (
            select group_id, person_id, count(*) as votes from group_faces
            join assignments on assignments.face_id = group_faces.face_id
            where {one} state = 'suggested' group by group_id, person_id
        ) join people on people.id = person_id group by group_id""",
        values,
    )
    return {group_id: (person_id, name) for group_id, person_id, name, _ in rows}


def names(db: Catalog) -> list[tuple[int, str]]:
    """Return id and name of every person, by name; hidden ones too."""
    return list(db.execute("select id, name from people order by name collate nocase, id"))


def searched_names(db: Catalog) -> list[tuple[int, str]]:
    """Return id and name of every person, their other names too, by which search finds them."""
    return names(db) + [
        (person_id, name) for person_id, also in other_names(db).items() for name in also
    ]


def other_names(db: Catalog, person_id: int | None = None) -> dict[int, tuple[str, ...]]:
    """Return what people are called too, by person; of one person where an id is given."""
    where, values = ("", ()) if person_id is None else ("where person_id = ?", (person_id,))
    found: dict[int, list[str]] = {}
    for owner, name in db.execute(
        f"select person_id, name from other_names {where} order by name collate nocase, name",
        values,
    ):
        found.setdefault(owner, []).append(name)
    return {owner: tuple(also) for owner, also in found.items()}


def set_other_names(db: Catalog, person_id: int, wanted: Iterable[str]) -> None:
    """Make a person's other names exactly these."""
    db.execute("delete from other_names where person_id = ?", (person_id,))
    for name in dict.fromkeys(wanted):
        db.execute("insert into other_names (person_id, name) values (?, ?)", (person_id, name))


def exists(db: Catalog, person_id: int) -> bool:
    """Tell whether there is a person with this id now."""
    return db.execute("select 1 from people where id = ?", (person_id,)).fetchone() is not None


def row(db: Catalog, person_id: int) -> dict[str, Any]:
    """Return what the catalog keeps in the row of a person, by COLUMNS."""
    return next(db.query(f"select {', '.join(COLUMNS)} from people where id = ?", (person_id,)))


def restore(db: Catalog, known: Mapping[str, Any]) -> None:
    """Make a person's row what it was once; see `row`. A cover that has gone is none."""
    changed = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name != "id")
    db.execute(
        f"""insert into people ({", ".join(COLUMNS)})
        values ({", ".join(f":{name}" for name in COLUMNS)})
        on conflict (id) do update set {changed}""",
        dict(known),
    )
    db.execute(
        """update people set cover_face_id = null where id = ? and not exists
            (select 1 from faces where id = cover_face_id)""",
        (known["id"],),
    )


def birth_dates(db: Catalog) -> dict[int, str]:
    """Return the birth date, or year, of everybody whose is known."""
    return dict(db.execute("select id, birth_date from people where birth_date is not null"))


def set_birth_date(db: Catalog, person_id: int, birth_date: str | None) -> None:
    """Set the birth date (ISO date, or the year alone) of a person, or forget it."""
    db.execute("update people set birth_date = ? where id = ?", (birth_date, person_id))


def set_notes(db: Catalog, person_id: int, notes: str) -> None:
    """Set the notes on a person."""
    db.execute("update people set notes = ? where id = ?", (notes, person_id))


def set_favourite(db: Catalog, person_id: int, *, favourite: bool) -> None:
    """Make a person a favourite, or no longer."""
    db.execute("update people set favourite = ? where id = ?", (int(favourite), person_id))


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
