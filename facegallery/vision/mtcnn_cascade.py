"""MTCNN's three networks one after the other; each sorts out what the one before let through.

K. Zhang, Z. Zhang, Z. Li, Y. Qiao, "Joint Face Detection and Alignment using Multi-task Cascaded
Convolutional Networks", IEEE Signal Processing Letters 2016. Steps and numbers are those of the
mtcnn package, and so are the faces found, but the first network looks only around places that
are worth it, which takes a fifth of the time.
"""

import math
from itertools import count

import cv2
import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession

from facegallery.courtesy import give_way
from facegallery.vision.boxes import squared, strongest
from facegallery.vision.found_faces import FoundFaces
from facegallery.vision.mtcnn_graphs import INPUT, OUTPUT, mtcnn_graph
from facegallery.vision.onnx_session import open_session
from facegallery.vision.pyramid import Pyramid

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

PNET_THRESHOLD, RNET_THRESHOLD, ONET_THRESHOLD = 0.6, 0.7, 0.6  # probabilities that pass
RNET, ONET = (24, 5), (48, 15)  # side of the input in pixels, number of outputs
WINDOW = 12  # pixels that PNet looks at
STRIDE = 2  # pixels between two of its positions
PYRAMID_STEP = 0.709  # each level has half the pixels of the one before
LEVELS_OF_A_FACE = (4, 40)  # pixels that it has on the levels where PNet may see something of it
REACH = (1, 8)  # sizes of the face, and pixels, that PNet looks at on each side of its middle
WHOLE = 0.6  # share of a level from which on it is quicker to look at all of it
OUTSIDE = 127.5  # what lies around the photo: zero after normalisation
PATCHES_AT_ONCE = 128
SUREST = np.float32(1 - 2.0**-24)  # what TensorFlow's softmax gives at most


class OutputNetwork:
    """ONet, the last of the three: whether a square shows a face, and where its landmarks are."""

    def __init__(self, threads: int = 1) -> None:
        """Load it; raises ModelUnavailable where the package is missing or another."""
        self.session = open_session(mtcnn_graph("onet"), threads)

    def examine(self, patches: Floats) -> Floats:
        """Return ONet's (N, 15) answers on (N, 3, 48, 48) pixels 0..255 of squares with a face."""
        return np.asarray(self.session.run([OUTPUT], {INPUT: patches})[0])


