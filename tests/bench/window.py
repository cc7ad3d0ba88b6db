"""How quick the window is and how much memory it takes, on an album and on 100,000 photos.

Also with 240,000 faces, 2,000 people and 8,000 groups. What is told: seconds from the start of
the process until people are shown; per step the peak of memory, and the longest time that the
window's thread was held; how long an answer took to be on screen; frames while scrolling. The
many photos are walked through with nothing beside, and while the window scans other photos: then
another program scans while it starts, too.

What is walked through is made once and kept in the folder that FACEGALLERY_BENCH names, else
thrown away. Uses the screen where there is one (under xvfb-run, too), else Qt's offscreen platform.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import skimage.data
from PIL import Image

from facegallery.catalog import covers, faces, files, folders, people, photos, properties
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.thumbnails import ThumbnailCache, face_key, photo_key
from facegallery.domain.photo import FoundFile, PhotoFacts
from facegallery.grouping.centring import AVERAGE_FACES
from facegallery.imaging.decode import open_photo
from facegallery.imaging.source import content_hash, read_file
from facegallery.imaging.thumbnails import make_crop, make_thumbnail
from tests.bench import window_walk
from tests.bench.made_library import MODEL, embeddings_of
from tests.bench.queries import fill
from tests.bench.window_start import screen_of, starts

LIMIT_MIB, LIMIT_MS, LIMIT_WRITE_MS = 400, 50, 20
LIMIT_START_S, LIMIT_PAGE_MS, LIMIT_ANSWER_MS, LIMIT_FRAME_MS = 1.5, 200, 100, 16
LARGE = (100_000, 2_000, 8_000)  # photos, people and groups
SIZES = ((1280, 800), (2560, 1440))
# Width, height and kind of the album's photos; the last is as large as phones make them.
KINDS = [
    (4000, 3000, "jpg"), (4032, 3024, "heic"), (6000, 4000, "jpg"), (3000, 4000, "jpg"),
    (4000, 3000, "png"), (3024, 4032, "heic"), (12000, 9000, "jpg"),
]  # fmt: skip
LOOKALIKES = 300  # more photos in the album, of the first kind
FRESH = 400  # photos to scan: more than two cores look at during a walk
WORKERS_START_SECONDS = 90.0
CACHED = 3_000  # newest photos of the many whose thumbnails are in the cache
FIRST_DAY = datetime(2030, 1, 1)


def run() -> None:
    if sys.platform != "linux":
        print("Skipped: it reads memory from /proc, which only Linux has.")
        return
    kept = os.environ.get("FACEGALLERY_BENCH")
    with TemporaryDirectory() as scratch:
        made = make_all(Path(kept or scratch) / "window")
        compiled = Path(kept or scratch) / "compiled"
        print("The album, window of 1280 x 800")
        show(walked(made / "small", SIZES[0], compiled))
        for fresh in (None, made / "fresh"):
            beside = "nothing beside" if fresh is None else "while photos are scanned"
            for size in SIZES:
                print(f"{LARGE[0]:,} photos, window of {size[0]} x {size[1]}, {beside}", flush=True)
                zooms = fresh is None and size != SIZES[0]  # the album's walk zooms at that size
                show(walked(made / "large", size, compiled, fresh, zooms=zooms))


def make_all(folder: Path) -> Path:
    """Make photos to scan, and the libraries small and large; return the folder of all."""
    whole = folder / "whole"  # there when all is made
    if not whole.exists():
        shutil.rmtree(folder, ignore_errors=True)
        album = make_album(folder / "album")
        make_fresh(folder / "fresh", album[0])
        make_library(folder / "small", album, large=False)
        make_library(folder / "large", album, large=True)
        whole.touch()
    return folder


def walked(
    made: Path,
    size: tuple[int, int],
    compiled: Path,
    fresh: Path | None = None,
    *,
    zooms: bool = True,
) -> dict:
    """Walk through a copy of a library in a process of its own; return what it measured.

    compiled: where Python keeps what it has compiled, as it does for an installed program.
    fresh: photos that are scanned all the while. zooms: into photos of every size and kind, too.
    """
    environment = dict(os.environ) | {"PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory() as scratch, ExitStack() as beside:
        if "DISPLAY" not in environment and "WAYLAND_DISPLAY" not in environment:
            environment["QT_QPA_PLATFORM"] = screen_of(Path(scratch), size)
        library = Path(scratch) / "library"
        shutil.copytree(made, library)
        width, height = map(str, size)
        command = [sys.executable, "-m", "tests.bench.window_walk", str(library), width, height]
        if not zooms:
            command.append(window_walk.NO_ZOOM)
        if fresh is not None:
            command.append(str(fresh))
            beside.enter_context(scanning(Path(scratch) / "other", fresh))
        start = starts(library, size, environment)
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=sys.stderr, text=True
        ) as walk:
            assert walk.stdout is not None
            while (line := walk.stdout.readline()) and line.strip() != window_walk.STARTED:
                pass
            beside.close()  # from here on the window scans by itself
            told = walk.stdout.read()
    if walk.returncode:
        raise subprocess.CalledProcessError(walk.returncode, command)
    return json.loads(told.splitlines()[-1]) | {"start": start}


@contextmanager
def scanning(library: Path, photos_folder: Path) -> Iterator[None]:
    """Have another program scan photos into a library of its own, at work from the beginning."""
    command = [sys.executable, "-m", "facegallery", "--library", str(library), "scan"]
    program = subprocess.Popen(
        [*command, str(photos_folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + WORKERS_START_SECONDS
        while time.monotonic() < until and not _has_photos(Library(library)):
            time.sleep(0.5)
        yield
    finally:
        program.send_signal(signal.SIGINT)
        program.wait()


def _has_photos(library: Library) -> bool:
    if not library.catalog_file.exists():
        return False
    library.prepare()
    with library.open(read_only=True) as db:
        return bool(photos.page(db, limit=1))


def show(report: dict) -> None:
    for name, took in report["memory"].items():
        held = report["held"][name]
        late = held["work"] > LIMIT_MS
        print(
            f"  {name:28} peak {took['peak']:6.1f}  rest {took['rest']:6.1f} MiB"
            f"   held {held['work']:6.1f} ms of work, {held['clock']:6.1f} ms by the clock"
            + (f"   {' < '.join(reversed(held['where'][-4:]))}" if late else "")
        )
    peak = max(took["peak"] for took in report["memory"].values())
    longest = max(report["held"][name]["work"] for name in report["memory"])
    print(f"  highest {peak:.1f} MiB (limit {LIMIT_MIB}), longest {longest:.1f} ms ({LIMIT_MS})")
    print(
        f"  the program has people on screen after {report['start']['clock']:.2f} s "
        f"({LIMIT_START_S}), {report['start']['work']:.2f} s of work"
    )
    for name, took in report["answers"].items():
        limit = LIMIT_PAGE_MS if name.startswith("page") else LIMIT_ANSWER_MS
        print(
            f"  {name:28} on screen after {took['clock']:6.1f} ms ({limit}), "
            f"{took['work']:6.1f} ms of work"
        )
    for name, frames in report["frames"].items():
        print(
            f"  {name:28} {frames['count']} frames, 99 % within {frames['work']['p99']:.1f} ms of "
            f"work ({LIMIT_FRAME_MS}), {frames['clock']['p99']:.1f} by the clock; the middle one "
            f"{frames['work']['p50']:.1f} and {frames['clock']['p50']:.1f}"
        )
    if report["scanned"]:
        going = "the scan went on" if report["scanning"] else "the scan had ended before the walk"
        print(
            f"  {report['scanned']} photos were scanned meanwhile; {going}; its workers waited "
            f"{report['worker_waits']:.1f} s for the user"
        )
        waits = report["waits"]
        print(
            f"  {waits['count']} times the catalog was asked for a write: after "
            f"{waits['longest']:.1f} ms at most ({LIMIT_WRITE_MS}), 99 % within {waits['p99']:.1f}"
        )


def make_album(folder: Path) -> list[Path]:
    """Write photos of every size and kind, the first of them many times; return their paths."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    folder.mkdir(parents=True)
    portrait = Image.fromarray(skimage.data.astronaut())
    noise = Image.effect_noise((512, 512), 40).convert("RGB")
    grainy = Image.blend(portrait, noise, 0.1)  # so that files are as large as a camera's
    paths = []
    for number, (width, height, kind) in enumerate(KINDS):
        path = folder / f"{number}.{kind}"
        grainy.resize((width, height), Image.Resampling.BICUBIC).save(path, quality=90)
        paths.append(path)
    first = paths[0].read_bytes()
    for number in range(LOOKALIKES):
        path = folder / f"more {number}.jpg"
        path.write_bytes(first + number.to_bytes(4, "big"))  # other bytes, another photo
        paths.append(path)
    return paths


