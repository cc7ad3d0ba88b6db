"""How fast queries are on catalogs of 5,000 to 500,000 photos, and how that grows.

The catalogs are made once and kept in the folder that FACEGALLERY_BENCH names, else thrown away.
"""

import os
import random
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from facegallery.catalog import embeddings, people, properties, search
from facegallery.catalog.database import transaction
from facegallery.catalog.face_matrix import FaceMatrix
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.search_tables import fill_derived
from facegallery.jobs import likeness
from facegallery.vision import registry
from tests.bench.typing import typing_times

SIZES = (5_000, 50_000, 500_000)
FACES_A_PHOTO = 2.5
PEOPLE = 2_000
REPEATS = 40  # queries of each kind, each about other people, dates and places
FIRST_PAGE = 200
MODEL = "sface"
FIRST_NAMES = (
    "Anna", "Ben", "Clara", "David", "Emma", "Felix", "Grace", "Hugo", "Ida", "Jonas", "Karla",
    "Leo", "Mia", "Noah", "Olga", "Paul", "Rosa", "Simon", "Tina", "Viktor",
)  # fmt: skip
TOPICS = ("Holiday", "Home", "Walk", "Party", "School", "Garden", "Italy", "Sea", "Snow", "Work")
CAMERAS = ("Canon EOS 70D", "NIKON D90", "iPhone 6", "iPhone 12", "Pixel 4", "SONY ILCE-7", None)

CONDITIONS = (
    "{0}", "-{0}", "date: {1}", "rating: >=4", "rating: 0", "favourite: yes", "favourite: no",
    "people: 2", "people: >=4", "faces: 0", "faces: >=3", "unnamed: yes", "unnamed: no",
    "camera: iphone", "-camera: canon", "type: heic", "-type: jpeg", "folder: snow", "folder: {1}",
    "near: 48.85,2.35 300km", "name: 77", "name: img_3", "age: {0} 3..12", "only: {0}",
)  # fmt: skip
NEGATED = (
    "rating: >=1", "rating: 0", "favourite: no", "faces: 0", "faces: >=1", "people: >=1",
    "people: 0", "unnamed: yes", "unnamed: no", "type: jpeg", "camera: n", "date: 2000..2022",
    "date: 2000..2030", "folder: photos", "name: img", "near: 48,8 9000km", "name: zzz",
)  # fmt: skip
NOTHING = (
    "{0} -{0}", "{0} people: 0", "{0} faces: 99", "{0} camera: leica", "{0} date: 1950",
    "only: {0} faces: 0", "{0} type: gif", "{0} folder: nowhere", "{0} near: -48,-120 5km",
    "rating: 5 people: 19", "{0} {1} faces: 1", "name: img_0000 date: 2023", "nobody",
    "type: raw favourite: yes rating: 5", "together: {0} nobody within 3h", "age: {0} 150",
)  # fmt: skip
EVERYTHING = (
    "faces: >=0", "{0} or -{0}", "name: img", "folder: photos", "type: jpeg or type: heic",
    "-name: zzz", "rating: >=0", "date: 2000..2030", "-(rating: 5 favourite: yes)", "-only: {0}",
    "favourite: no", "camera: n or -camera: n",
)  # fmt: skip


def run() -> None:
    kinds: dict[str, list[list[float]]] = {}
    for size in SIZES:
        with library_of(size) as library, library.open(read_only=True) as db:
            number = db.execute("select count(*) from faces").fetchone()[0]
            print(f"{size:,} photos, {number:,} faces, {PEOPLE:,} people", flush=True)
            for kind, texts in made_queries(db).items():
                times = [timed(task) for task in tasks(db, kind, texts)]
                kinds.setdefault(kind, []).append(percentiles(times))
                p50, p95, p99 = kinds[kind][-1]
                print(f"  {kind:28} p50 {p50:7.1f}  p95 {p95:7.1f}  p99 {p99:7.1f} ms", flush=True)
            for kind, found in (
                ("list while typing", percentiles(typing_times(library))),
                ("like", likeness_times(library)),
            ):
                kinds.setdefault(kind, []).append(found)
                p50, p95, p99 = found
                print(f"  {kind:28} p50 {p50:7.1f}  p95 {p95:7.1f}  p99 {p99:7.1f} ms", flush=True)
    print("p95 in ms, from the smallest catalog to the largest:")
    for kind, found in kinds.items():
        print(f"  {kind:28}" + "".join(f"{p95:9.1f}" for _p50, p95, _p99 in found))


