from dataclasses import replace

from PySide6.QtCore import QPersistentModelIndex

from facegallery.domain.photo import Photo
from facegallery.ui.photos.photo_list_model import PHOTO_ROLE, PhotoListModel

PHOTO = Photo(1, b"", "/a.jpg", False, 400, 300, "2020-01-01T10:00:00", None, None, None)


class Source:
    """Pages of three from a list that a test may change."""

    def __init__(self, ids):
        self.photos = [replace(PHOTO, id=number) for number in ids]

    def page(self, after):
        start = 0 if after is None else self.photos.index(after) + 1
        return self.photos[start : start + 3]


def filled(qtbot, source):
    model = PhotoListModel()
    with qtbot.waitSignal(model.filled):
        model.set_source(source.page)
    return model


def ids(model):
    return [photo.id for photo in model.photos]


def test_all_pages_come_in_their_order(qtbot):
    model = filled(qtbot, Source(range(8)))
    assert ids(model) == list(range(8))
    assert model.rowCount() == 8
    assert model.index(7).data(PHOTO_ROLE).id == 7


def test_an_empty_query_is_full_at_once(qtbot):
    model = PhotoListModel()
    model.set_source(Source([]).page)
    assert model.is_full
    assert model.rowCount() == 0


def test_a_refresh_keeps_what_is_still_there(qtbot):
    source = Source([9, 7, 5, 3, 1])
    model = filled(qtbot, source)
    kept = QPersistentModelIndex(model.index(2))
    source.photos = [replace(PHOTO, id=number) for number in (10, 9, 5, 4, 3)]
    with qtbot.waitSignal(model.filled):
        model.refresh()
    assert ids(model) == [10, 9, 5, 4, 3]
    assert kept.row() == 2
    assert kept.data(PHOTO_ROLE).id == 5


def test_a_refresh_without_news_tells_nobody(qtbot):
    model = filled(qtbot, Source(range(7)))
    with (
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.assertNotEmitted(model.rowsRemoved),
        qtbot.assertNotEmitted(model.dataChanged),
        qtbot.waitSignal(model.filled),
    ):
        model.refresh()


def test_a_photo_that_went_missing_changes_in_its_place(qtbot):
    source = Source(range(5))
    model = filled(qtbot, source)
    source.photos = [replace(photo, missing=photo.id == 3) for photo in source.photos]
    with qtbot.waitSignal(model.dataChanged):
        model.refresh()
    assert [photo.id for photo in model.photos if photo.missing] == [3]


def test_a_photo_is_read_out_by_name_and_date(qtbot):
    model = filled(qtbot, Source([1]))
    assert model.index(0).data().startswith("a.jpg, ")
    assert "2020" in model.index(0).data()
