"""How right groups are, measured on pictures of which it is known who they show."""

import time
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.errors import NoFaceFound
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.evaluate.folders import people_images
from facegallery.evaluate.metrics import GroupingScore, score_groups
from facegallery.grouping.centring import centred
from facegallery.jobs.analyse import Models
from facegallery.jobs.measure import look_at
from facegallery.jobs.pool import WorkerPool, worker_pool
from facegallery.jobs.regroup import rules_of
from facegallery.scan.names import is_photo_name

SWEPT_DISTANCES = tuple(step / 20 for step in range(1, 17))  # 0.05 to 0.8; at 1 all is one group


@dataclass(frozen=True, slots=True)
class ScoreAtDistance:
    """How right the groups are when faces up to a distance begin them together."""

    distance: float
    score: GroupingScore


@dataclass(frozen=True, slots=True)
class MeasuredGrouping:
    """What models made of labelled pictures.

    default: the grouping distance at work. curve: the score at more and more distances, that one
    among them; at no others where they were not asked for.
    """

    models: Models
    score: GroupingScore
    default: float
    curve: tuple[ScoreAtDistance, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Labelled:
    """Faces (N,) and who they are; numbers for people."""

    vectors: NDArray[np.float32]
    quality: NDArray[np.float32]
    people: NDArray[np.int64]


def measure_grouping(
    folder: Path,
    models: Models,
    report: Report = no_report,
    cancel: CancelToken | None = None,
    *,
    with_curve: bool = False,
) -> MeasuredGrouping:
    """Group the faces of a folder that has a folder of pictures for each person, and judge it.

    The central face of each picture counts; a picture without a face is left out. The score's
    seconds are the grouping's alone. with_curve: group at other distances too.
    Raises FolderUnreachable, NoLabelledPhotos and NoFaceFound.
    """
    assert models.recognizer is not None
    cancel = cancel or CancelToken()
    default = rules_of(models.recognizer).distance
    with worker_pool() as pool:
        faces = _labelled(folder, models, pool, report, cancel)
        report(Progress("Grouping faces"))
        score = _score(faces, pool.submit_long(_group, faces, models.recognizer, default))
        others = [distance for distance in SWEPT_DISTANCES if distance != default]
        tasks = {
            distance: pool.submit_long(_group, faces, models.recognizer, distance)
            for distance in (others if with_curve else [])
        }
        curve = [ScoreAtDistance(default, score)]
        for done, (distance, task) in enumerate(tasks.items()):
            cancel.raise_if_set()
            report(Progress("Grouping at other distances", done, len(tasks)))
            curve.append(ScoreAtDistance(distance, _score(faces, task)))
    curve.sort(key=lambda point: point.distance)
    return MeasuredGrouping(models, score, default, tuple(curve))


def _labelled(
    folder: Path, models: Models, pool: WorkerPool, report: Report, cancel: CancelToken
) -> _Labelled:
    wanted = people_images(folder, is_photo_name)
    looks = look_at([path for _, path in wanted], models, pool, report, cancel)
    shown = [
        (person, face.quality, face.embedding)
        for (person, _), seen in zip(wanted, looks, strict=True)
        if (face := seen.central) is not None and face.embedding is not None
    ]
    if not shown:
        raise NoFaceFound(str(folder))
    people, quality, vectors = zip(*shown, strict=True)
    return _Labelled(
        np.stack(vectors),
        np.array(quality, np.float32),
        np.unique(people, return_inverse=True)[1].astype(np.int64),
    )


def _group(faces: _Labelled, recognizer: str, distance: float) -> tuple[NDArray[np.int64], float]:
    """Return the group of each face, -1 for none, and the seconds it took; runs in a worker."""
    from facegallery.grouping.groups import group_faces

    started = time.monotonic()
    rules = replace(rules_of(recognizer), distance=distance)
    photo_ids = np.arange(len(faces.people), dtype=np.int64)
    labels = group_faces(centred(faces.vectors, recognizer), photo_ids, faces.quality, rules)
    return labels, time.monotonic() - started


def _score(faces: _Labelled, grouped: Future[tuple[NDArray[np.int64], float]]) -> GroupingScore:
    labels, seconds = grouped.result()
    return score_groups(labels, faces.people, seconds)
