import io
import struct

import numpy as np
import pytest
from PIL import Image

from facegallery.domain.errors import PhotoUnreadable
from facegallery.imaging.decode import open_photo
from facegallery.imaging.tiff import has_absurd_tags
from tests.raw_photo import dng


def tiff(**options):
    buffer = io.BytesIO()
    Image.new("RGB", (20, 10)).save(buffer, "TIFF", **options)
    return buffer.getvalue()


def test_the_tags_of_whole_photos_and_of_none_are_fine():
    raw = dng(np.zeros((64, 64, 3), np.uint8))
    for data in (tiff(), tiff(big_tiff=True), raw, b"II*\0", b""):
        assert not has_absurd_tags(data)


@pytest.mark.parametrize(
    "head",
    [
        struct.pack("<2sHIH", b"II", 42, 8, 65535),
        struct.pack(">2sHIH", b"MM", 42, 8, 65535),
        struct.pack("<2sHHHQQ", b"II", 43, 8, 0, 16, 2**40),
    ],
)
def test_more_tags_than_any_photo_has_are_not_read(head):
    data = head + bytes(20 * 65535)
    assert has_absurd_tags(data)
    with pytest.raises(PhotoUnreadable, match="damaged"):
        open_photo(data)
