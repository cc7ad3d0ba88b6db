"""Embeddings by the recognizers of the deepface package."""

import math
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from facegallery.courtesy import give_way
from facegallery.domain.face import DetectedFace
from facegallery.vision import deepface_home
from facegallery.vision.model_info import RecognizerInfo

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

_MOST_SAMPLES = 8  # a side: beyond, a face larger than 1,000 pixels is sampled, not averaged


class DeepfaceRecognizer:
    """One of deepface's recognizers, fed as deepface feeds it: the box, levelled by the eyes."""

    takes_aligned = False

    def __init__(self, info: RecognizerInfo, weights_folder: Path) -> None:
        """Build it; raises ModelUnavailable where deepface cannot."""
        self.name = info.name
        self._size = info.input_size
        self._dimensions = info.dimensions
        self._model = deepface_home.build("facial_recognition", info, weights_folder)
        self.device = deepface_home.device_of(self._model)

    def crop(self, image: Image, face: DetectedFace) -> Image:
        """Return the (height, width, 3) RGB pixels that `embed` takes."""
        return levelled_box(image, face, self._size)

    def embed(self, crops: Sequence[Image]) -> Floats:
        """Return (N, dimensions) embeddings of length 1; one face at a time."""
        found = np.empty((len(crops), self._dimensions), np.float32)
        for row, crop in enumerate(crops):
            give_way()
            pixels = np.ascontiguousarray(crop[None, :, :, ::-1], np.float32) / 255
            found[row] = np.ravel(self._model.forward(pixels))
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(lengths, np.finfo(np.float32).tiny))


def levelled_box(image: Image, face: DetectedFace, size: tuple[int, int]) -> Image:
    """Return a face's box, turned so that the eyes are level, whole in size (width, height).

    Black bars fill what the box does not, and what lies outside of the photo is black: so does
    deepface, and its thresholds are for such faces.
    """
    height, width = image.shape[:2]
    box = face.box
    box_width, box_height = max(1.0, box.width * width), max(1.0, box.height * height)
    eyes = (face.landmarks[:2] * (width, height)).astype(np.float64)
    angle = math.atan2(eyes[1, 1] - eyes[0, 1], eyes[1, 0] - eyes[0, 0])
    scale = min(size[0] / box_width, size[1] / box_height)
    samples = min(_MOST_SAMPLES, max(1, math.floor(1 / scale)))  # averaged afterwards
    wide, high = size[0] * samples, size[1] * samples
    cosine, sine = math.cos(angle) * scale * samples, math.sin(angle) * scale * samples
    centre_x, centre_y = (box.x + box.width / 2) * width, (box.y + box.height / 2) * height
    # Turns by -angle around the middle of the box, which comes to the middle of the result; half
    # a pixel, because OpenCV counts from the centre of the first pixel.
    turn = np.array([[cosine, sine], [-sine, cosine]])
    move = np.array([wide, high]) / 2 - turn @ (centre_x - 0.5, centre_y - 0.5) - 0.5
    turned = cv2.warpAffine(image, np.column_stack([turn, move]), (wide, high))
    small = turned if samples == 1 else cv2.resize(turned, size, interpolation=cv2.INTER_AREA)
    bar_x = round((size[0] - box_width * scale) / 2)
    bar_y = round((size[1] - box_height * scale) / 2)
    found = np.zeros_like(small)
    inside = slice(bar_y, size[1] - bar_y), slice(bar_x, size[0] - bar_x)
    found[inside] = small[inside]
    return np.asarray(found, np.uint8)
