"""Tests of facegallery.imaging.colour."""

import numpy as np
import pytest
from PIL import Image, ImageCms

from facegallery.imaging.colour import to_reducible, to_srgb

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def rgb(image, profile=None):
    """The left upper pixel of an image as the program sees it."""
    reducible = to_reducible(image)
    assert reducible.mode in ("L", "RGB", "RGBA", "CMYK")
    converted = to_srgb(reducible, profile)
    assert converted.mode == "RGB"
    return converted.getpixel((0, 0))


def swapped_profile():
    """An ICC profile that calls red blue and blue red: sRGB's with two tags exchanged."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for old, new in ((b"rXYZ", b"????"), (b"bXYZ", b"rXYZ"), (b"????", b"bXYZ")):
        assert data.count(old) == 1
        data = data.replace(old, new)
    return data.replace("sRGB".encode("utf-16-be"), "test".encode("utf-16-be"))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "YCbCr", "CMYK", "P", "RGBX", "LAB"])
def test_modes_with_colour(mode):
    assert rgb(Image.new("RGB", (4, 4), RED).convert(mode)) == pytest.approx(RED, abs=6)


@pytest.mark.parametrize("mode", ["L", "LA", "1", "I", "F"])
def test_modes_without_colour(mode):
    picture = Image.new("L", (4, 4), 255)
    picture.putpixel((0, 0), 0)
    assert rgb(picture.convert(mode)) == (0, 0, 0)
    picture.putpixel((0, 0), 255)
    assert rgb(picture.convert(mode)) == WHITE


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA", "RGBa", "La"])
def test_what_is_transparent_is_white(mode):
    base = Image.new("RGBA" if mode.startswith(("R", "P")) else "LA", (4, 4))
    assert rgb(base.convert(mode)) == WHITE


def test_what_is_half_transparent_is_mixed_with_white():
    assert rgb(Image.new("RGBA", (4, 4), (0, 0, 0, 128))) == pytest.approx((127,) * 3, abs=1)


def test_transparent_palette_entries_and_colours():
    palette = Image.new("P", (4, 4), 3)
    palette.putpalette([9, 9, 9] * 8)
    palette.info["transparency"] = 3
    assert rgb(palette) == WHITE
    keyed = Image.new("RGB", (4, 4), RED)
    keyed.info["transparency"] = RED
    assert rgb(keyed) == WHITE


def numbers(values, kind):
    return Image.fromarray(np.array(values, kind).reshape(1, -1))


@pytest.mark.parametrize(
    ("values", "kind", "expected"),
    [
        ([0, 128 * 256, 65535], np.uint16, [0, 128, 255]),
        ([0, 100, 255], np.int32, [0, 100, 255]),
        ([-5, 128 * 257, 65535], np.int32, [0, 128, 255]),
        ([0, 500_001, 1_000_000], np.int32, [0, 128, 255]),
        ([0.0, 0.5, 1.0], np.float32, [0, 128, 255]),
        ([-1.0, 128.0, 255.0], np.float32, [0, 128, 255]),
        ([float("nan"), 0.5, 1.0], np.float32, [0, 128, 255]),
        ([float("inf"), 0.5, 1.0], np.float32, [0, 128, 255]),
        ([0.0, 0.0, 0.0], np.float32, [0, 0, 0]),
        ([-3, -2, -1], np.int32, [0, 0, 0]),
    ],
)
def test_pixels_of_more_than_8_bits(values, kind, expected):
    grey = to_reducible(numbers(values, kind))
    assert grey.mode == "L"
    assert np.asarray(grey).ravel().tolist() == expected


def test_a_profile_is_turned_to_srgb():
    assert rgb(Image.new("RGB", (4, 4), RED), swapped_profile()) == pytest.approx(BLUE, abs=3)
    assert rgb(Image.new("P", (4, 4), 0)) == (0, 0, 0)


def test_the_image_given_keeps_its_colours():
    image = Image.new("RGB", (4, 4), RED)
    to_srgb(image, swapped_profile())
    assert image.getpixel((0, 0)) == RED


def test_a_transparent_image_with_a_profile():
    image = Image.new("RGBA", (4, 4), (*RED, 255))
    assert rgb(image, swapped_profile()) == pytest.approx(BLUE, abs=3)
    assert rgb(Image.new("RGBA", (4, 4), (*RED, 0)), swapped_profile()) == WHITE


def test_srgb_pixels_with_their_profile_stay_as_they_are():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert rgb(Image.new("RGB", (4, 4), (12, 34, 56)), profile) == (12, 34, 56)


@pytest.mark.parametrize("profile", [b"", b"garbage", swapped_profile()[:200], "text", 5])
def test_a_broken_profile_is_ignored(profile):
    assert rgb(Image.new("RGB", (4, 4), RED), profile) == RED


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_a_profile_for_other_pixels_is_ignored(mode):
    image = Image.new("RGB", (4, 4), WHITE).convert(mode)
    assert rgb(image, swapped_profile()) == WHITE
