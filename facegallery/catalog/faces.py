"""Faces: where they are in their photos, and whose they are."""

import dataclasses
import json
from collections.abc import Sequence
from itertools import product
from typing import Any

from facegallery.catalog import embeddings
from facegallery.catalog.library import Catalog
from facegallery.catalog.photos import PHOTO_IN_LIBRARY
from facegallery.domain.face import Box, DetectedFace, Face
from facegallery.domain.person import CONFIRMED, SUGGESTED

SAME_FACE_OVERLAP = 0.5  # IoU; two detectors' boxes of one face overlap more, neighbours less
# Cosine similarity of one face before and after its photo was edited: two photos of a person reach
# the first now and then, two people in one photo never; one face edited is hardly below the second.
SAME_LOOK, OTHER_LOOK = 0.6, 0.3

# The link that counts for a face: the confirmed one, else the likeliest suggestion.
_FACES = """select faces.id, faces.photo_id, content_hash as photo_hash,
        (select path from files where photo_id = photos.id order by missing, path limit 1) as path,
        taken_at, x, y, faces.width, faces.height, score, quality, is_face, faces.hidden, group_id,
        eyes_open, people.id as person_id, people.name as person_name, state, similarity
    from faces
    join photos on photos.id = faces.photo_id
    left join group_faces on group_faces.face_id = faces.id
    left join assignments on assignments.rowid = (
        select rowid from assignments as link
        where link.face_id = faces.id and link.state <> 'rejected'
        order by link.state, link.similarity desc limit 1)
    left join people on people.id = assignments.person_id
    where photos.in_library = 1 and """
_NEWEST = "order by taken_at desc, face_id desc"
_CHUNK = 500  # parameters of one statement; old SQLite takes 999


def by_id(db: Catalog, face_id: int) -> Face | None:
    """Return one face, or None where the library does not hold it."""
    return next(iter(by_ids(db, [face_id])), None)


def by_ids(db: Catalog, face_ids: Sequence[int]) -> list[Face]:
    """Return faces in the order of their ids given; those that are gone are left out."""
    found: dict[int, Face] = {}
    for start in range(0, len(face_ids), _CHUNK):
        some = face_ids[start : start + _CHUNK]
        marks = ", ".join("?" * len(some))
        for row in db.query(f"{_FACES} faces.id in ({marks})", list(some)):
            found[row["id"]] = _face(row)
    return [found[face_id] for face_id in face_ids if face_id in found]


def missing(db: Catalog, face_ids: Sequence[int]) -> list[int]:
    """Return those of some ids that are of no face in the library."""
    rows = db.execute(
        """select value from json_each(?) where not exists (select 1 from faces
            join photos on photos.id = photo_id where faces.id = value and in_library = 1)""",
        (json.dumps(list(face_ids)),),
    )
    return [row[0] for row in rows]


def _face(row: dict[str, Any]) -> Face:
    box = Box(*(row.pop(name) for name in ("x", "y", "width", "height")))
    marks = {name: bool(row[name]) for name in ("is_face", "hidden")}
    return Face(**{**row, **marks, "box": box})


def _ids(db: Catalog, sql: str, values: Sequence[object] | dict[str, object]) -> list[int]:
    return [row[0] for row in db.execute(sql, values)]


def listed(db: Catalog) -> list[Face]:
    """Return every face that is one (not "not a face"), by photo and from left to right."""
    return [_face(row) for row in db.query(f"{_FACES} is_face order by faces.photo_id, x")]


def of_photo(db: Catalog, photo_id: int) -> list[Face]:
    """Return the faces of a photo from left to right, "not a face" left out."""
    rows = db.query(f"{_FACES} is_face and faces.photo_id = ? order by x, faces.id", (photo_id,))
    return [_face(row) for row in rows]


def ids_of_person(db: Catalog, person_id: int, state: str = CONFIRMED) -> list[int]:
    """Return the ids of a person's confirmed faces, newest first, or suggested, likeliest first."""
    if state == SUGGESTED:
        return _ids(
            db,
            f"""select face_id from assignments where person_id = ? and state = ?
                and {PHOTO_IN_LIBRARY}
            order by similarity desc, face_id""",
            (person_id, state),
        )
    return _ids(
        db,
        f"""select face_id from assignments join photos on photos.id = photo_id
        where person_id = ? and state = ? and in_library = 1 {_NEWEST}""",
        (person_id, state),
    )