def tasks(db: Catalog, kind: str, texts: list[str]) -> Iterator[Callable[[], object]]:
    for text in texts:
        if kind == "a letter typed":
            yield lambda text=text: search.query(db, text)
        elif kind == "count":
            yield lambda text=text: search.count(db, search.query(db, text))
        elif kind == "months and people":
            yield lambda text=text: search.refinement(db, search.query(db, text))
        else:
            yield lambda text=text: search.run(db, search.query(db, text), limit=FIRST_PAGE)


def likeness_times(library: Library) -> list[float]:
    """Milliseconds of `like:` by the clock, for it works on all cores; embeddings are made first.

    Each person's are around a direction of their own, as far apart as SFace's.
    """
    with library.open() as db:
        if not db.execute("select 1 from embeddings limit 1").fetchone():
            _add_embeddings(db)
        properties.set_value(db, "recognizer", MODEL)
        started = time.perf_counter()
        matrix = FaceMatrix(library.folder, MODEL)
        matrix.sync(db)
        print(f"  matrix beside the catalog ready in {time.perf_counter() - started:.0f} s")
        times = []
        faces = [row[0] for row in db.execute("select id from faces order by id % 7919 limit 20")]
        print(f"  recall of the likest: {recall(db, matrix, faces[:8]):.4f}")
        for face_id in faces:
            query = search.query(db, f"like: {face_id}")
            for _warm in range(2):
                started = time.perf_counter()
                found = likeness.find(library, db, query)
                likeness.run(db, query, found, limit=FIRST_PAGE)
            times.append((time.perf_counter() - started) * 1000)
    print(
        f"  memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB"
    )
    return percentiles(times)


def recall(db: Catalog, matrix: FaceMatrix, faces: list[int]) -> float:
    """Return how many of the faces that are likest by all embeddings are found by the matrix."""
    known = (embeddings.of_face(db, face, MODEL) for face in faces)
    wanted = np.stack([vector for vector in known if vector is not None])
    least = 1 - registry.recognizer_info(MODEL).same_person_distance
    near: list[list[tuple[float, int]]] = [[] for _ in wanted]
    cursor = db.execute("select face_id, vector from embeddings where model = ?", (MODEL,))
    while rows := cursor.fetchmany(5_000):  # little memory: what is measured is the program's
        vectors = np.frombuffer(b"".join(blob for _face, blob in rows), np.float32)
        similar = vectors.reshape(len(rows), -1) @ wanted.T
        for row, place in zip(*np.nonzero(similar >= least), strict=True):
            near[place].append((float(similar[row, place]), rows[row][0]))
    found = expected = 0
    for vector, exact in zip(wanted, near, strict=True):
        likest = {face for _value, face in sorted(exact, reverse=True)[: likeness.MOST_FACES]}
        seen = matrix.nearest(db, vector, least, likeness.MOST_FACES)
        found += len(likest & {face.face_id for face in seen})
        expected += len(likest)
    return found / max(expected, 1)


def _add_embeddings(db: Catalog) -> None:
    chance = np.random.default_rng(1)
    centres = chance.normal(size=(PEOPLE + 1, 128)).astype(np.float32)
    cursor = db.execute(
        """select faces.id, coalesce(person_id, 0) from faces
        left join assignments on face_id = faces.id order by faces.id"""
    )
    with transaction(db):
        while rows := cursor.fetchmany(20_000):
            ids, people_ids = zip(*rows, strict=True)
            vectors = centres[list(people_ids)] + chance.normal(size=(len(rows), 128)).astype("f4")
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            db.conn.executemany(
                "insert into embeddings (face_id, model, vector) values (?, 'sface', ?)",
                [(face, vector.tobytes()) for face, vector in zip(ids, vectors, strict=True)],
            )


def timed(task: Callable[[], object]) -> float:
    """Milliseconds by the clock, warm: nothing waits for the disk. Best with the machine idle."""
    task()
    started = time.perf_counter()
    task()
    return (time.perf_counter() - started) * 1000


def percentiles(times: list[float]) -> list[float]:
    return [float(np.percentile(times, share)) for share in (50, 95, 99)]


