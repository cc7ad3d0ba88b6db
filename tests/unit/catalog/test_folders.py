from pathlib import Path

import pytest

from facegallery.catalog import files, folders, photos
from facegallery.domain.errors import NotPossible
from facegallery.domain.photo import FoundFile
from tests.made import add_photo, detected


@pytest.fixture
def album(catalog):
    add_photo(catalog, "a.jpg", [detected()], folder="/drive/été 😀")
    add_photo(catalog, "2015/b.jpg", [], folder="/drive/été 😀")
    add_photo(catalog, "c.jpg", [], folder="/other")
    folders.set_unreachable(catalog, 1)
    return catalog


def paths(db):
    return sorted((photo.path, photo.missing) for photo in photos.page(db))


def test_a_relocated_folder_has_its_photos_at_the_new_path(album):
    folders.relocate(album, 1, Path("/mnt/new place"))
    assert paths(album) == [
        ("/mnt/new place/2015/b.jpg", False),
        ("/mnt/new place/a.jpg", False),
        ("/other/c.jpg", False),
    ]
    assert [(found.path, found.reachable) for found in folders.listed(album)] == [
        ("/mnt/new place", True),
        ("/other", True),
    ]


def test_a_folder_may_move_to_the_root_of_a_drive_and_back(album):
    folders.remove(album, next(found.id for found in folders.listed(album) if found.id != 1))
    folders.relocate(album, 1, Path("/"))
    assert paths(album) == [("/2015/b.jpg", False), ("/a.jpg", False)]
    folders.relocate(album, 1, Path("/drive"))
    assert paths(album) == [("/drive/2015/b.jpg", False), ("/drive/a.jpg", False)]


def test_a_folder_may_move_into_a_folder_of_its_own_name(catalog):
    for name in ("a.jpg", "photos/a.jpg", "photos/photos/a.jpg"):
        add_photo(catalog, name, [])
    folders.relocate(catalog, 1, Path("/photos/photos"))
    assert [path for path, _ in paths(catalog)] == [
        "/photos/photos/a.jpg",
        "/photos/photos/photos/a.jpg",
        "/photos/photos/photos/photos/a.jpg",
    ]


@pytest.mark.parametrize("path", ["/other", "/other/below", "/"])
def test_a_path_that_overlaps_another_folder_is_refused(album, path):
    before = paths(album)
    with pytest.raises(NotPossible, match="overlap"):
        folders.relocate(album, 1, Path(path))
    assert paths(album) == before


def test_files_that_failed_are_tried_again_when_asked(catalog):
    folder_id = folders.add(catalog, Path("/photos"))
    files.save_failure(catalog, folder_id, FoundFile("/photos/bad.jpg", 5, 1), "it is empty")
    add_photo(catalog, "good.jpg", [])
    assert folders.try_again(catalog) == 1
    known = files.below(catalog, Path("/photos"))
    assert (known["/photos/bad.jpg"].mtime_ns, known["/photos/good.jpg"].mtime_ns) == (-1, 1)


def test_a_file_that_failed_and_is_away_is_no_photo_that_is_missing(catalog):
    folder_id = folders.add(catalog, Path("/photos"))
    files.save_failure(catalog, folder_id, FoundFile("/photos/bad.jpg", 5, 1), "it is empty")
    add_photo(catalog, "good.jpg", [])
    (there,) = folders.listed(catalog)
    assert (there.photos, there.missing, there.failed) == (1, 0, 1)
    folders.set_unreachable(catalog, folder_id)
    (away,) = folders.listed(catalog)
    assert (away.photos, away.missing, away.failed) == (1, 1, 0)
    assert files.count_missing(catalog, Path("/photos")) == 1
