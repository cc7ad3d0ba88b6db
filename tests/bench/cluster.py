"""What limits a cluster: how fast this machine writes results, and how fast photos are sent."""

import hashlib
import time
from concurrent.futures import Future
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from distributed import LocalCluster

from facegallery.catalog import folders
from facegallery.catalog.library import Library
from facegallery.domain.face import Box, DetectedFace
from facegallery.domain.photo import FoundFile, PhotoAnalysis, PhotoFacts
from facegallery.domain.progress import CancelToken, no_report
from facegallery.jobs.analyse import Models
from facegallery.jobs.cluster import ClusterPool
from facegallery.jobs.find_changes import Todo
from facegallery.jobs.pool import Pool
from facegallery.jobs.scan_report import ScanCounts
from facegallery.jobs.write_photos import PhotoWriter

PHOTOS = 2000
FACES = (2, 3, 2, 3, 2)  # 2.4 a photo
THUMBNAIL_BYTES, CROP_BYTES = 25_000, 6_000  # as of photos of 12 megapixels
PHOTO_BYTES, SENT = 4_000_000, 40


def run() -> None:
    print("A cluster's limits on this machine")
    with TemporaryDirectory() as folder:
        seconds, photos = writing(Path(folder))
    print(f"  results written: {photos / seconds:.0f} photos a second", flush=True)
    seconds = sending()
    megabytes = SENT * PHOTO_BYTES / 1e6
    print(f"  photos sent on loopback: {SENT / seconds:.0f} a second, {megabytes / seconds:.0f} MB")


class Made(Pool):
    """Workers that have their results ready."""

    workers = 1

    def submit(self, fn, tasks):
        future = Future()
        future.set_result([made(task.file.path) for task in tasks])
        return future


def made(path: str) -> PhotoAnalysis:
    random = np.random.default_rng(int(Path(path).stem))
    found = []
    for number in range(FACES[int(Path(path).stem) % len(FACES)]):
        vector = random.normal(size=128).astype(np.float32)
        box = Box(0.1 + 0.2 * number, 0.2, 0.15, 0.2)
        landmarks = np.full((5, 2), 0.2, np.float32)
        found.append(DetectedFace(box, landmarks, 0.99, 0.8, vector / np.linalg.norm(vector)))
    return PhotoAnalysis(
        path,
        content_hash=hashlib.blake2b(path.encode(), digest_size=32).digest(),
        facts=PhotoFacts(4000, 3000, "JPEG", "2015-06-30T12:00:00", "exif"),
        faces=found,
        thumbnail=random.bytes(THUMBNAIL_BYTES),
        crops=[random.bytes(CROP_BYTES) for _ in found],
    )


def writing(folder: Path) -> tuple[float, int]:
    library = Library(folder)
    library.prepare()
    with library.open() as db:
        folder_id = folders.add(db, Path("/photos"))
        files = [FoundFile(f"/photos/{number}.jpg", PHOTO_BYTES, 1) for number in range(PHOTOS)]
        todo = [Todo(folder_id, file, None) for file in files]
        models = Models("mtcnn", "sface", Path("/nowhere"))
        writer = PhotoWriter(library, db, models, ScanCounts())
        started = time.perf_counter()
        writer.write_all(todo, Made(), no_report, CancelToken())
        writer.close()
        return time.perf_counter() - started, PHOTOS


def sending() -> float:
    """Return how long it takes to send photos to a worker as the scan does, nothing done there."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", protocol="tcp"
    ) as cluster:
        pool = ClusterPool(cluster.scheduler_address)
        try:
            photos = [bytes([number]) * PHOTO_BYTES for number in range(SENT)]
            pool.submit(len, photos[0]).result()
            started = time.perf_counter()
            sent = [pool._client.submit(len, pool._client.scatter(p, hash=False)) for p in photos]
            pool._client.gather(sent)
            return time.perf_counter() - started
        finally:
            pool.shutdown()
