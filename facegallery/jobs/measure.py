"""Faces of single pictures, found in worker processes: for detect, verify and evaluate."""

import math
import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from facegallery.domain.errors import NoFaceFound, PairsFileInvalid, PhotoUnreadable
from facegallery.domain.face import DetectedFace
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.evaluate.folders import people_images
from facegallery.evaluate.metrics import GroupingScore, score_groups
from facegallery.evaluate.pairs import find_picture, parse_pairs
from facegallery.evaluate.verification import PairsScore, score_pairs
from facegallery.imaging import decode, source
from facegallery.jobs.analyse import LEAST_SIDE, Models
from facegallery.jobs.pool import WorkerPool, worker_pool
from facegallery.jobs.regroup import group_faces
from facegallery.scan.walk import is_photo_name
from facegallery.vision import registry

AHEAD = 64  # pictures given to the pool at once


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What is in one picture. width, height: upright pixels. failure: why it cannot be read."""

    path: str
    width: int = 0
    height: int = 0
    faces: tuple[DetectedFace, ...] = ()
    failure: str | None = None

    @property
    def largest(self) -> DetectedFace | None:
        """The face with the largest box."""
        return max(self.faces, key=lambda face: face.box.area, default=None)

    @property
    def central(self) -> DetectedFace | None:
        """The face nearest to the middle of the picture, measured in its own size.

        In pictures cut out around one person, as LFW's are, that is the person meant; a bystander
        is further out, and what is no face at all mostly small.
        """
        return min(self.faces, key=_from_middle, default=None)


def look(path: str, models: Models) -> Look:
    """Find the faces of one picture; runs in a worker. Only errors of the models are raised."""
    from facegallery.vision.engine import load_engine  # models are for workers only

    try:
        with decode.open_photo(source.read_file(path)) as image:
            decoded = decode.decode_upright(image, least_side=LEAST_SIDE)
    except PhotoUnreadable as error:
        return Look(path, failure=str(error.args[0]))
    engine = load_engine(models.detector, models.recognizer, models.weights_folder)
    faces = tuple(engine.find_faces(decoded.pixels))
    return Look(path, decoded.width, decoded.height, faces)


def look_at(
    paths: Sequence[Path | str],
    models: Models,
    pool: WorkerPool,
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> list[Look]:
    """Find the faces of pictures in the workers of a pool; results in the order of the paths."""
    cancel = cancel or CancelToken()
    waiting: deque[Future[Look]] = deque()
    found: list[Look] = []
    for path in paths:
        waiting.append(pool.submit(look, str(path), models))
        if len(waiting) >= AHEAD:
            found.append(waiting.popleft().result())
            cancel.raise_if_set()
            report(Progress("Finding faces", len(found), len(paths)))
    while waiting:
        found.append(waiting.popleft().result())
        cancel.raise_if_set()
        report(Progress("Finding faces", len(found), len(paths)))
    return found


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether two pictures show the same person. distance: cosine, 0 (the same) to 2."""

    match: bool
    distance: float
    threshold: float
    recognizer: str


def verify(first: Path, second: Path, models: Models) -> Verified:
    """Compare the largest face of each of two pictures; raise where one has none."""
    assert models.recognizer is not None
    with worker_pool(1) as pool:
        looks = look_at([first, second], models, pool)
    embeddings = []
    for seen in looks:
        if seen.failure is not None:
            raise PhotoUnreadable(f"{seen.path}: {seen.failure}")
        if seen.largest is None or seen.largest.embedding is None:
            raise NoFaceFound(seen.path)
        embeddings.append(seen.largest.embedding)
    threshold = registry.recognizer_info(models.recognizer).same_person_distance
    distance = max(0.0, 1.0 - float(embeddings[0] @ embeddings[1]))
    return Verified(distance <= threshold, distance, threshold, models.recognizer)


def evaluate_pairs(
    file: Path, images: Path, models: Models, report: Report = no_report
) -> PairsScore:
    """Judge a recognizer on labelled pairs, by LFW's protocol; see evaluate.verification."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PairsFileInvalid(file, "it cannot be read as text") from error
    wanted = parse_pairs(text, str(file))
    sides = [
        [str(find_picture(images, *side)) for side in (pair.first, pair.second)] for pair in wanted
    ]
    paths = sorted({path for pair in sides for path in pair})
    with worker_pool() as pool:
        looks = look_at(paths, models, pool, report)
    faces = {seen.path: seen.central for seen in looks}
    return score_pairs(
        np.array([_distance(faces[a], faces[b]) for a, b in sides], np.float32),
        np.array([pair.same for pair in wanted]),
        np.array([pair.fold for pair in wanted]),
    )


def evaluate_grouping(folder: Path, models: Models, report: Report = no_report) -> GroupingScore:
    """Group the faces of a folder that has a folder of pictures for each person, and judge it.

    The central face of each picture counts; a picture without a face is left out.
    seconds: the grouping alone, without finding the faces.
    """
    assert models.recognizer is not None
    wanted = people_images(folder, is_photo_name)
    with worker_pool() as pool:
        looks = look_at([path for _, path in wanted], models, pool, report)
        shown = [
            (person, face)
            for (person, _), seen in zip(wanted, looks, strict=True)
            if (face := seen.central) is not None and face.embedding is not None
        ]
        if not shown:
            raise NoFaceFound(str(folder))
        people, faces = zip(*shown, strict=True)
        started = time.monotonic()
        labels = pool.submit(
            group_faces,
            np.stack([face.embedding for face in faces]),
            np.arange(len(faces), dtype=np.int64),
            np.array([face.quality for face in faces], np.float32),
            models.recognizer,
        ).result()
    seconds = time.monotonic() - started
    return score_groups(labels, np.unique(people, return_inverse=True)[1], seconds)


def _distance(first: DetectedFace | None, second: DetectedFace | None) -> float:
    if first is None or second is None or first.embedding is None or second.embedding is None:
        return math.nan
    return 1.0 - float(first.embedding @ second.embedding)


def _from_middle(face: DetectedFace) -> float:
    """Return how far a face's middle is from the picture's, in sizes of the face."""
    box = face.box
    beside, above = box.x + box.width / 2 - 0.5, box.y + box.height / 2 - 0.5
    return math.hypot(beside, above) / max(box.width, box.height)