def made_queries(db: Catalog) -> dict[str, list[str]]:
    """Queries by kind, each kind about people often and seldom seen, times and places."""
    chance = random.Random(3)
    names = [name for _id, name in people.names(db)]
    # As people are searched for: those with many photos more often.
    seen = [
        row[0]
        for row in db.execute(
            """select name from people join appearances on person_id = people.id
            where photo_id % 97 = 0 order by photo_id"""
        )
    ]

    def who() -> str:
        return f'"{chance.choice(seen if chance.random() < 0.7 else names)}"'

    def year() -> int:
        return 2004 + chance.randrange(20)

    kinds: dict[str, Callable[[], str]] = {
        "everything": lambda: "",
        "one person": who,
        "a first name": lambda: chance.choice(FIRST_NAMES),
        "two people": lambda: f"{who()} {who()}",
        "three people": lambda: f"{who()} {who()} {who()}",
        "either": lambda: f"{who()} or {who()} or {who()}",
        "without": lambda: f"{who()} -{who()}",
        "brackets": lambda: f"({who()} or {who()}) -({who()} or date: {year()})",
        "only": lambda: f"only: {who()}",
        "only-named": lambda: f"only-named: {who()} {who()}",
        "confirmed": lambda: f"confirmed: {who()}",
        "people": lambda: f"people: {chance.choice(('1', '2', '>=5', '>=8', '0', '3..4'))}",
        "faces": lambda: f"faces: {chance.choice(('0', '1', '>=6', '>=9', '4'))}",
        "unnamed": lambda: f"unnamed: {chance.choice(('yes', 'no'))}",
        "date": lambda: f"date: {year()}-{chance.randrange(1, 13):02d}",
        "person and date": lambda: f"{who()} summer {year()}",
        "age": lambda: f"age: {who()} {chance.randrange(20)}..{chance.randrange(20, 40)}",
        "folder": lambda: f"folder: {chance.choice((year(), *TOPICS))}",
        "person and folder": lambda: f"{who()} folder: {chance.choice((year(), *TOPICS))}",
        "name": lambda: f"name: {chance.choice((f'{chance.randrange(9_999):04d}', 'img_1', '7'))}",
        "camera": lambda: f"camera: {chance.choice(('canon', 'iphone', 'sony', 'leica'))}",
        "type": lambda: f"type: {chance.choice(('jpeg', 'heic', 'png', 'raw'))}",
        "near": lambda: f"near: {chance.uniform(36, 60):.3f},{chance.uniform(-9, 30):.3f} 25km",
        "favourite": lambda: f"favourite: {chance.choice(('yes', 'no'))}",
        "rating": lambda: f"rating: {chance.choice(('>=4', '5', '1', '0'))}",
        "together": lambda: f"together: {who()} {who()} within 3h",
        "many conditions": lambda: (
            f"{who()} people: >=2 rating: >=3 camera: canon date: {year()}..{year() + 5}"
        ),
        "first page of a few": lambda: f"{who()} rating: 5 favourite: yes",
        "negated": lambda: f"-{chance.choice(NEGATED)}",
        "not somebody": lambda: f"-{who()} -{who()} date: {year()}",
        "matches nothing": lambda: chance.choice(NOTHING).format(who(), who()),
        "matches everything": lambda: chance.choice(EVERYTHING).format(who()),
        "a short name": lambda: f"name: {chance.choice(('7', '9_', 'zz', 'q', 'g.', 'jp', '00'))}",
        "unknown names": lambda: f"name: {chance.choice(('imgx', 'zzz', '1_0', '000000'))}",
        "a path": lambda: f'folder: "/photos/{year()}/"',
        "two conditions": lambda: " ".join(chance.sample(CONDITIONS, 2)).format(who(), year()),
        "either condition": lambda: " or ".join(chance.sample(CONDITIONS, 2)).format(who(), year()),
        "three conditions": lambda: " ".join(chance.sample(CONDITIONS, 3)).format(who(), year()),
        "count": who,
        "months and people": who,
        "a letter typed": lambda: f"{who()} {chance.choice(FIRST_NAMES)[: chance.randrange(1, 4)]}",
    }
    return {kind: [make() for _ in range(REPEATS)] for kind, make in kinds.items()}


@contextmanager
def library_of(photos: int) -> Iterator[Library]:
    """A made library of so many photos, made anew or kept from the last time."""
    kept = os.environ.get("FACEGALLERY_BENCH")
    with TemporaryDirectory() as temporary:
        library = Library(Path(kept or temporary) / str(photos))
        made = library.catalog_file.exists()
        library.prepare()
        if not made:
            started = time.perf_counter()
            with library.open() as db:
                fill(db, photos)
            print(f"Made in {time.perf_counter() - started:.0f} s", flush=True)
        yield library


def fill(db: Catalog, photos: int) -> None:
    """Fill a catalog: events of a few hours, each with some of a circle of people."""
    chance = random.Random(photos)
    with transaction(db):
        db.execute("insert into folders (id, path, added_at) values (1, '/photos', '2020')")
        db.conn.executemany(
            "insert into people (id, name, birth_date, made_at) values (?, ?, ?, '2020')",
            [
                (
                    number,
                    f"{FIRST_NAMES[number % 20]} {_surname(number)}",
                    f"{1940 + number % 70}-0{1 + number % 9}-11" if number % 3 else None,
                )
                for number in range(1, PEOPLE + 1)
            ],
        )
        # One row after another would ask the triggers for each; they are made anew afterwards.
        triggers = db.execute(
            "select name, sql from sqlite_master where type = 'trigger' and tbl_name in "
            "('faces', 'assignments')"
        ).fetchall()
        for name, _sql in triggers:
            db.execute(f"drop trigger {name}")
        _add_photos(db, chance, photos)
        fill_derived(db)
        for _name, sql in triggers:
            db.execute(sql)
    db.execute("analyze")


