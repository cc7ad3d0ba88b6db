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
from facegallery.vision.working_copy import LONG_SIDE, working_copy

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

WINDOW = 12  # pixels that PNet looks at
STRIDE = 2  # pixels between two of its positions
PYRAMID_STEP = 0.709  # each level has half the pixels of the one before
OUTSIDE = 127.5  # what lies around the photo: zero after normalisation
STRIP = 64  # rows of a level
PATCHES_AT_ONCE = 128


class MtcnnDetector:
    """MTCNN. Numbers are the package's, but for smallest_face and score (see __init__)."""

    name = "mtcnn"

    def __init__(
        self,
        long_side: int = LONG_SIDE,
        smallest_face: float = 24,
        thresholds: tuple[float, float, float] = (0.6, 0.7, 0.85),
        threads: int = 1,
    ) -> None:
        """Load the networks.

        long_side: pixels of the copy that faces are looked for in.
        smallest_face: width in pixels of that copy; the time goes with 1 / its square.
        thresholds: probabilities of a face that pass PNet, RNet, ONet.
        """
        self._long_side = long_side
        self._smallest_face = smallest_face
        self._logits = [math.log(p / (1 - p)) for p in thresholds]
        self._pnet = open_session(proposal_network(), threads)
        self._rnet = open_session(refinement_network(), threads)
        self._onet = open_session(output_network(), threads)

    def detect(self, image: Image) -> list[DetectedFace]:
        """Return the faces in an (H, W, 3) RGB photo, surest first, quality not judged (0)."""
        copy = working_copy(image, self._long_side)
        boxes = self._propose(copy)
        pixels = copy.astype(np.float32)
        boxes = self._refine(pixels, boxes)
        boxes, landmarks, scores = self._finish(pixels, boxes)
        return as_fractions(boxes, landmarks, scores, (copy.shape[1], copy.shape[0]))

    def _propose(self, copy: Image) -> Floats:
        """Return squares that may hold a face, from all levels of the pyramid."""
        found = [self._propose_at(level, scale) for level, scale in self._levels(copy)]
        boxes = np.concatenate([np.empty((0, 4), np.float32), *(boxes for boxes, _ in found)])
        logits = np.concatenate([np.empty(0, np.float32), *(logits for _, logits in found)])
        return squared(boxes[strongest(boxes, logits, 0.7)])

    def _levels(self, copy: Image) -> Iterator[tuple[Floats, float]]:
        """Yield the photo and its scale at each level, down to one window."""
        pyramid = Pyramid(copy)
        for number in count():
            scale = WINDOW / self._smallest_face * PYRAMID_STEP**number
            if min(pyramid.width, pyramid.height) * scale < WINDOW:
                return
            yield pyramid.level(int(pyramid.width * scale), int(pyramid.height * scale)), scale

    def _propose_at(self, level: Floats, scale: float) -> tuple[Floats, Floats]:
        """Return boxes and logits at one level of the pyramid."""
        found = self._windows(level)
        rows, columns = np.nonzero(found[0] > self._logits[0])
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
        found = _run(self._rnet, pixels, boxes, 24, 5)
        sure = found[:, 0] > self._logits[1]
        boxes = _moved(boxes[sure], found[sure, 1:5])
        return squared(boxes[strongest(boxes, found[sure, 0], 0.7)])

    def _finish(self, pixels: Floats, boxes: Floats) -> tuple[Floats, Floats, Floats]:
        """Return boxes, (N, 5, 2) landmarks in pixels, and scores, by ONet."""
        found = _run(self._onet, pixels, boxes, 48, 15)
        sure = found[:, 0] > self._logits[2]
        boxes, found = boxes[sure], found[sure]
        landmarks = found[:, 5:].reshape(-1, 2, 5).transpose(0, 2, 1)
        landmarks = boxes[:, None, :2] + landmarks * _sizes(boxes)[:, None] - 1
        boxes = _moved(boxes, found[:, 1:5])
        best = strongest(boxes, found[:, 0], 0.7, "smaller")
        scores = 1 / (1 + np.exp(-found[best, 0]))
        return boxes[best], landmarks[best], scores


def _sizes(boxes: Floats) -> Floats:
    """Return (N, 2) widths and heights; the networks learned them with one pixel more."""
    return boxes[:, 2:] - boxes[:, :2] + 1


def _moved(boxes: Floats, offsets: Floats) -> Floats:
    """Return boxes with each edge moved by its offset, a share of the box's size."""
    return boxes + offsets * np.tile(_sizes(boxes), 2)


def _run(
    session: InferenceSession, pixels: Floats, boxes: Floats, side: int, outputs: int
) -> Floats:
    """Return a network's (N, outputs) answers on the boxes, cut out and made side x side."""
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
