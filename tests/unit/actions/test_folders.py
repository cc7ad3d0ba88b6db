"""Tests of facegallery.actions.folders."""

from pathlib import Path

import pytest

from facegallery.actions import perform
from facegallery.actions.folders import LeaveOut, LetIn
from facegallery.catalog import left_out, photos
from facegallery.domain.errors import NotInLibrary, NotPossible
from tests.made import add_photo, detected


@pytest.fixture
def album(catalog):
    add_photo(catalog, "a.jpg", [detected()], folder="/photos")
    add_photo(catalog, "work/b.jpg", [detected()], folder="/photos")
    add_photo(catalog, "work2/c.jpg", [], folder="/photos")
    return catalog


def names(db):
    return sorted(photo.name for photo in photos.page(db))


def test_a_folder_left_out_takes_its_photos_along_and_can_be_undone(album):
    words = perform.perform(album, LeaveOut([Path("/photos/work")], "folder"))
    assert words == "work left out"
    assert names(album) == ["a.jpg", "c.jpg"]
    assert left_out.paths(album) == {"/photos/work"}
    assert perform.undo(album) == words
    assert left_out.paths(album) == frozenset()
    perform.redo(album)
    perform.perform(album, LetIn([Path("/photos/work")]))
    assert left_out.paths(album) == frozenset()


def test_files_left_out(album):
    files = [Path("/photos/a.jpg"), Path("/photos/work/b.jpg")]
    assert perform.perform(album, LeaveOut(files, "file")) == "2 files left out"
    assert names(album) == ["c.jpg"]


def test_what_cannot_be_left_out(album):
    with pytest.raises(NotPossible, match="whole folder"):
        perform.perform(album, LeaveOut([Path("/photos")], "folder"))
    with pytest.raises(NotInLibrary, match="no folder of the library"):
        perform.perform(album, LeaveOut([Path("/photos 2/x")], "folder"))
    with pytest.raises(NotPossible, match="was not left out"):
        perform.perform(album, LetIn([Path("/photos/work")]))
