"""What a scan gains by giving VGGFace2 the faces of several photos together."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from facegallery.domain.photo import FoundFile, PhotoAnalysis
from facegallery.jobs.analyse import Models, Task, analyse
from facegallery.scan.names import is_photo_name
from facegallery.vision.registry import RECOGNIZERS
from tests.bench.album import made_album
from tests.bench.scan import in_process

NAME = "vggface2-resnet50"
PHOTOS = 32
ROOT = Path(__file__).resolve().parents[2]


def run() -> None:
    with made_album(PHOTOS) as album, TemporaryDirectory() as folder:
        if album is None:
            return
        script = ROOT / "tests/unit/jobs/make_weights.py"
        weights = Path(folder) / RECOGNIZERS[NAME].files[0].name
        subprocess.run(
            [sys.executable, str(script), str(weights)], cwd=ROOT, check=True, capture_output=True
        )
        photos = sorted(path for path in album.rglob("*") if is_photo_name(path.name))
        in_process(both_ways, photos, Models("mtcnn", NAME, Path(folder)))


def both_ways(photos: list[Path], models: Models) -> None:
    """Look at the photos one by one and in bundles, by turns, on one core."""
    import os

    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    tasks = [Task(FoundFile(str(path), 1, 1), frozenset(), models) for path in photos]
    analyse(tasks[:1])  # loads the models
    spent = {"alone": 0.0, "together": 0.0}
    found: dict[str, list[PhotoAnalysis]] = {"alone": [], "together": []}
    for bundle in in_parts(tasks, models.photos_at_once):
        for way, parts in (("alone", in_parts(bundle, 1)), ("together", iter([bundle]))):
            started = time.process_time()
            for part in parts:
                found[way] += analyse(part)
            spent[way] += time.process_time() - started
    faces = [len(photo.faces) for photo in found["alone"]]
    alone, together = (
        np.stack([face.embedding for photo in found[way] for face in photo.faces])
        for way in ("alone", "together")
    )
    print(f"{len(photos)} photos with {sum(faces)} faces, mtcnn and {NAME}, processor seconds")
    for way, seconds in spent.items():
        print(f"  faces embedded {way:9}: {seconds / len(photos):.3f} s a photo")
    spared = (spent["alone"] - spent["together"]) / sum(faces)
    share = 1 - spent["together"] / spent["alone"]
    print(f"  spared: {1000 * spared:.1f} ms a face, {100 * share:.1f} % of the whole look")
    print(f"  largest difference of a number of an embedding: {np.abs(alone - together).max():.1e}")


def in_parts(tasks: Sequence[Task], size: int) -> Iterator[Sequence[Task]]:
    for start in range(0, len(tasks), size):
        yield tasks[start : start + size]
