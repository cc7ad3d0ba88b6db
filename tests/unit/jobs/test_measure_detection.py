"""Tests of facegallery.jobs.measure_detection, in real worker processes."""

import json
from pathlib import Path

import pytest

from facegallery.domain.errors import FaceLabelsInvalid, LabelledPhotoMissing, PhotoUnreadable
from facegallery.jobs.analyse import Models
from facegallery.jobs.measure_detection import evaluate_detection

MODELS = Models("yunet", None, Path("/none"))
ASTRONAUT = [0.36, 0.13, 0.15, 0.20]


def labels(folder, *photos):
    file = folder / "labels.json"
    entries = [{"path": path, "faces": [{"box": box} for box in boxes]} for path, boxes in photos]
    file.write_text(json.dumps(entries))
    return file


def test_faces_of_real_photos_are_counted(photo_folder):
    file = labels(photo_folder, ("astronaut.jpg", [ASTRONAUT]), ("/gone/hopper.jpg", []))
    score = evaluate_detection(file, photo_folder, MODELS)
    assert (score.photos, score.faces, score.found, score.false) == (2, 1, 1, 1)
    assert score.curve[-1].recall == 1
    assert score.detector == "yunet"


def test_what_cannot_be_judged_is_said(photo_folder):
    (photo_folder / "broken.jpg").write_bytes(b"nothing")
    with pytest.raises(PhotoUnreadable, match="broken"):
        evaluate_detection(labels(photo_folder, ("broken.jpg", [])), photo_folder, MODELS)
    with pytest.raises(LabelledPhotoMissing, match=r"gone\.jpg"):
        evaluate_detection(labels(photo_folder, ("gone.jpg", [])), photo_folder, MODELS)
    with pytest.raises(FaceLabelsInvalid, match="cannot be read"):
        evaluate_detection(photo_folder / "no.json", photo_folder, MODELS)
