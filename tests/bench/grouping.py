"""Seconds and memory of grouping made faces, and how right the groups are."""

import resource
import time

import numpy as np

from facegallery.evaluate.metrics import score_groups
from facegallery.grouping.groups import group_faces
from facegallery.grouping.rules import GroupingRules
from tests.made_faces import made_faces

SIZES = (5_000, 20_000, 50_000)


def run() -> None:
    for count in SIZES:
        faces = made_faces(count, seed=1)
        photos = np.arange(count, dtype=np.int64)
        started = time.perf_counter()
        groups = group_faces(faces.vectors, photos, np.ones(count, np.float32), GroupingRules())
        seconds = time.perf_counter() - started
        score = score_groups(groups, faces.people, seconds)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count:,} made faces: {seconds:.1f} s, {peak:.0f} MB at most so far, "
            f"pairwise F {score.pairwise.f:.4f}, BCubed F {score.bcubed.f:.4f}",
            flush=True,
        )
