"""Tests of facegallery.catalog.left_out."""

from pathlib import Path

from facegallery.catalog import left_out
from facegallery.domain.photo import LeftOut


def test_what_is_left_out_is_listed_until_it_is_taken_back(catalog):
    assert left_out.add(catalog, "/photos/bad.jpg", "file")
    assert left_out.add(catalog, "/photos/work", "folder")
    assert not left_out.add(catalog, "/photos/work", "folder")
    assert left_out.listed(catalog) == [
        LeftOut("/photos/work", "folder"),
        LeftOut("/photos/bad.jpg", "file"),
    ]
    assert left_out.take_back(catalog, ["/photos/work", "/never"]) == 1
    assert left_out.paths(catalog) == {"/photos/bad.jpg"}


def test_it_moves_with_its_folder(catalog):
    for path in ("/drive/a/work", "/drive/another/work", "/drive/a/b/work"):
        left_out.add(catalog, path, "folder")
    left_out.relocate(catalog, Path("/drive/a"), Path("/"))
    assert left_out.paths(catalog) == {"/work", "/b/work", "/drive/another/work"}
    left_out.relocate(catalog, Path("/"), Path("/new"))
    assert left_out.paths(catalog) == {"/new/work", "/new/b/work", "/new/drive/another/work"}
