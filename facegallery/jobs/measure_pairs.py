"""How right "the same person or not" is, measured on labelled pairs of pictures."""

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.errors import PairsFileInvalid
from facegallery.domain.face import DetectedFace
from facegallery.domain.progress import CancelToken, Report, no_report
from facegallery.evaluate.pairs import find_picture, parse_pairs
from facegallery.evaluate.verification import PairsScore, score_pairs
from facegallery.jobs.analyse import Models
from facegallery.jobs.measure import look_at
from facegallery.jobs.pool import worker_pool


@dataclass(frozen=True, slots=True, eq=False)
class MeasuredPairs:
    """What models made of labelled pairs.

    distances: (N,) cosine distances, NaN where a picture shows no face. same: (N,) the truth.
    """

    models: Models
    distances: NDArray[np.float32]
    same: NDArray[np.bool_]
    score: PairsScore


def measure_pairs(
    file: Path,
    images: Path,
    models: Models,
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> MeasuredPairs:
    """Judge a recognizer on labelled pairs, by LFW's protocol; see evaluate.verification.

    The central face of each picture counts. Raises PairsFileInvalid and PairsPictureMissing.
    """
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
        looks = look_at(paths, models, pool, report, cancel)
    faces = {seen.path: seen.central for seen in looks}
    distances = np.array([_distance(faces[a], faces[b]) for a, b in sides], np.float32)
    same = np.array([pair.same for pair in wanted])
    folds = np.array([pair.fold for pair in wanted])
    return MeasuredPairs(models, distances, same, score_pairs(distances, same, folds))


def _distance(first: DetectedFace | None, second: DetectedFace | None) -> float:
    if first is None or second is None or first.embedding is None or second.embedding is None:
        return math.nan
    return 1.0 - float(first.embedding @ second.embedding)
