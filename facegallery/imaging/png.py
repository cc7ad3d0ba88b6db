"""PNG files: their EXIF data without their pixels, and large ones some rows at a time."""

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image, PngImagePlugin

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {2: ("RGB", 3), 6: ("RGBA", 4)}  # colour type: Pillow's mode, bytes a pixel
_EXIF, _EXIF_AS_TEXT = "exif", "Raw profile type exif"  # keys in image.info


def find_exif(image: PngImagePlugin.PngImageFile, data: bytes) -> None:
    """Put a PNG's EXIF data into image.info: Pillow would decode all pixels to look behind them."""
    if _EXIF not in image.info and _EXIF_AS_TEXT not in image.info:
        found = next((bytes(content) for kind, content in _chunks(data) if kind == b"eXIf"), b"")
        image.info[_EXIF] = b"Exif\0\0" + found if found else b""


def can_be_cut(data: bytes) -> bool:
    """Tell whether a PNG is of 8-bit colours, row after row. Others need less memory, or are rare.

    strips takes the last row of a strip from its decoded pixels, which is exact for these.
    """
    if len(data) < 29 or data[12:16] != b"IHDR":
        return False
    depth, colour, _, _, interlaced = struct.unpack(">5B", data[24:29])
    return depth == 8 and colour in _CHANNELS and not interlaced


def strips(data: bytes, rows: int) -> Iterator[Image.Image]:
    """Return strips of a PNG. A row is stored as the difference from the one above, so that each

    small file begins with the last row of the strip before, stored as it is.
    """
    width, height = struct.unpack(">II", data[16:24])
    mode, channels = _CHANNELS[data[25]]
    row_bytes = 1 + channels * width
    above = b""
    stored = _inflated(data, row_bytes * rows)
    for top in range(0, height, rows):
        part = next(stored, b"")
        wanted = min(rows, height - top)
        if len(part) < wanted * row_bytes:
            raise OSError("image file is truncated")
        extra = 1 if above else 0
        head = data[8:20] + struct.pack(">I", wanted + extra) + data[24:29]
        body = zlib.compress(above + part[: wanted * row_bytes], level=0)
        chunks = (b"IHDR" + head[8:], *_side_chunks(data), b"IDAT" + body, b"IEND")
        file = io.BytesIO(_SIGNATURE + b"".join(map(_chunk, chunks)))
        small = Image.open(file, formats=("PNG",))
        small.load()
        above = b"\0" + small.crop((0, small.height - 1, width, small.height)).tobytes("raw", mode)
        yield small.crop((0, extra, width, small.height)) if extra else small


def _chunk(kind_and_data: bytes) -> bytes:
    length = struct.pack(">I", len(kind_and_data) - 4)
    return length + kind_and_data + struct.pack(">I", zlib.crc32(kind_and_data))


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Return kind and data of a PNG's chunks, as far as they are whole."""
    view, place = memoryview(data), 8
    while place + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        yield kind, view[place + 8 : place + 8 + length]
        place += 12 + length


def _side_chunks(data: bytes) -> Iterator[bytes]:
    """Return the chunk that says which colour is transparent, where there is one."""
    for kind, content in _chunks(data):
        if kind == b"IDAT":
            return
        if kind == b"tRNS":
            yield kind + bytes(content)


def _inflated(data: bytes, size: int) -> Iterator[bytes]:
    """Return the pixel data of a PNG in parts of this size; the last may be shorter."""
    inflater, part = zlib.decompressobj(), bytearray()
    for kind, content in _chunks(data):
        waiting: bytes | memoryview = content if kind == b"IDAT" else b""
        while waiting:
            part += inflater.decompress(waiting, size - len(part))
            waiting = inflater.unconsumed_tail
            if len(part) == size:
                yield bytes(part)
                part.clear()
    yield bytes(part)
