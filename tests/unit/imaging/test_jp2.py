import io
import struct

import pytest
from PIL import Image

from facegallery.imaging.decode import decode_upright, open_photo
from facegallery.imaging.jp2 import colour_profile
from tests.unit.imaging.test_colour import swapped_profile


def jp2(profile):
    """A JPEG 2000 file whose box "colr" holds a profile instead of the number of sRGB."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 90, 60)).save(buffer, "JPEG2000")
    data = buffer.getvalue()
    start = data.index(b"colr") - 4
    (length,) = struct.unpack_from(">I", data, start)
    box = struct.pack(">I4s3B", 11 + len(profile), b"colr", 2, 0, 0) + profile
    header = data.index(b"jp2h") - 4
    (header_length,) = struct.unpack_from(">I", data, header)
    longer = struct.pack(">I", header_length + len(box) - length)
    return data[:header] + longer + data[header + 4 : start] + box + data[start + length :]


def test_a_profile_is_found_and_one_that_is_none_is_not():
    assert colour_profile(jp2(b"profile")) == b"profile"
    assert colour_profile(jp2(b"profile")[:75]) is None
    assert colour_profile(b"\xff\x4f\xff\x51") is None
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, "JPEG2000")
    assert colour_profile(buffer.getvalue()) is None


def test_a_profile_is_obeyed():
    pixels = decode_upright(open_photo(jp2(swapped_profile()))).pixels  # red is called blue
    assert tuple(pixels[0, 0]) == pytest.approx((60, 90, 200), abs=6)
