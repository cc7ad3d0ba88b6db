"""What it costs to name, refuse, merge, call no faces, and undo, very many faces at once.

A made library of 100,000 faces; one group of an album's usual size, one of 7,000 and one of 30,000.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from facegallery.actions.faces import NotAFace, Reject
from facegallery.actions.people import Merge, Name, Who
from facegallery.actions.perform import Action, perform, undo
from facegallery.catalog import covers, groups
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.search_tables import fill_derived

SIZES = {3: 150, 2: 7_000, 1: 30_000}  # of groups, by id
_PHOTOS = 40_000
_COUNT = "with recursive numbers (n) as (values (1) union all select n + 1 from numbers where n <"
_ROWS = (
    f"""{_COUNT} {_PHOTOS}) insert into photos (content_hash, width, height, format, taken_at,
        taken_at_source, camera, detector, added_at, in_library)
    select randomblob(32), 4000, 3000, 'JPEG', printf('%d-%02d-11', 2000 + n % 24, 1 + n * 7 % 12),
        'exif', 'Canon', 'mtcnn', '2020', 1 from numbers""",
    f"""{_COUNT} {_PHOTOS * 5 // 2}) insert into faces
        (photo_id, x, y, width, height, landmarks, score, quality)
    select 1 + n % {_PHOTOS}, 0.3, 0.2, 0.1, 0.15, zeroblob(40), 0.99, 0.8 from numbers""",
    f"{_COUNT} 8000) insert into groups (id, made_at) select n, '2020' from numbers",
    f"""insert into group_faces (face_id, group_id, photo_id)
        select id, 4 + id % 7997, photo_id from faces where id > {sum(SIZES.values())}""",
    "insert into people (name, made_at) values ('Somebody', '2020')",
)


def run() -> None:
    with TemporaryDirectory() as place:
        library = Library(Path(place))
        library.prepare()
        with library.open() as db:
            _fill(db)
            for number in SIZES:
                _measure(db, number)


def _fill(db: Catalog) -> None:
    with transaction(db):
        triggers = db.execute(
            """select name, sql from sqlite_master
            where type = 'trigger' and tbl_name in ('faces', 'assignments')"""
        ).fetchall()
        for name, _sql in triggers:
            db.execute(f"drop trigger {name}")
        for rows in _ROWS:
            db.execute(rows)
        first = 1
        for number, size in SIZES.items():
            db.execute(
                """insert into group_faces (face_id, group_id, photo_id)
                select id, ?, photo_id from faces where id >= ? order by id limit ?""",
                (number, first, size),
            )
            first += size
        fill_derived(db)
        for _name, sql in triggers:
            db.execute(sql)
        covers.choose(db)
    db.execute("analyze")


def _measure(db: Catalog, number: int) -> None:
    face_ids = tuple(groups.face_ids(db, number))
    print(f"{len(face_ids):,} faces", flush=True)
    _timed("named", lambda: perform(db, Name(Who("group", number), f"Person {number}")))
    _timed("undone", lambda: undo(db))
    perform(db, Name(Who("group", number), f"Person {number}"))
    person_id = db.execute("select max(id) from people").fetchone()[0]
    actions: dict[str, Action] = {
        "refused": Reject(face_ids, person_id),
        "merged": Merge((Who("person", 1), Who("person", person_id))),
        "called no faces": NotAFace(face_ids),
    }
    for done, action in actions.items():
        _timed(done, partial(perform, db, action))
        _timed("undone", lambda: undo(db))


def _timed(what: str, task: Callable[[], object]) -> None:
    clock, seconds = time.perf_counter(), time.process_time()
    task()
    clock, seconds = time.perf_counter() - clock, time.process_time() - seconds
    print(f"  {what:16} {clock:6.2f} s by the clock {seconds:6.2f} s of work", flush=True)
