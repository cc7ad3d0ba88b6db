"""Tests of facegallery.vision.onnx_session."""

import os
import subprocess
import sys

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper

from facegallery.vision.onnx_session import GRAPHICS, device_of, open_session


@pytest.fixture
def negation():
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n"]) for name in "xy"]
    graph = helper.make_graph([helper.make_node("Neg", ["x"], ["y"])], "g", values[:1], values[1:])
    opset = helper.make_opsetid("", 17)
    model: onnx.ModelProto = helper.make_model(graph, opset_imports=[opset], ir_version=8)
    return model.SerializeToString()


def test_a_model_runs_on_one_thread_of_the_processor(negation):
    session = open_session(negation)
    assert session.run(None, {"x": np.array([1, -2], np.float32)})[0].tolist() == [-1, 2]
    assert session.get_providers() == ["CPUExecutionProvider"]
    assert session.get_session_options().intra_op_num_threads == 1
    assert device_of(session) == "CPU"


def test_a_graphics_card_is_used_where_there_is_one(negation):
    session = open_session(negation, graphics=True)
    assert session.run(None, {"x": np.array([3], np.float32)})[0].tolist() == [-3]
    there = set(GRAPHICS) & set(onnxruntime.get_available_providers())
    assert (device_of(session) == "CPU") == (not there)


def test_nothing_is_told_of_anybody(tmp_path):
    """ONNX Runtime's uploader begins by writing a number of the device, and events, to disk."""
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    for name in ("CI", "ORT_DISABLE_TELEMETRY"):  # which would keep it silent as well
        environment.pop(name, None)
    code = "from facegallery.vision.yunet_network import YunetNetwork; YunetNetwork('yunet')"
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert {path.name for path in tmp_path.iterdir()} <= {"FaceGallery"}
