import pytest

from facegallery.catalog.thumbnails import ThumbnailCache, face_key, photo_key
from facegallery.domain.face import Box

CONTENT = b"\x01" * 32
BOX = Box(0.1, 0.2, 0.3, 0.4)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "thumbnails.sqlite"


def test_pictures_are_found_by_content(file):
    cache = ThumbnailCache(file)
    cache.put({photo_key(CONTENT): b"photo", face_key(CONTENT, BOX): b"face"})
    cache.close()
    again = ThumbnailCache(file)
    assert again.get(photo_key(CONTENT)) == b"photo"
    assert again.get(face_key(CONTENT, Box(0.1, 0.2, 0.3, 0.4))) == b"face"
    assert again.get(face_key(CONTENT, Box(0.1, 0.2, 0.3, 0.45))) is None
    again.close()


def test_a_damaged_cache_is_made_anew(file):
    file.write_bytes(b"not a database" * 1000)
    cache = ThumbnailCache(file)
    assert cache.get(b"key") is None
    cache.put({b"key": b"picture"})
    assert cache.get(b"key") == b"picture"
    cache.close()
