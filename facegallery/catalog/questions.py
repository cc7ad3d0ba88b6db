"""What the next questions are made of: sizes of groups, faces that are suggested, faces to show."""

import json
from collections.abc import Iterable

from facegallery.catalog.library import Catalog
from facegallery.catalog.photos import PHOTO_IN_LIBRARY


def group_sizes(db: Catalog) -> dict[int, int]:
    """Return how many faces each group has that is not hidden, photos of the library only."""
    sizes = dict(db.execute("select group_id, count(*) from group_faces group by group_id"))
    gone = hidden_groups(db)
    not_shown = db.execute(
        """select group_id, count(*) from photos indexed by photos_not_shown
        cross join faces on faces.photo_id = photos.id
        cross join group_faces on face_id = faces.id
        where in_library = 0 or photos.hidden = 1 group by group_id"""
    )
    for group_id, faces in not_shown:
        sizes[group_id] -= faces
    for group_id in gone:
        del sizes[group_id]
    return {group_id: faces for group_id, faces in sizes.items() if faces}


def hidden_groups(db: Catalog) -> set[int]:
    """Return the groups that are hidden: most of their faces are."""
    hidden = db.execute(
        """select group_id, count(*) from faces indexed by hidden_faces
        cross join group_faces on face_id = faces.id where hidden = 1 group by group_id"""
    ).fetchall()
    sizes = _sizes(db, [group_id for group_id, _marked in hidden])
    return {group_id for group_id, marked in hidden if marked * 2 > sizes[group_id]}


def _sizes(db: Catalog, group_ids: Iterable[int]) -> dict[int, int]:
    """Return how many faces each of these groups has, wherever their photos are."""
    rows = db.execute(
        """select value, (select count(*) from group_faces where group_id = value)
        from json_each(?)""",
        (json.dumps(list(group_ids)),),
    )
    return dict(rows.fetchall())


def small_hidden(db: Catalog, hidden: Iterable[int], most: int) -> int:
    """Return how many of these groups have so many faces at most."""
    return sum(faces <= most for faces in _sizes(db, hidden).values())


def small_people(db: Catalog, most: int) -> int:
    """Return how many people who are not hidden have so many confirmed faces at most."""
    row = db.execute(
        """select count(*) from people where not hidden and (select count(*) from
            (select 1 from assignments where person_id = people.id and state = 'confirmed' limit ?)
        ) between 1 and ?""",
        (most + 1, most),
    )
    return int(row.fetchone()[0])


def suggested_counts(db: Catalog) -> dict[int, int]:
    """Return how many faces are suggested to each person who is not hidden."""
    rows = db.execute(
        f"""select people.id, (select count(*) from assignments where person_id = people.id
            and state = 'suggested' and {PHOTO_IN_LIBRARY}) as faces
        from people where not people.hidden and faces > 0"""
    )
    return dict(rows.fetchall())


def suggested(db: Catalog, person_id: int) -> list[tuple[int, float]]:
    """Return the faces suggested to a person, and their likeness; the likeliest first."""
    rows = db.execute(
        f"""select face_id, similarity from assignments
        where person_id = ? and state = 'suggested' and {PHOTO_IN_LIBRARY}
        order by similarity desc, face_id""",
        (person_id,),
    )
    return rows.fetchall()


def suggested_groups(db: Catalog) -> set[int]:
    """Return the groups with a face that is suggested to somebody."""
    rows = db.execute(
        """select distinct group_id from people
        cross join assignments on person_id = people.id and state = 'suggested'
        cross join group_faces using (face_id)"""
    )
    return {row[0] for row in rows}


def shown_people(db: Catalog) -> dict[int, str]:
    """Return the names of the people who are not hidden, by id."""
    return dict(db.execute("select id, name from people where not hidden"))


def groups_of(db: Catalog, face_ids: Iterable[int]) -> dict[int, int]:
    """Return the group of each of these faces that is in one."""
    numbers = ", ".join(str(int(face_id)) for face_id in face_ids)
    return dict(
        db.execute(f"select face_id, group_id from group_faces where face_id in ({numbers})")
    )


def best_faces(db: Catalog, kind: str, number: int, limit: int) -> list[int]:
    """Return the ids of the best faces of a group or a person, by quality."""
    table, where = (
        ("assignments", "person_id = ? and state = 'confirmed'")
        if kind == "person"
        else ("group_faces", "group_id = ?")
    )
    rows = db.execute(
        f"""select face_id from {table} join faces on faces.id = face_id
        where {where} and {table}.{PHOTO_IN_LIBRARY} order by quality desc, face_id limit ?""",
        (number, limit),
    )
    return [row[0] for row in rows]
