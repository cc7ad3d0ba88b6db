"""Tests of facegallery.imaging.decode."""

import io
import struct
import zlib

import numpy as np
import pytest
import skimage.data
from matplotlib.cbook import get_sample_data
from PIL import Image

from facegallery.domain.errors import PhotoUnreadable
from facegallery.imaging.decode import decode_upright, open_photo, orientation, upright_size

FORMATS = ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP", "AVIF", "HEIF"]
# How a camera that writes this orientation has stored the upright picture.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def upright_picture(width=96, height=64):
    """Four quarters, each of a colour of its own: red, green / blue, white."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[: height // 2, : width // 2] = (220, 30, 30)
    pixels[: height // 2, width // 2 :] = (30, 220, 30)
    pixels[height // 2 :, : width // 2] = (30, 30, 220)
    pixels[height // 2 :, width // 2 :] = (230, 230, 230)
    return Image.fromarray(pixels)


def saved(image, kind, **options):
    if kind == "HEIF":
        pytest.importorskip("pillow_heif").register_heif_opener()
        if "exif" in options:
            options["exif"] = options["exif"].tobytes()
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def with_orientation(value):
    exif = Image.Exif()
    exif[0x0112] = value
    return exif


def turned(value, kind="JPEG", image=None):
    """A file with this orientation that shows upright_picture to a viewer."""
    upright = image or upright_picture()
    stored = upright if STORED[value] is None else upright.transpose(STORED[value])
    return saved(stored, kind, exif=with_orientation(value))


def reason(data):
    with pytest.raises(PhotoUnreadable) as caught:
        decode_upright(open_photo(data))
    return caught.value.args[0]


def assert_alike(pixels, image, most=12.0):
    expected = np.asarray(image.convert("RGB"), np.float32)
    assert pixels.shape == expected.shape
    assert np.abs(pixels.astype(np.float32) - expected).mean() < most


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_gives_rgb(kind):
    decoded = decode_upright(open_photo(saved(upright_picture(), kind)))
    assert decoded.pixels.dtype == np.uint8
    assert (decoded.width, decoded.height) == (96, 64)
    assert_alike(decoded.pixels, upright_picture())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("value", STORED)
def test_every_orientation_comes_out_upright(kind, value):
    image = open_photo(turned(value, kind))
    assert upright_size(image) == (96, 64)
    decoded = decode_upright(image)
    assert (decoded.width, decoded.height) == (96, 64)
    assert_alike(decoded.pixels, upright_picture())


@pytest.mark.parametrize("value", STORED)
def test_every_orientation_of_heic_comes_out_upright(value):
    image = open_photo(turned(value, "HEIF"))
    assert upright_size(image) == (96, 64)
    assert_alike(decode_upright(image).pixels, upright_picture())


@pytest.mark.parametrize("value", [6, 7])
def test_reduced_photos_are_upright_too(value):
    large = upright_picture(960, 640)
    decoded = decode_upright(open_photo(turned(value, image=large)), least_side=96)
    assert (decoded.width, decoded.height) == (960, 640)
    assert_alike(decoded.pixels, large.resize((120, 80)))


@pytest.mark.parametrize("value", [0, 9, 99, 65535])
def test_a_nonsense_orientation_counts_as_upright(value):
    data = saved(upright_picture(), "JPEG", exif=with_orientation(value))
    assert orientation(open_photo(data)) == 1
    assert_alike(decode_upright(open_photo(data)).pixels, upright_picture())


@pytest.mark.parametrize(
    ("kind", "least_side", "expected"),
    [
        ("JPEG", None, (1600, 1200)),
        ("JPEG", 5000, (1600, 1200)),
        ("JPEG", 1600, (1600, 1200)),
        ("JPEG", 801, (1600, 1200)),
        ("JPEG", 800, (800, 600)),
        ("JPEG", 400, (400, 300)),
        ("JPEG", 390, (400, 300)),
        ("JPEG", 100, (100, 75)),
        ("PNG", None, (1600, 1200)),
        ("PNG", 801, (1600, 1200)),
        ("PNG", 800, (800, 600)),
        ("PNG", 500, (534, 400)),
        ("TIFF", 100, (100, 75)),
    ],
)
def test_reduced_photos_keep_the_least_side(kind, least_side, expected):
    picture = upright_picture(1600, 1200)
    decoded = decode_upright(open_photo(saved(picture, kind)), least_side)
    assert (decoded.width, decoded.height) == (1600, 1200)
    assert_alike(decoded.pixels, picture.resize(expected))


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (4000, 1), (3000, 17)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_thin_photos(size, kind):
    image = open_photo(saved(Image.new("RGB", size, (200, 100, 50)), kind))
    decoded = decode_upright(image, least_side=500)
    assert (decoded.width, decoded.height) == size
    assert max(decoded.pixels.shape[:2]) >= min(500, max(size))
    assert decoded.pixels.mean(axis=(0, 1)) == pytest.approx((200, 100, 50), abs=4)


def test_real_portraits():
    astronaut = skimage.data.astronaut()
    decoded = decode_upright(open_photo(saved(Image.fromarray(astronaut), "PNG")))
    assert np.array_equal(decoded.pixels, astronaut)
    with get_sample_data("grace_hopper.jpg") as file:
        image = open_photo(file.read())
    assert decode_upright(image).pixels.shape == (600, 512, 3)


def test_the_pixels_are_contiguous_and_cannot_be_changed():
    pixels = decode_upright(open_photo(turned(6))).pixels
    assert pixels.flags.c_contiguous
    assert not pixels.flags.writeable


def test_the_first_frame_of_an_animation():
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    for kind in ("GIF", "WEBP", "PNG", "TIFF"):
        data = saved(frames[0], kind, save_all=True, append_images=frames[1:])
        pixels = decode_upright(open_photo(data)).pixels
        assert pixels.mean(axis=(0, 1)) == pytest.approx((255, 0, 0), abs=4)


def test_cmyk_with_adobe_s_inverted_inks():
    data = saved(upright_picture().convert("CMYK"), "JPEG", quality=95)
    assert b"Adobe" in data
    assert_alike(decode_upright(open_photo(data)).pixels, upright_picture())


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_16_bits(kind):
    grey = np.asarray(upright_picture().convert("L"))
    data = saved(Image.fromarray(grey.astype(np.uint16) * 257), kind)
    decoded = decode_upright(open_photo(data))
    assert np.array_equal(decoded.pixels, np.repeat(grey[..., None], 3, axis=2))
    assert decode_upright(open_photo(data), least_side=40).pixels.shape == (32, 48, 3)


@pytest.mark.parametrize("mode", ["1", "P", "LA", "RGBA", "L"])
def test_kinds_of_png_reduced(mode):
    picture = upright_picture(400, 400)
    data = saved(picture.convert(mode), "PNG")
    decoded = decode_upright(open_photo(data), least_side=100)
    expected = picture.convert(mode).convert("RGB").resize((100, 100), Image.Resampling.BOX)
    assert_alike(decoded.pixels, expected)


def test_the_bytes_tell_the_format():
    assert open_photo(saved(upright_picture(), "PNG")).format == "PNG"
    assert open_photo(saved(upright_picture(), "HEIF")).format == "HEIF"


def test_nothing_is_decoded_before_it_is_asked_for():
    data = saved(upright_picture(), "JPEG")
    assert open_photo(data[: data.index(b"\xff\xda") + 20]).size == (96, 64)


@pytest.mark.parametrize(
    ("data", "clause"),
    [
        (b"", "it is empty"),
        (b"this is not a photo\n" * 40, "it is not an image"),
        (b"\0" * 500, "it is not an image"),
        (b"<svg></svg>", "it is not an image"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(99), "it is a video, not a photo"),
        (b"\xff\xd8\xff", "it is damaged, or of a kind that cannot be shown"),
        (b"RIFF\x10\0\0\0WEBP garbage", "it is damaged, or of a kind that cannot be shown"),
    ],
)
def test_files_that_are_no_photos(data, clause):
    assert reason(data) == clause


def png_header(width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = b"\x89PNG\r\n\x1a\n"
    for kind, content in ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(99)))):
        checksum = zlib.crc32(kind + content)
        parts += struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
    return parts


@pytest.mark.parametrize(
    "data",
    [
        png_header(40000, 40000),
        b"GIF89a" + struct.pack("<HHBBB", 40000, 40000, 0, 0, 0) + b",\0\0\0\0"
        b"\x40\x9c\x40\x9c\0\x02\x02\x44\x01\0;",
    ],
)
def test_a_decompression_bomb_is_not_decoded(data):
    clause = "it claims 40000 x 40000 pixels, more than can be opened safely"
    assert reason(data) == clause
    with pytest.raises(PhotoUnreadable):
        open_photo(data)


def test_photos_of_200_megapixels_are_no_bombs():
    assert open_photo(png_header(16320, 12240)).size == (16320, 12240)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "GIF", "AVIF", "HEIF"])
def test_a_file_that_ends_too_early(kind):
    data = saved(Image.fromarray(skimage.data.astronaut()), kind)
    expected = (
        "it is damaged, or of a kind that cannot be shown"
        if kind == "AVIF"
        else "it ends too early"
    )
    assert reason(data[: len(data) // 2]) == expected


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_reading_the_size_first_does_not_hide_that_a_file_ends_too_early(kind):
    data = saved(Image.fromarray(skimage.data.astronaut()), kind)
    image = open_photo(data[: len(data) // 2])
    assert upright_size(image) == (512, 512)
    with pytest.raises(PhotoUnreadable, match="it ends too early"):
        decode_upright(image)


@pytest.mark.parametrize("kind", [*FORMATS, "TIFF tiff_lzw", "TIFF tiff_adobe_deflate"])
def test_damaged_files_give_pixels_or_one_kind_of_error_and_no_warning(kind, capfd):
    kind, _, compression = kind.partition(" ")
    options = {"compression": compression} if compression else {}
    data = saved(upright_picture(), kind, **options)
    rng = np.random.default_rng(7)
    outcomes = set()
    for _ in range(60):
        broken = bytearray(data)
        for place in rng.integers(4, len(data), size=4):
            broken[place] = rng.integers(256)
        del broken[int(rng.integers(len(data) // 2, len(data) + 1)) :]
        try:
            assert decode_upright(open_photo(bytes(broken)), 48).pixels.ndim == 3
            outcomes.add("photo")
        except PhotoUnreadable as error:
            outcomes.add(error.args[0])
    assert outcomes - {"photo"}
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("options", [{}, {"no_jp2": True}], ids=["file", "codestream"])
def test_jpeg_2000(options):
    picture = Image.fromarray(skimage.data.astronaut())
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG2000", **options)
    with open_photo(buffer.getvalue()) as image:
        decoded = decode_upright(image)
    assert np.array_equal(decoded.pixels, np.asarray(picture))


def test_the_still_of_a_motion_photo():
    video = b"\0\0\0\x18ftypmp42" + bytes(5000)
    whole = saved(upright_picture(), "JPEG")
    still = decode_upright(open_photo(whole + video)).pixels
    assert np.array_equal(still, decode_upright(open_photo(whole)).pixels)
