"""Tests of facegallery.vision.classify_vggface, in a process of its own: it needs TensorFlow."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from facegallery.vision.registry import CLASSIFIERS

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = Path(__file__).with_name("random_classifiers.py")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with what random_classifiers.py computed."""
    made = tmp_path_factory.mktemp("classifiers")
    subprocess.run(
        [sys.executable, str(SCRIPT), str(made), *CLASSIFIERS],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return made


@pytest.mark.parametrize("name", CLASSIFIERS)
def test_probabilities_are_those_of_a_plain_predict(folder, name):
    with np.load(folder / f"{name}.npz") as stored:
        expected, ours = stored["expected"], stored["ours"]
    assert ours.shape == (2, CLASSIFIERS[name].classes)
    np.testing.assert_allclose(ours, expected, atol=1e-5)
    np.testing.assert_allclose(ours.sum(axis=1), 1, atol=1e-4)


@pytest.mark.parametrize("name", CLASSIFIERS)
def test_the_likeliest_people_come_by_name_from_our_folder(folder, name):
    with np.load(folder / f"{name}.npz") as stored:
        ours = stored["ours"]
    decoded = json.loads((folder / f"{name}.json").read_text())["decoded"]
    for row, people in zip(ours, decoded, strict=True):
        best = np.argsort(row)[::-1][:3]
        assert [person for person, _ in people] == [f"Person No. {number}" for number in best]
        assert [share for _, share in people] == pytest.approx(row[best].tolist())


@pytest.mark.parametrize("name", CLASSIFIERS)
def test_other_names_are_refused_with_a_sentence(folder, name):
    said = json.loads((folder / f"{name}.json").read_text())
    for refusal in (said["few_labels"], said["no_labels"]):
        assert f"The model {name} cannot be used" in refusal
        assert "does not hold the names of its people" in refusal
