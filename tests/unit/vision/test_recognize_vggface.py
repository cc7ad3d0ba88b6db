"""Tests of facegallery.vision.recognize_vggface, in a process of its own: it needs TensorFlow."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = Path(__file__).with_name("random_vggface.py")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with what random_vggface.py computed."""
    made = tmp_path_factory.mktemp("vggface")
    subprocess.run(
        [sys.executable, str(SCRIPT), str(made)], cwd=ROOT, check=True, capture_output=True
    )
    return made


@pytest.fixture(params=["vggface2-resnet50", "vggface2-senet50", "vggface-vgg16"])
def answers(request, folder):
    """Of one recognizer."""
    with np.load(folder / f"{request.param}.npz") as stored:
        return {name: stored[name] for name in stored.files}


def test_vectors_are_those_of_a_plain_predict(answers):
    expected, ours = answers["expected"], answers["ours"]
    assert expected.shape == ours.shape
    assert ours.shape[1] == answers["dimensions"]
    np.testing.assert_allclose(ours, expected, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-5)


def test_the_weights_of_the_file_are_at_work(answers):
    assert np.abs(answers["ours"][:2] - answers["other_weights"]).max() > 1e-3
    assert np.abs(answers["ours"][0] - answers["ours"][1]).max() > 1e-4


def test_an_embedding_does_not_depend_on_the_batch(answers):
    np.testing.assert_allclose(answers["alone"], answers["ours"][:2], atol=1e-4)


def test_files_that_do_not_fit_are_refused_with_a_sentence(folder):
    refusals = (folder / "refusals.txt").read_text().splitlines()
    assert len(refusals) == 4
    for refusal in refusals:
        assert "The model vggface2-resnet50 cannot be used" in refusal
        assert "does not hold its weights, or is damaged" in refusal
