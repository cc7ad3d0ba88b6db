from dataclasses import replace

import pytest

from facegallery.catalog import photos
from facegallery.domain.errors import PhotoUnreadable
from facegallery.ui.viewer import photo_loader
from facegallery.ui.viewer.photo_loader import PhotoLoader


@pytest.fixture
def loader(qtbot):
    loader = PhotoLoader()
    yield loader
    loader.close()


def test_the_photo_and_its_neighbours_are_loaded(loader, qtbot, db):
    wanted = photos.page(db)[:3]
    with qtbot.waitSignals([loader.loaded] * 3):
        loader.want(wanted, 600)
    assert all(loader.picture(photo) is not None for photo in wanted)


def test_one_picture_in_full_is_kept_until_another_photo_comes(loader, qtbot, db):
    first, second = photos.page(db)[:2]
    with qtbot.waitSignals([loader.loaded] * 2):
        loader.want([first, second], 100)
    with qtbot.waitSignal(loader.loaded) as loaded:
        loader.want_full(first)
    assert loaded.args == [first.content_hash, True]
    assert loader.picture(first).width() == 640
    loader.want([second, first], 100)
    assert not loader.has_full(first)


@pytest.mark.parametrize("side", [100, 300, 500])
def test_a_photo_is_no_larger_than_the_screen_needs(loader, qtbot, db, side):
    photo = photos.page(db)[0]
    with qtbot.waitSignal(loader.loaded):
        loader.want([photo], side)
    picture = loader.picture(photo)
    assert side <= picture.width() <= side * photo_loader.NEAR
    assert picture.height() == pytest.approx(picture.width() * 480 / 640, abs=1)


def test_a_file_that_is_gone_fails_with_its_reason(loader, qtbot, db, tmp_path):
    gone = replace(photos.page(db)[0], path=str(tmp_path / "gone.jpg"))
    with qtbot.waitSignal(loader.failed) as failed:
        loader.want([gone], 600)
    assert failed.args[0] == gone.content_hash
    assert isinstance(failed.args[1], PhotoUnreadable)


def test_pictures_are_let_go_when_the_viewer_is_not_shown(loader, qtbot, db):
    photo = photos.page(db)[0]
    with qtbot.waitSignal(loader.loaded):
        loader.want([photo], 600)
    loader.forget()
    assert loader.picture(photo) is None


@pytest.mark.parametrize(
    ("width", "height", "side"), [(4000, 3000, None), (6000, 4000, None), (12000, 9000, 3000)]
)
def test_huge_photos_are_halved_until_they_fit(db, width, height, side):
    photo = replace(photos.page(db)[0], width=width, height=height)
    assert photo_loader._largest_side(photo) == side
