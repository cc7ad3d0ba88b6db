"""Tests of facegallery.imaging.dates."""

from datetime import datetime

import pytest

from facegallery.imaging.dates import date_in_name, exif_date, exif_offset, file_date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2015:06:30 18:04:09", "2015-06-30T18:04:09"),
        ("2015:06:30 18:04:09\0", "2015-06-30T18:04:09"),
        (b"2015:06:30 18:04:09\0\0", "2015-06-30T18:04:09"),
        ("  2015-06-30T18:04:09+02:00", "2015-06-30T18:04:09"),
        ("2015/06/30 18:04", "2015-06-30T18:04:00"),
        ("2015:06:30", "2015-06-30T00:00:00"),
        ("2016:02:29 00:00:00", "2016-02-29T00:00:00"),
        ("1931:05:01 12:00:00", "1931-05-01T12:00:00"),
        ("0000:00:00 00:00:00", None),
        ("    :  :     :  :  ", None),
        ("2015:02:29 00:00:00", None),
        ("2015:13:01 00:00:00", None),
        ("2015:06:30 25:61:00", None),
        ("1700:01:01 00:00:00", None),
        ("9999:12:31 23:59:59", None),
        ("yesterday", None),
        ("", None),
        (b"\xff\xfe\x00", None),
        (20150630, None),
        (None, None),
    ],
)
def test_exif_dates(value, date):
    assert exif_date(value) == date


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("IMG_20150630_180409", "2015-06-30T18:04:09"),
        ("20150630_180409(0)", "2015-06-30T18:04:09"),
        ("20150630180409", "2015-06-30T18:04:09"),
        ("PXL_20210101_123456789", "2021-01-01T12:34:56"),
        ("PXL_20210101_123456789.PORTRAIT", "2021-01-01T12:34:56"),
        ("00100lPORTRAIT_00100_BURST20190101123456789_COVER", "2019-01-01T12:34:56"),
        ("2015-06-30 18.04.09", "2015-06-30T18:04:09"),
        ("2015-06-30_18-04-09", "2015-06-30T18:04:09"),
        ("photo_2015-06-30_18-04-09 (2)", "2015-06-30T18:04:09"),
        ("Screenshot_2015-06-30-18-04-09", "2015-06-30T18:04:09"),
        ("Screenshot 2021-03-04 at 10.11.12", "2021-03-04T10:11:12"),
        ("Screenshot 2021-03-04 at 1.11.12 PM", "2021-03-04T13:11:12"),
        ("WhatsApp Image 2019-01-02 at 12.01.02 AM", "2019-01-02T00:01:02"),
        ("signal-2021-03-04-101112", "2021-03-04T10:11:12"),
        ("IMG-20150630-WA0001", "2015-06-30T00:00:00"),
        ("2015.06.30 the party", "2015-06-30T00:00:00"),
        ("20150630_0001", "2015-06-30T00:00:00"),
        ("20150630_12345", "2015-06-30T00:00:00"),
        ("20150630_996199", "2015-06-30T00:00:00"),
        ("99999999 20150630", "2015-06-30T00:00:00"),
        ("IMG_0001", None),
        ("IMG_2015", None),
        ("DSC_19991234", None),
        ("120150630", None),
        ("201506301", None),
        ("2015-0630", None),
        ("holiday", None),
        ("", None),
    ],
)
def test_dates_in_names(name, date):
    assert date_in_name(name) == date


def test_the_file_date_is_local_time():
    moment = datetime(2015, 6, 30, 18, 4, 9)  # without a zone: local, as the file systems show it
    assert file_date(int(moment.timestamp()) * 10**9 + 999) == "2015-06-30T18:04:09"


def test_a_file_date_outside_of_the_calendar():
    assert file_date(10**30) == file_date(-(10**30)) == "1970-01-01T00:00:00"
    assert file_date(9_000 * 366 * 86_400 * 10**9) == "1970-01-01T00:00:00"  # a broken clock


@pytest.mark.parametrize(
    ("value", "date", "minutes"),
    [
        ("+02:00", None, 120), ("-09:30\0", None, -570), (b"+05:30", None, 330), ("Z", None, 0),
        ("+14:00", None, 840), ("+14:15", None, None), ("+02:60", None, None), ("", None, None),
        ("+2", None, None), ("   :  ", None, None), (120, None, None), (None, None, None),
        (None, "2015-06-30T18:04:09+02:00", 120), (None, "2015-06-30T18:04:09.52-0700", -420),
        (None, "2015-06-30T18:04:09Z", 0), (None, "2015-06-30", None),
        ("+01:00", "2015-06-30T18:04:09+02:00", 60),
    ],
)  # fmt: skip
def test_time_zones(value, date, minutes):
    assert exif_offset(value, date) == minutes


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        ("52", ".520"), ("520", ".520"), ("5234", ".523"), (b"05\0", ".050"), (" 7 ", ".700"),
        ("000", ""), ("", ""), (None, ""), ("abc", ""), (7, ""), ("0004", ""),
    ],
)  # fmt: skip
def test_the_fraction_of_a_second_follows_where_it_makes_sense(fraction, expected):
    assert exif_date("2015:06:30 18:04:09", fraction) == f"2015-06-30T18:04:09{expected}"


def test_a_date_that_makes_no_sense_gets_none_from_a_fraction():
    assert exif_date("0000:00:00 00:00:00", "52") is None
