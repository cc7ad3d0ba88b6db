"""Time, memory and rightness of grouping made faces, with scikit-learn's DBSCAN beside it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.evaluate.made_faces import DIMENSIONS, made_faces
from facegallery.evaluate.metrics import GroupingScore, score_groups
from facegallery.grouping.rules import GroupingRules
from facegallery.jobs.machine import all_cores, peak_megabytes
from facegallery.jobs.pool import WorkerPool, result_of

Result = TypeVar("Result")

SEED = 1
# scikit-learn's DBSCAN keeps the neighbours of all faces at once: 1.6 GB of 12,500 faces, and four
# times as much of twice as many.
DBSCAN_MOST = 20_000
ADDED = 100
SAMPLE = 500  # faces whose neighbours are looked for by comparing them with all
SMALLEST, LARGE = 1_000, 100_000  # faces; where a curve of growth begins, and has fewer points


@dataclass(frozen=True, slots=True)
class MadeScore:
    """What grouping made of made faces.

    megabytes: the most memory that the process used, with Python itself and the faces.
    recall: share of the pairs within the grouping distance that are compared at all.
    dbscan: the same for sklearn.cluster.DBSCAN at the same distance, None where there are more
    than DBSCAN_MOST faces.
    """

    score: GroupingScore
    megabytes: float
    recall: float
    dbscan: "DbscanScore | None"
    added: "AddedScore"

    def to_json(self) -> dict[str, object]:
        """Return the figures as the command line prints them."""
        return {
            **self.score.to_json(),
            "megabytes": self.megabytes,
            "neighbours_recall": self.recall,
            "added": asdict(self.added),
            "dbscan": None
            if self.dbscan is None
            else {**self.dbscan.score.to_json(), "megabytes": self.dbscan.megabytes},
        }


@dataclass(frozen=True, slots=True)
class DbscanScore:
    """What scikit-learn's DBSCAN makes of the same faces, and the memory it takes."""

    score: GroupingScore
    megabytes: float


@dataclass(frozen=True, slots=True)
class AddedScore:
    """What it takes to bring the last few faces to the groups of the others.

    same: share of them that come where grouping all at once puts them.
    """

    faces: int
    seconds: float
    same: float


def sizes_up_to(count: int) -> list[int]:
    """Return the numbers of faces that show how time and memory grow: doubling up to `count`.

    Those above LARGE fourfold: half a million takes half as long as a million.
    """
    sizes = [count]
    while sizes[-1] // 2 >= SMALLEST:
        sizes.append(sizes[-1] // (4 if sizes[-1] > LARGE else 2))
    return sizes[::-1]


def measure_made(
    sizes: Sequence[int],
    dimensions: int = DIMENSIONS,
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> list[MadeScore]:
    """Group so many made faces, each time in a process of its own, and the same by DBSCAN.

    Raises Cancelled.
    """
    cancel = cancel or CancelToken()
    found = []
    for count in sizes:
        report(Progress(f"Grouping {count:,} made faces"))
        score, added, megabytes = _alone(_grouped, count, dimensions, cancel)
        dbscan = None
        if count <= DBSCAN_MOST:
            report(Progress(f"Grouping {count:,} made faces by scikit-learn's DBSCAN"))
            dbscan = DbscanScore(*_alone(_dbscan, count, dimensions, cancel))
        report(Progress(f"Counting the neighbours found of {count:,} made faces"))
        recall = _alone(_recall, count, dimensions, cancel)
        found.append(MadeScore(score, megabytes, recall, dbscan, added))
    return found


def _alone(
    task: Callable[[int, int], Result], count: int, dimensions: int, cancel: CancelToken
) -> Result:
    """Return what a task gives, done in a fresh process, whose memory nothing else has used."""
    pool = WorkerPool(1, task_seconds=None)
    try:
        return result_of(pool.submit(task, count, dimensions), cancel)
    finally:
        pool.shutdown(cancel_futures=True)


def _grouped(count: int, dimensions: int) -> tuple[GroupingScore, AddedScore, float]:
    from facegallery.grouping.groups import group_faces

    faces = made_faces(count, SEED, dimensions)
    photo_ids, quality = np.arange(count, dtype=np.int64), np.ones(count, np.float32)
    with all_cores():
        started = time.perf_counter()
        labels = group_faces(faces.vectors, photo_ids, quality, GroupingRules())
        seconds = time.perf_counter() - started
        added = _added(faces.vectors, labels)
    return score_groups(labels, faces.people, seconds), added, peak_megabytes()


def _added(vectors: NDArray[np.float32], labels: NDArray[np.int64]) -> AddedScore:
    """Take the last faces out of their groups, and add them again."""
    from facegallery.grouping.adding import add_faces
    from facegallery.grouping.all_faces import FacesInMemory
    from facegallery.grouping.labels import NO_GROUP

    count = len(labels)
    new = np.arange(max(0, count - ADDED), count)
    before = labels.copy()
    before[new] = NO_GROUP
    photo_ids, quality = np.arange(count, dtype=np.int64), np.ones(count, np.float32)
    all_faces = FacesInMemory(vectors, photo_ids, quality, before)
    started = time.perf_counter()
    added = add_faces(all_faces, new, GroupingRules(), count)
    seconds = time.perf_counter() - started
    after = before.copy()
    after[added.rows] = added.labels
    for gone, kept in added.joined.items():
        after[after == gone] = kept
    same = 0
    for face in new.tolist():
        there = labels[after == after[face]] if after[face] != NO_GROUP else labels[[face]]
        values, faces = np.unique(there, return_counts=True)
        same += int(values[np.argmax(faces)] == labels[face])
    return AddedScore(len(new), seconds, same / max(1, len(new)))


def _dbscan(count: int, dimensions: int) -> tuple[GroupingScore, float]:
    from sklearn.cluster import DBSCAN

    faces = made_faces(count, SEED, dimensions)
    distance = GroupingRules().distance
    with all_cores():
        started = time.perf_counter()
        labels = DBSCAN(eps=distance, min_samples=2, metric="cosine").fit_predict(faces.vectors)
        seconds = time.perf_counter() - started
    return score_groups(labels.astype(np.int64), faces.people, seconds), peak_megabytes()


def _recall(count: int, dimensions: int) -> float:
    """Return the share of pairs within the grouping distance that are compared, of a sample."""
    from facegallery.grouping.cells import EXACT_ROWS, cells_of
    from facegallery.grouping.reduction import in_order

    if count <= EXACT_ROWS:
        return 1.0
    vectors = made_faces(count, SEED, dimensions).vectors
    with all_cores():
        vectors = in_order(vectors, np.arange(count))
        cells = cells_of(vectors)
        one, other = _neighbours_of_some(vectors, 1 - GroupingRules().distance)
    return float(cells.compares(one, other).mean()) if len(one) else 1.0


def _neighbours_of_some(
    vectors: NDArray[np.float32], least: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return all pairs of one of the last faces and any other that are `least` similar."""
    first = max(0, len(vectors) - SAMPLE)
    sample = vectors[first:]
    ones, others = [], []
    for start in range(0, len(vectors), 16_384):
        one, other = np.nonzero(sample @ vectors[start : start + 16_384].T >= np.float32(least))
        ones.append(one + first)
        others.append(other + start)
    one, other = np.concatenate(ones), np.concatenate(others)
    return one[one != other], other[one != other]
