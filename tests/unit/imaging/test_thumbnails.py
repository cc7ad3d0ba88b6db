"""Tests of facegallery.imaging.thumbnails."""

import io

import numpy as np
import pytest
import skimage.data
from PIL import Image

from facegallery.domain.errors import PhotoUnreadable
from facegallery.domain.face import Box
from facegallery.imaging.thumbnails import (
    face_crop,
    make_crop,
    make_thumbnail,
    photo_thumbnail,
)

FACE = Box(0.35, 0.12, 0.18, 0.27)  # of skimage's astronaut, 512 x 512


def opened(jpeg):
    image = Image.open(io.BytesIO(jpeg))
    assert (image.format, image.mode) == ("JPEG", "RGB")
    return image


def field(width, height, spot):
    """Grey pixels with a white square: spot is left, top, side."""
    pixels = np.full((height, width, 3), 60, np.uint8)
    left, top, side = spot
    pixels[top : top + side, left : left + side] = 255
    return pixels


def around(width, height, spot):
    left, top, side = spot
    return Box(left / width, top / height, side / width, side / height)


def white_place(jpeg):
    """Left, top, right, bottom of what is white in a picture, in pixels."""
    rows, columns = np.nonzero(np.asarray(opened(jpeg).convert("L")) > 160)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1600, 1200), (400, 300)),
        ((1200, 1600), (300, 400)),
        ((799, 401), (400, 201)),
        ((120, 90), (120, 90)),
        ((1, 1), (1, 1)),
        ((4000, 1), (400, 1)),
    ],
)
def test_thumbnail_sizes(size, expected):
    width, height = size
    assert opened(photo_thumbnail(Image.new("RGB", (width, height)))).size == expected


def test_a_thumbnail_shows_the_photo():
    pixels = skimage.data.astronaut()
    photo = Image.fromarray(pixels)
    small = np.asarray(opened(photo_thumbnail(photo)), np.float32)
    expected = np.asarray(photo.resize((400, 400)), np.float32)
    assert np.abs(small - expected).mean() < 4


@pytest.mark.parametrize(
    "spot", [(400, 300, 100), (0, 0, 100), (900, 700, 100), (0, 350, 60), (500, 760, 40)]
)
def test_a_crop_is_the_face_and_half_as_much_again(spot):
    pixels = field(1000, 800, spot)
    crop = face_crop(pixels, around(1000, 800, spot))
    assert opened(crop).size == (192, 192)
    left, top, right, bottom = white_place(crop)
    assert right - left == pytest.approx(128, abs=4)
    assert bottom - top == pytest.approx(128, abs=4)


def test_the_face_is_in_the_middle_where_the_photo_has_room():
    spot = (400, 300, 100)
    left, top, right, bottom = white_place(
        face_crop(field(1000, 800, spot), around(1000, 800, spot))
    )
    assert (left + right) / 2 == pytest.approx(96, abs=2)
    assert (top + bottom) / 2 == pytest.approx(96, abs=2)


def test_a_face_larger_than_the_photo_allows_is_not_stretched():
    spot = (20, 10, 80)
    left, top, right, bottom = white_place(face_crop(field(150, 90, spot), around(150, 90, spot)))
    assert right - left == pytest.approx(80 * 192 / 90, abs=4)
    assert bottom - top == pytest.approx(80 * 192 / 90, abs=4)


@pytest.mark.parametrize("box", [Box(0, 0, 0, 0), Box(1, 1, 0, 0), Box(0, 0, 1, 1)])
def test_strange_boxes_give_a_picture(box):
    assert opened(face_crop(field(30, 500, (0, 0, 5)), box)).size == (192, 192)
    assert opened(face_crop(field(1, 1, (0, 0, 1)), box)).size == (192, 192)


def test_pictures_are_made_again_from_the_file(tmp_path):
    pixels = skimage.data.astronaut()
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "astronaut.jpg"
    Image.fromarray(pixels).rotate(90).save(path, quality=95, exif=exif)
    for again, first in (
        (make_thumbnail(path), photo_thumbnail(Image.fromarray(pixels))),
        (make_crop(str(path), FACE), face_crop(pixels, FACE)),
    ):
        difference = np.asarray(opened(again), np.float32) - np.asarray(opened(first), np.float32)
        assert np.abs(difference).mean() < 4


def test_a_crop_made_again_is_as_sharp_as_the_photo(tmp_path):
    """A small face of a large photo: decoding must not shrink it below the crop's own size."""
    stripes = np.zeros((200, 200, 3), np.uint8)
    stripes[:, ::2] = 255
    pixels = np.full((2000, 3000, 3), 128, np.uint8)
    pixels[900:1100, 1400:1600] = stripes
    path = tmp_path / "large.png"
    Image.fromarray(pixels).save(path)
    box = Box(1436 / 3000, 936 / 2000, 128 / 3000, 128 / 2000)  # 1.5 times 128 is 192
    again = np.asarray(opened(make_crop(path, box)), np.float32)
    assert again.std() > 100


def test_a_file_that_is_no_photo(tmp_path):
    (tmp_path / "text.jpg").write_text("not a photo")
    with pytest.raises(PhotoUnreadable):
        make_thumbnail(tmp_path / "text.jpg")
    with pytest.raises(PhotoUnreadable):
        make_crop(tmp_path / "gone.jpg", FACE)
