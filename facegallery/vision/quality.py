"""How well a face can be recognised, 0 to 1, from what is cheap to see.

Six parts, each 0 to 1, are multiplied: a face is as good as all of them allow. Each goes in a
straight line from a value that is useless to one that is as good as any. The values come from
SFace on LFW (60 photos made smaller, blurred, darker; November 2026): how similar a face stays
to itself, where two photos of one person have 0.69 and strangers 0.05. SFace itself has the last
word: the length of its answer tells most, see recognize_sface. The VGGFace networks and those of
deepface say nothing of the kind, as far as anybody has measured: there the six parts are all.
"""

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import DetectedFace
from facegallery.vision.eyes import eyes_open

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

SIZE = (18, 48)
"""Pixels of the shorter side of the box. A face stays 0.97 similar to itself at 36 pixels, 0.87
at 22, 0.79 at 18; below 20, strangers' faces begin to look alike."""

SHARPNESS = (0.02, 0.12)
"""Detail finer than about 4 pixels of 112, as a share of contrast. Blur that leaves 0.12 keeps
0.96 of the similarity, 0.085 keeps 0.89, 0.045 keeps 0.64, 0.03 keeps 0.36."""

TURN = (1.3, 0.6)
"""See _turn. LFW's most turned tenth, from 0.48 on, is recognised as well as the rest; beyond 1
the nose hides an eye."""

CONTRAST = (2, 16)
"""Standard deviation of the grey values. 0.95 stays at 12, 0.85 at 5, 0.5 at 4."""

CLIPPED = (0.6, 0.15)
"""Share of pixels that are black or white, which show nothing of a face."""

SCORE = (0.5, 0.9)
"""The detector's own doubt."""

POWERS = 0.4, 1.6
"""Of the six parts, and of what the recognizer has seen. One to four ranks best: on 400 people of
LFW, a fifth of their faces spoiled, leaving out the worst 5 % takes the errors at one false
acceptance in a thousand from 0.048 to 0.014; one to one leaves 0.028 (November 2026). The size of
both keeps the share of faces below grouping's least quality as it is by the six parts alone, so
that it means the same for every recognizer, and in a library that has changed its own."""

BLACK, WHITE = 5, 250
CENTRE = (slice(24, 104), slice(20, 92))  # rows and columns of the aligned face: no background


def judged(image: Image, face: DetectedFace, aligned: Image) -> DetectedFace:
    """Return a face with its quality, and how open its eyes are.

    image: the (H, W, 3) RGB photo, at the size from which the face is to be judged. aligned: the
    (112, 112, 3) pixels that align.aligned_face made of it.
    """
    height, width = image.shape[:2]
    good = quality(face, aligned, (width, height))
    return replace(face, quality=good, eyes_open=eyes_open(aligned))


def quality(face: DetectedFace, aligned: Image, photo_size: tuple[int, int]) -> float:
    """Return the quality of a face, 0 (useless) to 1.

    aligned: the (112, 112, 3) RGB pixels that align.aligned_face made of it.
    photo_size: width and height in pixels of the photo that `aligned` was cut from.
    """
    width, height = photo_size
    grey = cv2.cvtColor(aligned, cv2.COLOR_RGB2GRAY).astype(np.float32)
    middle = grey[CENTRE]
    parts = (
        _between(min(face.box.width * width, face.box.height * height), *SIZE),
        _between(_sharpness(grey), *SHARPNESS),
        _between(_turn(face, photo_size), *TURN),
        _between(float(middle.std()), *CONTRAST),
        _between(float(((middle < BLACK) | (middle > WHITE)).mean()), *CLIPPED),
        _between(face.score, *SCORE),
    )
    return float(np.prod(parts))


def quality_as_seen(quality: float, shown: float) -> float:
    """Return the quality of a face of which a recognizer has seen so much.

    quality: by the six parts. shown: 0..1, see engine.JudgingRecognizer.
    """
    return float(quality ** POWERS[0] * shown ** POWERS[1])


def _between(value: float, useless: float, good: float) -> float:
    """Return 0 at `useless` and beyond, 1 at `good` and beyond, a straight line between."""
    return float(np.clip((value - useless) / (good - useless), 0, 1))


def _sharpness(grey: Floats) -> float:
    """Return the spread of fine detail as a share of the spread of all grey values."""
    detail = (grey - cv2.GaussianBlur(grey, (0, 0), 1.5))[CENTRE]
    return float(detail.std()) / max(float(grey[CENTRE].std()), 1.0)


def _turn(face: DetectedFace, photo_size: tuple[int, int]) -> float:
    """Return how far the nose is from the middle of eyes and mouth, in half distances of the eyes.

    Measured along the line of the eyes. 0: looks at the camera; 1: the nose is below an eye.
    """
    left_eye, right_eye, nose, left_mouth, right_mouth = face.landmarks * photo_size
    across = right_eye - left_eye
    half = float(np.hypot(*across)) / 2
    if half == 0:
        return TURN[0]
    middle = (left_eye + right_eye + left_mouth + right_mouth) / 4
    return abs(float(np.dot(nose - middle, across))) / (2 * half * half)
