"""Faces by MTCNN: three networks, each sorts out what the one before let through.

Finds what `MTCNN().detect_faces` of the mtcnn package finds, without TensorFlow and several times
as fast. Steps and numbers are the package's: see mtcnn_networks for paper and weights.
"""

import math
from collections.abc import Iterator
from itertools import count

import cv2
import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession

from facegallery.domain.face import DetectedFace
from facegallery.vision.boxes import squared, strongest
from facegallery.vision.detected import as_fractions
from facegallery.vision.mtcnn_networks import (
    INPUT,
    OUTPUT,
    output_network,
    proposal_network,
    refinement_network,
)
from facegallery.vision.onnx_session import open_session
from facegallery.vision.pyramid import Pyramid
from facegallery.vision.registry import DetectorInfo
from facegallery.vision.working_copy import working_copy

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

SMALLEST_FACE = 20  # pixels of the copy, as in the package: other levels would move the boxes
PNET_THRESHOLD, RNET_THRESHOLD, ONET_THRESHOLD = 0.6, 0.7, 0.6  # probabilities that pass
RNET, ONET = (24, 5), (48, 15)  # side of the input in pixels, number of outputs
WINDOW = 12  # pixels that PNet looks at
STRIDE = 2  # pixels between two of its positions
PYRAMID_STEP = 0.709  # each level has half the pixels of the one before
OUTSIDE = 127.5  # what lies around the photo: zero after normalisation
STRIP = 64  # rows of a level
PATCHES_AT_ONCE = 128


class MtcnnDetector:
    """MTCNN. Its numbers are the package's, but for what the second look needs."""

    def __init__(
        self,
        info: DetectorInfo,
        smallest_face: float = SMALLEST_FACE,
        second_look: bool = True,
        threads: int = 1,
    ) -> None:
        """Load the networks; raises ModelUnavailable where the package is missing or another.

        smallest_face: width in pixels of the copy of info.long_side; any number is possible, and
        the time goes with 1 / its square.
        second_look: False finds what the package finds, with its scores, from info.threshold on.
        True lets more pass at first, and then asks ONet again, of the place where it saw the
        face: faces stay as sure as they were, or become so; most of what is none does not.
        """
        self._long_side = info.long_side
        self._smallest_face = smallest_face
        self._second_look = second_look
        self._least = _logit(info.threshold)
        self._pnet = open_session(proposal_network(), threads)
        self._rnet = open_session(refinement_network(), threads)
        self._onet = open_session(output_network(), threads)

    def detect(self, image: Image) -> list[DetectedFace]:
        """Return the faces in an (H, W, 3) RGB photo, surest first, quality not judged (0)."""
        copy = working_copy(image, self._long_side)
        pyramid = Pyramid(copy)
        pixels = pyramid.pixels
        boxes = self._refine(pixels, self._propose(pyramid))
        boxes, landmarks, logits = self._finish(pixels, boxes)
        if self._second_look:
            logits = _run(self._onet, pixels, squared(boxes), ONET)[:, 0]
        sure = logits > self._least
        scores = np.asarray(1 / (1 + np.exp(-logits[sure])), np.float32)
        return as_fractions(boxes[sure], landmarks[sure], scores, (copy.shape[1], copy.shape[0]))

    def _propose(self, pyramid: Pyramid) -> Floats:
        """Return squares that may hold a face, from all levels of the pyramid."""
        found = [self._propose_at(level, scale) for level, scale in self._levels(pyramid)]
        boxes = np.concatenate([np.empty((0, 4), np.float32), *(boxes for boxes, _ in found)])
        logits = np.concatenate([np.empty(0, np.float32), *(logits for _, logits in found)])
        return squared(boxes[strongest(boxes, logits, 0.7)])

    def _levels(self, pyramid: Pyramid) -> Iterator[tuple[Floats, float]]:
        """Yield the photo and its scale at each level, down to one window."""
        for number in count():
            scale = WINDOW / self._smallest_face * PYRAMID_STEP**number
            if min(pyramid.width, pyramid.height) * scale < WINDOW:
                return
            yield pyramid.level(int(pyramid.width * scale), int(pyramid.height * scale)), scale

    def _propose_at(self, level: Floats, scale: float) -> tuple[Floats, Floats]:
        """Return boxes and logits at one level of the pyramid."""
        found = self._windows(level)
        rows, columns = np.nonzero(found[0] > _logit(PNET_THRESHOLD))
        corners = np.stack([columns, rows, columns, rows], axis=1) * STRIDE
        # The window's pixels 1 to 12: the package counts from one, as Matlab did in the paper.
        corners += (1, 1, WINDOW, WINDOW)
        offsets = found[1:, rows, columns].T * (WINDOW - 1)
        boxes = np.asarray((corners + offsets) / scale, np.float32)
        logits = found[0, rows, columns]
        best = strongest(boxes, logits, 0.5)
        return boxes[best], logits[best]

    def _windows(self, level: Floats) -> Floats:
        """Return PNet's (5, rows, columns) answers, computed strip by strip.

        A strip stays in the processor's cache: a sixth faster, and a tenth of the memory.
        """
        planes = np.ascontiguousarray(level.transpose(2, 0, 1)[None])
        strips = [
            self._pnet.run([OUTPUT], {INPUT: planes[:, :, top : top + STRIP + WINDOW - STRIDE]})[0]
            for top in range(0, level.shape[0] - WINDOW + STRIDE, STRIP)
        ]
        return np.asarray(np.concatenate(strips, axis=2)[0])

    def _refine(self, pixels: Floats, boxes: Floats) -> Floats:
        """Return squares that RNet takes for faces, moved to where it sees them."""
        found = _run(self._rnet, pixels, boxes, RNET)
        sure = found[:, 0] > _logit(RNET_THRESHOLD)
        boxes = _moved(boxes[sure], found[sure, 1:5])
        return squared(boxes[strongest(boxes, found[sure, 0], 0.7)])

    def _finish(self, pixels: Floats, boxes: Floats) -> tuple[Floats, Floats, Floats]:
        """Return boxes, (N, 5, 2) landmarks in pixels, and logits, by ONet; surest first."""
        found = _run(self._onet, pixels, boxes, ONET)
        sure = found[:, 0] > _logit(ONET_THRESHOLD)
        boxes, found = boxes[sure], found[sure]
        landmarks = found[:, 5:].reshape(-1, 2, 5).transpose(0, 2, 1)
        landmarks = boxes[:, None, :2] + landmarks * _sizes(boxes)[:, None] - 1
        boxes = _moved(boxes, found[:, 1:5])
        best = strongest(boxes, found[:, 0], 0.7, "smaller")
        return boxes[best], landmarks[best], found[best, 0]


