"""Photos decoded to fewer pixels: in parts where they are large and their format allows it."""

import io
from contextlib import nullcontext

from PIL import Image, Jpeg2KImagePlugin

from facegallery.domain.errors import PhotoUnreadable
from facegallery.domain.words import sentence
from facegallery.imaging.colour import to_reducible
from facegallery.imaging.strips import cut, reduced, strips_of
from facegallery.quiet import mute

FULL_SIZE = "facegallery full size"  # key in image.info: draft mode changes image.size
LARGE_PIXELS = 24_000_000  # from here on memory is worth a detour
# Bytes a pixel that a whole image of these formats takes while it is decoded, measured with
# Pillow 13: WebP, for one, is held twice as a canvas, as bytes, and as an image.
_BYTES_A_PIXEL = {"WEBP": 16, "AVIF": 12, "HEIF": 9, "JPEG2000": 16}
_BYTES_OF_MODE = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2, "I;16N": 2}


def shrunk(image: Image.Image, factor: int, most_bytes: int | None) -> tuple[Image.Image, bool]:
    """Return a photo averaged by a factor, in a mode of to_reducible; and whether it is upright.

    image: not decoded yet. most_bytes: see decode_upright. Pillow turns a whole TIFF, no others.
    Raises PhotoUnreadable where it would take more memory, and what decoders raise.
    """
    large = image.width * image.height > LARGE_PIXELS
    with mute() if image.format == "TIFF" else nullcontext():  # libtiff prints to stderr
        if large and factor > 1:
            found = strips_of(image, factor)
            if found is not None:
                return reduced(found.size, factor, found.strips), False
            if isinstance(image, Jpeg2KImagePlugin.Jpeg2KImageFile):
                image, factor = _lower_resolution(image, factor)
        _refuse_too_large(image, most_bytes)
        image.load()
    upright = image.format == "TIFF"
    if factor == 1:
        return to_reducible(image), upright
    if large and not image.mode.startswith(("I", "F")):  # whose range is told from all pixels
        return reduced(image.size, factor, cut(image, factor)), upright
    plain = to_reducible(image)
    return Image.Image.reduce(plain, factor), upright


def _lower_resolution(
    image: Jpeg2KImagePlugin.Jpeg2KImageFile, factor: int
) -> tuple[Image.Image, int]:
    """Return a JPEG 2000 at a half, a quarter and so on, and by how much it is still to reduce."""
    data = _bytes_of(image)
    small = Image.open(io.BytesIO(data), formats=("JPEG2000",))
    halvings = factor.bit_length() - 1
    small.reduce = halvings  # type: ignore[method-assign, assignment]
    try:
        small.load()
    except OSError:  # it does not hold so many resolutions
        return image, factor
    return small, max(1, factor >> halvings)


def _bytes_of(image: Image.Image) -> bytes:
    file = getattr(image, "fp", None)
    return file.getvalue() if isinstance(file, io.BytesIO) else b""


def _refuse_too_large(image: Image.Image, most_bytes: int | None) -> None:
    """Raise PhotoUnreadable where decoding takes more memory. Done before anything is decoded."""
    if most_bytes is None or (needed := _bytes_to_decode(image)) <= most_bytes:
        return
    width, height = image.info.get(FULL_SIZE, image.size)
    most = int(width * height / 1e6 * most_bytes / needed)
    raise PhotoUnreadable(
        sentence(
            "it has {0} x {1} pixels; {3} megapixels of {2} are the most that memory is given for",
            *(width, height, image.format or "", most),
        )
    )


def _bytes_to_decode(image: Image.Image) -> float:
    """Return how much memory a photo takes at most while it is decoded.

    A progressive JPEG is held whole, 2 bytes for each number in it, whatever size is wanted of it.
    """
    each = _BYTES_A_PIXEL.get(image.format or "", _BYTES_OF_MODE.get(image.mode, 4))
    needed = float(image.width * image.height * each)
    if image.info.get("progressive") or image.info.get("progression"):
        width, height = image.info.get(FULL_SIZE, image.size)
        shares = [across * down for _, across, down, _ in getattr(image, "layer", ())]
        needed += 2 * width * height * sum(shares) / max(shares, default=1)
    return needed
