import pytest

from facegallery.actions.albums import (
    AddToAlbum,
    ChangeQuery,
    DeleteAlbum,
    MarkFavourite,
    MoveAlbum,
    RemoveFromAlbum,
    RenameAlbum,
    SaveAlbum,
    SetAlbumCover,
)
from facegallery.actions.perform import perform, redo, undo
from facegallery.catalog import albums, search
from facegallery.domain.errors import NoSuchAlbum, NotPossible
from tests.made import add_photo


@pytest.fixture
def ids(catalog):
    return tuple(add_photo(catalog, f"{number}.jpg", []) for number in range(4))


def state(catalog):
    found = albums.listed(catalog)
    return [(a.name, a.query, [p.id for p in albums.photos_of(catalog, a.id)]) for a in found]


def test_each_action_is_done_undone_and_done_again(catalog, ids):
    perform(catalog, SaveAlbum("Summer", "date: summer 2015"))
    perform(catalog, SaveAlbum("Best", None, ids[:2]))
    first, second = (album.id for album in albums.listed(catalog))
    for action in (
        AddToAlbum(second, ids),
        RemoveFromAlbum(second, ids[1:2]),
        RenameAlbum(first, "Winter"),
        ChangeQuery(first, "date: winter 2015"),
        SetAlbumCover(second, ids[3]),
        MoveAlbum(second, 0),
        DeleteAlbum(second),
        DeleteAlbum(first),
    ):
        before = state(catalog)
        perform(catalog, action)
        after = state(catalog)
        assert undo(catalog)
        assert state(catalog) == before
        redo(catalog)
        assert state(catalog) == after
    assert state(catalog) == []


def test_photos_keep_the_order_in_which_they_came(catalog, ids):
    perform(catalog, SaveAlbum("Best", None, (ids[2], ids[0])))
    perform(catalog, AddToAlbum(1, ids))
    (album,) = albums.listed(catalog)
    assert album.photos == 4
    pages, last = [], None
    while page := albums.photos_of(catalog, album.id, last, 3):
        pages += [photo.id for photo in page]
        last = page[-1]
    assert pages == [ids[2], ids[0], ids[1], ids[3]]


def test_a_cover_is_kept_as_chosen(catalog, ids):
    perform(catalog, SaveAlbum("Best", None, ids))
    perform(catalog, SetAlbumCover(1, ids[2]))
    assert albums.by_id(catalog, 1).cover_photo_id == ids[2]
    undo(catalog)
    assert albums.by_id(catalog, 1).cover_photo_id is None


def test_what_makes_no_sense_changes_nothing(catalog, ids):
    perform(catalog, SaveAlbum("Summer", "date: summer 2015"))
    for action, error in (
        (SaveAlbum("  "), NotPossible),
        (SaveAlbum("SUMMER", None, ids), NotPossible),
        (AddToAlbum(1, ids), NotPossible),
        (RenameAlbum(7, "x"), NoSuchAlbum),
        (SetAlbumCover(1, 99), NotPossible),
        (MarkFavourite(()), NotPossible),
    ):
        before = state(catalog)
        with pytest.raises(error):
            perform(catalog, action)
        assert state(catalog) == before


def test_favourites_are_found_and_undone(catalog, ids):
    query = search.query(catalog, "favourite: yes")
    perform(catalog, MarkFavourite(ids[1:3]))
    assert set(search.photo_ids(catalog, query)) == set(ids[1:3])
    perform(catalog, MarkFavourite(ids[1:2], favourite=False))
    assert search.photo_ids(catalog, query) == [ids[2]]
    undo(catalog)
    undo(catalog)
    assert search.photo_ids(catalog, query) == []
