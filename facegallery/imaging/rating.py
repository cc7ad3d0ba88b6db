"""The stars that a photo's owner gave it, from XMP (Lightroom, digiKam, Darktable) or from EXIF."""

import re

MOST_STARS = 5
_LONGEST = 1 << 20  # bytes of XMP that are looked through; the rating stands near its beginning
# As an attribute, xmp:Rating="4", or as an element, <xmp:Rating>4</xmp:Rating>; "xap" before 2004.
_IN_XMP = re.compile(r"""\b(?:xmp|xap):Rating\s*(?:=\s*["']|>)\s*(-?\d{1,3})(?:\.\d*)?\s*["'<]""")


def rating_of(xmp: object, exif_rating: object) -> int | None:
    """Return 0 to 5 stars; None where the file tells none. XMP goes before EXIF: editors write it.

    A rejected photo, -1 in XMP, has no stars: None.
    """
    stars = _in_xmp(xmp)
    if stars is None and isinstance(exif_rating, int):
        stars = exif_rating
    return stars if stars is not None and 0 <= stars <= MOST_STARS else None


def _in_xmp(xmp: object) -> int | None:
    if isinstance(xmp, bytes):
        xmp = xmp[:_LONGEST].decode("utf-8", "replace")
    if not isinstance(xmp, str):
        return None
    found = _IN_XMP.search(xmp[:_LONGEST])
    return int(found[1]) if found else None
