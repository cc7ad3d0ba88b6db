from facegallery.catalog import faces, photos
from facegallery.catalog.thumbnails import ThumbnailCache, face_key, photo_key
from facegallery.ui import pictures as module
from facegallery.ui.pictures import Pictures


def test_a_photo_arrives_from_the_cache(qtbot, pictures, db):
    photo = photos.page(db)[0]
    with qtbot.waitSignal(pictures.arrived) as arrived:
        assert pictures.photo(photo.content_hash, photo.path) is None
    assert arrived.args == [photo_key(photo.content_hash)]
    pixmap = pictures.photo(photo.content_hash, photo.path)
    assert (pixmap.width(), pixmap.height()) == (400, 300)


def test_a_face_that_the_cache_lost_is_made_again_and_kept(qtbot, library, db):
    face = faces.listed(db)[0]
    for file in library.folder.glob("thumbnails.sqlite*"):
        file.unlink()
    pictures = Pictures(library)
    with qtbot.waitSignal(pictures.arrived):
        pictures.face(face.photo_hash, face.box, face.path)
    assert pictures.face(face.photo_hash, face.box, face.path).width() == 192
    pictures.close()
    cache = ThumbnailCache(library.thumbnails_file)
    assert cache.get(face_key(face.photo_hash, face.box)) is not None
    cache.close()


def test_a_picture_that_cannot_be_had_is_lost_until_it_is_tried_again(qtbot, pictures, tmp_path):
    gone = str(tmp_path / "gone.jpg")
    with qtbot.waitSignal(pictures.arrived):
        pictures.photo(b"x" * 32, gone)
    assert pictures.is_lost(b"x" * 32)
    pictures.forget_lost()
    assert not pictures.is_lost(b"x" * 32)
    with qtbot.waitSignal(pictures.arrived):
        pictures.photo(b"x" * 32, gone)


def test_nothing_is_loaded_after_close(qtbot, pictures, db):
    photo = photos.page(db)[0]
    pictures.close()
    with qtbot.assertNotEmitted(pictures.arrived, wait=50):
        assert pictures.photo(photo.content_hash, photo.path) is None


def test_memory_stays_below_the_limit(qtbot, pictures, db, monkeypatch):
    monkeypatch.setattr("facegallery.ui.pictures.LIMIT_BYTES", 3 * 400 * 300 * 4)
    for photo in photos.page(db):
        with qtbot.waitSignal(pictures.arrived):
            pictures.photo(photo.content_hash, photo.path)
    loaded = [photo for photo in photos.page(db) if pictures.photo(photo.content_hash, photo.path)]
    assert [photo.id for photo in loaded] == [photo.id for photo in photos.page(db)[-3:]]


def test_most_pictures_are_let_go_when_something_else_needs_the_room(
    pictures, db, qtbot, monkeypatch
):
    shown = photos.page(db)[:3]
    with qtbot.waitSignals([pictures.arrived] * 3):
        for photo in shown:
            pictures.photo(photo.content_hash, photo.path)
    monkeypatch.setattr(module, "LEAST_BYTES", 0)
    pictures.shrink()
    assert len(pictures._shown) == 1
