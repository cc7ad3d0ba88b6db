"""Tests of facegallery.imaging.exif."""

import io
from datetime import datetime

import numpy as np
import pytest
from PIL import Image, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

from facegallery.imaging.decode import decode_upright, open_photo
from facegallery.imaging.exif import read_facts

PICTURE = Image.new("RGB", (80, 60), (90, 120, 40))
MTIME_NS = int(datetime(2020, 2, 3, 4, 5, 6).timestamp()) * 10**9


def saved(exif, kind="JPEG", **options):
    buffer = io.BytesIO()
    PICTURE.save(buffer, kind, exif=exif, **options)
    return buffer.getvalue()


def facts_of(data, path="/photos/IMG_0001.jpg", mtime_ns=MTIME_NS):
    return read_facts(open_photo(data), path, mtime_ns)


def full_exif():
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Canon", "Canon EOS 70D", 6
    exif[0x0132] = "2018:01:01 00:00:00"
    exif.get_ifd(0x8769)[0x9003] = "2015:06:30 18:04:09"
    exif.get_ifd(0x8769)[0x9004] = "2016:01:01 00:00:00"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "S", (33.0, 51.0, 24.5)
    gps[3], gps[4] = "E", (151.0, 12.0, 54.0)
    return exif


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_all_facts_of_a_photo(kind):
    facts = facts_of(saved(full_exif().tobytes(), kind))
    assert (facts.width, facts.height, facts.format) == (60, 80, kind)
    assert (facts.taken_at, facts.taken_at_source) == ("2015-06-30T18:04:09", "exif")
    assert facts.camera == "Canon EOS 70D"
    assert facts.latitude == pytest.approx(-33.856806, abs=1e-5)
    assert facts.longitude == pytest.approx(151.215, abs=1e-5)


def test_all_facts_of_a_heic_photo():
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.register_heif_opener()
    facts = facts_of(saved(full_exif().tobytes(), "HEIF"))
    assert (facts.width, facts.height, facts.format) == (60, 80, "HEIF")
    assert (facts.taken_at, facts.camera) == ("2015-06-30T18:04:09", "Canon EOS 70D")
    assert facts.latitude == pytest.approx(-33.856806, abs=1e-5)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_the_facts_are_the_same_after_decoding(kind):
    image = open_photo(saved(full_exif(), kind))
    before = read_facts(image, "/a.jpg", MTIME_NS)
    decode_upright(image, least_side=20)
    after = read_facts(image, "/a.jpg", MTIME_NS)
    assert (after.width, after.height) == (before.width, before.height) == (60, 80)
    assert after.taken_at == before.taken_at


def test_a_photo_with_a_second_picture_behind_it_is_a_jpeg():
    buffer = io.BytesIO()
    PICTURE.save(buffer, "MPO", save_all=True, append_images=[PICTURE])
    assert open_photo(buffer.getvalue()).format == "MPO"
    assert facts_of(buffer.getvalue()).format == "JPEG"


def test_the_date_falls_back_tag_by_tag():
    exif = full_exif()
    exif.get_ifd(0x8769)[0x9003] = "0000:00:00 00:00:00"
    assert facts_of(saved(exif)).taken_at == "2016-01-01T00:00:00"
    del exif.get_ifd(0x8769)[0x9004]
    assert facts_of(saved(exif)).taken_at == "2018-01-01T00:00:00"


def test_the_date_falls_back_on_the_name_then_on_the_file():
    data = saved(Image.Exif())
    facts = facts_of(data, "/20010101 party/IMG_20150630_180409.jpg")
    assert (facts.taken_at, facts.taken_at_source) == ("2015-06-30T18:04:09", "name")
    facts = facts_of(data, "/20010101 party/IMG_0001.jpg")
    assert (facts.taken_at, facts.taken_at_source) == ("2020-02-03T04:05:06", "file")
    facts = facts_of(data, "/IMG_0001.jpg", 10**30)
    assert (facts.taken_at, facts.taken_at_source) == ("1970-01-01T00:00:00", "file")


def test_the_local_time_stays_and_its_zone_is_told_beside_it():
    exif = full_exif()
    exif.get_ifd(0x8769)[0x9011] = "+02:00"
    exif.get_ifd(0x8769)[0x9291] = "52"
    facts = facts_of(saved(exif))
    assert (facts.taken_at, facts.utc_offset) == ("2015-06-30T18:04:09.520", 120)


def xmp_with(rating):
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description rdf:about="" '
        f'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="{rating}"/></rdf:RDF></x:xmpmeta>'
    ).encode()


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_stars_are_read_from_xmp_before_exif(kind):
    pytest.importorskip("pillow_heif").register_heif_opener()
    exif = Image.Exif()
    exif[0x4746] = 2
    assert facts_of(saved(exif.tobytes(), kind)).rating == 2
    options = {"tiffinfo": {700: xmp_with(4)}} if kind == "TIFF" else {"xmp": xmp_with(4)}
    assert facts_of(saved(exif.tobytes() if kind != "TIFF" else exif, kind, **options)).rating == 4


