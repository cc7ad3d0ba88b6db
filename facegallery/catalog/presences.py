"""Who is in a photo by the user's word, though no face of theirs can be seen in it."""

from collections.abc import Iterable, Mapping

from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import exactly_now


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


def since(db: Catalog, person_id: int) -> dict[int, str]:
    """Return the ids of the photos that a person is in without a visible face, and since when."""
    rows = db.execute(
        "select photo_id, made_at from presences where person_id = ? order by photo_id",
        (person_id,),
    )
    return dict(rows.fetchall())


def add(db: Catalog, photo_ids: Iterable[int], person_id: int) -> None:
    """Note that a person is in photos; said once more, it is said anew."""
    put(db, dict.fromkeys(photo_ids, exactly_now()), person_id)


def put(db: Catalog, photos: Mapping[int, str], person_id: int) -> None:
    """Note since when a person is in photos (id -> since when)."""
    db.conn.executemany(
        """insert into presences (photo_id, person_id, made_at) values (?, ?, ?)
        on conflict (photo_id, person_id) do update set made_at = excluded.made_at""",
        [(photo_id, person_id, said) for photo_id, said in photos.items()],
    )


def remove(db: Catalog, photo_ids: Iterable[int], person_id: int) -> None:
    """Note no longer that a person is in photos."""
    for photo_id in photo_ids:
        db.execute(
            "delete from presences where photo_id = ? and person_id = ?", (photo_id, person_id)
        )


def move_all(db: Catalog, source: int, target: int) -> None:
    """Give one person's photos without a face to another, for a merge; with their times."""
    known = since(db, target)
    mine = {photo: said for photo, said in since(db, source).items() if photo not in known}
    put(db, mine, target)
    db.execute("delete from presences where person_id = ?", (source,))
