"""Image files to upright RGB pixels, whatever format and kind of pixels they hold."""

import io
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Imported by name: Pillow would else load all of its plugins to find these, and a packed program
# would miss them.
from PIL import (
    AvifImagePlugin,  # noqa: F401
    BmpImagePlugin,  # noqa: F401
    GifImagePlugin,  # noqa: F401
    Image,
    Jpeg2KImagePlugin,
    JpegImagePlugin,  # noqa: F401
    MpoImagePlugin,  # noqa: F401
    PngImagePlugin,
    TiffImagePlugin,  # noqa: F401
    WebPImagePlugin,  # noqa: F401
)

from facegallery.domain.errors import PackageMissing, PhotoUnreadable
from facegallery.domain.words import sentence
from facegallery.imaging.colour import to_srgb
from facegallery.imaging.jp2 import colour_profile
from facegallery.imaging.png import find_exif
from facegallery.imaging.raw import is_raw, open_raw
from facegallery.imaging.shrinking import FULL_SIZE, shrunk
from facegallery.imaging.tiff import has_absurd_tags
from facegallery.quiet import mute, quiet

MAX_PIXELS = 300_000_000  # 1.2 GB while decoded; phones reach 200 megapixels
# Pillow's own limit counts pixels but cannot say the size; open_photo checks every image instead.
Image.MAX_IMAGE_PIXELS = None

_ORIENTATION_TAG = 0x0112
# Keys in image.info: what a RAW file tells and its preview does not.
_ORIENTATION = "facegallery orientation"
_FORMAT = "facegallery format"
RAW = "RAW"
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = (5, 6, 7, 8)
# First bytes -> Pillow's name of the format.
_SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),  # BigTIFF
    (b"MM\0+", "TIFF"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG2000"),
    (b"\xff\x4f\xff\x51", "JPEG2000"),  # its bare codestream
)
_NEEDS_HEIF = 'it is a HEIC photo, which needs one more package: "pip install pillow-heif" adds it'
_NOT_AN_IMAGE = "it is not an image"
_DAMAGED = "it is damaged, or of a kind that cannot be shown"
_ENDS_EARLY = "it ends too early"
# What Pillow, libheif and libavif write of files that lack their end.
_ENDS_EARLY_WORDS = ("truncated", "end of file", "not enough data")


class UprightPhoto(NamedTuple):
    """Pixels (H, W, 3) uint8 RGB, upright, read-only; and the upright size before any reduction.

    image: the same pixels, for who goes on with Pillow: copying them takes as long as a reduction.
    """

    pixels: NDArray[np.uint8]
    width: int
    height: int
    image: Image.Image


def open_photo(data: bytes) -> Image.Image:
    """Return a photo of which only the header is decoded. The bytes tell the format, not the name.

    A camera RAW file is opened as its preview or, without one, developed right here.
    Raises PhotoUnreadable for what is empty, no image, damaged, or over 300 megapixels.
    """
    if not data:
        raise PhotoUnreadable("it is empty")
    if has_absurd_tags(data):
        raise PhotoUnreadable(_DAMAGED)
    with quiet(), mute():  # LibRaw prints to stderr
        image = _opened_raw(data) if is_raw(data) else None
    if image is not None:
        return image
    formats = _formats_of(data)
    with quiet():
        try:
            image = Image.open(io.BytesIO(data), formats=formats)
        except Exception as error:  # a decoder may raise anything on broken bytes
            raise PhotoUnreadable(_why(error)) from error
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise PhotoUnreadable(
            sentence("it claims {0} x {1} pixels, more than can be opened safely", width, height)
        )
    if width * height == 0:
        raise PhotoUnreadable(_DAMAGED)
    image.info[FULL_SIZE] = image.size
    if isinstance(image, PngImagePlugin.PngImageFile):
        find_exif(image, data)
    elif isinstance(image, Jpeg2KImagePlugin.Jpeg2KImageFile):
        image.info["icc_profile"] = colour_profile(data)
    return image


