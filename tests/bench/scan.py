"""Seconds a photo: the whole scan, decoding and thumbnails alone, and the tutorials' pipeline."""

import os
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from facegallery.catalog import files, folders, photos, properties
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.photo import PhotoFacts
from facegallery.domain.progress import CancelToken
from facegallery.imaging import decode, source, thumbnails
from facegallery.jobs.machine import peak_megabytes
from facegallery.jobs.pool import worker_count
from facegallery.jobs.scan import scan
from facegallery.jobs.scan_report import ScanOptions
from facegallery.jobs.two_sizes import decode_for_faces
from facegallery.scan.names import is_photo_name
from facegallery.scan.walk import walk
from tests.bench.album import made_album

PHOTOS, COPIES, TUTORIAL_PHOTOS = 40, 16, 2
FILES, FILES_A_FOLDER = 100_000, 500


@dataclass(frozen=True)
class Scanned:
    """What a scan took: seconds by the clock, of processors, and megabytes at most."""

    seconds: float
    coordinator_seconds: float
    workers_seconds: float
    coordinator_megabytes: float
    worker_megabytes: float
    faces: int


def run() -> None:
    with made_album(PHOTOS, copies=COPIES) as album:
        if album is None:
            return
        photos = sorted(path for path in album.rglob("*") if is_photo_name(path.name))
        print(
            f"Scan of {len(photos)} photos of 12 megapixels, {worker_count()} workers", flush=True
        )
        alone = decoding(photos) / len(photos)
        print(f"  {'decoding and thumbnails alone':32} {alone:7.3f} s a photo", flush=True)
        for detector in ("yunet", "mtcnn"):
            show(detector, in_process(scanning, album, detector), len(photos), alone)
        tutorial = in_process(tutorials, photos[:TUTORIAL_PHOTOS]) / TUTORIAL_PHOTOS
        name = "the tutorials' pipeline"
        print(f"  {name:32} {tutorial:7.3f} s a photo", flush=True)
    in_process(again)


def show(detector: str, scanned: Scanned, photos: int, alone: float) -> None:
    """Print what a scan took, for a photo; alone: seconds of decoding and thumbnails alone."""
    each = scanned.seconds / photos
    print(
        f"  {f'scan with {detector} and sface':32} {each:7.3f} s a photo, "
        f"{each / alone:.1f} times as long; {scanned.faces / photos:.1f} faces a photo\n"
        f"    processor: workers {scanned.workers_seconds / photos:.3f} s a photo, "
        f"coordinator {scanned.coordinator_seconds / photos:.4f}; "
        f"memory: a worker {scanned.worker_megabytes:.0f} MB, "
        f"coordinator {scanned.coordinator_megabytes:.0f}",
        flush=True,
    )


def decoding(photos: list[Path]) -> float:
    with ProcessPoolExecutor(worker_count(), get_context("spawn")) as pool:
        list(pool.map(decode_one, photos[: worker_count()]))  # start the workers
        started = time.perf_counter()
        list(pool.map(decode_one, photos, chunksize=4))
        return time.perf_counter() - started


def decode_one(path: Path) -> int:
    with decode.open_photo(source.read_file(str(path))) as image:
        decoded = decode_for_faces(image)
    return len(thumbnails.photo_thumbnail(decoded.image))


def scanning(album: Path, detector: str) -> Scanned:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder))
        library.prepare()
        started, worked = time.perf_counter(), time.process_time()
        report = scan(library, [album], ScanOptions(detector=detector, recognizer="sface"))
        seconds, worked = time.perf_counter() - started, time.process_time() - worked
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Scanned(
        seconds,
        worked,
        workers.ru_utime + workers.ru_stime,
        peak_megabytes(),
        workers.ru_maxrss / 1024,
        report.faces,
    )


def again() -> None:
    """Scan 100,000 files of which all are known; beside it, the plainest walk over them."""
    with TemporaryDirectory() as folder:
        tree, library = Path(folder) / "tree", Library(Path(folder) / "library")
        for number in range(FILES // FILES_A_FOLDER):
            below = tree / f"{2000 + number // 12}" / f"{number % 12 + 1:02}"
            below.mkdir(parents=True)
            for file in range(FILES_A_FOLDER):
                (below / f"IMG_{file:04}.jpg").write_bytes(b"%d %d" % (number, file))
        library.prepare()
        with library.open() as db, transaction(db):
            know_all(db, tree)
        scan(library, [tree])  # copies the catalog and groups, once
        for _ in range(3):
            started = time.perf_counter()
            walked = sum(1 for _ in plain_walk(str(tree)))
            plain = time.perf_counter() - started
            started = time.perf_counter()
            report = scan(library, [tree])
            seconds = time.perf_counter() - started
            assert report.photos.unchanged == walked == FILES
            print(
                f"  {FILES:,} unchanged files: {seconds:.2f} s, {seconds / plain:.1f} times as "
                f"long as os.scandir with size and time ({plain:.2f} s)",
                flush=True,
            )
        print(f"  the process that scans took {peak_megabytes():.0f} MB at most", flush=True)


def plain_walk(folder: str):
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    status = entry.stat()
                    yield status.st_size, status.st_mtime_ns


def know_all(db: Catalog, tree: Path) -> None:
    """Write all files of a tree to the catalog as a scan would that found no face in them."""
    properties.set_value(db, "detector", "mtcnn")
    properties.set_value(db, "recognizer", "sface")
    folder_id = folders.add(db, tree)
    for file in walk(tree, CancelToken()):
        facts = PhotoFacts(40, 30, "JPEG", "2015-01-01T00:00:00", "file")
        content_hash = source.content_hash(file.path.encode())
        photo_id = photos.save(db, content_hash, file.size_bytes, facts, "mtcnn")
        files.save(db, folder_id, file, photo_id)


def in_process(work, *args):
    """Run in a process of its own, whose memory is its own, and which TensorFlow may fill."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, *args).result()


def tutorials(photos: list[Path]) -> float:
    """What the tutorials do: MTCNN on the whole photo, VGGFace2 on 224 x 224 crops, one by one.

    VGGFace2 has random weights here; that takes as long.
    """
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    import numpy as np
    from mtcnn import MTCNN
    from PIL import Image

    from facegallery.vision.keras_vggface_import import keras_vggface

    package = keras_vggface("vggface2-resnet50")
    detector = MTCNN()
    model = package.vggface.VGGFace(
        model="resnet50", include_top=False, weights=None, input_shape=(224, 224, 3), pooling="avg"
    )
    started = time.perf_counter()
    for path in photos:
        pixels = np.asarray(Image.open(path).convert("RGB"))
        for face in detector.detect_faces(pixels):
            x, y, width, height = (max(0, int(side)) for side in face["box"])
            crop = Image.fromarray(pixels[y : y + height, x : x + width]).resize((224, 224))
            sample = package.utils.preprocess_input(
                np.asarray(crop, np.float32)[None].copy(), version=2
            )
            model.predict(sample, verbose=0)
    return time.perf_counter() - started