def of_person(db: Catalog, person_id: int, state: str = CONFIRMED, limit: int = -1) -> list[Face]:
    """Return a person's confirmed faces, newest first, or the suggested ones, likeliest first.

    A face that is suggested to somebody else with more likeness is left to them.
    """
    ids = ids_of_person(db, person_id, state)
    faces = by_ids(db, ids if limit < 0 else ids[:limit])
    return [face for face in faces if face.person_id == person_id]


def ids_of_group(db: Catalog, group_id: int) -> list[int]:
    """Return the ids of the faces of a group, newest first."""
    return _ids(
        db,
        f"""select face_id from group_faces join photos on photos.id = photo_id
        where group_id = ? and in_library = 1 {_NEWEST}""",
        (group_id,),
    )


def of_group(db: Catalog, group_id: int, limit: int = -1) -> list[Face]:
    """Return the faces of a group, newest first."""
    ids = ids_of_group(db, group_id)
    return by_ids(db, ids if limit < 0 else ids[:limit])


def without_group(db: Catalog, after: Face | None = None, limit: int = 200) -> list[Face]:
    """Return a page of the faces that are in no group and no person's, best quality first."""
    quality, face_id = (after.quality, after.id) if after else (2.0, 0)
    return by_ids(
        db,
        _ids(
            db,
            f"""select id from faces indexed by faces_by_quality
            where is_face = 1 and hidden = 0 and {PHOTO_IN_LIBRARY} and (quality < :quality
                    or quality = :quality and id > :face_id)
                and not exists (select 1 from group_faces where face_id = faces.id)
                and not exists (select 1 from assignments
                    where face_id = faces.id and state = 'confirmed')
            order by quality desc, id limit :limit""",
            {"quality": quality, "face_id": face_id, "limit": limit},
        ),
    )


def photo_ids(db: Catalog, face_ids: Sequence[int]) -> list[int]:
    """Return the ids of the photos that faces are in, each once, in the order of the faces."""
    rows = db.execute(
        "select id, photo_id from faces where id in (select value from json_each(?))",
        (json.dumps(list(face_ids)),),
    )
    photo_of = dict(rows.fetchall())
    return list(dict.fromkeys(photo_of[face] for face in face_ids if face in photo_of))


def not_faces(db: Catalog) -> list[Face]:
    """Return what the user said is not a face, so that it can be taken back."""
    return [_face(row) for row in db.query(f"{_FACES} is_face = 0 order by faces.id desc")]


def hidden(db: Catalog, limit: int = -1) -> list[Face]:
    """Return the hidden faces that nobody has named, the last first, so that they can come back."""
    return [
        _face(row)
        for row in db.query(
            f"""{_FACES} is_face = 1 and faces.hidden = 1
                and (state is null or state <> 'confirmed') order by faces.id desc limit ?""",
            (limit,),
        )
    ]


def newest(db: Catalog) -> int:
    """Return the highest id that a face has ever had."""
    row = db.execute("select seq from sqlite_sequence where name = 'faces'").fetchone()
    return 0 if row is None else int(row[0])


def mark(db: Catalog, face_ids: Sequence[int], column: str, *, value: bool) -> None:
    """Set is_face or hidden of faces."""
    if column not in ("is_face", "hidden"):
        raise ValueError(column)
    db.execute(  # what is marked so already is no change, and takes no row to undo
        f"""update faces set {column} = :value
        where id in (select value from json_each(:ids)) and {column} <> :value""",
        {"value": int(value), "ids": json.dumps(list(face_ids))},
    )


def add_drawn(db: Catalog, photo_id: int, face: DetectedFace, model: str) -> int:
    """Add a face that the user drew, and its embedding by a model; return its id."""
    face_id = _save(db, photo_id, face, None, drawn=True)
    if face.embedding is not None:
        embeddings.add(db, face_id, model, face.embedding)
    return face_id


def add_undetected(db: Catalog, photo_id: int, face: DetectedFace, *, drawn: bool) -> int:
    """Add a face that is known from elsewhere; return its id. The next scan embeds it."""
    return _save(db, photo_id, face, None, drawn=drawn)


def redraw(db: Catalog, face_id: int, face: DetectedFace, model: str) -> None:
    """Put a face where the user drew it; embeddings by other models were of the place before."""
    photo_id = db.execute("select photo_id from faces where id = ?", (face_id,)).fetchone()[0]
    _save(db, photo_id, face, face_id, drawn=True)
    db.execute("delete from embeddings where face_id = ?", (face_id,))
    if face.embedding is not None:
        embeddings.add(db, face_id, model, face.embedding)


