"""Libraries of very many made faces, some of their people named.

Their groups are the people there are, which is what grouping all finds nearly (docs/grouping.md)
and takes minutes for. Made once and kept in the folder that FACEGALLERY_BENCH names, else thrown
away.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from facegallery.actions.people import Name, Who
from facegallery.actions.perform import perform
from facegallery.catalog import covers, groups, properties
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.search_tables import fill_derived
from facegallery.evaluate.made_faces import made_faces
from facegallery.grouping.centring import AVERAGE_FACES
from facegallery.grouping.labels import NO_GROUP
from facegallery.jobs.group_new import basis_of, state_of_all
from facegallery.jobs.regroup import rules_of

MODEL = "sface"
FACES_IN_TWO_PHOTOS = 5
NAMED = 100  # of the largest groups every second one: a user who has begun
AT_ONCE = 20_000


@contextmanager
def library_of_faces(count: int, more: int) -> Iterator[tuple[Library, NDArray[np.float32]]]:
    """A library of so many made faces, and the embeddings of `more` that can be added to it."""
    kept = os.environ.get("FACEGALLERY_BENCH")
    made_vectors, made_people = made_faces(count + more, seed=1)
    vectors = embeddings_of(made_vectors)
    with TemporaryDirectory() as temporary:
        library = Library(Path(kept or temporary) / f"faces-{count}")
        made = library.catalog_file.exists()
        library.prepare()
        if not made:
            with library.open() as db:
                _fill(db, vectors[:count])
                _group(db, made_people[:count])
                _name_some(db)
        yield library, vectors[count:]


def embeddings_of(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return embeddings (N, D) of length 1 as the model gives them, from centred ones."""
    average = AVERAGE_FACES[MODEL]
    along = vectors @ average
    length = -along + np.sqrt(along**2 + 1 - average @ average)
    return np.asarray(average + length[:, None] * vectors, np.float32)


def add_faces(db: Catalog, vectors: NDArray[np.float32]) -> None:
    """Add photos with these faces, as a scan would."""
    first_photo = db.execute("select coalesce(max(id), 0) + 1 from photos").fetchone()[0]
    first_face = db.execute("select coalesce(max(id), 0) + 1 from faces").fetchone()[0]
    with transaction(db):
        _write(db, first_photo, first_face, vectors)


def _fill(db: Catalog, vectors: NDArray[np.float32]) -> None:
    with transaction(db):
        properties.set_value(db, "recognizer", MODEL)
        properties.set_value(db, "detector", "mtcnn")
        db.execute("insert into folders (id, path, added_at) values (1, '/photos', '2020')")
        triggers = db.execute(
            "select name, sql from sqlite_master where type = 'trigger'"
        ).fetchall()
        for name, _sql in triggers:
            db.execute(f"drop trigger {name}")
        for start in range(0, len(vectors), AT_ONCE):
            photo = start * 2 // FACES_IN_TWO_PHOTOS
            _write(db, photo + 1, start + 1, vectors[start : start + AT_ONCE])
        fill_derived(db)
        for _name, sql in triggers:
            db.execute(sql)
    db.execute("analyze")


def _write(db: Catalog, photo: int, face: int, vectors: NDArray[np.float32]) -> None:
    photos = len(vectors) * 2 // FACES_IN_TWO_PHOTOS + 1
    db.conn.executemany(
        """insert or ignore into photos (id, content_hash, width, height, format, taken_at,
            taken_at_source, camera, detector, added_at, in_library)
        values (?, ?, 4000, 3000, 'JPEG', ?, 'exif', 'Canon', 'mtcnn', '2020', 1)""",
        [
            (
                number,
                blake2b(str(number).encode(), digest_size=32).digest(),
                f"{2000 + number % 24}-0{1 + number % 9}-11T12:00:00",
            )
            for number in range(photo, photo + photos)
        ],
    )
    db.conn.executemany(
        """insert or ignore into files (folder_id, path, photo_id, size_bytes, mtime_ns)
        values (1, '/photos/' || ?1 || '.jpg', ?1, 5000000, 1)""",
        [(number,) for number in range(photo, photo + photos)],
    )
    landmarks = np.zeros(10, np.float32).tobytes()
    numbers = np.arange(len(vectors))
    where = photo + numbers * 2 // FACES_IN_TWO_PHOTOS
    db.conn.executemany(
        """insert into faces (id, photo_id, x, y, width, height, landmarks, score, quality)
        values (?, ?, 0.3, 0.2, 0.1, 0.15, ?, 0.99, 0.8)""",
        [(face + at, photo_id, landmarks) for at, photo_id in enumerate(where.tolist())],
    )
    db.conn.executemany(
        "insert into embeddings (face_id, model, vector) values (?, ?, ?)",
        [(face + at, MODEL, vector.tobytes()) for at, vector in enumerate(vectors)],
    )


def _group(db: Catalog, people: NDArray[np.int64]) -> None:
    """Make a group of the faces of each person with two or more; note that all are grouped."""
    sizes = np.bincount(people)
    labels = np.where(sizes[people] > 1, people, NO_GROUP)
    with transaction(db):
        db.conn.executemany(
            "insert into groups (id, made_at) values (?, '2020')",
            [(person + 1,) for person in np.flatnonzero(sizes > 1).tolist()],
        )
        db.conn.executemany(
            """insert into group_faces (face_id, group_id, photo_id)
            select id, ?, photo_id from faces where id = ?""",
            [
                (int(labels[row]) + 1, row + 1)
                for row in np.flatnonzero(labels != NO_GROUP).tolist()
            ],
        )
        covers.choose(db)
        basis = basis_of(db, MODEL, rules_of(MODEL))
        state_of_all(basis, np.arange(len(people)) + 1, labels).save(db)


def _name_some(db: Catalog) -> None:
    sizes = sorted(((-len(faces), number) for number, faces in groups.members(db).items()))
    for place, (_size, number) in enumerate(sizes[: 2 * NAMED : 2]):
        perform(db, Name(Who("group", number), f"Person {place}", new=True))
