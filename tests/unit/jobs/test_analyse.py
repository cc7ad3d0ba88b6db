"""Tests of facegallery.jobs.analyse."""

import io
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from facegallery.domain.photo import FoundFile
from facegallery.imaging import decode
from facegallery.jobs.analyse import Models, Task, analyse
from facegallery.jobs.two_sizes import LEAST_PIXELS, decode_for_faces
from tests.raw_photo import dng


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((4032, 3024), (2016, 1512)),
        ((6000, 4000), (3000, 2000)),
        ((12000, 2000), (6000, 1000)),  # a panorama keeps as many pixels
        ((1600, 1200), (1600, 1200)),
        ((1, 1), (1, 1)),
    ],
)
def test_a_photo_keeps_the_pixels_that_finding_faces_can_use(size, expected):
    buffer = io.BytesIO()
    Image.new("RGB", size, "gray").save(buffer, "JPEG")
    with decode.open_photo(buffer.getvalue()) as image:
        decoded = decode_for_faces(image)
    assert decoded.pixels.shape[1::-1] == expected
    assert (decoded.width, decoded.height) == size


def test_other_formats_are_averaged_down():
    buffer = io.BytesIO()
    Image.new("RGB", (5000, 3000), "gray").save(buffer, "PNG")
    with decode.open_photo(buffer.getvalue()) as image:
        height, width, _ = decode_for_faces(image).pixels.shape
    assert LEAST_PIXELS <= height * width < 5000 * 3000


@pytest.mark.parametrize(("package", "pip"), [("pillow_heif", "pillow-heif"), ("rawpy", "rawpy")])
def test_a_format_whose_package_is_missing_names_the_command_and_is_tried_again(
    package, pip, tmp_path, monkeypatch
):
    pytest.importorskip(package)
    picture, file = Image.new("RGB", (64, 64), "red"), tmp_path / "photo"
    if package == "pillow_heif":
        decode._learn_heif()
        picture.save(file, "HEIF")
        monkeypatch.delitem(Image.OPEN, "HEIF")
    else:
        file.write_bytes(dng(np.asarray(picture)))
    monkeypatch.setitem(sys.modules, package, None)
    task = Task(FoundFile(str(file), 1, 1), frozenset(), Models("yunet", "sface", Path("/nowhere")))
    (found,) = analyse([task])
    assert f'"pip install {pip}" adds it' in found.failure
    assert found.try_again
