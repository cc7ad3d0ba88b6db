"""Seconds and memory of grouping made faces, how right the groups are, and what length costs."""

import json
import time

import numpy as np
from numpy.typing import NDArray

from facegallery.evaluate.made_faces import DIMENSIONS, made_faces
from facegallery.evaluate.metrics import GroupingScore, score_groups
from facegallery.grouping import reduction
from facegallery.grouping.groups import group_faces
from facegallery.grouping.rules import GroupingRules
from facegallery.jobs.measure_made import measure_made

SIZES = (5_000, 20_000, 100_000)
LONG, FACES, COMPARED_WHOLE = 2_048, 100_000, 20_000


def run() -> None:
    for result in measure_made(SIZES):
        print(f"Made faces: {json.dumps(result.to_json())}", flush=True)
    run_long()


def run_long() -> None:
    """What 2,048 dimensions cost, and what is lost by having fewer of them."""
    grouped(FACES, DIMENSIONS)
    grouped(FACES, LONG)
    reduced = grouped(COMPARED_WHOLE, LONG)
    longest, reduction.LONG = reduction.LONG, LONG + 1
    try:
        whole = grouped(COMPARED_WHOLE, LONG)
    finally:
        reduction.LONG = longest
    lost = whole.pairwise.f - reduced.pairwise.f, whole.bcubed.f - reduced.bcubed.f
    print(f"  lost by fewer dimensions: {lost[0]:+.4f} pairwise F, {lost[1]:+.4f} BCubed F")


def grouped(count: int, dimensions: int) -> GroupingScore:
    vectors, people = made_faces(count, 1, dimensions)
    photo_ids, quality = np.arange(count, dtype=np.int64), np.ones(count, np.float32)
    started = time.process_time()
    labels: NDArray[np.int64] = group_faces(vectors, photo_ids, quality, GroupingRules())
    seconds = time.process_time() - started
    score = score_groups(labels, people, seconds)
    compared = "as they are" if dimensions < reduction.LONG else "in fewer"
    print(
        f"  {count:,} faces, {dimensions:,} dimensions compared {compared}: {seconds:.1f} s of "
        f"work, pairwise F {score.pairwise.f:.4f}, BCubed F {score.bcubed.f:.4f}",
        flush=True,
    )
    return score
