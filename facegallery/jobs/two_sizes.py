"""A photo at the size at which faces are looked for, and a larger one for its small faces."""

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from facegallery.domain.errors import PhotoUnreadable
from facegallery.domain.face import Box
from facegallery.imaging import decode
from facegallery.jobs import limits

Pixels = NDArray[np.uint8]

LEAST_PIXELS = 3_000_000
"""A JPEG is decoded at 1/2, 1/4 or 1/8 to no fewer pixels than these; other formats are averaged
down likewise. 12 megapixels are halved once, to 3; 24 too, to 6, where a face of 60 pixels has 30
left; detectors look for small faces on 1.9 (see vision.scout)."""

LARGER_PIXELS = 4_000_000
"""The same for small faces: all of 12 megapixels, a quarter of 48. Never over 16, for a photo whose
colours are changed and that is turned takes 13 bytes a pixel (measured); 24 have 6 anyway."""

SMALL_FACE = 36
"""Pixels of a face's shorter side from which more of them tell no more of who it is. Measured on
LFW, November 2026: two photos of a person, one of them made smaller, are 0.69 similar by SFace with
40 pixels of the face and with any more, 0.68 with 32, 0.63 with 24, 0.56 with 18 and 0.41 with 12;
twice as many pixels make 0.69, 0.69, 0.68 and 0.62 of the last four."""

MOST_BYTES = int(0.9 * limits.DECODING_BYTES)
"""A photo that is going to take more memory is refused before it is decoded."""


def decode_for_faces(image: Image.Image, least_pixels: int = LEAST_PIXELS) -> decode.UprightPhoto:
    """Return as many pixels of a photo from decode.open_photo as finding faces can use."""
    return decode.decode_upright(image, _least_side(image, least_pixels), MOST_BYTES)


def _least_side(image: Image.Image, least_pixels: int) -> int:
    """Return the long side that a photo of so many pixels has, or its own if that is shorter."""
    width, height = decode.upright_size(image)
    share = min(1.0, math.sqrt(least_pixels / (width * height)))
    return math.ceil(max(width, height) * share)


class TwoSizes:
    """The pixels of a photo; the larger ones are decoded when the first small face needs them."""

    def __init__(self, data: bytes, pixels: Pixels) -> None:
        """Take a file's bytes, and what decode_for_faces made of them."""
        self._data, self.pixels = data, pixels
        self._larger: Pixels | None = None

    def around(self, box: Box) -> Pixels:
        """Return the photo at the size from which the face in a box is to be cut out."""
        height, width = self.pixels.shape[:2]
        if min(box.width * width, box.height * height) >= SMALL_FACE:
            return self.pixels
        if self._larger is None:
            self._larger = self._decoded()
        return self._larger

    def _decoded(self) -> Pixels:
        """Return more pixels; the same where there are no more, or no memory for them."""
        try:
            with decode.open_photo(self._data) as image:
                if max(self.pixels.shape) >= _least_side(image, LARGER_PIXELS):
                    return self.pixels
                width, height = decode.upright_size(image)
                limits.decoding(len(self._data), width * height)
                return decode_for_faces(image, LARGER_PIXELS).pixels
        except (PhotoUnreadable, MemoryError):
            return self.pixels
        finally:
            limits.none()
