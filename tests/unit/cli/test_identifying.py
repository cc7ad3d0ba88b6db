import json
from argparse import Namespace
from dataclasses import replace

import numpy as np

from facegallery.cli.identifying import print_identified
from facegallery.domain.face import Box, DetectedFace
from facegallery.jobs.identify import Candidate, Identified, IdentifiedFace
from facegallery.jobs.measure import Look

FACE = DetectedFace(Box(0.1, 0.1, 0.2, 0.2), np.zeros((5, 2), np.float32), 0.9, 0.8)
SEEN = Look("/photos/two.jpg", 100, 100, (FACE, FACE))
ANN = Candidate("p3", "Ann", 0.21, match=True)
BEN = Candidate("p4", "Ben", 0.83, match=False)
BOTH = Identified(
    SEEN,
    (
        IdentifiedFace(FACE, (ANN, BEN), (("A. J. Buckley", 0.75),)),
        IdentifiedFace(FACE, (BEN,), (("Zoe", 0.5), ("Yan", 0.25))),
    ),
    "sface",
    0.55,
    "some-classifier",
)
NEITHER = Identified(SEEN, (IdentifiedFace(FACE), IdentifiedFace(FACE)), None, None, None)


def test_each_face_has_its_people_and_then_the_famous(capsys):
    print_identified(BOTH, Namespace(json=False))
    rows = [line.split("  ") for line in capsys.readouterr().out.splitlines()[2:7]]
    assert [[cell.strip() for cell in row if cell.strip()] for row in rows] == [
        ["1", "library", "Ann (p3)", "distance 0.210", "likely"],
        ["1", "library", "Ben (p4)", "distance 0.830"],
        ["1", "some-classifier", "A. J. Buckley", "75.0%"],
        ["2", "library", "Ben (p4)", "distance 0.830"],
        ["2", "some-classifier", "Zoe", "50.0%"],
    ]


def test_what_is_missing_is_said_in_a_line_each(capsys):
    print_identified(BOTH, Namespace(json=False))
    assert "models install" not in capsys.readouterr().out
    print_identified(NEITHER, Namespace(json=False))
    notes = capsys.readouterr().out.splitlines()[-2:]
    assert notes[0] == "The library has no named people to compare with."
    assert notes[1].startswith("No classifier of famous people is installed: facegallery models ")


def test_a_classifier_that_cannot_be_used_is_told(capsys):
    print_identified(replace(BOTH, problem="It is damaged."), Namespace(json=False))
    assert capsys.readouterr().out.splitlines()[-1] == "It is damaged."


def test_json_has_it_all(capsys):
    print_identified(BOTH, Namespace(json=True))
    value = json.loads(capsys.readouterr().out)
    assert value["faces"][0]["people"][0] == {
        "id": "p3", "name": "Ann", "distance": 0.21, "match": True,
    }  # fmt: skip
    assert value["faces"][1]["classes"][1] == {"name": "Yan", "probability": 0.25}
    assert (value["recognizer"], value["threshold"], value["classifier"]) == (
        "sface",
        0.55,
        "some-classifier",
    )
    print_identified(NEITHER, Namespace(json=True))
    assert json.loads(capsys.readouterr().out)["classifier"] is None
