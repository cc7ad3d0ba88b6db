"""Embeddings by the VGGFace and VGGFace2 networks of keras-vggface."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import DetectedFace
from facegallery.vision.align import widened_crop
from facegallery.vision.model_info import RecognizerInfo
from facegallery.vision.vggface_network import SIDE, VggfaceNetwork

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]


class VggfaceRecognizer:
    """One of keras-vggface's networks, without its classifier, averaged over the last map."""

    takes_aligned = False

    def __init__(self, info: RecognizerInfo, weights: Path, threads: int = 1) -> None:
        """Build the network and load its weights; raises ModelUnavailable as VggfaceNetwork."""
        self.name = info.name
        self._network = VggfaceNetwork(info.name, info.name, weights, top=False, threads=threads)
        self.device = self._network.device

    def crop(self, image: Image, face: DetectedFace) -> Image:
        """Return the (224, 224, 3) RGB pixels that `embed` takes: the box, widened 1.3 times."""
        return widened_crop(image, face.box, SIDE)

    def embed(self, crops: Sequence[Image]) -> Floats:
        """Return (N, dimensions) embeddings of length 1."""
        found = self._network.run(crops)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(lengths, np.finfo(np.float32).tiny))
