from pathlib import Path

import pytest

from facegallery.domain.errors import PictureNotWritten
from facegallery.jobs.draw import places_for


def test_one_photo_goes_to_the_file_named_or_into_the_folder(tmp_path):
    photo = tmp_path / "photos" / "me.jpg"
    assert places_for([photo], tmp_path / "out.png") == [tmp_path / "out.png"]
    assert places_for([photo], tmp_path) == [tmp_path / "me.jpg"]


def test_several_go_into_a_folder_which_is_made(tmp_path):
    photos = [Path("/a/me.jpg"), Path("/b/me.jpg"), Path("/b/me.heic"), Path("/b/no suffix")]
    out = tmp_path / "drawn" / "faces"
    assert places_for(photos, out) == [
        out / "me.jpg",
        out / "me (2).jpg",
        out / "me.png",
        out / "no suffix.png",
    ]
    assert out.is_dir()


def test_drawings_never_take_the_place_of_photos(tmp_path):
    photos = [tmp_path / "me.jpg", tmp_path / "you.jpg"]
    for photo in photos:
        photo.write_bytes(b"a photo")
    for wanted, out in ((photos, tmp_path), (photos[:1], tmp_path), (photos[:1], photos[0])):
        with pytest.raises(PictureNotWritten, match="one of the photos"):
            places_for(wanted, out)
    with pytest.raises(PictureNotWritten, match="it must be a folder"):
        places_for(photos, photos[0])
    assert [photo.read_bytes() for photo in photos] == [b"a photo"] * 2
