"""The head of TIFF files, and of the RAW files that follow it, before anybody reads their tags."""

import struct

SIGNATURES = (b"II*\0", b"MM\0*")
BIG_SIGNATURES = (b"II+\0", b"MM\0+")
_MOST_TAGS = 4096  # cameras and scanners write under 200; Pillow takes a second for 65,535


def has_absurd_tags(data: bytes) -> bool:
    """Tell whether a file begins as TIFF does and then claims more tags than any photo has."""
    order = "<" if data.startswith(b"II") else ">"
    if data.startswith(SIGNATURES):
        at, count = order + "I", order + "H"
    elif data.startswith(BIG_SIGNATURES):
        at, count = order + "Q", order + "Q"
    else:
        return False
    place = _number(data, at, struct.calcsize(at))  # of the first tags; 4 and 8 are its own
    return place > 0 and _number(data, count, place) > _MOST_TAGS


def _number(data: bytes, code: str, place: int) -> int:
    """Return the number at a place; 0 where the file ends before."""
    if place + struct.calcsize(code) > len(data):
        return 0
    return int(struct.unpack_from(code, data, place)[0])
