"""Broken photos of all formats, made from whole ones; a seed and a number always give the same."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pillow_heif
import skimage.data
from PIL import Image, PngImagePlugin

from tests.raw_photo import dng

SIDES = (512, 160, 120, 1400, 1050)  # of the originals
Random = np.random.Generator
# Numbers that programs trip over: none, one, all bits, signs, just above a power of two.
NASTY = (0, 1, 2, 7, 255, 256, 32767, 32768, 65535, 65536, 99999, 2**31 - 1, 2**31, 2**32 - 1)


@cache
def originals() -> dict[str, bytes]:
    """Whole photos of every format and kind of pixels, by name."""
    pillow_heif.register_heif_opener()
    large = Image.fromarray(skimage.data.astronaut())
    small = large.resize((160, 120))
    alpha = small.copy()
    alpha.putalpha(small.convert("L"))
    deep = Image.fromarray(np.asarray(small.convert("L")).astype(np.uint16) * 257)
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112], exif[0x4746] = "Maker", "Maker 7", 6, 3
    exif.get_ifd(0x8769)[0x9003] = "2015:06:30 18:04:09"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 30.0, 36.0), 3: "E", 4: (9.0, 3.0, 0.0)})
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a xmp:Rating="4"/></x:xmpmeta>'
    profile = _profile()
    text = PngImagePlugin.PngInfo()
    text.add_itxt("XML:com.adobe.xmp", xmp.decode(), zip=True)
    frames = {"save_all": True, "append_images": (small.rotate(90), small)}
    kinds: list[tuple[str, Image.Image, str, dict[str, Any]]] = [
        ("plain.jpg", large, "JPEG", {"exif": exif, "icc_profile": profile, "xmp": xmp}),
        ("progressive.jpg", small, "JPEG", {"progressive": True, "exif": exif}),
        ("grey.jpg", small.convert("L"), "JPEG", {}),
        ("cmyk.jpg", small.convert("CMYK"), "JPEG", {}),
        ("restart.jpg", small, "JPEG", {"restart_marker_rows": 1, "subsampling": 0}),
        ("two.mpo", small, "MPO", frames),
        ("plain.png", small, "PNG", {"exif": exif, "icc_profile": profile, "pnginfo": text}),
        ("alpha.png", alpha, "PNG", {}),
        ("palette.png", small.quantize(), "PNG", {"transparency": 3}),
        ("deep.png", deep, "PNG", {}),
        ("bits.png", small.convert("1"), "PNG", {}),
        ("animated.png", small, "PNG", frames),
        ("lossy.webp", small, "WEBP", {"exif": exif.tobytes(), "icc_profile": profile}),
        ("lossless.webp", alpha, "WEBP", {"lossless": True}),
        ("animated.webp", small, "WEBP", frames),
        ("plain.tif", small, "TIFF", {"exif": exif, "icc_profile": profile}),
        ("lzw.tif", small, "TIFF", {"compression": "tiff_lzw"}),
        ("deflate.tif", deep, "TIFF", {"compression": "tiff_adobe_deflate"}),
        ("jpeg.tif", small, "TIFF", {"compression": "jpeg"}),
        ("fax.tif", small.convert("1"), "TIFF", {"compression": "group4"}),
        ("cmyk.tif", small.convert("CMYK"), "TIFF", {"compression": "packbits"}),
        ("big.tif", small, "TIFF", {"big_tiff": True}),
        ("pages.tif", small, "TIFF", frames),
        ("animated.gif", small, "GIF", frames),
        ("plain.bmp", small, "BMP", {}),
        ("palette.bmp", small.quantize(), "BMP", {}),
        ("plain.heic", small, "HEIF", {"exif": exif.tobytes(), "xmp": xmp}),
        ("alpha.heic", alpha, "HEIF", {}),
        ("pages.heic", small, "HEIF", frames),
        ("plain.avif", small, "AVIF", {"exif": exif.tobytes(), "icc_profile": profile}),
        ("alpha.avif", alpha, "AVIF", {}),
        ("plain.jp2", small, "JPEG2000", {}),
        ("alpha.jp2", alpha, "JPEG2000", {}),
        ("deep.j2k", deep, "JPEG2000", {"no_jp2": True}),
    ]
    files = {name: _saved(image, kind, options) for name, image, kind, options in kinds}
    files["sensor.dng"] = dng(np.asarray(small))
    files["preview.dng"] = dng(np.asarray(small), preview=large.resize((1400, 1050)))
    return files


def _saved(image: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    if "append_images" in options:  # Pillow leaves one format's settings in the images
        options = {**options, "append_images": [more.copy() for more in options["append_images"]]}
    image.copy().save(buffer, kind, **options)
    return buffer.getvalue()


def _profile() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def mutant(seed: int, number: int) -> tuple[str, bytes]:
    """Return a broken photo's file name and bytes."""
    random = np.random.default_rng((seed, number))
    names = sorted(originals())
    name = names[number % len(names)]
    data = originals()[name]
    how = []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        change = CHANGES[random.integers(len(CHANGES))]
        how.append(change.__name__.strip("_"))
        data = change(random, data)
    return f"{number:05d} {'+'.join(how)} {name}", data


