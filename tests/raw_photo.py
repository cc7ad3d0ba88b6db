"""A camera RAW file (DNG) made of an ordinary picture: no camera's may be shipped."""

import io
import struct

import numpy as np
from numpy.typing import NDArray
from PIL import Image

BYTE, ASCII, SHORT, LONG, RATIONAL, SIGNED_RATIONAL = 1, 2, 3, 4, 5, 10
_SIZES = {BYTE: 1, ASCII: 1, SHORT: 2, LONG: 4, RATIONAL: 8, SIGNED_RATIONAL: 8}
WHITE = 65535
Entry = tuple[int, int, list[int] | bytes]  # tag, type, values


def dng(
    pixels: NDArray[np.uint8],
    *,
    orientation: int = 1,
    preview: Image.Image | None = None,
    taken_at: bytes = b"2015:06:30 18:04:09",
) -> bytes:
    """Return a DNG of (H, W, 3) RGB pixels, H and W even, as a sensor turned that way sees them.

    orientation: EXIF's. preview: put into the file as a JPEG. By Adobe's DNG 1.4 specification.
    """
    mosaic = _mosaic(pixels)
    exif = [(0x9003, ASCII, taken_at + b"\0")]
    jpeg = _jpeg(preview) if preview else b""
    parts = [(mosaic.tobytes(), "sensor"), (jpeg, "preview")]
    places, at = {}, 8
    for content, name in parts:
        places[name] = at
        at += len(content) + len(content) % 2
    exif_place = at
    exif_bytes = _directory(exif, exif_place)
    preview_place = exif_place + len(exif_bytes)
    preview_bytes = _directory(
        _preview_entries(preview, places["preview"], len(jpeg)), preview_place
    )
    main_place = preview_place + len(preview_bytes)
    entries = _sensor_entries(mosaic, places["sensor"], orientation)
    entries.append((0x8769, LONG, [exif_place]))
    if preview:
        entries.append((0x014A, LONG, [preview_place]))
    head = b"II*\0" + struct.pack("<I", main_place)
    body = b"".join(content + b"\0" * (len(content) % 2) for content, _ in parts)
    return head + body + exif_bytes + preview_bytes + _directory(entries, main_place)


def _mosaic(pixels: NDArray[np.uint8]) -> NDArray[np.uint16]:
    """Return (H, W) numbers of a sensor with red, green, green, blue; linear light."""
    linear = (pixels / 255.0) ** 2.2 * WHITE
    seen = linear[..., 1].copy()
    seen[0::2, 0::2] = linear[0::2, 0::2, 0]
    seen[1::2, 1::2] = linear[1::2, 1::2, 2]
    return seen.astype("<u2")


def _sensor_entries(mosaic: NDArray[np.uint16], place: int, orientation: int) -> list[Entry]:
    height, width = mosaic.shape
    unit = [10000, 0, 0, 0, 10000, 0, 0, 0, 10000]
    # XYZ (D65) to linear sRGB: the "camera" sees sRGB.
    matrix = [32406, -15372, -4986, -9689, 18758, 415, 557, -2040, 10570]
    assert len(matrix) == len(unit)
    return [
        (0x00FE, LONG, [0]),
        (0x0100, LONG, [width]),
        (0x0101, LONG, [height]),
        (0x0102, SHORT, [16]),
        (0x0103, SHORT, [1]),
        (0x0106, SHORT, [32803]),  # colour filter array
        (0x010F, ASCII, b"Made\0"),
        (0x0110, ASCII, b"Made 100\0"),
        (0x0111, LONG, [place]),
        (0x0112, SHORT, [orientation]),
        (0x0115, SHORT, [1]),
        (0x0116, LONG, [height]),
        (0x0117, LONG, [mosaic.nbytes]),
        (0x011C, SHORT, [1]),
        (0x828D, SHORT, [2, 2]),
        (0x828E, BYTE, [0, 1, 1, 2]),
        (0xC612, BYTE, [1, 4, 0, 0]),
        (0xC613, BYTE, [1, 1, 0, 0]),
        (0xC614, ASCII, b"Made 100\0"),
        (0xC61D, LONG, [WHITE]),
        (0xC621, SIGNED_RATIONAL, [side for value in matrix for side in (value, 10000)]),
        (0xC628, RATIONAL, [1, 1, 1, 1, 1, 1]),
        (0xC65A, SHORT, [21]),  # D65
    ]


def _preview_entries(preview: Image.Image | None, place: int, length: int) -> list[Entry]:
    if preview is None:
        return []
    return [
        (0x00FE, LONG, [1]),
        (0x0100, LONG, [preview.width]),
        (0x0101, LONG, [preview.height]),
        (0x0102, SHORT, [8, 8, 8]),
        (0x0103, SHORT, [7]),  # JPEG
        (0x0106, SHORT, [6]),
        (0x0111, LONG, [place]),
        (0x0115, SHORT, [3]),
        (0x0116, LONG, [preview.height]),
        (0x0117, LONG, [length]),
    ]


def _jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def _directory(entries: list[Entry], place: int) -> bytes:
    """Return an image file directory of TIFF that begins at a place of the file."""
    entries = sorted(entries)
    rows, extra = [], b""
    extra_place = place + 2 + 12 * len(entries) + 4
    for tag, kind, values in entries:
        content = values if isinstance(values, bytes) else _packed(kind, values)
        count = len(content) // _SIZES[kind]
        if len(content) > 4:
            where = struct.pack("<I", extra_place + len(extra))
            extra += content + b"\0" * (len(content) % 2)
        else:
            where = content.ljust(4, b"\0")
        rows.append(struct.pack("<HHI", tag, kind, count) + where)
    return struct.pack("<H", len(entries)) + b"".join(rows) + struct.pack("<I", 0) + extra


def _packed(kind: int, values: list[int]) -> bytes:
    letter = {BYTE: "B", SHORT: "H", LONG: "I", RATIONAL: "I", SIGNED_RATIONAL: "i"}[kind]
    return struct.pack(f"<{len(values)}{letter}", *values)
