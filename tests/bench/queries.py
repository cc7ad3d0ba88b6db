"""Milliseconds of every query that a screen makes, on a made catalog of 20,000 photos."""

import hashlib
import random
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from facegallery.catalog import covers, faces, folders, people, photos, properties, search
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog, Library

PHOTOS, PEOPLE, GROUPS = 20_000, 200, 2_000
REPEATS = 7


def run() -> None:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder))
        library.prepare()
        with library.open() as db, transaction(db):
            fill(db)
            covers.choose(db)
        with library.open(read_only=True) as db:
            print(f"Queries on {PHOTOS:,} photos, {len(faces_of_all(db)):,} faces")
            for name, query in queries(db).items():
                print(f"  {name:32} {best_of(query) * 1000:7.1f} ms")


def faces_of_all(db: Catalog) -> list[tuple[int]]:
    return db.execute("select id from faces").fetchall()


def best_of(query: Callable[[], object]) -> float:
    seconds = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        query()
        seconds.append(time.perf_counter() - started)
    return sorted(seconds)[len(seconds) // 2]


def queries(db: Catalog) -> dict[str, Callable[[], object]]:
    last = photos.page(db)[-1]
    two = search.query(db, "name3 name5")
    one = search.query(db, '"person 1 name1"')
    ids = faces.ids_of_person(db, 1)
    return {
        "People: all cards": lambda: people.listed(db, hidden=True),
        "Person: the card": lambda: people.person(db, 1),
        f"Person: order of {len(ids):,} faces": lambda: faces.ids_of_person(db, 1),
        "Person: 200 faces": lambda: faces.by_ids(db, ids[:200]),
        "Person: suggested faces": lambda: faces.ids_of_person(db, 1, "suggested"),
        "Group: faces": lambda: faces.of_group(db, 1),
        "Faces in no group, 200": lambda: faces.without_group(db),
        "Photos: first 200": lambda: photos.page(db),
        "Photos: next 200": lambda: photos.page(db, last),
        "Viewer: faces of a photo": lambda: faces.of_photo(db, 5),
        "Search: names": lambda: people.names(db),
        "Search: one person, 200": lambda: search.run(db, one, limit=200),
        "Search: two people, 200": lambda: search.run(db, two, limit=200),
        "Search: count": lambda: search.count(db, one),
        "Folders": lambda: folders.listed(db),
        "Status": lambda: properties.status(db),
    }


def fill(
    db: Catalog, photo_count: int = PHOTOS, people_count: int = PEOPLE, group_count: int = GROUPS
) -> None:
    """Fill a catalog with people as unevenly photographed as real ones."""
    chance = random.Random(1)
    db.execute("insert into folders (id, path, added_at) values (1, '/photos', '2020')")
    for number in range(1, people_count + 1):
        name = f"Person {number} Name{number % 77}"
        db.execute("insert into people (name, made_at) values (?, '2020')", (name,))
    for _ in range(group_count):
        db.execute("insert into groups (made_at) values ('2020')")
    face_id = 0
    for photo_id in range(1, photo_count + 1):
        add_photo(db, chance, photo_id)
        for place in range(chance.choice([1, 2, 2, 3, 4])):
            face_id += 1
            add_face(db, chance, photo_id, face_id, place, people_count, group_count)


def add_photo(db: Catalog, chance: random.Random, photo_id: int) -> None:
    taken_at = (
        f"{2000 + chance.randrange(20)}-{1 + chance.randrange(12):02d}-"
        f"{1 + chance.randrange(28):02d}T{chance.randrange(24):02d}:{chance.randrange(60):02d}:00"
    )
    content = hashlib.blake2b(str(photo_id).encode(), digest_size=32).digest()
    db.execute(
        """insert into photos (id, content_hash, width, height, format, taken_at, taken_at_source,
            camera, detector, added_at)
        values (?, ?, 4000, 3000, 'JPEG', ?, 'exif', 'Canon', 'mtcnn', '2020')""",
        (photo_id, content, taken_at),
    )
    db.execute(
        """insert into files (folder_id, path, photo_id, size_bytes, mtime_ns)
        values (1, ?, ?, 5000000, 1)""",
        (f"/photos/{taken_at[:4]}/{taken_at[5:7]}/IMG_{photo_id:06d}.jpg", photo_id),
    )


def add_face(
    db: Catalog,
    chance: random.Random,
    photo_id: int,
    face_id: int,
    place: int,
    people_count: int,
    group_count: int,
) -> None:
    landmarks = np.zeros(10, np.float32).tobytes()
    db.execute(
        """insert into faces (id, photo_id, x, y, width, height, landmarks, score, quality)
        values (?, ?, ?, 0.2, 0.1, 0.15, ?, 0.99, ?)""",
        (face_id, photo_id, 0.1 + 0.2 * place, landmarks, chance.random()),
    )
    whose = chance.random()
    person_id = int(people_count * chance.random() ** 2.5) + 1
    if whose < 0.75:
        suggested = whose < 0.05
        db.execute(
            "insert into assignments values (?, ?, ?, ?, ?, '2020')",
            (
                face_id,
                person_id,
                photo_id,
                *(("suggested", 0.6) if suggested else ("confirmed", None)),
            ),
        )
    elif whose < 0.92:
        db.execute(
            "insert into group_faces (face_id, group_id, photo_id) values (?, ?, ?)",
            (face_id, 1 + chance.randrange(group_count), photo_id),
        )