def _flip_bits(random: Random, data: bytes) -> bytes:
    return _flipped(random, data, len(data))


def _flip_bits_of_the_head(random: Random, data: bytes) -> bytes:
    return _flipped(random, data, min(len(data), 700))


def _flipped(random: Random, data: bytes, end: int) -> bytes:
    broken = bytearray(data)
    for place in random.integers(max(1, end), size=2 ** random.integers(0, 7)):
        if place < len(broken):
            broken[place] ^= 1 << random.integers(8)
    return bytes(broken)


def _cut_off(random: Random, data: bytes) -> bytes:
    return data[: random.integers(len(data) + 1)]


def _cut_out(random: Random, data: bytes) -> bytes:
    start = random.integers(len(data) + 1)
    return data[:start] + data[start + 2 ** random.integers(0, 12) :]


def _repeat(random: Random, data: bytes) -> bytes:
    start = random.integers(len(data) + 1)
    part = data[start : start + 2 ** random.integers(0, 12)]
    return data[:start] + part * int(random.integers(2, 20)) + data[start:]


def _fill(random: Random, data: bytes) -> bytes:
    start, length = random.integers(len(data) + 1), 2 ** random.integers(0, 10)
    filler = bytes([random.choice((0, 255, 127))]) * int(length)
    return data[:start] + filler + data[start + length :]


def _another_head(random: Random, data: bytes) -> bytes:
    """The beginning of one file before the rest of another."""
    others = list(originals().values())
    other = others[random.integers(len(others))]
    return other[: random.integers(4, 700)] + data[random.integers(4, 700) :]


def _another_middle(random: Random, data: bytes) -> bytes:
    others = list(originals().values())
    other = others[random.integers(len(others))]
    place, start = random.integers(len(data) + 1), random.integers(len(other) + 1)
    part = other[start : start + 2 ** random.integers(0, 13)]
    return data[:place] + part + data[place + len(part) :]


def _nasty_number(random: Random, data: bytes) -> bytes:
    """A length, size, count or offset that is wrong: most stand near the beginning."""
    broken = bytearray(data)
    for _ in range(random.integers(1, 5)):
        code = random.choice(("<H", ">H", "<I", ">I"))
        end = min(len(data), int(random.choice((64, 700, 1 << 30))))
        place = int(random.integers(max(1, end - 4)))
        number = NASTY[random.integers(len(NASTY))] % 2 ** (8 * struct.calcsize(code))
        if place + 4 <= len(broken):
            struct.pack_into(code, broken, place, number)
    return bytes(broken)


def _other_size(random: Random, data: bytes) -> bytes:
    """Another width or height than the pixels have, wherever the format keeps them."""
    broken = data
    for side in SIDES:
        for code in ("<H", ">H", "<I", ">I"):
            other = int(random.choice((1, 3, 65535, 16383, 20000, 100_000)))
            other %= 2 ** (8 * struct.calcsize(code))
            if random.integers(2):
                broken = broken.replace(struct.pack(code, side), struct.pack(code, other), 2)
    return broken


def _huge_segment(random: Random, data: bytes) -> bytes:
    """EXIF data or a colour profile of megabytes, put where the format has such."""
    filler = random.bytes(1000) * int(random.integers(1, 60))
    if data.startswith(b"\xff\xd8"):
        exif, profile = (b"\xe1", b"Exif\0\0II*\0"), (b"\xe2", b"ICC_PROFILE\0\1\1")
        marker, head = (exif, profile, (b"\xfe", b""))[random.integers(3)]
        content = (head + filler)[:65533]
        segment = b"\xff" + marker + struct.pack(">H", len(content) + 2) + content
        return data[:2] + segment * int(random.integers(1, 40)) + data[2:]
    if data.startswith(b"\x89PNG"):
        kind_and_data = (b"iCCP", b"eXIf", b"tEXt", b"zTXt")[random.integers(4)] + filler * 30
        chunk = struct.pack(">I", len(kind_and_data) - 4) + kind_and_data
        return data[:33] + chunk + struct.pack(">I", zlib.crc32(kind_and_data)) + data[33:]
    return data + filler * 30


CHANGES: tuple[Callable[[Random, bytes], bytes], ...] = (
    _flip_bits,
    _flip_bits_of_the_head,
    _cut_off,
    _cut_out,
    _repeat,
    _fill,
    _another_head,
    _another_middle,
    _nasty_number,
    _nasty_number,
    _other_size,
    _huge_segment,
)
