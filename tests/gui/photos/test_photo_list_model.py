import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex

from facegallery.domain.photo import Photo
from facegallery.jobs.job_thread import JobThread
from facegallery.ui.photos import photo_list_model
from facegallery.ui.photos.photo_list_model import PhotoListModel
from facegallery.ui.widgets.item_model import ITEM_ROLE

PHOTO = Photo(1, b"", "/a.jpg", False, 400, 300, "2020-01-01T10:00:00", None, None, None)


class Source:
    """Pages of three from a list that a test may change."""

    def __init__(self, ids):
        self.photos = [replace(PHOTO, id=number) for number in ids]

    def page(self, _db, after, limit):
        start = 0 if after is None else self.photos.index(after) + 1
        return self.photos[start : start + limit]


@pytest.fixture(autouse=True)
def short_pages(monkeypatch):
    monkeypatch.setattr(photo_list_model, "FIRST_PAGE", 2)
    monkeypatch.setattr(photo_list_model, "PAGE", 3)


@pytest.fixture
def model(empty_library, qtbot):
    model = PhotoListModel(empty_library)
    yield model
    qtbot.waitUntil(lambda: not any(lane.busy for lane in model.findChildren(JobThread)))


def filled(model, qtbot, source):
    with qtbot.waitSignal(model.filled):
        model.set_source(source.page)
    return model


def ids(model):
    return [photo.id for photo in model.items]


def test_all_pages_come_in_their_order(model, qtbot):
    filled(model, qtbot, Source(range(8)))
    assert ids(model) == list(range(8))
    assert model.rowCount() == 8
    assert model.index(7).data(ITEM_ROLE).id == 7


def test_an_empty_query_is_full_soon(model, qtbot):
    filled(model, qtbot, Source([]))
    assert model.is_full
    assert model.rowCount() == 0


def test_another_query_is_not_mixed_up_with_the_one_before(model, qtbot):
    model.set_source(Source(range(20)).page)
    filled(model, qtbot, Source([30, 31, 32, 33]))
    assert ids(model) == [30, 31, 32, 33]


def test_the_window_goes_on_while_a_page_is_read(model, qtbot):
    source, read_in = Source(range(4)), []

    def page(db, after, limit):
        read_in.append(threading.current_thread())
        return source.page(db, after, limit)

    with qtbot.waitSignal(model.filled):
        model.set_source(page)
    assert threading.main_thread() not in read_in


def test_a_refresh_keeps_what_is_still_there(model, qtbot):
    source = Source([9, 7, 5, 3, 1])
    filled(model, qtbot, source)
    kept = QPersistentModelIndex(model.index(2))
    source.photos = [replace(PHOTO, id=number) for number in (10, 9, 5, 4, 3)]
    with qtbot.waitSignal(model.filled):
        model.refresh()
    assert ids(model) == [10, 9, 5, 4, 3]
    assert kept.row() == 2
    assert kept.data(ITEM_ROLE).id == 5


def test_a_refresh_without_news_tells_nobody(model, qtbot):
    filled(model, qtbot, Source(range(7)))
    with (
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.assertNotEmitted(model.rowsRemoved),
        qtbot.assertNotEmitted(model.dataChanged),
        qtbot.waitSignal(model.filled),
    ):
        model.refresh()


def test_a_photo_that_went_missing_changes_in_its_place(model, qtbot):
    source = Source(range(5))
    filled(model, qtbot, source)
    source.photos = [replace(photo, missing=photo.id == 3) for photo in source.photos]
    with qtbot.waitSignal(model.dataChanged):
        model.refresh()
    assert [photo.id for photo in model.items if photo.missing] == [3]


def test_a_photo_is_read_out_by_name_and_date(model, qtbot):
    filled(model, qtbot, Source([1]))
    assert model.index(0).data().startswith("a.jpg, ")
    assert "2020" in model.index(0).data()


def test_a_photo_is_found_wherever_it_is(model, qtbot, monkeypatch):
    monkeypatch.setattr(photo_list_model, "NEAR", 1)
    filled(model, qtbot, Source(range(20, 30)))
    assert [model.row_of(number) for number in (29, 28, 20, 21, 7, 25)] == [9, 8, 0, 1, None, 5]


def test_a_photo_that_was_not_here_is_found_once_it_has_come(model, qtbot, monkeypatch):
    monkeypatch.setattr(photo_list_model, "NEAR", 1)
    source = Source(range(20, 30))
    filled(model, qtbot, source)
    assert [model.row_of(7), model.row_of(7)] == [None, None]
    source.photos.insert(0, replace(PHOTO, id=7))
    with qtbot.waitSignal(model.filled):
        model.refresh()
    assert model.key_at(model.index(9)) == 28
    assert model.row_of(7) == 0


def test_a_refresh_leaves_the_photos_before_the_first_news_unchanged(model, qtbot):
    source = Source([9, 7, 5, 3, 1])
    filled(model, qtbot, source)
    model.unchanged = 5
    source.photos = [replace(PHOTO, id=number) for number in (9, 7, 3, 2, 1)]
    with qtbot.waitSignal(model.filled):
        model.refresh()
    assert model.unchanged == 2