def replace(
    db: Catalog, photo_id: int, found: Sequence[DetectedFace], model: str, *, same_content: bool
) -> None:
    """Write what was found in a photo; a face seen before keeps its id, and so its decisions.

    Faces not found again go, unless the user has said something of them (another detector, or
    other pixels, may hide what this one saw): then they stay, without a new embedding. Of a photo
    that was edited, cropped for example, a face is known by its look before it is known by its
    place. What the user drew stays always, where they drew it.
    """
    rows = list(
        db.query("select id, x, y, width, height, drawn from faces where photo_id = ?", (photo_id,))
    )
    old = {row["id"]: Box(row["x"], row["y"], row["width"], row["height"]) for row in rows}
    drawn = {row["id"] for row in rows if row["drawn"]}
    looks = {} if same_content else _looks(db, old, found, model)
    same = _same_faces(old, found, looks)
    for position, face in enumerate(found):
        known = same.get(position)
        by_user = known in drawn
        placed = (
            dataclasses.replace(face, box=old[known]) if known is not None and by_user else face
        )
        face_id = _save(db, photo_id, placed, known, drawn=by_user)
        if face.embedding is not None:
            embeddings.save(db, face_id, model, face.embedding)
    for face_id in set(old) - set(same.values()):
        if face_id in drawn:
            if not same_content:  # they were of other pixels: embedded anew by the scan
                db.execute("delete from embeddings where face_id = ?", (face_id,))
        elif not _is_decided(db, face_id):
            db.execute("delete from faces where id = ?", (face_id,))


def _looks(
    db: Catalog, old: dict[int, Box], found: Sequence[DetectedFace], model: str
) -> dict[tuple[int, int], float]:
    """Return the cosine similarities of old faces (id) and new ones (position in found)."""
    known = {face_id: embeddings.of_face(db, face_id, model) for face_id in old}
    return {
        (face_id, position): float(vector @ face.embedding)
        for face_id, vector in known.items()
        for position, face in enumerate(found)
        if vector is not None and face.embedding is not None
    }


def _same_faces(
    old: dict[int, Box], found: Sequence[DetectedFace], looks: dict[tuple[int, int], float]
) -> dict[int, int]:
    """Match old faces with new ones, the most alike or best overlap first: position -> old id."""
    alike: list[tuple[float, int, int]] = []
    near: list[tuple[float, int, int]] = []
    for face_id, (position, face) in product(old, enumerate(found)):
        look = looks.get((face_id, position))
        overlap = old[face_id].overlap(face.box)
        if look is not None and look >= SAME_LOOK:
            alike.append((look, face_id, position))
        if overlap >= SAME_FACE_OVERLAP and (look is None or look >= OTHER_LOOK):
            near.append((overlap, face_id, position))
    same: dict[int, int] = {}
    for _, face_id, position in sorted(alike, reverse=True) + sorted(near, reverse=True):
        if position not in same and face_id not in same.values():
            same[position] = face_id
    return same


def _save(
    db: Catalog, photo_id: int, face: DetectedFace, face_id: int | None, *, drawn: bool = False
) -> int:
    import numpy as np  # the window starts without

    values = {
        "photo_id": photo_id,
        **face.box._asdict(),
        "landmarks": np.asarray(face.landmarks, np.float32).tobytes(),
        "score": float(face.score),
        "quality": float(face.quality),
        "eyes_open": face.eyes_open,
        "drawn": int(drawn),
    }
    values = {k: float(v) if isinstance(v, np.floating) else v for k, v in values.items()}
    if face_id is not None:
        columns = ", ".join(f"{name} = :{name}" for name in values)
        db.execute(f"update faces set {columns} where id = :id", {**values, "id": face_id})
        return face_id
    columns, places = ", ".join(values), ", ".join(f":{name}" for name in values)
    return int(
        db.execute(f"insert into faces ({columns}) values ({places})", values).lastrowid or 0
    )


def _is_decided(db: Catalog, face_id: int) -> bool:
    row = db.execute(
        """select (not is_face) or hidden
            or exists (select 1 from assignments
                where face_id = faces.id and state <> 'suggested')
            or exists (select 1 from difference_faces where face_id = faces.id)
            or exists (select 1 from kept_faces where face_id = faces.id)
            or exists (select 1 from face_pairs where faces.id in (face_id, other_id))
        from faces where id = ?""",
        (face_id,),
    ).fetchone()
    return bool(row[0])
