"""MTCNN's three networks as ONNX graphs, made from the weights inside the mtcnn package.

The layers follow K. Zhang et al., "Joint Face Detection and Alignment using Multi-task Cascaded
Convolutional Networks", IEEE Signal Processing Letters 2016; the weights (mtcnn 1.0.0, MIT) are
lists of arrays in the order of the layers. Three changes leave the results as they are:

- Normalisation (x - 127.5) / 128 is part of the first layer: graphs take pixels 0..255.
- The softmax over two classes is one number, the difference of the two: its sigmoid is the
  probability of a face.
- PReLU is written as in onnx_layers, and narrow layers are filled up with zeros to a
  multiple of 16 channels, because ONNX Runtime has fast blocked kernels for just these.
"""

import io
from collections.abc import Iterator
from typing import Any

import joblib
import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper

from facegallery.vision.installed_files import read_checked
from facegallery.vision.mtcnn_graphs import INPUT, OUTPUT, WEIGHTS_SHA256
from facegallery.vision.onnx_layers import prelu, tensors

Floats = NDArray[np.float32]

CHANNEL_BLOCK = 16
OPSET, IR_VERSION = 17, 8


def proposal_network() -> bytes:
    """Return PNet: (1, 3, H, W) pixels to (1, 5, h, w): a logit and 4 offsets a position.

    Positions are 2 pixels apart, each looks at 12 x 12 pixels.
    """
    graph = _Graph("pnet")
    graph.convolution()
    graph.max_pool(kernel=2)
    graph.convolution()
    graph.convolution()
    graph.output_convolution()
    return graph.serialized(["height", "width"])


def refinement_network() -> bytes:
    """Return RNet: (n, 3, 24, 24) pixels to (n, 5): a logit and 4 offsets."""
    graph = _Graph("rnet")
    graph.convolution()
    graph.max_pool(kernel=3)
    graph.convolution()
    graph.max_pool(kernel=3, same=False)
    graph.convolution()
    graph.dense_on_map(side=3)
    graph.output_dense()
    return graph.serialized([24, 24])


def output_network() -> bytes:
    """Return ONet: (n, 3, 48, 48) pixels to (n, 15): a logit, 4 offsets, 5 x then 5 y."""
    graph = _Graph("onet")
    graph.convolution()
    graph.max_pool(kernel=3)
    graph.convolution()
    graph.max_pool(kernel=3, same=False)
    graph.convolution()
    graph.max_pool(kernel=2)
    graph.convolution()
    graph.dense_on_map(side=3)
    graph.output_dense()
    return graph.serialized([48, 48])


NETWORKS = {"pnet": proposal_network, "rnet": refinement_network, "onet": output_network}


def _weights(network: str) -> Iterator[Floats]:
    content = read_checked(
        "mtcnn", "mtcnn", f"assets/weights/{network}.lz4", WEIGHTS_SHA256[network]
    )
    return iter(joblib.load(io.BytesIO(content)))


class _Graph:
    """A chain of layers that takes its weights in order; each method adds a layer at the end."""

    def __init__(self, network: str) -> None:
        self._network = network
        self._weights = _weights(network)
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []
        self._end, self._channels = INPUT, 3

    def convolution(self) -> None:
        """Add a convolution without padding, and its PReLU."""
        kernel, bias, slope = (next(self._weights) for _ in range(3))
        if self._end == INPUT:
            bias = bias - kernel.sum(axis=(0, 1, 2)) * np.float32(127.5 / 128)
            kernel = kernel / np.float32(128)
        width = -(-bias.size // CHANNEL_BLOCK) * CHANNEL_BLOCK
        self._convolve(_filled(kernel, (2, self._channels), (3, width)), _filled(bias, (0, width)))
        self._prelu(_filled(slope.ravel(), (0, width)))

    def max_pool(self, kernel: int, same: bool = True) -> None:
        """Add max pooling at every second position; same: with TensorFlow's "same" padding."""
        padding = "SAME_UPPER" if same else "VALID"
        self._append("MaxPool", kernel_shape=[kernel, kernel], strides=[2, 2], auto_pad=padding)

    def dense_on_map(self, side: int) -> None:
        """Add a dense layer on a side x side map, and its PReLU."""
        kernel, bias, slope = (next(self._weights) for _ in range(3))
        # The package flattens column by column, channels last; ONNX row by row, channels first.
        by_column = kernel.reshape(side, side, -1, bias.size)
        by_row = by_column.transpose(2, 1, 0, 3).reshape(-1, bias.size)
        self._append("Flatten")
        self._append("Gemm", by_row, bias)
        self._append("PRelu", slope)

    def output_convolution(self) -> None:
        """Add the 1 x 1 convolutions at PNet's end as one."""
        kernel, bias = self._output_weights()
        self._convolve(_filled(kernel, (2, self._channels)), bias)

    def output_dense(self) -> None:
        """Add the dense layers at the end of RNet and ONet as one."""
        self._append("Gemm", *self._output_weights())

    def serialized(self, size: list[int] | list[str]) -> bytes:
        """Return the model; size: height and width, numbers or names of free dimensions."""
        self._nodes[-1].output[0] = OUTPUT
        shape = ["batch", 3, *size]
        graph = helper.make_graph(
            self._nodes,
            self._network,
            [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, shape)],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, None)],
            self._constants,
        )
        opset = helper.make_opsetid("", OPSET)
        model = helper.make_model(graph, opset_imports=[opset], ir_version=IR_VERSION)
        return bytes(model.SerializeToString())

    def _output_weights(self) -> tuple[Floats, Floats]:
        """Return kernel and bias of all outputs side by side, the logit first."""
        rest = list(self._weights)  # offsets, for ONet landmarks, then the two classes
        *kernels, classes = rest[0::2]
        *biases, class_bias = rest[1::2]
        logit = classes[..., 1:] - classes[..., :1]
        return (
            np.concatenate([logit, *kernels], axis=-1),
            np.concatenate([class_bias[1:] - class_bias[:1], *biases]),
        )

    def _convolve(self, kernel: Floats, bias: Floats) -> None:
        self._append("Conv", kernel.transpose(3, 2, 0, 1), bias, kernel_shape=kernel.shape[:2])
        self._channels = bias.size

    def _prelu(self, slope: Floats) -> None:
        target = f"prelu_{len(self._nodes)}"
        nodes, constants = prelu(self._end, target, slope)
        self._nodes += nodes
        self._constants += constants
        self._end = target

    def _append(self, kind: str, *constants: Floats, **attributes: Any) -> None:
        """Add a node on the chain's end; constants are its further inputs."""
        number = len(self._nodes)
        names = [f"{kind}_{number}_{index}" for index in range(len(constants))]
        self._constants += tensors(zip(names, constants, strict=True))
        output = f"{kind}_{number}"
        self._nodes.append(helper.make_node(kind, [self._end, *names], [output], **attributes))
        self._end = output


def _filled(values: Floats, *sizes: tuple[int, int]) -> Floats:
    """Return values with zeros at the end of axes; sizes: (axis, its new length)."""
    missing = [(0, 0)] * values.ndim
    for axis, length in sizes:
        missing[axis] = (0, length - values.shape[axis])
    return np.pad(values, missing)
