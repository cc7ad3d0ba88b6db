"""Pictures and loaded models for the tests of vision, each made once."""

from pathlib import Path

import numpy as np
import pytest
import skimage.data
from PIL import Image

from facegallery.vision.detect_mtcnn import MtcnnDetector
from facegallery.vision.detect_yunet import YunetDetector
from facegallery.vision.recognize_sface import SfaceRecognizer
from facegallery.vision.registry import DETECTORS


@pytest.fixture(scope="session")
def astronaut() -> np.ndarray:
    """512 x 512 RGB: Eileen Collins, and nobody else."""
    return skimage.data.astronaut()


@pytest.fixture(scope="session")
def hopper(portraits: dict[str, Path]) -> np.ndarray:
    """512 x 600 RGB: Grace Hopper, and nobody else."""
    with Image.open(portraits["hopper"]) as image:
        return np.asarray(image.convert("RGB"))


@pytest.fixture(scope="session")
def crowd(astronaut: np.ndarray, hopper: np.ndarray) -> np.ndarray:
    """1280 x 960 RGB: both portraits, large and small, upright and turned, on grey."""
    canvas = Image.new("RGB", (1280, 960), (120, 130, 110))
    places = [
        (astronaut, 480, 0, (0, 0)),
        (hopper, 400, -12, (500, 0)),
        (astronaut, 200, 15, (920, 0)),
        (hopper, 150, 0, (1120, 20)),
        (hopper, 300, 8, (20, 500)),
        (astronaut, 300, -20, (330, 520)),
        (astronaut, 120, 0, (700, 520)),
        (hopper, 100, 10, (850, 520)),
        (hopper, 230, 25, (700, 680)),
        (astronaut, 350, 5, (920, 580)),
    ]
    for picture, width, turn, place in places:
        tile = Image.fromarray(picture)
        tile = tile.resize(
            (width, round(width * tile.height / tile.width)), Image.Resampling.LANCZOS
        )
        canvas.paste(tile.rotate(turn, Image.Resampling.BICUBIC), place)
    return np.asarray(canvas)


@pytest.fixture(scope="session")
def mtcnn() -> MtcnnDetector:
    return MtcnnDetector(DETECTORS["mtcnn"])


@pytest.fixture(scope="session")
def yunet() -> YunetDetector:
    return YunetDetector(DETECTORS["yunet"])


@pytest.fixture(scope="session")
def sface() -> SfaceRecognizer:
    return SfaceRecognizer()
