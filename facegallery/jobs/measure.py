"""Faces of single pictures, found in worker processes: for detect, verify, evaluate and so on."""

import math
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.errors import NoFaceFound, PhotoUnreadable
from facegallery.domain.face import Box, DetectedFace
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.imaging import decode, source
from facegallery.jobs.analyse import Models
from facegallery.jobs.pool import WorkerPool
from facegallery.jobs.two_sizes import decode_for_faces
from facegallery.jobs.worker_process import WorkerFailed

AHEAD = 64  # pictures given to the pool at once


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What is in one picture. width, height: upright pixels. failure: why it cannot be read.

    crops: where asked for, the pixels of each face as the recognizer takes them.
    """

    path: str
    width: int = 0
    height: int = 0
    faces: tuple[DetectedFace, ...] = ()
    crops: tuple[NDArray[np.uint8], ...] = ()
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
        return min(self.faces, key=lambda face: from_middle(face.box), default=None)


def look(path: str, models: Models, *, with_crops: bool = False) -> Look:
    """Find the faces of one picture; runs in a worker. Only errors of the models are raised."""
    try:
        with decode.open_photo(source.read_file(path)) as image:
            photo = decode_for_faces(image)
    except PhotoUnreadable as error:
        return Look(path, failure=error.reason)
    engine = models.engine()
    faces = engine.find_faces(photo.pixels)
    crops = engine.crops(photo.pixels, faces) if with_crops else []
    return Look(path, photo.width, photo.height, tuple(faces), tuple(crops))


def decoded(path: str, least_side: int | None = None) -> decode.UprightPhoto:
    """Return the upright pixels of a file; least_side: see decode_upright.

    Raises PhotoUnreadable, whose argument is a clause that does not name the file.
    """
    with decode.open_photo(source.read_file(path)) as image:
        return decode.decode_upright(image, least_side)


def look_at(
    paths: Sequence[Path | str],
    models: Models,
    pool: WorkerPool,
    report: Report = no_report,
    cancel: CancelToken | None = None,
    *,
    with_crops: bool = False,
) -> list[Look]:
    """Find the faces of pictures in the workers of a pool; results in the order of the paths."""
    cancel = cancel or CancelToken()
    waiting: deque[tuple[str, Future[Look]]] = deque()
    coming = iter(paths)
    found: list[Look] = []
    report(Progress("Finding faces", 0, len(paths)))
    try:
        while len(found) < len(paths):
            while len(waiting) < AHEAD and (path := next(coming, None)) is not None:
                task = pool.submit(look, str(path), models, with_crops=with_crops)
                waiting.append((str(path), task))
            found.append(_result(*waiting.popleft()))
            cancel.raise_if_set()
            report(Progress("Finding faces", len(found), len(paths)))
    finally:
        for _path, task in waiting:  # cancelled: a pool that goes on living need not do the rest
            if not task.running():  # that would end the worker, and the models with it
                task.cancel()
    return found


def with_faces(looks: Sequence[Look]) -> list[Look]:
    """Return the looks, all of which show a face; raise PhotoUnreadable or NoFaceFound else."""
    for seen in looks:
        if seen.failure is not None:
            raise PhotoUnreadable(f"{seen.path}: {seen.failure}")
        if not seen.faces:
            raise NoFaceFound(seen.path)
    return list(looks)


def _result(path: str, task: Future[Look]) -> Look:
    try:
        return task.result()
    except WorkerFailed as error:
        return Look(path, failure=error.reason)


def from_middle(box: Box) -> float:
    """Return how far a face's middle is from the picture's, in sizes of the face."""
    beside, above = box.x + box.width / 2 - 0.5, box.y + box.height / 2 - 0.5
    return math.hypot(beside, above) / max(box.width, box.height)
