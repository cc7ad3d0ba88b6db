"""Embeddings by the VGGFace and VGGFace2 networks of keras-vggface, on TensorFlow.

O. Parkhi et al., "Deep Face Recognition", BMVC 2015 (VGG-16); Q. Cao et al., "VGGFace2", FG 2018
(ResNet-50 and SE-ResNet-50). Architectures and preprocessing are keras-vggface's own.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.face import DetectedFace
from facegallery.vision.align import widened_crop
from facegallery.vision.keras_vggface_import import keras_vggface
from facegallery.vision.registry import RecognizerInfo

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

MODELS = {
    "vggface2-resnet50": ("resnet50", 2),
    "vggface2-senet50": ("senet50", 2),
    "vggface-vgg16": ("vgg16", 1),
}
"""Our name to keras-vggface's name of the architecture and version of its preprocess_input."""

FACES_AT_ONCE = 8


class VggfaceRecognizer:
    """One of keras-vggface's networks, without its classifier, averaged over the last map."""

    def __init__(self, info: RecognizerInfo, weights: Path, threads: int = 1) -> None:
        """Build the network and load its weights, a file in keras-vggface's own layout.

        Raises ModelUnavailable where keras-vggface cannot be imported, or the file does not fit.
        """
        tensorflow = _tensorflow(threads)
        self.name = info.name
        self._size = info.input_size
        self._dimensions = info.dimensions
        architecture, self._version = MODELS[info.name]
        package = keras_vggface(info.name)
        self._preprocess = package.utils.preprocess_input
        network = package.vggface.VGGFace(
            include_top=False,
            model=architecture,
            weights=None,  # the package's own loading would download them
            input_shape=(self._size, self._size, 3),
            pooling="avg",
        )
        _load_weights(info.name, network, weights)
        pixels = tensorflow.TensorSpec((None, self._size, self._size, 3), tensorflow.float32)
        self._run = tensorflow.function(
            lambda batch: network(batch, training=False),
            input_signature=[pixels],
            autograph=False,  # there is no Python control flow; packaged, it would find no source
        )
        graphics = tensorflow.config.list_logical_devices("GPU")
        self.device = "GPU" if graphics else "CPU"

    def crop(self, image: Image, face: DetectedFace) -> Image:
        """Return the (224, 224, 3) RGB pixels that `embed` takes: the box, widened 1.3 times."""
        return widened_crop(image, face.box, self._size)

    def embed(self, crops: Sequence[Image]) -> Floats:
        """Return (N, dimensions) embeddings of length 1."""
        embeddings = [np.empty((0, self._dimensions), np.float32)]
        for start in range(0, len(crops), FACES_AT_ONCE):
            batch = np.stack(crops[start : start + FACES_AT_ONCE]).astype(np.float32)
            # Also turns RGB into BGR, which the networks were trained with.
            pixels = self._preprocess(batch, version=self._version)
            embeddings.append(self._run(pixels).numpy())
        found = np.concatenate(embeddings)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(lengths, np.finfo(np.float32).tiny))


def _tensorflow(threads: int) -> Any:
    """Return TensorFlow, quiet and limited to `threads` where it has not started yet."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import tensorflow

    with suppress(RuntimeError):  # it runs already in this process, with the threads it has
        tensorflow.config.threading.set_intra_op_parallelism_threads(threads)
        tensorflow.config.threading.set_inter_op_parallelism_threads(1)
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
        raise ModelUnavailable(name, f"{path} does not hold its weights, or is damaged") from error
