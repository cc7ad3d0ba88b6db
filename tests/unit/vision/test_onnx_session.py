"""Tests of facegallery.vision.onnx_session."""

import numpy as np
import onnx
from onnx import TensorProto, helper

from facegallery.vision.onnx_session import open_session


def test_a_model_runs_on_one_thread_of_the_processor():
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n"]) for name in "xy"]
    graph = helper.make_graph([helper.make_node("Neg", ["x"], ["y"])], "g", values[:1], values[1:])
    opset = helper.make_opsetid("", 17)
    model: onnx.ModelProto = helper.make_model(graph, opset_imports=[opset], ir_version=8)
    session = open_session(model.SerializeToString())
    assert session.run(None, {"x": np.array([1, -2], np.float32)})[0].tolist() == [-1, 2]
    assert session.get_providers() == ["CPUExecutionProvider"]
    assert session.get_session_options().intra_op_num_threads == 1