class MtcnnCascade:
    """PNet, RNet and ONet."""

    def __init__(self, smallest_face: float, onet: OutputNetwork, threads: int = 1) -> None:
        """Load the first two; raises ModelUnavailable where the package is missing or another.

        smallest_face: width in pixels; any number is possible.
        """
        self._smallest_face = smallest_face
        self._pnet = open_session(mtcnn_graph("pnet"), threads)
        self._rnet = open_session(mtcnn_graph("rnet"), threads)
        self._onet = onet

    def find(self, image: Image, places: Floats) -> FoundFaces:
        """Return the upright faces around places of an (H, W, 3) RGB photo, surest first.

        places: (N, 4) boxes in its pixels, roughly where and how large faces may be. Scores and
        landmarks are of a second look by ONet, at the place where it saw the face: faces stay as
        sure as they were, or become so; most of what is none does not.
        """
        pyramid = Pyramid(image)
        proposed = self._propose(pyramid, places)
        boxes = self._finish(pyramid.pixels, self._refine(pyramid.pixels, proposed))
        squares = squared(boxes)
        again = _run(self._onet.session, pyramid.pixels, squares, ONET)
        scores = probabilities(again[:, 0])
        landmarks = _landmarks(squares, again)
        order = np.argsort(-scores, kind="stable")
        return FoundFaces(
            boxes[order], landmarks[order], scores[order], np.zeros(len(scores), np.float32)
        )

    def _propose(self, pyramid: Pyramid, places: Floats) -> Floats:
        """Return squares that may hold a face, from all levels of the pyramid."""
        boxes, logits = [np.empty((0, 4), np.float32)], [np.empty(0, np.float32)]
        sizes = (places[:, 2:] - places[:, :2]).max(axis=1)
        for number in count():
            scale = WINDOW / self._smallest_face * PYRAMID_STEP**number
            if min(pyramid.width, pyramid.height) * scale < WINDOW:
                break
            low, high = LEVELS_OF_A_FACE
            here = places[(sizes * scale >= low) & (sizes * scale <= high)]
            if len(here):
                found = self._propose_at(pyramid, scale, here)
                boxes.append(found[0])
                logits.append(found[1])
        together = np.concatenate(boxes)
        return squared(together[strongest(together, probabilities(np.concatenate(logits)), 0.7)])

    def _propose_at(self, pyramid: Pyramid, scale: float, places: Floats) -> tuple[Floats, Floats]:
        """Return boxes and logits around places, at one level of the pyramid."""
        width, height = int(pyramid.width * scale), int(pyramid.height * scale)
        parts = _parts(places * scale, width, height)
        pixels = pyramid.parts((width, height), parts)
        rows = np.concatenate(
            [self._windows(level, *part[:2]) for level, part in zip(pixels, parts, strict=True)]
        )
        # The window's pixels 1 to 12: the package counts from one, as Matlab did in the paper.
        corners = np.tile(rows[:, :2], 2) + np.array([1, 1, WINDOW, WINDOW])
        boxes = np.asarray((corners + rows[:, 3:] * (WINDOW - 1)) / scale, np.float32)
        best = strongest(boxes, probabilities(rows[:, 2]), 0.5)
        return boxes[best], rows[best, 2]

    def _windows(self, level: Floats, left: int, top: int) -> Floats:
        """Return (N, 7) left, top, logit, offsets of the windows that PNet lets pass."""
        give_way()
        pixels = np.ascontiguousarray(level.transpose(2, 0, 1)[None])
        found = self._pnet.run([OUTPUT], {INPUT: pixels})[0][0]
        rows, columns = np.nonzero(found[0] > _logit(PNET_THRESHOLD))
        corner = np.stack([columns * STRIDE + left, rows * STRIDE + top], axis=1)
        return np.concatenate([corner, found[:, rows, columns].T], axis=1, dtype=np.float32)

    def _refine(self, pixels: Floats, boxes: Floats) -> Floats:
        """Return squares that RNet takes for faces, moved to where it sees them."""
        found = _run(self._rnet, pixels, boxes, RNET)
        sure = found[:, 0] > _logit(RNET_THRESHOLD)
        boxes = _moved(boxes[sure], found[sure, 1:5])
        return squared(boxes[strongest(boxes, probabilities(found[sure, 0]), 0.7)])

    def _finish(self, pixels: Floats, boxes: Floats) -> Floats:
        """Return the boxes that ONet takes for faces, moved to where it sees them."""
        found = _run(self._onet.session, pixels, boxes, ONET)
        sure = found[:, 0] > _logit(ONET_THRESHOLD)
        boxes, found = _moved(boxes[sure], found[sure, 1:5]), found[sure]
        return boxes[strongest(boxes, probabilities(found[:, 0]), 0.7, "smaller")]


def probabilities(logits: Floats) -> Floats:
    """Return the probability of a face, 0..1, for each logit.

    As rounded as the package's: several windows on one clear face get the same largest value, and
    which of them counts decides how its box comes out. A box from another window overlaps with the
    package's by less than 0.9 for one face in fifty.
    """
    with np.errstate(over="ignore"):  # of a logit of -90 or so: the probability is 0
        return np.asarray(np.minimum(1 / (1 + np.exp(-logits)), SUREST), np.float32)


def _logit(probability: float) -> float:
    return math.log(probability / (1 - probability))


def _landmarks(squares: Floats, found: Floats) -> Floats:
    """Return (N, 5, 2) landmarks in pixels from ONet's answers on squares."""
    shares = found[:, 5:].reshape(-1, 2, 5).transpose(0, 2, 1)
    return np.asarray(squares[:, None, :2] + shares * _sizes(squares)[:, None] - 1, np.float32)


def _parts(places: Floats, width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Return left, top, right, bottom of the parts of a level that PNet looks at.

    places: (N, 4) in pixels of the level. Windows start at even pixels.
    """
    middles = (places[:, :2] + places[:, 2:]) / 2
    reach = (places[:, 2:] - places[:, :2]).max(axis=1, keepdims=True) * REACH[0] + REACH[1]
    last = np.array([width, height]) - WINDOW
    starts = np.clip((middles - reach).astype(int), 0, last) // STRIDE * STRIDE
    ends = np.clip(np.ceil(middles + reach).astype(int), starts + WINDOW, (width, height))
    if (ends - starts).prod(axis=1).sum() > WHOLE * width * height:
        return [(0, 0, width, height)]
    return [tuple(part) for part in np.concatenate([starts, ends], axis=1).tolist()]


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
        give_way()
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
