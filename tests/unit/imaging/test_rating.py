"""Tests of facegallery.imaging.rating."""

import pytest

from facegallery.imaging.rating import rating_of


@pytest.mark.parametrize(
    ("xmp", "exif", "stars"),
    [
        (b'<rdf:Description xmp:Rating="4"/>', None, 4),
        (b"<rdf:Description xmp:Rating = '3' />", None, 3),
        (b"<xmp:Rating>5</xmp:Rating>", 1, 5),
        (b"<xap:Rating> 2 </xap:Rating>", None, 2),
        (b'xmp:Rating="3.0"', None, 3),
        (b'xmp:Rating="0"', 4, 0),
        (b'xmp:Rating="-1"', 4, None),  # rejected
        (b'xmp:Rating="99"', None, None),
        (b'MicrosoftPhoto:Rating="75"', 4, 4),
        (b'xmp:RatingPercent="75"', None, None),
        ('xmp:Rating="1"', None, 1),
        (b"\xff\xfe\x00", 3, 3),
        (None, 5, 5),
        (None, 6, None),
        (None, "4", None),
        ((1, 2), None, None),
    ],
)
def test_stars(xmp, exif, stars):
    assert rating_of(xmp, exif) == stars
