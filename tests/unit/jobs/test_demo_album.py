import pytest
from PIL import Image

from facegallery.imaging import decode
from facegallery.jobs.demo_album import make_demo_album
from facegallery.paths import resources
from facegallery.vision.detect_mtcnn import MtcnnDetector
from facegallery.vision.registry import detector_info


@pytest.fixture(scope="module")
def album(tmp_path_factory):
    return make_demo_album(tmp_path_factory.mktemp("demo") / "album")


def test_every_photo_shows_one_or_two_faces_and_has_a_date(album):
    detector = MtcnnDetector(detector_info("mtcnn"))
    photos = sorted(album.iterdir())
    assert len(photos) == 16
    dates, faces = set(), []
    for path in photos:
        with Image.open(path) as image:
            dates.add(image.getexif().get_ifd(0x8769)[0x9003])
        with decode.open_photo(path.read_bytes()) as image:
            faces.append(len(detector.detect(decode.decode_upright(image).pixels)))
    assert len(dates) == 16
    assert sorted(faces) == [1] * 14 + [2] * 2


def test_where_the_portraits_come_from_is_told():
    told = (resources() / "demo" / "SOURCES.md").read_text(encoding="utf-8")
    for path in (resources() / "demo").glob("*.jpg"):
        assert path.name in told
    assert "public domain" in told
