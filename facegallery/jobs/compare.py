"""The faces of one picture against those of another: for verify, compare and explain."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import DetectedFace
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.jobs.analyse import Models
from facegallery.jobs.measure import Look, look_at, with_faces
from facegallery.jobs.pool import WorkerPool, worker_pool
from facegallery.vision import registry


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two pictures with faces, and how far each face of one is from each of the other.

    distances: (faces of first, faces of second) cosine distances, 0 (the same) to 2.
    pairs: rows and columns of the pairs that are one person's, one to one: those whose distances
        lie furthest below the threshold in sum.
    threshold: the distance up to which two faces are one person's; recognizer: whose.
    """

    first: Look
    second: Look
    distances: NDArray[np.float32]
    pairs: tuple[tuple[int, int], ...]
    threshold: float
    recognizer: str

    @property
    def largest(self) -> tuple[int, int]:
        """The row and the column of the largest faces."""
        return _largest(self.first), _largest(self.second)

    def distance(self, row: int, column: int) -> float:
        """Return how far two faces are from each other."""
        return float(self.distances[row, column])

    def match(self, row: int, column: int) -> bool:
        """Tell whether two faces are taken for one person's."""
        return self.distance(row, column) <= self.threshold


def compare(
    first: Path,
    second: Path,
    models: Models,
    report: Report = no_report,
    cancel: CancelToken | None = None,
    *,
    with_crops: bool = False,
    pool: WorkerPool | None = None,
) -> Comparison:
    """Compare the faces of two pictures; raise PhotoUnreadable or NoFaceFound where one has none.

    with_crops: keep what the recognizer saw. models: with a recognizer. pool: one that goes on
    living, whose workers keep their models loaded; else one is started and ended.
    """
    assert models.recognizer is not None
    threshold = registry.recognizer_info(models.recognizer).same_person_distance
    with worker_pool(1) if pool is None else nullcontext(pool) as workers:
        looks = look_at([first, second], models, workers, report, cancel, with_crops=with_crops)
        one, other = with_faces(looks)
        distances = distances_between(one.faces, other.faces)
        report(Progress("Comparing faces", 2, 2))
        pairs = workers.submit(best_pairs, distances, threshold).result()
    return Comparison(one, other, distances, tuple(pairs), threshold, models.recognizer)


def distances_between(
    first: Sequence[DetectedFace], second: Sequence[DetectedFace]
) -> NDArray[np.float32]:
    """Return the cosine distances (N, M) of faces that all have embeddings by one model."""
    one, other = (
        np.stack([face.embedding for face in faces if face.embedding is not None])
        for faces in (first, second)
    )
    return np.asarray(np.clip(1 - one @ other.T, 0, 2), np.float32)


def best_pairs(distances: NDArray[np.float32], threshold: float) -> list[tuple[int, int]]:
    """Return rows and columns that belong together, by row; no row or column is in two pairs.

    The pairs whose distances lie furthest below the threshold in sum; none lies above it. Runs in
    a worker, so that SciPy is never in the window's process.
    """
    from scipy.optimize import linear_sum_assignment

    # A pair beyond the threshold is no worse than none, so that it never spoils a good one.
    gain = np.maximum(threshold - distances.astype(np.float64), -1e-9)
    rows, columns = linear_sum_assignment(gain, maximize=True)
    return [
        (int(row), int(column))
        for row, column in zip(rows, columns, strict=True)
        if float(distances[row, column]) <= threshold
    ]


def _largest(seen: Look) -> int:
    return max(range(len(seen.faces)), key=lambda place: seen.faces[place].box.area)
