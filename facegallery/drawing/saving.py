"""Write pictures we drew to files, never over one that we did not draw."""

import io
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PIL import Image

from facegallery.domain.errors import PictureNotWritten

FORMATS = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
}
"""Pillow's names of the formats that a file's suffix asks for."""

JPEG_QUALITY = 92
_SOFTWARE_TAG = 0x0131  # EXIF: which program made the picture
_SOFTWARE = "FaceGallery"


def check_place(place: Path, inputs: Sequence[Path] = ()) -> None:
    """Raise PictureNotWritten, before any work, for a place where save_picture may not write.

    inputs: the photos that the picture is made of. A file that is there already may be replaced
    only if save_picture made it.
    """
    if place.suffix.lower() not in FORMATS:
        raise PictureNotWritten(place, f"its name must end with {', '.join(FORMATS)}")
    if not place.parent.is_dir():
        raise PictureNotWritten(place, f"there is no folder {place.parent}")
    if place.is_dir():
        raise PictureNotWritten(place, "it is a folder")
    if any(_is_same(place, photo) for photo in inputs):
        raise PictureNotWritten(place, "it is one of the photos that it would be made of")
    if place.exists() and not _is_ours(place):
        raise PictureNotWritten(place, "there is another file of that name")


def save_picture(image: Image.Image, place: Path) -> None:
    """Write a picture in the format of the place's suffix, whole or not at all.

    Raises PictureNotWritten. Call check_place first: this replaces what is there.
    """
    exif = Image.Exif()
    exif[_SOFTWARE_TAG] = _SOFTWARE
    content = io.BytesIO()
    unfinished = place.with_name(f".{place.name}.unfinished")
    try:
        image.save(content, FORMATS[place.suffix.lower()], quality=JPEG_QUALITY, exif=exif)
        unfinished.write_bytes(content.getbuffer())
        unfinished.replace(place)
    except (OSError, ValueError) as error:  # ValueError: WebP ends at 16,383 pixels, for example
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        raise PictureNotWritten(place, reason.rstrip(".")) from error


def _is_same(place: Path, photo: Path) -> bool:
    """Tell whether two paths lead to one file, by whatever names."""
    try:
        return place.samefile(photo)
    except OSError:  # one of them is not there yet
        return place.resolve() == photo.resolve()


def _is_ours(place: Path) -> bool:
    try:
        with Image.open(place) as image:
            return image.getexif().get(_SOFTWARE_TAG) == _SOFTWARE
    except Exception:  # whatever Pillow's readers stumble over is not a picture of ours
        return False
