import os

import pytest
from PIL import Image

from facegallery.domain.errors import PictureNotWritten
from facegallery.drawing.saving import FORMATS, check_place, save_picture


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "holiday.jpg"
    Image.new("RGB", (40, 30), "red").save(path)
    return path


@pytest.mark.parametrize("suffix", [*FORMATS, ".PNG"])
def test_the_suffix_chooses_the_format_and_ours_may_be_replaced(tmp_path, suffix):
    place = tmp_path / f"drawn{suffix}"
    for colour in ("blue", "lime"):
        check_place(place)
        save_picture(Image.new("RGB", (20, 10), colour), place)
    with Image.open(place) as image:
        assert image.format == FORMATS[suffix.lower()]
        assert image.size == (20, 10)
        red, green, blue = image.convert("RGB").getpixel((5, 5))
    assert green > 200 > max(red, blue)
    assert list(tmp_path.iterdir()) == [place]


def test_a_photo_is_never_overwritten(photo):
    with pytest.raises(PictureNotWritten, match="there is another file of that name"):
        check_place(photo)
    with pytest.raises(PictureNotWritten, match="one of the photos"):
        check_place(photo, [photo])


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_nor_by_another_name(tmp_path, photo, link):
    other = tmp_path / "other.jpg"
    link(photo, other)
    with pytest.raises(PictureNotWritten, match="one of the photos"):
        check_place(other, [photo])


def test_nor_if_we_drew_it_ourselves(tmp_path):
    place = tmp_path / "drawn.png"
    save_picture(Image.new("RGB", (20, 10)), place)
    with pytest.raises(PictureNotWritten, match="one of the photos"):
        check_place(place, [place])


def test_places_where_nothing_can_be_written_are_refused_at_once(tmp_path):
    with pytest.raises(PictureNotWritten, match=r"must end with \.png, \.jpg"):
        check_place(tmp_path / "drawn.gif")
    with pytest.raises(PictureNotWritten, match="there is no folder"):
        check_place(tmp_path / "away" / "drawn.png")
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(PictureNotWritten, match="it is a folder"):
        check_place(tmp_path / "folder.png")


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path):
    wide = Image.new("RGB", (20_000, 1))  # WebP ends at 16,383 pixels
    with pytest.raises(PictureNotWritten, match=r"wide\.webp"):
        save_picture(wide, tmp_path / "wide.webp")
    assert list(tmp_path.iterdir()) == []
