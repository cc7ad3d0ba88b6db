"""How right it is on Labeled Faces in the Wild's development half, where ../shared is there."""

import json

from facegallery.jobs.analyse import known_models
from facegallery.jobs.measure_grouping import measure_grouping
from facegallery.jobs.measure_pairs import measure_pairs
from facegallery.paths import weights_folder
from tests.bench.album import SHARED


def run() -> None:
    if not (SHARED / "lfw" / "images").is_dir():
        print("Skipped: ../shared with its photos is not on this machine.")
        return
    images = SHARED / "lfw" / "images"
    for detector in ("mtcnn", "yunet"):
        models = known_models(detector, "sface", weights_folder())
        pairs = measure_pairs(SHARED / "lfw" / "pairs.txt", images, models).score
        print(f"Pairs, {detector} and sface: {json.dumps(pairs.to_json())}")
    models = known_models("mtcnn", "sface", weights_folder())
    print(f"Grouping: {json.dumps(measure_grouping(images, models).score.to_json())}")
