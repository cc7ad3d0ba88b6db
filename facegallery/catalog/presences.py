"""Who is in a photo by the user's word, though no face of theirs can be seen in it."""

from collections.abc import Iterable

from facegallery.catalog.journal import now
from facegallery.catalog.library import Catalog


def of_photo(db: Catalog, photo_id: int) -> list[tuple[int, str]]:
    """Return id and name of those who are in a photo without a visible face, by name."""
    return list(
        db.execute(
            """select people.id, name from presences join people on people.id = person_id
            where photo_id = ? order by name collate nocase, people.id""",
            (photo_id,),
        )
    )


def listed(db: Catalog) -> set[tuple[int, int]]:
    """Return (photo id, person id) of everybody who is in a photo without a visible face."""
    return set(db.execute("select photo_id, person_id from presences"))


def photos_of(db: Catalog, person_id: int) -> list[int]:
    """Return the ids of the photos that a person is in without a visible face."""
    rows = db.execute(
        "select photo_id from presences where person_id = ? order by photo_id", (person_id,)
    )
    return [row[0] for row in rows]


def add(db: Catalog, photo_ids: Iterable[int], person_id: int) -> None:
    """Note that a person is in photos."""
    for photo_id in photo_ids:
        db.execute(
            """insert into presences (photo_id, person_id, made_at) values (?, ?, ?)
            on conflict (photo_id, person_id) do nothing""",
            (photo_id, person_id, now()),
        )


def remove(db: Catalog, photo_ids: Iterable[int], person_id: int) -> None:
    """Note no longer that a person is in photos."""
    for photo_id in photo_ids:
        db.execute(
            "delete from presences where photo_id = ? and person_id = ?", (photo_id, person_id)
        )


def move_all(db: Catalog, source: int, target: int) -> None:
    """Give one person's photos without a face to another, for a merge."""
    add(db, photos_of(db, source), target)
    db.execute("delete from presences where person_id = ?", (source,))