def make_fresh(folder: Path, like: Path) -> None:
    """Write photos that no library knows: one of the album, each time with other bytes."""
    folder.mkdir()
    data = like.read_bytes()
    for number in range(FRESH):
        (folder / f"fresh {number}.jpg").write_bytes(data + b"fresh" + number.to_bytes(4, "big"))


def make_library(folder: Path, album: list[Path], *, large: bool) -> Library:
    """Make a library of an album, and of 20,000 more photos whose files are away if it is large."""
    library = Library(folder)
    library.prepare()
    with library.open() as db, transaction(db):
        if large:
            fill(db, *LARGE)
            covers.choose(db)
            make_alike(db)
        folder_id = folders.add(db, album[0].parent)
        for number, path in enumerate(album):
            add(db, folder_id, path, FIRST_DAY - timedelta(hours=number))
    fill_cache(library, album[0])
    return library


def make_alike(db: Catalog) -> None:
    """Give the faces of each group embeddings that are alike: a scan would take apart others."""
    found = db.execute("select face_id, group_id from group_faces").fetchall()
    chance = np.random.default_rng(seed=1)
    centres = chance.normal(size=(LARGE[2] + 1, len(AVERAGE_FACES[MODEL])))
    vectors = centres[[group for _face, group in found]]
    vectors += chance.normal(scale=0.5, size=vectors.shape)
    vectors = embeddings_of(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    db.conn.executemany(
        "insert into embeddings (face_id, model, vector) values (?, ?, ?)",
        [
            (face, MODEL, vector.tobytes())
            for (face, _group), vector in zip(found, vectors, strict=True)
        ],
    )
    properties.set_value(db, "recognizer", MODEL)


def add(db: Catalog, folder_id: int, path: Path, taken: datetime) -> None:
    data = read_file(path)
    with open_photo(data) as image:
        width, height = image.size
    facts = PhotoFacts(width, height, path.suffix[1:].upper(), taken.isoformat(), "exif", "Made")
    photo_id = photos.save(db, content_hash(data), len(data), facts, "mtcnn")
    files.save(db, folder_id, FoundFile(str(path), len(data), 1), photo_id)


def fill_cache(library: Library, shown: Path) -> None:
    """Put pictures for the newest photos and for all faces that are shown into the cache."""
    thumbnail = make_thumbnail(shown)
    cache = ThumbnailCache(library.thumbnails_file)
    with library.open(read_only=True) as db:
        newest, page = [], photos.page(db, limit=1000)
        while page and len(newest) < CACHED:
            newest += page
            page = photos.page(db, page[-1], limit=1000)
        cache.put({photo_key(photo.content_hash): thumbnail for photo in newest})
        shown_faces = [
            (card.cover_hash, card.cover_box)
            for card in people.listed(db)
            if card.cover_hash is not None and card.cover_box is not None
        ]
        ids = faces.ids_of_person(db, 1)
        shown_faces += [(face.photo_hash, face.box) for face in faces.by_ids(db, ids)]
        if shown_faces:
            crop = make_crop(shown, shown_faces[0][1])
            cache.put({face_key(photo, box): crop for photo, box in shown_faces})
    cache.close()
