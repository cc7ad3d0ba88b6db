"""keras-vggface's networks, built by the package, with weights from a file, run on TensorFlow.

O. Parkhi et al., "Deep Face Recognition", BMVC 2015 (VGG-16); Q. Cao et al., "VGGFace2", FG 2018
(ResNet-50 and SE-ResNet-50).
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.words import sentence
from facegallery.quiet import mute
from facegallery.vision.keras_vggface_import import keras_vggface
from facegallery.vision.registry import RECOGNIZERS

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

ARCHITECTURES = {
    "vggface2-resnet50": ("resnet50", 2),
    "vggface2-senet50": ("senet50", 2),
    "vggface-vgg16": ("vgg16", 1),
}
"""Our name to keras-vggface's name of the architecture and version of its preprocess_input."""

SIDE = 224


class VggfaceNetwork:
    """One of the three networks, with its classifier or without. device: what it runs on."""

    def __init__(self, model: str, family: str, weights: Path, *, top: bool, threads: int) -> None:
        """Build the network and load its weights, a file in keras-vggface's own layout.

        model: the name to blame. family: a key of ARCHITECTURES. top: with the classifier; else
        averaged over the last map. Raises ModelUnavailable where keras-vggface cannot be
        imported, or the file does not fit.
        """
        tensorflow = _tensorflow(threads)
        architecture, self._version = ARCHITECTURES[family]
        self._at_once = RECOGNIZERS[family].faces_at_once
        package = keras_vggface(model)
        self._preprocess = package.utils.preprocess_input
        network = package.vggface.VGGFace(
            include_top=top,
            model=architecture,
            weights=None,  # the package's own loading would download them
            input_shape=(SIDE, SIDE, 3),
            pooling=None if top else "avg",
        )
        _load_weights(model, network, weights)
        self.outputs = int(network.output_shape[-1])
        pixels = tensorflow.TensorSpec((None, SIDE, SIDE, 3), tensorflow.float32)
        self._run = tensorflow.function(
            lambda batch: network(batch, training=False),
            input_signature=[pixels],
            autograph=False,  # there is no Python control flow; packaged, it would find no source
        )
        graphics = tensorflow.config.list_logical_devices("GPU")
        self.device = "GPU, TensorFlow" if graphics else "CPU"

    def run(self, crops: Sequence[Image]) -> Floats:
        """Return (N, outputs) for (224, 224, 3) RGB crops."""
        found = [np.empty((0, self.outputs), np.float32)]
        for start in range(0, len(crops), self._at_once):
            batch = np.stack(crops[start : start + self._at_once]).astype(np.float32)
            # Also turns RGB into BGR, which the networks were trained with.
            pixels = self._preprocess(batch, version=self._version)
            found.append(self._run(pixels).numpy())
        return np.concatenate(found)


def _tensorflow(threads: int) -> Any:
    """Return TensorFlow, quiet and limited to `threads` where it has not started yet."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with mute():  # while it starts, it tells of graphics cards before it reads its log level
        import tensorflow

        with suppress(RuntimeError):  # it runs already in this process, with the threads it has
            tensorflow.config.threading.set_intra_op_parallelism_threads(threads)
            tensorflow.config.threading.set_inter_op_parallelism_threads(1)
        tensorflow.config.list_logical_devices()
    return tensorflow


def _load_weights(name: str, network: Any, path: Path) -> None:
    """Load a weights file into a network that keras-vggface built, or raise ModelUnavailable.

    Layer by layer in order, which refuses any other number or shape of layers. The package
    itself loads VGG-16 by the names of layers, which would leave out what does not fit in
    silence; its file has the same layers in the same order.
    """
    try:
        network.load_weights(str(path))
    except (OSError, ValueError, KeyError) as error:
        raise ModelUnavailable(
            name, sentence("{0} does not hold its weights, or is damaged", path)
        ) from error