@pytest.mark.parametrize("late", [False, True])
def test_the_facts_of_a_png_are_read_without_its_pixels(late):
    data = saved(full_exif(), "PNG")
    if late:  # as some programs write it: behind the pixels
        start = data.index(b"eXIf") - 4
        length = 12 + int.from_bytes(data[start : start + 4], "big")
        end = data.index(b"IEND") - 4
        part = data[start : start + length]
        data = data[:start] + data[start + length : end] + part + data[end:]
    image = open_photo(data)
    image.load = lambda: pytest.fail("it was decoded")
    facts = read_facts(image, "/a.png", MTIME_NS)
    assert (facts.camera, facts.width, facts.height) == ("Canon EOS 70D", 60, 80)


def test_stars_of_a_png():
    text = PngImagePlugin.PngInfo()
    text.add_itxt("XML:com.adobe.xmp", xmp_with(5).decode())
    assert facts_of(saved(Image.Exif(), "PNG", pnginfo=text)).rating == 5


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Canon", "Canon EOS 70D", "Canon EOS 70D"),
        ("NIKON CORPORATION", "NIKON D90", "NIKON D90"),
        ("Apple", "iPhone 12", "Apple iPhone 12"),
        ("SAMSUNG\0\0\0", "  SM-G900F \0junk", "SAMSUNG SM-G900F"),
        ("  SONY   ", "", "SONY"),
        ("", "X100", "X100"),
        ("\0", "   ", None),
        ("Fuji\nfilm\x07", "X\tT", "Fuji film X T"),
    ],
)
def test_cameras(make, model, camera):
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = make, model
    assert facts_of(saved(exif)).camera == camera


def test_a_camera_name_that_is_garbage_is_cut():
    exif = Image.Exif()
    exif[0x0110] = "x" * 5000
    assert facts_of(saved(exif)).camera == "x" * 100


@pytest.mark.parametrize(
    ("latitude", "longitude", "place"),
    [
        (("N", (48.0, 30.0, 36.0)), ("E", (9.0, 3.0, 0.0)), (48.51, 9.05)),
        (("N", (48.0, 30.6, 0.0)), ("W", (9.0, 3.0, 0.0)), (48.51, -9.05)),
        (("n\0", (48.51,)), ("e", (9.05,)), (48.51, 9.05)),
        (("S", (90.0, 0.0, 0.0)), ("W", (180.0, 0.0, 0.0)), (-90.0, -180.0)),
        (("N", (0.0, 0.0, 0.0)), ("E", (9.0, 0.0, 0.0)), (0.0, 9.0)),
        (("N", (0.0, 0.0, 0.0)), ("E", (0.0, 0.0, 0.0)), None),
        (("N", (90.0, 0.0, 1.0)), ("E", (9.0, 0.0, 0.0)), None),
        (("N", (48.0, 0.0, 0.0)), ("E", (181.0, 0.0, 0.0)), None),
        (("N", (IFDRational(0, 0),) * 3), ("E", (IFDRational(0, 0),) * 3), None),
        (("N", (48.0, 30.0, IFDRational(0, 0))), ("E", (9.0, 0.0, 0.0)), None),
        (("X", (48.0, 0.0, 0.0)), ("E", (9.0, 0.0, 0.0)), None),
        (("E", (48.0, 0.0, 0.0)), ("N", (9.0, 0.0, 0.0)), None),
        ((None, (48.0, 0.0, 0.0)), ("E", (9.0, 0.0, 0.0)), None),
        (("N", (48.0, 0.0, 0.0)), (None, None), None),
        (("N", (1.0, 2.0, 3.0, 4.0)), ("E", (9.0, 0.0, 0.0)), None),
    ],
)
def test_places(latitude, longitude, place):
    exif = Image.Exif()
    gps = exif.get_ifd(0x8825)
    for key, (letter, value) in ((1, latitude), (3, longitude)):
        if letter is not None:
            gps[key] = letter
        if value is not None:
            gps[key + 1] = value
    facts = facts_of(saved(exif))
    if place is None:
        assert (facts.latitude, facts.longitude) == (None, None)
    else:
        assert (facts.latitude, facts.longitude) == pytest.approx(place, abs=1e-6)


def test_garbage_exif_is_as_good_as_none():
    plain = saved(Image.Exif())
    rng = np.random.default_rng(7)
    for length in (0, 1, 8, 50, 500):
        segment = b"Exif\0\0" + rng.bytes(length)
        marker = b"\xff\xe1" + (len(segment) + 2).to_bytes(2, "big")
        facts = facts_of(plain[:2] + marker + segment + plain[2:])
        assert (facts.width, facts.height) == (80, 60)
        assert (facts.taken_at_source, facts.camera, facts.latitude) == ("file", None, None)


def test_damaged_exif_never_raises_and_never_warns(capfd):
    data = saved(full_exif())
    start = data.index(b"Exif\0\0")
    end = start - 2 + int.from_bytes(data[start - 2 : start], "big")
    rng = np.random.default_rng(7)
    for _ in range(300):
        broken = bytearray(data)
        for place in rng.integers(start + 6, end, size=6):
            broken[place] = rng.integers(256)
        facts = facts_of(bytes(broken))
        assert sorted((facts.width, facts.height)) == [60, 80]
        assert facts.latitude is None or abs(facts.latitude) <= 90
    assert capfd.readouterr().err == ""
