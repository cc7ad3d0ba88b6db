"""What a photo's file says of itself: size, date, camera, place, rating."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from facegallery.domain.photo import PhotoFacts
from facegallery.imaging.dates import date_in_name, exif_date, exif_offset, file_date
from facegallery.imaging.decode import format_name, upright_size
from facegallery.imaging.rating import rating_of
from facegallery.quiet import quiet

Tags = Mapping[int, object]

# Tag numbers of the Exif standard (CIPA DC-008), section 4.6.
_MAKE, _MODEL, _CHANGED = 0x010F, 0x0110, 0x0132
_EXIF_PART, _GPS_PART = 0x8769, 0x8825
_TAKEN, _DIGITIZED = 0x9003, 0x9004
_FRACTION_CHANGED, _FRACTION_TAKEN, _FRACTION_DIGITIZED = 0x9290, 0x9291, 0x9292
_OFFSET_CHANGED, _OFFSET_TAKEN, _OFFSET_DIGITIZED = 0x9010, 0x9011, 0x9012
_XMP, _RATING = 0x02BC, 0x4746
_LATITUDE_REF, _LATITUDE, _LONGITUDE_REF, _LONGITUDE = 1, 2, 3, 4

_FORMATS = {"MPO": "JPEG", "DIB": "BMP"}  # a JPEG with more pictures behind the first; a bare BMP
_LONGEST_NAME = 100  # characters; no camera's name comes near, garbage does


def read_facts(image: Image.Image, path: str, mtime_ns: int) -> PhotoFacts:
    """Return what a photo from open_photo says of itself; garbage counts as not said.

    path, mtime_ns: of its file; they give the date where EXIF has none. Never raises.
    """
    width, height = upright_size(image)
    main, detail, gps = _read_tags(image)
    taken = _taken(main, detail, path, mtime_ns)
    latitude, longitude = _place(gps)
    kind = format_name(image)
    return PhotoFacts(
        width=width,
        height=height,
        format=_FORMATS.get(kind, kind),
        taken_at=taken.at,
        taken_at_source=taken.source,
        camera=_camera(main),
        latitude=latitude,
        longitude=longitude,
        utc_offset=taken.utc_offset,
        rating=rating_of(image.info.get("xmp") or main.get(_XMP), main.get(_RATING)),
    )


def _read_tags(image: Image.Image) -> tuple[Tags, Tags, Tags]:
    """Return the main, the Exif and the GPS tags; a part that is broken is empty."""
    with quiet():
        try:
            exif = image.getexif()
            main = dict(exif)
        except Exception:  # broken EXIF raises whatever its reader stumbles over
            return {}, {}, {}
        return main, _part(exif, _EXIF_PART), _part(exif, _GPS_PART)


def _part(exif: Image.Exif, number: int) -> Tags:
    try:
        return dict(exif.get_ifd(number))
    except Exception:  # as above
        return {}


class _Taken(NamedTuple):
    """When a photo was taken, where that comes from, and its minutes ahead of UTC."""

    at: str
    source: str
    utc_offset: int | None = None


def _taken(main: Tags, detail: Tags, path: str, mtime_ns: int) -> _Taken:
    # Some programs write the Exif part's dates among the main tags.
    for value, fraction, offset in (
        (detail.get(_TAKEN), _FRACTION_TAKEN, _OFFSET_TAKEN),
        (main.get(_TAKEN), _FRACTION_TAKEN, _OFFSET_TAKEN),
        (detail.get(_DIGITIZED), _FRACTION_DIGITIZED, _OFFSET_DIGITIZED),
        (main.get(_CHANGED), _FRACTION_CHANGED, _OFFSET_CHANGED),
    ):
        if taken_at := exif_date(value, detail.get(fraction)):
            return _Taken(taken_at, "exif", exif_offset(detail.get(offset), value))
    if taken_at := date_in_name(Path(path).stem):
        return _Taken(taken_at, "name")
    return _Taken(file_date(mtime_ns), "file")


def _camera(main: Tags) -> str | None:
    """Return "Canon EOS 70D": make and model, the make once."""
    make, model = _text(main.get(_MAKE)), _text(main.get(_MODEL))
    # "NIKON CORPORATION" and "NIKON D90": the first word tells.
    if make and model.casefold().startswith(make.split()[0].casefold()):
        make = ""
    return f"{make} {model}".strip() or None


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    readable = "".join(sign if sign.isprintable() else " " for sign in value.partition("\0")[0])
    return " ".join(readable.split())[:_LONGEST_NAME]


def _place(gps: Tags) -> tuple[float | None, float | None]:
    """Return latitude and longitude in degrees, north and east positive; both or neither."""
    latitude = _degrees(gps.get(_LATITUDE), gps.get(_LATITUDE_REF), "NS", 90.0)
    longitude = _degrees(gps.get(_LONGITUDE), gps.get(_LONGITUDE_REF), "EW", 180.0)
    if latitude is None or longitude is None:
        return None, None
    if latitude == longitude == 0.0:  # what a camera writes that has no position yet
        return None, None
    return latitude, longitude


def _degrees(value: object, reference: object, signs: str, most: float) -> float | None:
    """Return degrees from degrees, minutes, seconds and a letter; None where they make no sense."""
    letter = _text(reference)[:1].upper()
    if not letter or letter not in signs:
        return None
    parts = value if isinstance(value, tuple) else (value,)
    try:
        numbers = [float(part) for part in parts]
    except (TypeError, ValueError, ArithmeticError):
        return None
    # A rational of 0/0 is not a number, and no part can be negative: the letter is the sign.
    if not 1 <= len(numbers) <= 3 or not all(math.isfinite(n) and n >= 0 for n in numbers):
        return None
    degrees = sum(number / unit for number, unit in zip(numbers, (1, 60, 3600), strict=False))
    if degrees > most:
        return None
    return round(-degrees if letter == signs[1] else degrees, 7)  # 1 cm
