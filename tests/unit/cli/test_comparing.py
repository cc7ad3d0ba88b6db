import json
from argparse import Namespace

import numpy as np
import pytest

from facegallery.cli.comparing import print_comparison, print_every_pair, print_explanation
from facegallery.domain.face import Box, DetectedFace
from facegallery.jobs.compare import Comparison, distances_between
from facegallery.jobs.measure import Look


def face(*vector):
    embedding = np.array(vector, np.float32)
    embedding /= np.linalg.norm(embedding)
    box = Box(0.1, 0.1, 0.5, 0.25)
    return DetectedFace(box, np.zeros((5, 2), np.float32), 0.98, 0.75, embedding)


@pytest.fixture
def found():
    first = Look("/photos/one.jpg", 200, 400, (face(1, 0, 0), face(0, 1, 0)))
    second = Look("/photos/two.jpg", 200, 400, (face(1, 1, 0),))
    distances = distances_between(first.faces, second.faces)
    return Comparison(first, second, distances, ((0, 0),), 0.3, "sface")


def test_pairs_are_a_table_and_the_rest_a_sentence(found, capsys):
    print_comparison(found, Namespace(json=False))
    titles, _, row, sentence = capsys.readouterr().out.splitlines()
    assert titles.split() == ["face", "of", "A", "face", "of", "B", "distance"]
    assert row.split() == ["1", "1", "0.293", "the", "same", "person"]
    assert sentence.startswith("1 in both, 1 only in one.jpg, 0 only in two.jpg. ")


def test_pairs_and_the_others_are_json(found, capsys):
    print_comparison(found, Namespace(json=True))
    value = json.loads(capsys.readouterr().out)
    assert [(one["first"]["face"], one["second"]["face"]) for one in value["pairs"]] == [(1, 1)]
    assert value["pairs"][0]["distance"] == pytest.approx(0.2929, abs=1e-4)
    assert [one["face"] for one in value["only_first"]] == [2]
    assert value["only_first"][0]["box"] == [0.1, 0.1, 0.5, 0.25]
    assert (value["only_second"], value["threshold"], value["recognizer"]) == ([], 0.3, "sface")


def test_every_pair_is_told(found, capsys):
    print_every_pair(found, Namespace(json=False))
    assert capsys.readouterr().out.count("the same person") == 2
    print_every_pair(found, Namespace(json=True))
    value = json.loads(capsys.readouterr().out)
    assert [one["first"]["face"] for one in value] == [1, 2]
    assert all(one["match"] for one in value)


def test_the_explanation_adds_up(found, capsys):
    print_explanation(found, Namespace(json=False))
    shown = capsys.readouterr().out
    assert shown.startswith("The same person: distance 0.293, threshold 0.300, by sface.\n")
    assert "/photos/one.jpg: face of 100 x 100 pixels, score 0.980, quality 0.75.\n" in shown
    assert "squared differences, 0.586" in shown
