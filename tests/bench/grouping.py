"""Seconds and memory of grouping made faces, and how right the groups are."""

import json

from facegallery.jobs.measure_made import measure_made

SIZES = (5_000, 20_000, 50_000, 100_000)


def run() -> None:
    for result in measure_made(SIZES):
        print(f"Made faces: {json.dumps(result.to_json())}", flush=True)
