"""Very large PNG, TIFF and HEIC photos at a fraction of their size, without holding them whole.

PNG and TIFF store rows from top to bottom. Some rows at a time are put into a small file of the
same kind, which Pillow then decodes as it does any other.
"""

import io
import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PIL import Image, PngImagePlugin, TiffImagePlugin
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from facegallery.imaging import png
from facegallery.imaging.colour import to_reducible

_STRIP_PIXELS = 4_000_000  # 16 MB decoded
# Tags that tell how the pixels of a TIFF are stored, and must go with them.
_TIFF_STORAGE = (258, 259, 262, 266, 277, 284, 292, 293, 317, 320, 338, 339, 347, 530, 532)
_WIDTH, _HEIGHT, _OFFSETS, _ROWS, _COUNTS, _PLANAR = 256, 257, 273, 278, 279, 284
_LONG = 4


class Strips(NamedTuple):
    """A photo's rows, some at a time, and its size as it is stored: a TIFF may lie on its side.

    Each strip but the last has a height that the factor divides.
    """

    size: tuple[int, int]
    strips: Iterator[Image.Image]


def reduced(size: tuple[int, int], factor: int, strips: Iterable[Image.Image]) -> Image.Image:
    """Return an image averaged by a factor, as Image.reduce does, from strips of it.

    size: of the whole image. Raises OSError where strips are missing.
    """
    width, height = size
    size = (-(-width // factor), -(-height // factor))
    small: Image.Image | None = None
    top = 0
    for strip in strips:
        part = to_reducible(strip).reduce(factor)
        if small is None:
            small = Image.new(part.mode, size)
        small.paste(part, (0, top))
        top += part.height
    if small is None or top < size[1]:
        raise OSError("image file is truncated")
    return small


def strips_of(image: Image.Image, factor: int) -> Strips | None:
    """Return the strips of a photo that is not decoded yet; None where it cannot be cut.

    image: opened from bytes.
    """
    file = getattr(image, "fp", None)
    data = file.getvalue() if isinstance(file, io.BytesIO) else b""
    rows = max(1, _STRIP_PIXELS // (image.width * factor)) * factor
    if isinstance(image, PngImagePlugin.PngImageFile) and png.can_be_cut(data):
        return Strips(image.size, png.strips(data, rows))
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        at_once = _tiff_strips_at_once(image, rows, factor)
        if at_once:
            size = image.tag_v2[_WIDTH], image.tag_v2[_HEIGHT]
            return Strips(size, _tiff_strips(image, data, at_once))
    if image.format == "HEIF":
        return Strips(image.size, _heif_strips(data, image.size, rows))
    return None


def cut(image: Image.Image, factor: int) -> Iterator[Image.Image]:
    """Return the rows of a decoded photo in strips, so that no second whole copy is ever made."""
    rows = max(1, _STRIP_PIXELS // (image.width * factor)) * factor
    for top in range(0, image.height, rows):
        yield image.crop((0, top, image.width, min(top + rows, image.height)))


def _heif_strips(data: bytes, size: tuple[int, int], rows: int) -> Iterator[Image.Image]:
    """Return strips of a HEIC photo, which is decoded whole, but to 3 bytes a pixel and once."""
    import pillow_heif

    photo = pillow_heif.open_heif(data, convert_hdr_to_8bit=True, remove_stride=False)
    pixels = memoryview(photo.data)
    if photo.size != size:
        raise OSError("the pixels have another size than the header says")
    for top in range(0, size[1], rows):
        high = min(rows, size[1] - top)
        part = bytes(pixels[top * photo.stride : (top + high) * photo.stride])
        form = ("raw", photo.mode, photo.stride, 1)
        yield Image.frombuffer(photo.mode, (size[0], high), part, *form)


def _tiff_strips_at_once(image: TiffImagePlugin.TiffImageFile, rows: int, factor: int) -> int:
    """Return how many of a TIFF's own strips to decode together; 0 where it has none, or one."""
    tags = image.tag_v2
    each = tags.get(_ROWS)
    if _OFFSETS not in tags or _COUNTS not in tags or tags.get(_PLANAR, 1) != 1:
        return 0
    if not isinstance(each, int) or not 0 < each < tags[_HEIGHT]:
        return 0
    at_once = max(1, rows // each)
    while at_once * each % factor:
        at_once += 1  # at most factor times
    return at_once


def _tiff_strips(
    image: TiffImagePlugin.TiffImageFile, data: bytes, at_once: int
) -> Iterator[Image.Image]:
    """Return some strips of a TIFF at a time, each as a small TIFF of its own."""
    tags, header = image.tag_v2, b"II*\0" if data.startswith(b"II") else b"MM\0*"
    offsets, counts, each = tags[_OFFSETS], tags[_COUNTS], tags[_ROWS]
    for first in range(0, len(offsets), at_once):
        places = list(zip(offsets, counts, strict=True))[first : first + at_once]
        small = ImageFileDirectory_v2(header + bytes(4))
        for tag in _TIFF_STORAGE:
            if tag in tags:
                small.tagtype[tag] = tags.tagtype[tag]
                small[tag] = tags[tag]
        lengths = [count for _, count in places]
        values = {
            _WIDTH: tags[_WIDTH],
            _HEIGHT: min(at_once * each, tags[_HEIGHT] - first * each),
            _ROWS: each,
            # From the end of the directory, where tobytes knows it.
            _OFFSETS: tuple(sum(lengths[:number]) for number in range(len(lengths))),
            _COUNTS: tuple(lengths),
        }
        for tag, value in values.items():
            small.tagtype[tag] = _LONG
            small[tag] = value
        start = struct.pack("<I" if data.startswith(b"II") else ">I", 8)
        pixels = b"".join(data[offset : offset + count] for offset, count in places)
        file = io.BytesIO(header + start + small.tobytes(8) + pixels)
        yield Image.open(file, "r", ("TIFF",))
