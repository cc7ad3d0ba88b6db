"""Tests of facegallery.vision.detect_yunet."""

import numpy as np
import pytest
import skimage.data
from PIL import Image

from facegallery.vision.registry import DETECTORS

INFO = DETECTORS["yunet"]


def test_finds_every_face_of_a_crowd_and_nothing_else(yunet, crowd):
    assert len(yunet.detect(crowd)) == 10


def test_agrees_with_mtcnn_on_what_is_left_and_right(yunet, mtcnn, astronaut):
    (face,), (other,) = yunet.detect(astronaut), mtcnn.detect(astronaut)
    assert np.abs(face.landmarks - other.landmarks).max() < 0.02
    assert face.box.overlap(other.box) > 0.7


def test_a_face_cut_by_the_edge_is_found_and_its_box_ends_there(yunet, astronaut):
    (face,) = yunet.detect(astronaut[:, 210:])
    assert face.box.x == 0


def test_pictures_without_faces(yunet):
    for image in (skimage.data.coffee(), skimage.data.rocket()):
        assert yunet.detect(image) == []


@pytest.mark.parametrize(
    "size", [(1, 1), (1, 4000), (4000, 1), (31, 33), (600, 16000), (3000, 4000)]
)
def test_any_size_works(yunet, size):
    assert yunet.detect(np.full((*size, 3), 128, np.uint8)) == []


def test_heads_on_coins_are_no_faces_whichever_way_up(yunet):
    """One of them, on its head, looks to YuNet alone more like a face than some faces do."""
    coins = Image.fromarray(np.stack([skimage.data.coins()] * 3, axis=2))
    enlarged = np.asarray(coins.resize((1600, 1262), Image.Resampling.BICUBIC))
    for quarters in range(4):
        assert yunet.detect(np.ascontiguousarray(np.rot90(enlarged, quarters))) == []
