"""Tests of facegallery.vision.onnx_layers."""

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from facegallery.vision.onnx_layers import prelu, with_float_weights
from facegallery.vision.onnx_session import open_session

RANDOM = np.random.default_rng(seed=11)


def model(nodes, constants, inputs):
    graph = helper.make_graph(
        nodes,
        "test",
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in inputs],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        constants,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)


def run(made, x):
    return open_session(made.SerializeToString()).run(["y"], {"x": x})[0]


def test_prelu_bends_each_channel_by_its_own_slope():
    slope = np.array([0.25, -0.5, 1.3, 0], np.float32)
    x = RANDOM.normal(size=(2, 4, 5, 6)).astype(np.float32)
    nodes, constants = prelu("x", "y", slope)
    found = run(model(nodes, constants, [("x", [2, 4, 5, 6])]), x)
    np.testing.assert_allclose(found, np.where(x > 0, x, x * slope[:, None, None]), atol=1e-6)


def quantized(values, scales, zeros, block_size):
    """A model that adds x to weights stored as blocks, which it also lists as an input."""
    parts = {"stored": values, "scales": scales, "zeros": zeros}
    dequantize = helper.make_node(
        "DequantizeLinear", list(parts), ["weight"], axis=1, block_size=block_size
    )
    return model(
        [dequantize, helper.make_node("Add", ["x", "weight"], ["y"])],
        [numpy_helper.from_array(part, name) for name, part in parts.items()],
        [("x", [1]), ("unused", [1])],
    )


def test_weights_in_blocks_become_floats():
    values = RANDOM.integers(-128, 128, (3, 10), np.int8)
    scales = RANDOM.uniform(0.1, 1, (3, 3)).astype(np.float32)
    zeros = RANDOM.integers(-5, 5, (3, 3), np.int8)
    made = with_float_weights(quantized(values, scales, zeros, block_size=4))
    expected = (values - zeros.repeat(4, 1)[:, :10].astype(float)) * scales.repeat(4, 1)[:, :10]
    np.testing.assert_allclose(run(made, np.zeros(1, np.float32)), expected, rtol=1e-5)
    assert [tensor.name for tensor in made.graph.initializer] == ["weight"]


def test_one_scale_for_all_blocks_is_understood():
    values = RANDOM.integers(-128, 128, (2, 5), np.int8)
    made = with_float_weights(
        quantized(values, np.array([0.5], np.float32), np.array([3], np.int8), block_size=4)
    )
    np.testing.assert_allclose(run(made, np.zeros(1, np.float32)), (values.astype(float) - 3) / 2)


def test_inputs_that_nothing_reads_go():
    values, scale = np.zeros((1, 4), np.int8), np.ones(1, np.float32)
    made = with_float_weights(quantized(values, scale, np.zeros(1, np.int8), block_size=4))
    assert [value.name for value in made.graph.input] == ["x"]
