"""Tests of facegallery.scan.names."""

import pytest

from facegallery.scan.names import is_photo_name, is_wanted_folder


@pytest.mark.parametrize(
    "name",
    [
        *("a.jpg", "a.JPEG", "a.jpe", "a.jfif", "a.png", "a.webp", "a.tif", "a.TIFF", "a.gif"),
        *("a.bmp", "a.heic", "a.HEIF", "a.hif", "a.avif", "a.mpo", "a.b.jpg", " .jpg", "фото.JPG"),
        *("a.jp2", "a.DNG", "a.cr2", "a.CR3", "a.nef", "a.arw"),
    ],
)
def test_names_of_photos(name):
    assert is_photo_name(name)


@pytest.mark.parametrize(
    "name",
    ["a.txt", "a.jpg.xmp", "a", "jpg", ".jpg", ".a.jpg", "._a.jpg", "Thumbs.db", "a.jpg~", ""],
)
def test_names_of_other_files(name):
    assert not is_photo_name(name)


@pytest.mark.parametrize(
    "name",
    ["@eaDir", "$RECYCLE.BIN", "System Volume Information", ".Trash-1000", "lost+found", ".git"],
)
def test_folders_that_are_passed_over(name):
    assert not is_wanted_folder(name)


def test_folders_that_are_looked_into():
    assert is_wanted_folder("2015 été") and is_wanted_folder("Recycling")
