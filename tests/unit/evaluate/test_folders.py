import pytest

from facegallery.domain.errors import FolderUnreachable, NoLabelledPhotos
from facegallery.evaluate.folders import people_images


def is_photo(name):
    return name.endswith(".jpg")


def test_each_image_comes_with_its_person_in_order(tmp_path):
    for name in ("Ben/2.jpg", "Ben/1.jpg", "Ann/x.jpg", "Ann/notes.txt", "Ann/.hidden.jpg",
                 ".cache/y.jpg", "loose.jpg", "Cem/deeper/z.jpg"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "Ann" / "folder.jpg").mkdir()
    assert people_images(tmp_path, is_photo) == [
        ("Ann", tmp_path / "Ann" / "x.jpg"),
        ("Ben", tmp_path / "Ben" / "1.jpg"),
        ("Ben", tmp_path / "Ben" / "2.jpg"),
    ]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FolderUnreachable, match="nowhere"):
        people_images(tmp_path / "nowhere", is_photo)


def test_a_folder_without_people_is_an_error(tmp_path):
    (tmp_path / "photo.jpg").touch()
    with pytest.raises(NoLabelledPhotos):
        people_images(tmp_path, is_photo)
