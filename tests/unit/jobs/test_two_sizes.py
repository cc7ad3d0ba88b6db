"""Tests of facegallery.jobs.two_sizes."""

import io

import pytest
from PIL import Image
from skimage import data

from facegallery.domain.face import Box
from facegallery.domain.photo import FoundFile
from facegallery.imaging import decode
from facegallery.jobs.analyse import Models, Task, analyse
from facegallery.jobs.two_sizes import SMALL_FACE, TwoSizes, decode_for_faces


def photo(picture, **options):
    buffer = io.BytesIO()
    picture.save(buffer, options.pop("format", "JPEG"), **options)
    with decode.open_photo(buffer.getvalue()) as image:
        return TwoSizes(buffer.getvalue(), decode_for_faces(image).pixels)


def box(sizes, pixels):
    """A face so wide and high in the photo as it is decoded at first."""
    height, width = sizes.pixels.shape[:2]
    return Box(0.4, 0.4, pixels / width, pixels / height)


@pytest.mark.parametrize("options", [{}, {"format": "PNG"}], ids=["JPEG", "PNG"])
def test_small_faces_are_cut_from_more_pixels_which_are_decoded_once(options):
    sizes = photo(Image.new("RGB", (4000, 3000), "gray"), **options)
    assert sizes.pixels.shape == (1500, 2000, 3)
    assert sizes.around(box(sizes, SMALL_FACE + 1)) is sizes.pixels
    larger = sizes.around(box(sizes, SMALL_FACE - 1))
    assert larger.shape == (3000, 4000, 3)
    assert sizes.around(box(sizes, 10)) is larger


def test_a_photo_lying_on_its_side_is_turned_at_both_sizes():
    exif = Image.Exif()
    exif[0x0112] = 6
    sizes = photo(Image.new("RGB", (4000, 3000), "gray"), exif=exif)
    assert sizes.pixels.shape == (2000, 1500, 3)
    assert sizes.around(box(sizes, 10)).shape == (4000, 3000, 3)


@pytest.mark.parametrize(
    ("size", "larger"),
    [((8000, 6000), (4000, 3000)), ((6000, 4000), (3000, 2000)), ((10_000, 8000), (2500, 2000))],
)
def test_a_large_photo_stays_below_what_a_worker_may_take(size, larger):
    sizes = photo(Image.new("RGB", size, "gray"))
    decoded = sizes.around(box(sizes, 10))
    assert decoded.shape[1::-1] == larger
    assert (decoded is sizes.pixels) == (sizes.pixels.shape[1::-1] == larger)


def test_where_there_are_no_more_pixels_the_same_are_taken():
    sizes = photo(Image.new("RGB", (1600, 1200), "gray"))
    assert sizes.around(box(sizes, 10)) is sizes.pixels
    broken = TwoSizes(b"no photo", sizes.pixels)
    assert broken.around(box(broken, 10)) is sizes.pixels


def test_a_small_face_is_known_better_than_from_half_of_its_pixels(tmp_path, monkeypatch):
    portrait = Image.fromarray(data.astronaut()).crop((120, 0, 376, 256))
    models = Models("yunet", "sface", tmp_path)

    def embedding(picture):
        file = tmp_path / "photo.jpg"
        picture.save(file, quality=92)
        (found,) = analyse([Task(FoundFile(str(file), 1, 1), frozenset(), models)])
        (face,) = found.faces
        return face.embedding

    wide = Image.new("RGB", (4000, 3000), "gray")
    wide.paste(portrait.resize((120, 120), Image.Resampling.LANCZOS), (2000, 1400))
    clear = embedding(portrait)
    from_all = float(clear @ embedding(wide))
    monkeypatch.setattr("facegallery.jobs.two_sizes.SMALL_FACE", 0)
    from_half = float(clear @ embedding(wide))
    assert from_all > from_half + 0.05
