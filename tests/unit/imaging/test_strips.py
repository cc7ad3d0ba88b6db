"""Strips put together are what Pillow makes of the whole photo."""

import io

import numpy as np
import pytest
import skimage.data
from PIL import Image

from facegallery.imaging import strips
from facegallery.imaging.colour import to_reducible
from facegallery.imaging.strips import cut, reduced, strips_of

PICTURE = Image.fromarray(skimage.data.astronaut()).resize((213, 151))
FACTOR = 3


@pytest.fixture(autouse=True)
def _small_strips(monkeypatch):
    monkeypatch.setattr(strips, "_STRIP_PIXELS", 5_000)


def picture(mode):
    if mode == "I;16":
        return Image.fromarray(np.asarray(PICTURE.convert("L")).astype(np.uint16) * 257)
    if mode in ("RGBA", "LA"):
        alpha = PICTURE.convert(mode)
        alpha.putalpha(PICTURE.convert("L"))
        return alpha
    return PICTURE.convert(mode)


def saved(mode, kind, **options):
    if kind == "HEIF":
        pytest.importorskip("pillow_heif").register_heif_opener()
    buffer = io.BytesIO()
    picture(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("PNG", "RGB", {}),
        ("PNG", "RGB", {"transparency": (0, 0, 0)}),
        ("PNG", "RGBA", {"compress_level": 9}),
        ("TIFF", "RGB", {"tiffinfo": {278: 16}}),
        ("TIFF", "RGB", {"compression": "tiff_lzw", "tiffinfo": {278: 7}}),
        ("TIFF", "RGB", {"compression": "jpeg", "tiffinfo": {278: 16}}),
        ("TIFF", "RGBA", {"compression": "tiff_adobe_deflate", "tiffinfo": {278: 16}}),
        ("TIFF", "P", {"compression": "packbits", "tiffinfo": {278: 16}}),
        ("TIFF", "1", {"compression": "group4", "tiffinfo": {278: 16}}),
        ("TIFF", "I;16", {"compression": "tiff_lzw", "tiffinfo": {278: 16}}),
        ("TIFF", "CMYK", {"compression": "tiff_lzw", "tiffinfo": {278: 16}}),
        ("HEIF", "RGB", {}),
        ("HEIF", "RGBA", {}),
    ],
)
def test_the_strips_give_what_the_whole_gives(kind, mode, options):
    data = saved(mode, kind, **options)
    found = strips_of(opened(data), FACTOR)
    parts = list(found.strips)
    assert len(parts) >= 4
    small = reduced(found.size, FACTOR, parts)
    whole = to_reducible(opened(data))
    assert small.mode == whole.mode
    assert np.array_equal(np.asarray(small), np.asarray(whole.reduce(FACTOR)))


def test_a_decoded_photo_is_cut_likewise():
    small = reduced(PICTURE.size, FACTOR, cut(PICTURE, FACTOR))
    assert np.array_equal(np.asarray(small), np.asarray(PICTURE.reduce(FACTOR)))


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("PNG", "L", {}),
        ("PNG", "P", {}),
        ("PNG", "I;16", {}),
        ("TIFF", "RGB", {}),  # one strip
        ("JPEG", "RGB", {}),
        ("WEBP", "RGB", {}),
    ],
)
def test_others_cannot_be_cut(kind, mode, options):
    assert strips_of(opened(saved(mode, kind, **options)), FACTOR) is None


def test_a_png_that_ends_early_is_not_taken_for_whole():
    data = saved("RGB", "PNG")
    found = strips_of(opened(data[: len(data) // 2]), FACTOR)
    with pytest.raises(OSError, match="truncated"):
        reduced(found.size, FACTOR, found.strips)


def test_a_tiff_whose_pixels_are_missing_is_not_taken_for_whole():
    data = saved("RGB", "TIFF", compression="tiff_lzw", tiffinfo={278: 16})
    image = opened(data)
    image.tag_v2._tags_v2[279] = tuple(0 for _ in image.tag_v2[279])
    found = strips_of(image, FACTOR)
    with pytest.raises(OSError, match=r".+"):
        reduced(found.size, FACTOR, found.strips)
