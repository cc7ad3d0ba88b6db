"""Seconds a photo: the whole scan, decoding and thumbnails alone, and the tutorials' pipeline."""

import os
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from facegallery.catalog import files, folders, photos, properties
from facegallery.catalog.library import Catalog, Library, transaction
from facegallery.domain.photo import PhotoFacts
from facegallery.domain.progress import CancelToken
from facegallery.imaging import decode, source, thumbnails
from facegallery.jobs.pool import worker_count
from facegallery.jobs.scan import scan
from facegallery.jobs.scan_report import ScanOptions
from facegallery.jobs.two_sizes import decode_for_faces
from facegallery.scan.names import is_photo_name
from facegallery.scan.walk import walk
from tests.bench.album import made_album

PHOTOS, TUTORIAL_PHOTOS = 100, 4
FILES, FILES_A_FOLDER = 100_000, 500


def run() -> None:
    with made_album(PHOTOS) as album:
        if album is None:
            return
        photos = sorted(path for path in album.rglob("*") if is_photo_name(path.name))
        print(
            f"Scan of {len(photos)} photos of 12 megapixels, {worker_count()} workers", flush=True
        )
        show("decoding and thumbnails alone", decoding(photos), len(photos))
        for detector in ("mtcnn", "yunet"):
            seconds, unchanged = scanning(album, detector)
            show(f"scan with {detector} and sface", seconds, len(photos))
            show("the same again, nothing new", unchanged, len(photos))
        tutorial = in_process(tutorials, photos[:TUTORIAL_PHOTOS])
        show("the tutorials' pipeline", tutorial, TUTORIAL_PHOTOS)
        again()
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"  largest process of all these: {peak:.0f} MB")


def show(what: str, seconds: float, photos: int) -> None:
    print(f"  {what:32} {seconds / photos:7.3f} s a photo", flush=True)


def decoding(photos: list[Path]) -> float:
    with ProcessPoolExecutor(worker_count(), get_context("spawn")) as pool:
        list(pool.map(decode_one, photos[: worker_count()]))  # start the workers
        started = time.perf_counter()
        list(pool.map(decode_one, photos, chunksize=4))
        return time.perf_counter() - started


def decode_one(path: Path) -> int:
    with decode.open_photo(source.read_file(str(path))) as image:
        pixels = decode_for_faces(image).pixels
    return len(thumbnails.photo_thumbnail(pixels))


def scanning(album: Path, detector: str) -> tuple[float, float]:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder))
        library.prepare()
        seconds = []
        for _ in range(2):
            started = time.perf_counter()
            scan(library, [album], ScanOptions(detector=detector, recognizer="sface"))
            seconds.append(time.perf_counter() - started)
    return seconds[0], seconds[1]


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
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  the process that scans took {peak:.0f} MB at most")


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


def in_process(work, photos: list[Path]) -> float:
    """Run in a process of its own, which TensorFlow may fill."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, photos).result()


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