def _logit(probability: float) -> float:
    return math.log(probability / (1 - probability))


def _sizes(boxes: Floats) -> Floats:
    """Return (N, 2) widths and heights; the networks learned them with one pixel more."""
    return boxes[:, 2:] - boxes[:, :2] + 1


def _moved(boxes: Floats, offsets: Floats) -> Floats:
    """Return boxes with each edge moved by its offset, a share of the box's size."""
    return boxes + offsets * np.tile(_sizes(boxes), 2)


def _run(
    session: InferenceSession, pixels: Floats, boxes: Floats, shape: tuple[int, int]
) -> Floats:
    """Return a network's answers on the boxes; shape: its input's side, its number of outputs."""
    side, outputs = shape
    answers = [np.empty((0, outputs), np.float32)]
    for start in range(0, len(boxes), PATCHES_AT_ONCE):
        patches = _patches(pixels, boxes[start : start + PATCHES_AT_ONCE], side)
        answers.append(session.run([OUTPUT], {INPUT: patches})[0])
    return np.concatenate(answers)


def _patches(pixels: Floats, boxes: Floats, side: int) -> Floats:
    """Return (N, 3, side, side): the boxes sampled as tf.image.crop_and_resize does it."""
    height, width = pixels.shape[:2]
    last = np.array([width - 1, height - 1], np.float32)
    share = last / (width, height)
    starts = (boxes[:, :2] * share)[:, None]
    spans = ((boxes[:, 2:] - boxes[:, :2]) * share)[:, None]
    steps = np.linspace(0, 1, side, dtype=np.float32)[None, :, None]
    places = np.asarray(starts + spans * steps, np.float32)  # (N, side, 2): columns, rows
    shape = (len(boxes), side, side)
    columns = np.broadcast_to(places[:, None, :, 0], shape)
    rows = np.broadcast_to(places[:, :, None, 1], shape)
    sampled = cv2.remap(
        pixels,
        columns.reshape(-1, side),
        rows.reshape(-1, side),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    ).reshape(*shape, 3)
    outside = ((places < 0) | (places > last)).transpose(2, 0, 1)
    sampled[outside[0][:, None, :] | outside[1][:, :, None]] = OUTSIDE
    return np.asarray(sampled.transpose(0, 3, 1, 2))
