from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QRectF, QSize

from facegallery.catalog import photos
from facegallery.domain.errors import PhotoUnreadable
from facegallery.ui.viewer import photo_loader
from facegallery.ui.viewer.photo_loader import PhotoLoader, whole_size


@pytest.fixture
def loader(qtbot):
    loader = PhotoLoader()
    yield loader
    loader.close()


def test_the_photo_and_its_neighbours_are_loaded(loader, qtbot, db):
    wanted = photos.page(db)[:3]
    with qtbot.waitSignals([loader.loaded] * 3):
        loader.want(wanted, QSize(600, 600))
    assert all(loader.picture(photo) is not None for photo in wanted)


@pytest.mark.parametrize(
    ("room", "size"), [((100, 100), (100, 75)), ((300, 150), (200, 150)), ((900, 900), (640, 480))]
)
def test_a_photo_is_no_larger_than_the_screen_needs(loader, qtbot, db, room, size):
    photo = photos.page(db)[0]
    with qtbot.waitSignal(loader.loaded):
        loader.want([photo], QSize(*room))
    assert loader.picture(photo).size().toTuple() == size


def settle(loader, qtbot):
    """Wait until all is decoded, and what was decoded is here."""
    qtbot.waitUntil(lambda: not loader.busy)
    QCoreApplication.processEvents()


def test_a_photo_is_loaded_again_for_a_larger_room_only(loader, qtbot, db):
    photo = photos.page(db)[0]
    for room, width in ((100, 100), (300, 300), (200, 300)):
        loader.want([photo], QSize(room, room))
        settle(loader, qtbot)
        assert loader.picture(photo).width() == width


def test_a_part_comes_with_the_pixels_of_the_photo(loader, qtbot, db, tmp_path):
    photo = photos.page(db)[0]
    loader.want([photo], QSize(100, 100))
    area = QRectF(0.25, 0.5, 0.5, 0.25)
    loader.want_part(photo, area, 1.0)
    qtbot.waitUntil(lambda: loader.part(photo) is not None)
    part = loader.part(photo)
    assert part.pixmap.size().toTuple() == (320, 120)
    assert part.covers(area)
    assert not part.covers(QRectF(0, 0, 1, 1))
    with Image.open(photo.path) as image:
        expected = image.convert("RGB").getpixel((160 + 7, 240 + 9))
    assert part.pixmap.toImage().pixelColor(7, 9).getRgb()[:3] == expected


def test_a_part_is_let_go_when_another_photo_is_shown(loader, qtbot, db):
    first, second = photos.page(db)[:2]
    loader.want([first, second], QSize(100, 100))
    loader.want_part(first, QRectF(0, 0, 0.5, 0.5), 0.5)
    qtbot.waitUntil(lambda: loader.part(first) is not None)
    loader.want([second, first], QSize(100, 100))
    assert loader.part(first) is None


def test_a_file_that_is_gone_fails_with_its_reason(loader, qtbot, db, tmp_path):
    gone = replace(photos.page(db)[0], path=str(tmp_path / "gone.jpg"))
    with qtbot.waitSignal(loader.failed) as failed:
        loader.want([gone], QSize(600, 600))
    assert failed.args[0] == gone.content_hash
    assert isinstance(failed.args[1], PhotoUnreadable)


def test_pictures_are_let_go_when_the_viewer_is_not_shown(loader, qtbot, db):
    photo = photos.page(db)[0]
    with qtbot.waitSignal(loader.loaded):
        loader.want([photo], QSize(600, 600))
    loader.forget()
    assert loader.picture(photo) is None


def test_no_more_is_kept_than_the_limit_and_the_photo_shown_always(loader, qtbot, db, monkeypatch):
    wanted = photos.page(db)[:3]
    monkeypatch.setattr(photo_loader, "LIMIT_BYTES", 4 * 100 * 75 + 100)
    for first in (0, 1):
        order = [wanted[first], *wanted[:first], *wanted[first + 1 :]]
        loader.want(order, QSize(100, 100))
        qtbot.waitUntil(lambda shown=order[0]: loader.picture(shown) is not None)
        settle(loader, qtbot)
        assert [loader.picture(photo) is not None for photo in order] == [True, False, False]


@pytest.mark.parametrize(
    ("photo_size", "room", "expected"),
    [
        ((4000, 3000), (1200, 600), (800, 600)),
        ((100, 80), (1200, 600), (100, 80)),
        ((12000, 9000), (7680, 4320), (3266, 2449)),
        ((20000, 1), (1000, 1000), (1000, 1)),
    ],
)
def test_a_whole_photo_fits_the_room_and_the_memory(db, photo_size, room, expected):
    width, height = photo_size
    photo = replace(photos.page(db)[0], width=width, height=height)
    assert whole_size(photo, QSize(*room)).toTuple() == expected
