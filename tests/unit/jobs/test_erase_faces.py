import pytest

from facegallery.actions import perform
from facegallery.actions.people import Name, Who
from facegallery.catalog import backups, faces, groups, journal, people, photos, properties
from facegallery.catalog.face_matrix import FaceMatrix
from facegallery.catalog.library import Library
from facegallery.catalog.locking import only_one
from facegallery.catalog.thumbnails import ThumbnailCache, face_key
from facegallery.domain.errors import LibraryBusy, ScanRunning
from facegallery.domain.face import Box
from facegallery.jobs.erase_faces import erase_faces, look_again
from tests.made import MODELS, add_faces_of

BOX = Box(0.1, 0.2, 0.15, 0.2)


@pytest.fixture
def album(library: Library) -> Library:
    """Three photos of Ann, her face in the catalog and in the cache of pictures."""
    with library.open() as db:
        groups.save_all(db, {1: add_faces_of(db, 1, 3)})
        perform.perform(db, Name(Who("group", 1), "Ann"))
        cache = ThumbnailCache(library.thumbnails_file)
        for photo in photos.page(db):
            key = face_key(photo.content_hash, BOX)
            cache.put({photo.content_hash: b"small photo", key: b"picture of a face"})
        cache.close()
        FaceMatrix(library.folder, MODELS[1]).sync(db)
    backups.back_up_daily(library)
    return library


def bytes_of(library: Library) -> bytes:
    files = [path for path in library.folder.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in files)


def test_nothing_of_any_face_is_left_in_any_file(album):
    with album.open() as db:
        vector = db.execute("select vector from embeddings").fetchone()[0]
    assert vector in bytes_of(album)
    assert (album.folder / "likeness").is_dir()
    erase_faces(album, keep_names=False, keep_copy=False)
    left = bytes_of(album)
    for trace in (vector, b"picture of a face", b"Ann"):
        assert trace not in left
    assert b"small photo" in left
    assert not (album.folder / "likeness").exists()
    with album.open() as db:
        assert faces.listed(db) == people.listed(db) == journal.listed(db) == []
        assert len(photos.page(db)) == 3
    assert backups.listed(album) == []


def test_names_can_stay_and_a_copy_brings_everything_back(album):
    erase_faces(album, keep_names=True, keep_copy=True)
    with album.open() as db:
        assert [(card.name, card.faces) for card in people.listed(db)] == [("Ann", 0)]
    copy = next(each for each in backups.listed(album) if each.name.startswith("before-erasing"))
    backups.restore(album, copy.name)
    with album.open() as db:
        assert people.person(db, 1).faces == 3


def test_known_photos_are_looked_at_again_only_when_asked(album):
    erase_faces(album, keep_names=False, keep_copy=False)
    with album.open() as db:
        assert not photos.looked_at_by_others(db, MODELS[0])
    look_again(album)
    with album.open() as db:
        assert len(photos.looked_at_by_others(db, MODELS[0])) == 3
        assert properties.status(db).photos == 3


def test_nothing_is_erased_while_a_scan_runs(album):
    with only_one(album.lock_file, ScanRunning), pytest.raises(LibraryBusy):
        erase_faces(album, keep_names=False, keep_copy=True)
    with album.open() as db:
        assert people.person(db, 1).faces == 3
