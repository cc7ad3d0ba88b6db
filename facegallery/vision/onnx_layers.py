"""ONNX graphs changed or made such that ONNX Runtime computes them fast on a processor."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
Integers = NDArray[np.integer]


def prelu(source: str, target: str, slope: Floats) -> tuple[list[NodeProto], list[TensorProto]]:
    """Return nodes and constants for target = source where positive, else slope * source.

    slope: (channels,). Written as slope * x + (1 - slope) * max(x, 0) with the factors as batch
    normalisations: unlike PRelu, these stay in the blocked form that ONNX Runtime's convolutions
    use. Where no slope is above 1, (1 - slope) goes inside the max, so that two passes over the
    pixels do it all (measured 2026-11-22 on SFace: 16.8 ms a face instead of 17.5 with three
    passes, 20 with Mul and 34 with PRelu).
    """
    zero, one = f"{target}_zero", f"{target}_one"
    constants = {
        zero: np.zeros_like(slope),
        one: np.ones_like(slope),
        f"{target}_slope": slope,
        f"{target}_rest": 1 - slope,
    }
    linear, positive, rest = f"{target}_linear", f"{target}_positive", f"{target}_bend"
    if (slope <= 1).all():
        bend = [
            _scaled(source, positive, f"{target}_rest", zero, one),
            helper.make_node("Relu", [positive], [rest]),
        ]
    else:
        bend = [
            helper.make_node("Relu", [source], [positive]),
            _scaled(positive, rest, f"{target}_rest", zero, one),
        ]
    straight = _scaled(source, linear, f"{target}_slope", zero, one)
    nodes = [*bend, straight, helper.make_node("Add", [linear, rest], [target])]
    return nodes, tensors(constants.items())


def with_float_weights(model: ModelProto) -> ModelProto:
    """Return the model, changed, with weights stored as int8 blocks turned into float32.

    ONNX Runtime would turn them at each run, and refuses those with one scale for all blocks.
    Weights are taken out of the model's inputs too: they could not be worked into the layers
    before they run otherwise.
    """
    graph = model.graph
    stored = {tensor.name: tensor for tensor in graph.initializer}
    nodes = []
    for node in graph.node:
        if node.op_type == "DequantizeLinear" and node.input[0] in stored:
            values, scales, zeros = (numpy_helper.to_array(stored.pop(n)) for n in node.input)
            attributes = {item.name: helper.get_attribute_value(item) for item in node.attribute}
            axis, block_size = attributes["axis"], attributes["block_size"]
            floats = _dequantized(values, scales, zeros, axis, block_size)
            stored[node.output[0]] = numpy_helper.from_array(floats, node.output[0])
        else:
            nodes.append(node)
    _replace(graph.node, nodes)
    _replace(graph.initializer, list(stored.values()))
    # Old files list their weights as inputs too, by the names they had before they were quantized.
    wanted = {name for node in nodes for name in node.input} - set(stored)
    _replace(graph.input, [value for value in graph.input if value.name in wanted])
    del graph.value_info[:]
    return model


def with_fast_layers(content: bytes) -> bytes:
    """Return a serialized model with float weights, and with PReLU in fast nodes."""
    model = with_float_weights(onnx.load_model_from_string(content))
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    nodes: list[NodeProto] = []
    for node in graph.node:
        if node.op_type != "PRelu":
            nodes.append(node)
            continue
        slope = numpy_helper.to_array(weights[node.input[1]]).ravel()
        replacement, constants = prelu(node.input[0], node.output[0], slope)
        nodes += replacement
        graph.initializer.extend(constants)
    _replace(graph.node, nodes)
    return bytes(model.SerializeToString())


def with_any_size(content: bytes) -> bytes:
    """Return a serialized model with float weights, for pictures of any height and width."""
    model = with_float_weights(onnx.load_model_from_string(content))
    shape = model.graph.input[0].type.tensor_type.shape
    shape.dim[2].dim_param, shape.dim[3].dim_param = "height", "width"
    for output in model.graph.output:
        output.type.tensor_type.ClearField("shape")
    return bytes(model.SerializeToString())


def _dequantized(
    values: Integers, scales: Floats, zeros: Integers, axis: int, block_size: int
) -> Floats:
    """Return (values - zeros) * scales, each of the two good for block_size values on the axis."""
    if scales.size > 1:
        wanted = range(values.shape[axis])
        scales = scales.repeat(block_size, axis).take(wanted, axis)
        zeros = zeros.repeat(block_size, axis).take(wanted, axis)
    return np.asarray((values.astype(np.float32) - zeros) * scales, np.float32)


def _replace(field: Any, values: list[Any]) -> None:
    """Give a repeated protobuf field other values."""
    del field[:]
    field.extend(values)


def tensors(values: Iterable[tuple[str, NDArray[np.generic]]]) -> list[TensorProto]:
    """Return named arrays as a graph's constants."""
    return [numpy_helper.from_array(np.ascontiguousarray(value), name) for name, value in values]


def _scaled(source: str, target: str, factor: str, zero: str, one: str) -> NodeProto:
    inputs = [source, factor, zero, zero, one]
    return helper.make_node("BatchNormalization", inputs, [target], epsilon=0.0)
