import io

import numpy as np
import pytest
import skimage.data
from PIL import Image

from facegallery.domain.errors import PhotoUnreadable
from facegallery.imaging.decode import decode_upright, open_photo, upright_size
from facegallery.imaging.exif import read_facts
from facegallery.imaging.raw import is_raw
from tests.raw_photo import dng

SCENE = skimage.data.astronaut()[:, :400]  # (512, 400, 3), not square


def turned(orientation):
    """The scene as a turned sensor sees it; EXIF's orientation puts it upright again."""
    turns = {1: 0, 3: 2, 6: 1, 8: 3}
    return np.ascontiguousarray(np.rot90(SCENE, turns[orientation]))


def looks_like_the_scene(pixels):
    scene = Image.fromarray(SCENE).resize((pixels.shape[1], pixels.shape[0]))
    return np.corrcoef(np.asarray(scene).ravel(), pixels.ravel())[0, 1] > 0.97


def saved(image, kind, **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_without_a_preview_it_is_developed_at_half_size_upright(orientation):
    with open_photo(dng(turned(orientation), orientation=orientation)) as image:
        decoded = decode_upright(image)
        assert (decoded.width, decoded.height) == (400, 512)
    assert decoded.pixels.shape == (256, 200, 3)
    assert looks_like_the_scene(decoded.pixels)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_large_preview_is_taken_and_turned(orientation):
    seen = turned(orientation)
    data = dng(seen, orientation=orientation, preview=Image.fromarray(seen))
    with open_photo(data) as image:
        decoded = decode_upright(image)
    assert decoded.pixels.shape == (512, 400, 3)  # the preview's; developing halves
    assert looks_like_the_scene(decoded.pixels)


def test_a_preview_that_the_camera_has_turned_already_is_not_turned_again():
    data = dng(turned(6), orientation=6, preview=Image.fromarray(SCENE))
    with open_photo(data) as image:
        assert upright_size(image) == (400, 512)
        assert looks_like_the_scene(decode_upright(image).pixels)


def test_a_preview_that_is_too_small_is_passed_over():
    data = dng(SCENE, preview=Image.fromarray(SCENE).resize((100, 128)))
    with open_photo(data) as image:
        assert decode_upright(image).pixels.shape == (256, 200, 3)


def test_a_preview_of_another_shape_gives_the_size_of_the_photo():
    data = dng(SCENE, preview=Image.fromarray(SCENE[:, :300]).resize((600, 1024)))
    with open_photo(data) as image:
        assert upright_size(image) == (600, 1024)


def test_date_camera_and_format_are_read():
    with open_photo(dng(SCENE, preview=Image.fromarray(SCENE))) as image:
        facts = read_facts(image, "/photos/raw.dng", 0)
    assert (facts.format, facts.camera) == ("RAW", "Made 100")
    assert (facts.taken_at, facts.taken_at_source) == ("2015-06-30T18:04:09", "exif")


def test_an_ordinary_tiff_is_not_raw():
    tiff = saved(Image.fromarray(SCENE), "TIFF")
    assert not is_raw(tiff)
    scanned = saved(Image.fromarray(SCENE), "TIFF", tiffinfo={0x10F: "Scanner", 0x14A: 0})
    with open_photo(scanned) as image:
        assert image.format == "TIFF"
        assert np.array_equal(decode_upright(image).pixels, SCENE)


@pytest.mark.parametrize(
    "data",
    [
        b"FUJIFILMCCD-RAW " + bytes(500),
        b"\0\0\0\x18ftypcrx " + bytes(500),
        b"II*\0\x10\0\0\0CR\2\0" + bytes(500),
        dng(SCENE)[:400_000] + bytes(9_600),
    ],
    ids=["raf", "cr3", "cr2", "dng"],
)
def test_a_damaged_one_is_refused_in_words(data):
    with pytest.raises(PhotoUnreadable) as error, open_photo(data) as image:
        decode_upright(image)
    assert "damaged" in str(error.value)