def _opened_raw(data: bytes) -> Image.Image | None:
    raw = open_raw(data)
    if raw is None:
        return None
    image = raw.image
    image.info |= {
        FULL_SIZE: (raw.width, raw.height),
        _ORIENTATION: raw.orientation,
        _FORMAT: RAW,
    }
    if raw.exif:
        image.info["exif"] = raw.exif
    return image


def format_name(image: Image.Image) -> str:
    """Return the format of a photo from open_photo: Pillow's name of it, or RAW."""
    return str(image.info.get(_FORMAT, image.format or ""))


def decode_upright(
    image: Image.Image, least_side: int | None = None, most_bytes: int | None = None
) -> UprightPhoto:
    """Return the pixels of a photo from open_photo, turned upright; the first frame if animated.

    least_side: pixels are few but the long side keeps at least so many (as far as the photo has
    them); None for all. JPEG is decoded at 1/2, 1/4 or 1/8, which takes a third of the time and
    less; the other formats are averaged, large ones part by part.
    most_bytes: of memory that decoding may take; a photo that needs more is refused beforehand.
    Raises PhotoUnreadable for a file that is damaged or ends too early.
    """
    width, height = upright_size(image)
    with quiet():
        try:
            rgb = _upright(image, least_side, most_bytes)
        except PhotoUnreadable:
            raise
        except Exception as error:  # a decoder may raise anything on broken bytes
            raise PhotoUnreadable(_why(error)) from error
    return UprightPhoto(np.asarray(rgb), width, height, rgb)


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return width and height of the whole upright photo, before and after decode_upright."""
    width, height = image.info.get(FULL_SIZE, image.size)
    if image.format != "TIFF" and orientation(image) in _SIDEWAYS:  # Pillow turns TIFF itself
        return height, width
    return width, height


def orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8; 1 (upright) where it is missing or nonsense."""
    if (known := image.info.get(_ORIENTATION)) is not None:
        return int(known)
    with quiet():
        try:
            value = image.getexif().get(_ORIENTATION_TAG)
        except Exception:  # broken EXIF raises whatever its reader stumbles over
            return 1
    return value if isinstance(value, int) and value in _TURNS else 1


def _upright(image: Image.Image, least_side: int | None, most_bytes: int | None) -> Image.Image:
    factor = 1
    if least_side is not None:
        if image.format in ("JPEG", "MPO"):
            longest = max(image.size)
            wide, high = (max(1, side * least_side // longest) for side in image.size)
            image.draft(None, (wide, high))
        factor = max(1, max(image.size) // least_side)
    turn = _TURNS.get(orientation(image))
    plain, is_upright = shrunk(image, factor, most_bytes)
    rgb = to_srgb(plain, image.info.get("icc_profile"))
    return rgb if turn is None or is_upright else rgb.transpose(turn)


def _formats_of(data: bytes) -> tuple[str, ...]:
    """Return Pillow's names of the formats that the first bytes allow. Raises PhotoUnreadable."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return (name,)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ("WEBP",)
    if data[4:8] == b"ftyp":
        if data[8:12] in (b"isom", b"mp42", b"qt  "):
            raise PhotoUnreadable("it is a video, not a photo")
        if data[8:12] in (b"avif", b"avis"):
            return ("AVIF",)
        _learn_heif()
        return ("HEIF", "AVIF")
    raise PhotoUnreadable(_NOT_AN_IMAGE)


def _learn_heif() -> None:
    if "HEIF" in Image.OPEN:
        return
    try:
        import pillow_heif  # when the first such photo comes: it takes 50 ms
    except ImportError as error:
        raise PackageMissing(_NEEDS_HEIF) from error
    pillow_heif.register_heif_opener()


def _why(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "there is not enough memory to open it"
    text = str(error).lower()
    return _ENDS_EARLY if any(words in text for words in _ENDS_EARLY_WORDS) else _DAMAGED
