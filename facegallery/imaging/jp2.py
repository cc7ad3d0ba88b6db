"""JPEG 2000 files: their colour profile, which Pillow passes over."""

import struct
from collections.abc import Iterator

_HEADER, _COLOUR = b"jp2h", b"colr"
_METHODS_WITH_PROFILE = (2, 3)  # restricted, any: ISO 15444-1 and -2, the box "colr"


def colour_profile(data: bytes) -> bytes | None:
    """Return the ICC profile of a JPEG 2000 file; None where it has none, or is broken."""
    for kind, header in _boxes(memoryview(data)):
        if kind != _HEADER:
            continue
        for inner, content in _boxes(header):
            if inner == _COLOUR and len(content) > 3 and content[0] in _METHODS_WITH_PROFILE:
                return bytes(content[3:])
    return None


def _boxes(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """Return kind and content of the boxes that follow each other, as far as they are whole."""
    place = 0
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if length < 8 or place + length > len(data):  # the pixels, or what is cut off
            return
        yield kind, data[place + 8 : place + length]
        place += length
