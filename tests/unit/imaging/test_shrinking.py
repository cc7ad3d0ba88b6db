"""Large photos with little memory, and a refusal before there would be too little."""

import io

import numpy as np
import pytest
import skimage.data
from PIL import Image

from facegallery.domain.errors import PhotoUnreadable
from facegallery.imaging import shrinking
from facegallery.imaging.decode import decode_upright, open_photo
from tests.unit.imaging.test_decode import STORED

PICTURE = Image.fromarray(skimage.data.astronaut()).resize(
    (300, 198)
)  # a third of each side is whole
KINDS = ["PNG", "TIFF", "HEIF", "JPEG2000", "WEBP", "AVIF", "GIF", "BMP", "JPEG"]


@pytest.fixture(autouse=True)
def _all_are_large(monkeypatch):
    monkeypatch.setattr(shrinking, "LARGE_PIXELS", 1_000)


def saved(kind, image=PICTURE, **options):
    if kind == "HEIF":
        pytest.importorskip("pillow_heif").register_heif_opener()
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("turn", [1, 3, 6])
def test_a_large_photo_shows_what_it_shows_when_small(kind, turn, monkeypatch):
    if kind in ("GIF", "BMP", "JPEG2000") and turn != 1:
        pytest.skip("it holds no orientation")
    stored = PICTURE if STORED[turn] is None else PICTURE.transpose(STORED[turn])
    exif = Image.Exif()
    exif[0x0112] = turn
    options = {} if kind in ("GIF", "BMP", "JPEG2000") else {"exif": exif.tobytes()}
    if kind == "TIFF":
        options = {"tiffinfo": {278: 8, 274: turn}}
    data = saved(kind, stored, **options)
    large = decode_upright(open_photo(data), least_side=100)
    monkeypatch.setattr(shrinking, "LARGE_PIXELS", 1 << 30)
    small = decode_upright(open_photo(data), least_side=100)
    assert (large.width, large.height) == (small.width, small.height) == (300, 198)
    if kind == "JPEG2000":  # it comes at half of the size, not at a third
        assert large.pixels.shape == (99, 150, 3)
        scaled = Image.fromarray(large.pixels).resize(small.pixels.shape[1::-1])
        large = large._replace(pixels=np.asarray(scaled))
    assert large.pixels.shape == small.pixels.shape
    difference = np.abs(large.pixels.astype(int) - small.pixels.astype(int)).mean()
    assert difference < (12 if kind == "JPEG2000" else 0.01)


def test_a_jpeg_2000_without_smaller_resolutions_is_decoded_whole():
    data = saved("JPEG2000", num_resolutions=1)
    pixels = decode_upright(open_photo(data), least_side=100).pixels
    assert pixels.shape == (66, 100, 3)


@pytest.mark.parametrize("kind", ["WEBP", "AVIF", "BMP", "JPEG2000"])
def test_a_photo_that_would_take_too_much_memory_is_refused_beforehand(kind):
    image = open_photo(saved(kind, num_resolutions=1) if kind == "JPEG2000" else saved(kind))
    image.load = lambda: pytest.fail("it was decoded")
    with pytest.raises(PhotoUnreadable, match="300 x 198 pixels; 0 megapixels of"):
        decode_upright(image, least_side=100, most_bytes=200_000)


def test_a_progressive_jpeg_is_held_whole():
    data = saved("JPEG", progressive=True, subsampling=0)
    with pytest.raises(PhotoUnreadable, match="are the most"):
        decode_upright(open_photo(data), least_side=100, most_bytes=350_000)
    assert decode_upright(open_photo(data), least_side=100, most_bytes=700_000).width == 300