def _surname(number: int) -> str:
    starts = ("Berg", "Stein", "Wald", "Feld", "Bach", "Lind", "Holm", "Nord", "Sund", "Dal")
    ends = ("mann", "er", "ström", "gren", "sen", "wick", "ley", "ton", "haus", "mark")
    return f"{starts[number // 20 % 10]}{ends[number // 200 % 10]}{number // 2000 or ''}"


def _add_photos(db: Catalog, chance: random.Random, photos: int) -> None:
    landmarks = np.zeros(10, np.float32).tobytes()
    moment = datetime(2004, 1, 1)
    step = timedelta(days=20 * 365.25) / (photos / 25)  # an event has about 25 photos
    photo_id = face_id = 0
    rows: dict[str, list[tuple[object, ...]]] = {
        "photos": [], "files": [], "faces": [], "assignments": [],
    }  # fmt: skip
    while photo_id < photos:
        moment += step * chance.uniform(0.2, 1.8)
        circle = [_person(chance, moment.year) for _ in range(chance.choice((2, 3, 5, 8, 12)))]
        place = (chance.uniform(36, 60), chance.uniform(-9, 30)) if chance.random() < 0.6 else None
        camera, topic = chance.choice(CAMERAS), chance.choice(TOPICS)
        at = moment
        for _ in range(chance.randrange(5, 46)):
            photo_id += 1
            at += timedelta(seconds=chance.choice((2, 20, 200, 600)))
            rows["photos"].append(_photo(chance, photo_id, at, camera, place))
            folder = f"/photos/{at:%Y}/{at:%Y-%m-%d} {topic}"
            rows["files"].append((f"{folder}/IMG_{photo_id:06d}.jpg", photo_id))
            for _ in range(min(int(chance.expovariate(1 / FACES_A_PHOTO) + 0.45), 20)):
                face_id += 1
                rows["faces"].append((face_id, photo_id, landmarks, chance.random()))
                sure = chance.random() < 0.94
                if chance.random() < 0.97:
                    rows["assignments"].append((face_id, chance.choice(circle), photo_id, sure))
        if len(rows["photos"]) > 20_000:
            _write(db, rows)
    _write(db, rows)


def _person(chance: random.Random, year: int) -> int:
    """Some people are in very many photos; most are known for some years only."""
    while True:
        number = int(PEOPLE * chance.random() ** 2.5) + 1
        first = 2000 + number * 7 % 22
        if number < 40 or first <= year < first + 6:
            return number


def _photo(
    chance: random.Random,
    photo_id: int,
    at: datetime,
    camera: str | None,
    place: tuple[float, float] | None,
) -> tuple[object, ...]:
    near = (place[0] + chance.gauss(0, 0.02), place[1] + chance.gauss(0, 0.02)) if place else None
    return (
        photo_id,
        blake2b(str(photo_id).encode(), digest_size=32).digest(),
        chance.choice(("JPEG",) * 20 + ("HEIF",) * 8 + ("PNG",)) if photo_id % 997 else "RAW",
        at.isoformat(timespec="seconds"),
        camera,
        *(near or (None, None)),
        int(chance.random() < 0.01),
        chance.choice((None,) * 20 + (1, 3, 4, 5)),
    )


def _write(db: Catalog, rows: dict[str, list[tuple[object, ...]]]) -> None:
    for table, sql in (
        (
            "photos",
            """insert into photos (id, content_hash, width, height, format, taken_at,
                taken_at_source, camera, latitude, longitude, favourite, rating, added_at)
            values (?, ?, 4000, 3000, ?, ?, 'exif', ?, ?, ?, ?, ?, '2020')""",
        ),
        (
            "files",
            """insert into files (folder_id, path, photo_id, size_bytes, mtime_ns)
            values (1, ?, ?, 5000000, 1)""",
        ),
        (
            "faces",
            """insert into faces (id, photo_id, x, y, width, height, landmarks, score, quality)
            values (?, ?, 0.3, 0.2, 0.1, 0.15, ?, 0.99, ?)""",
        ),
        (
            "assignments",
            """insert into assignments (face_id, person_id, photo_id, state, similarity, made_at)
            select column1, column2, column3, iif(column4, 'confirmed', 'suggested'),
                iif(column4, null, 0.6), '2020' from (values (?, ?, ?, ?))""",
        ),
    ):
        db.conn.executemany(sql, rows[table])
        rows[table].clear()
