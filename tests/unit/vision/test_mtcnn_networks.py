"""Tests of facegallery.vision.mtcnn_networks. That they find faces: test_detect_mtcnn."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision import mtcnn_networks
from facegallery.vision.mtcnn_networks import (
    INPUT,
    OUTPUT,
    output_network,
    proposal_network,
    refinement_network,
)
from facegallery.vision.onnx_session import open_session

ROOT = Path(__file__).resolve().parents[3]


def run(network, *shape):
    pixels = np.random.default_rng(seed=1).uniform(0, 255, shape).astype(np.float32)
    return open_session(network()).run([OUTPUT], {INPUT: pixels})[0]


@pytest.mark.parametrize(
    ("height", "width", "rows", "columns"), [(12, 12, 1, 1), (13, 14, 2, 2), (40, 61, 15, 26)]
)
def test_pnet_answers_for_every_second_window(height, width, rows, columns):
    assert run(proposal_network, 1, 3, height, width).shape == (1, 5, rows, columns)


@pytest.mark.parametrize(
    ("network", "side", "outputs"), [(refinement_network, 24, 5), (output_network, 48, 15)]
)
def test_rnet_and_onet_answer_for_each_patch_by_itself(network, side, outputs):
    many = run(network, 7, 3, side, side)
    assert many.shape == (7, outputs)
    np.testing.assert_allclose(run(network, 1, 3, side, side)[0], many[0], atol=1e-5)
    assert np.ptp(many, axis=0).min() > 0


def test_weights_of_another_version_are_not_even_unpickled(monkeypatch):
    monkeypatch.setitem(mtcnn_networks.WEIGHTS_SHA256, "pnet", "0" * 64)
    with pytest.raises(ModelUnavailable, match=r"pnet\.lz4"):
        proposal_network()


def test_the_package_is_not_imported():
    code = (
        "import sys; from facegallery.vision.mtcnn_networks import proposal_network;"
        "proposal_network(); print({'mtcnn', 'tensorflow'} & set(sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "set()"
