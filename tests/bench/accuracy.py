"""How right it is on Labeled Faces in the Wild's development half, where ../shared is there."""

import json

from facegallery.jobs.analyse import known_models
from facegallery.jobs.measure import evaluate_grouping, evaluate_pairs
from facegallery.paths import weights_folder
from tests.bench.album import SHARED


def run() -> None:
    if not (SHARED / "lfw" / "images").is_dir():
        print("Skipped: ../shared with its photos is not on this machine.")
        return
    images = SHARED / "lfw" / "images"
    for detector in ("mtcnn", "yunet"):
        models = known_models(detector, "sface", weights_folder())
        pairs = evaluate_pairs(SHARED / "lfw" / "pairs.txt", images, models)
        print(f"Pairs, {detector} and sface: {json.dumps(pairs.to_json())}")
    models = known_models("mtcnn", "sface", weights_folder())
    print(f"Grouping: {json.dumps(evaluate_grouping(images, models).to_json())}")
