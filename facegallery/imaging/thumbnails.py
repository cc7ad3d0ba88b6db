"""Small JPEG pictures for the screens: whole photos, and faces."""

import io
import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from facegallery.domain.face import Box
from facegallery.imaging.decode import decode_upright, open_photo, upright_size
from facegallery.imaging.source import read_file

THUMBNAIL_SIDE = 400
CROP_SIDE = 192
JPEG_QUALITY = 82
# A round frame cuts the corners off; half as much again as the face leaves hair and chin inside.
CROP_MARGIN = 1.5


def photo_thumbnail(photo: Image.Image) -> bytes:
    """Return a JPEG with a long side of 400 pixels, or of the photo's own size if smaller.

    photo: RGB, upright.
    """
    scale = min(1.0, THUMBNAIL_SIDE / max(photo.size))
    size = max(1, round(photo.width * scale)), max(1, round(photo.height * scale))
    # A gap of 1: averaged to less than twice the size, then sharpened; 6 ms instead of 40, and the
    # pixels differ by 0.4 of 255 from those of the finest filter.
    return _jpeg(photo.resize(size, reducing_gap=1.0))


def face_crop(pixels: NDArray[np.uint8], box: Box) -> bytes:
    """Return a JPEG of 192 x 192 pixels around a face, made to look good in a round frame.

    The square is moved to stay inside the photo, and made smaller only where the photo is.
    pixels: (H, W, 3) uint8 RGB, upright. box: fractions of the photo.
    """
    height, width = pixels.shape[:2]
    left, top, side = _square(box, width, height)
    image = Image.fromarray(np.ascontiguousarray(pixels[top : top + side, left : left + side]))
    return _jpeg(image.resize((CROP_SIDE, CROP_SIDE), reducing_gap=1.0))  # see photo_thumbnail


def make_thumbnail(path: str | Path) -> bytes:
    """Return photo_thumbnail of a file. Raises PhotoUnreadable."""
    with open_photo(read_file(path)) as image:
        return photo_thumbnail(decode_upright(image, THUMBNAIL_SIDE).image)


def make_crop(path: str | Path, box: Box) -> bytes:
    """Return face_crop of a file, decoded no larger than the crop needs. Raises PhotoUnreadable."""
    with open_photo(read_file(path)) as image:
        width, height = upright_size(image)
        _, _, side = _square(box, width, height)
        least_side = math.ceil(max(width, height) * CROP_SIDE / side)
        return face_crop(decode_upright(image, least_side).pixels, box)


def crop_area(box: Box, width: int, height: int) -> Box:
    """Return what face_crop shows of a photo of this size, as fractions of the photo."""
    left, top, side = _square(box, width, height)
    return Box(left / width, top / height, side / width, side / height)


def _square(box: Box, width: int, height: int) -> tuple[int, int, int]:
    """Return left, top and side in pixels of the square to show of a photo of this size."""
    longer = max(box.width * width, box.height * height)
    side = min(max(1, round(CROP_MARGIN * longer)), width, height)
    left = round((box.x + box.width / 2) * width - side / 2)
    top = round((box.y + box.height / 2) * height - side / 2)
    return min(max(0, left), width - side), min(max(0, top), height - side), side


def _jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=JPEG_QUALITY)
    return buffer.getvalue()
