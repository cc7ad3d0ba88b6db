"""Camera RAW files: the preview that the camera put into them, else developed at half size."""

import io
from typing import Any, NamedTuple

from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from facegallery.domain.errors import PackageMissing, PhotoUnreadable
from facegallery.imaging import tiff

LEAST_PREVIEW = 1280  # pixels of its long side: below, faces in it are too small to be recognised

_MISSING = 'it is a camera RAW photo, which needs one more package: "pip install rawpy" adds it'
_DAMAGED = "it is a camera RAW photo that is damaged, or of a kind that cannot be developed"
# First bytes of formats that are no TIFF, or one under another name: Fujifilm, Olympus, Panasonic,
# Minolta, Sigma.
_OWN_SIGNATURES = (b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"\0MRM", b"FOVb")
_CANON_3, _CANON_1 = b"ftypcrx ", b"HEAPCCDR"  # at byte 4, at byte 6
_CANON_2 = b"CR"  # at byte 8 of a TIFF
# Tags of TIFF, and of TIFF/EP and DNG which RAW files follow.
_COMPRESSION, _PHOTOMETRIC, _MAKE, _PARTS, _DNG_VERSION = 0x103, 0x106, 0x10F, 0x14A, 0xC612
_COLOUR_FILTER_ARRAY = 32803
_VENDOR_COMPRESSIONS = (32767, 32769, 32770, 34713, 65000, 65535)  # Sony, Epson, Samsung, Nikon ...
# LibRaw's number for how the camera was turned -> EXIF's.
_ORIENTATIONS = {0: 1, 3: 3, 5: 8, 6: 6}


class RawPhoto(NamedTuple):
    """A RAW file as an image that Pillow can decode, and what the image itself does not tell.

    width, height: of the whole photo, in the image's own direction. orientation: EXIF's, how the
    image must be turned. exif: the file's tags for Image.info["exif"], empty where it has none.
    """

    image: Image.Image
    width: int
    height: int
    orientation: int
    exif: bytes


def is_raw(data: bytes) -> bool:
    """Tell whether a file's first bytes and tags are those of a camera RAW file."""
    if data.startswith(_OWN_SIGNATURES) or data[4:12] == _CANON_3 or data[6:14] == _CANON_1:
        return True
    if not data.startswith(tiff.SIGNATURES):
        return False
    if data[8:10] == _CANON_2:
        return True
    tags = _first_tags(data)
    return (
        _DNG_VERSION in tags
        or tags.get(_PHOTOMETRIC) == _COLOUR_FILTER_ARRAY
        or (_MAKE in tags and (_PARTS in tags or tags.get(_COMPRESSION) in _VENDOR_COMPRESSIONS))
    )


def open_raw(data: bytes) -> RawPhoto | None:
    """Return what can be shown of a RAW file; None where it is an ordinary TIFF after all.

    Raises PhotoUnreadable for a damaged one, and where rawpy is not installed.
    """
    try:
        import rawpy  # when the first such photo comes
    except ImportError as error:
        raise PackageMissing(_MISSING) from error
    try:
        with rawpy.imread(io.BytesIO(data)) as raw:
            return _preview(raw, data) or _developed(raw, data)
    except rawpy.LibRawFileUnsupportedError as error:
        if data.startswith(tiff.SIGNATURES):
            return None
        raise PhotoUnreadable(_DAMAGED) from error
    except (rawpy.LibRawError, rawpy.NotSupportedError, ValueError) as error:
        raise PhotoUnreadable(_DAMAGED) from error


def _preview(raw: Any, data: bytes) -> RawPhoto | None:
    """Return the preview where there is one that is large enough."""
    import rawpy

    image: Image.Image
    try:
        found = raw.extract_thumb()
    except (rawpy.LibRawNoThumbnailError, rawpy.LibRawUnsupportedThumbnailError):
        return None
    if found.format == rawpy.ThumbFormat.JPEG:
        try:
            image = Image.open(io.BytesIO(found.data), formats=("JPEG",))
        except OSError:  # a broken preview; the sensor's data may be whole
            return None
    else:
        image = Image.fromarray(found.data)
    if max(image.size) < min(LEAST_PREVIEW, max(raw.sizes.width, raw.sizes.height)):
        return None
    width, height = raw.sizes.width, raw.sizes.height
    orientation = _ORIENTATIONS.get(raw.sizes.flip, 1)
    if orientation in (6, 8) and (image.height > image.width) != (height > width):
        orientation = 1  # the camera has turned its preview already
        width, height = height, width
    if abs(image.width * height / (image.height * width) - 1) > 0.02:  # another shape: a cut-out
        width, height = image.size
    return RawPhoto(image, width, height, orientation, _exif(data))


def _developed(raw: Any, data: bytes) -> RawPhoto:
    """Return the photo made of the sensor's data, at half size, upright already."""
    width, height = raw.sizes.width, raw.sizes.height  # before LibRaw halves them
    if raw.sizes.flip in (5, 6):
        width, height = height, width
    pixels = raw.postprocess(half_size=True, use_camera_wb=True)
    return RawPhoto(Image.fromarray(pixels), width, height, 1, _exif(data))


def _exif(data: bytes) -> bytes:
    """Return the file's own tags: most RAW files are TIFF, which is what EXIF is too."""
    if data.startswith((b"II", b"MM")):
        header = b"II*\0" if data.startswith(b"II") else b"MM\0*"
        return b"Exif\0\0" + header + data[4:]
    return b""


def _first_tags(data: bytes) -> dict[int, Any]:
    """Return the tags of a TIFF's first directory; none where it is broken."""
    try:
        directory = ImageFileDirectory_v2(data[:8])
        file = io.BytesIO(data)
        file.seek(directory.next)
        directory.load(file)
        return dict(directory)
    except Exception:  # broken tags raise whatever their reader stumbles over
        return {}
