import json
from pathlib import Path

from facegallery.cli.evaluating import _naming, _print_detection, _print_json
from facegallery.domain.face import Box
from facegallery.domain.progress import Progress
from facegallery.evaluate.detection import Labels, score_detection
from facegallery.jobs.analyse import Models

MODELS = [Models(detector, "sface", Path("weights")) for detector in ("mtcnn", "yunet")]


def test_one_result_is_printed_as_it_is_and_several_with_their_models(capsys):
    results = [(models, {"accuracy": 0.5}) for models in MODELS]
    _print_json(results[:1])
    assert json.loads(capsys.readouterr().out) == {"accuracy": 0.5}
    _print_json(results)
    assert json.loads(capsys.readouterr().out) == [
        {"detector": "mtcnn", "recognizer": "sface", "accuracy": 0.5},
        {"detector": "yunet", "recognizer": "sface", "accuracy": 0.5},
    ]


def test_progress_names_the_models_where_there_are_several():
    said = []
    _naming(MODELS[0], said.append, 1)(Progress("Finding faces", 1, 2))
    _naming(MODELS[1], said.append, 2)(Progress("Finding faces", 1, 2))
    assert [(one.doing, one.done) for one in said] == [
        ("Finding faces", 1),
        ("yunet and sface: Finding faces", 1),
    ]


def test_detectors_share_one_table(capsys):
    box = Box(0.1, 0.1, 0.2, 0.2)
    scores = [
        score_detection([Labels((box,))], [[(box, score)]], detector, 0.5)
        for detector, score in (("mtcnn", 0.96), ("yunet", 0.65))
    ]
    _print_detection(scores)
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "mtcnn finds 1 of 1 faces in 1 photos, and 0 where there is none."
    rows = {line.split()[0]: line.split()[1:] for line in shown[4:]}
    assert rows["0.95"] == ["1.0000", "0", "0.0000", "0"]
    assert rows["0.6"] == ["1.0000", "0", "1.0000", "0"]
