"""Everything that the user has said, read together: for a file that outlives the library."""

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePath

import numpy as np

from facegallery import __version__
from facegallery.catalog import differences, people, presences, same_faces
from facegallery.catalog.library import Catalog
from facegallery.catalog.moments import now
from facegallery.domain.face import Box
from facegallery.domain.names import DecidedFace, DecidedPhoto, NamedPerson, Names

_FACES = """select id, photo_id, x, y, width, height, landmarks, score, quality,
        is_face, hidden, drawn
    from faces where is_face = 0 or hidden = 1 or drawn = 1
        or id in (select face_id from assignments where state <> 'suggested')
        or id in (select face_id from difference_faces)
        or id in (select face_id from face_pairs union all select other_id from face_pairs)
    order by photo_id, x, id"""
_PHOTOS = """select photos.id, content_hash, size_bytes, width, height, hidden, favourite,
        exists (select 1 from mirror_photos where photo_id = photos.id) as twice
    from photos where photos.id in (select value from json_each(?)) or hidden = 1 or favourite = 1
        or photos.id in (select photo_id from presences)
        or photos.id in (select photo_id from mirror_photos)
    order by taken_at, photos.id"""
# The folder of a present file where there is one; paths below it are the same on another machine.
_PLACE = """select folders.path, files.path from files join folders on folders.id = folder_id
    where photo_id = ? order by missing, files.path limit 1"""


def all_names(db: Catalog) -> Names:
    """Return everything that the user has said of people, faces and photos."""
    faces = _faces(db)
    present: dict[int, list[int]] = {}
    for photo_id, person_id in sorted(presences.listed(db)):
        present.setdefault(photo_id, []).append(person_id)
    photos = [
        DecidedPhoto(
            content_hash,
            *_place(db, photo_id),
            size_bytes,
            width,
            height,
            bool(hidden),
            bool(favourite),
            bool(twice),
            tuple(present.get(photo_id, ())),
            tuple(faces.get(photo_id, ())),
        )
        for photo_id, content_hash, size_bytes, width, height, hidden, favourite, twice in (
            db.execute(_PHOTOS, (json.dumps(list(faces)),)).fetchall()
        )
    ]
    return Names(
        tuple(_people(db)),
        tuple(photos),
        tuple(tuple(tuple(sorted(side)) for side in sides) for sides in differences.faces(db)),
        tuple(tuple(sorted(one)) for one in same_faces.one_person(same_faces.pairs(db))),
        now(),
        f"FaceGallery {__version__}",
    )


def _people(db: Catalog) -> Iterable[NamedPerson]:
    also = people.other_names(db)
    different: dict[int, list[int]] = {}
    for one, other in sorted(differences.people(db)):
        different.setdefault(one, []).append(other)
    # A cover may have gone out of the confirmed faces by a hidden photo, never for long.
    rows = db.execute(
        """select id, name, birth_date, notes, favourite, hidden,
            (select face_id from assignments where face_id = cover_face_id
                and person_id = people.id and state = 'confirmed')
        from people order by name collate nocase, id"""
    )
    for number, name, birth_date, notes, favourite, hidden, cover in rows.fetchall():
        yield NamedPerson(
            number,
            name,
            also.get(number, ()),
            birth_date,
            notes,
            bool(favourite),
            bool(hidden),
            tuple(different.get(number, ())),
            cover,
        )


def _faces(db: Catalog) -> dict[int, list[DecidedFace]]:
    """Return the faces of which something was said, by photo id."""
    confirmed, rejected = _links(db)
    found: dict[int, list[DecidedFace]] = {}
    for row in db.query(_FACES):
        face_id = row["id"]
        landmarks = np.frombuffer(row["landmarks"], np.float32).tolist()
        face = DecidedFace(
            face_id,
            Box(row["x"], row["y"], row["width"], row["height"]),
            confirmed.get(face_id),
            tuple(rejected.get(face_id, ())),
            bool(row["is_face"]),
            bool(row["hidden"]),
            bool(row["drawn"]),
            tuple(landmarks),
            row["score"],
            row["quality"],
        )
        found.setdefault(row["photo_id"], []).append(face)
    return found


def _links(db: Catalog) -> tuple[Mapping[int, int], Mapping[int, list[int]]]:
    confirmed: dict[int, int] = {}
    rejected: dict[int, list[int]] = {}
    for face_id, person_id, state in db.execute(
        "select face_id, person_id, state from assignments where state <> 'suggested' order by 1, 2"
    ):
        if state == "confirmed":
            confirmed[face_id] = person_id
        else:
            rejected.setdefault(face_id, []).append(person_id)
    return confirmed, rejected


def _place(db: Catalog, photo_id: int) -> tuple[str, str]:
    """Return the folder of the library that a photo is in, and its path below it."""
    row = db.execute(_PLACE, (photo_id,)).fetchone()
    if row is None:
        return "", ""
    folder, path = row
    place = PurePath(path)
    if not place.is_relative_to(folder):
        return "", place.as_posix()
    return folder, place.relative_to(folder).as_posix()
