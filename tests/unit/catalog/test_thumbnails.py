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


def test_without_a_place_on_the_disk_pictures_are_kept_in_memory(tmp_path):
    cache = ThumbnailCache(tmp_path / "no folder" / "thumbnails.sqlite")
    cache.put({b"key": b"picture"})
    assert cache.get(b"key") == b"picture"
    cache.close()


def test_a_cache_that_fails_is_no_error(file):
    cache = ThumbnailCache(file)
    cache.put({b"key": b"picture"})
    (pages,) = cache._connection.execute("pragma page_count").fetchone()
    cache._connection.execute(f"pragma max_page_count = {pages}")  # a full disk
    cache.put({bytes([number]): bytes(4000) for number in range(9)})
    assert cache.get(b"key") == b"picture"
    cache._connection.execute("drop table pictures")
    assert cache.get(b"key") is None
    cache.close()
