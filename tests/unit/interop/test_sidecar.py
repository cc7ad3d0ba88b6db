"""Sidecars are XMP whose regions lie where other programs look for them."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PIL import Image, ImageOps

from facegallery.domain.face import Box
from facegallery.interop.sidecar import NamedFace, Sidecar, is_ours, stored_box

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
MWG = "{http://www.metadataworkinggroup.com/schemas/regions/}"
AREA = "{http://ns.adobe.com/xmp/sType/Area#}"
SIZE = "{http://ns.adobe.com/xap/1.0/sType/Dimensions#}"
SUBJECT = "{http://purl.org/dc/elements/1.1/}subject"
PERSON = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}PersonInImage"
BOX = Box(0.1, 0.25, 0.2, 0.5)


def items(tree, tag):
    return [one.text for one in tree.iter(tag) for one in one.iter(f"{RDF}li")]


def test_it_holds_names_and_regions():
    made = Sidecar(400, 300, 1, (NamedFace("Zoë & <Co>", BOX), NamedFace("李", BOX)), ("Ben",))
    tree = ET.fromstring(made.text())
    assert items(tree, SUBJECT) == items(tree, PERSON) == ["Zoë & <Co>", "李", "Ben"]
    assert [one.text for one in tree.iter(f"{MWG}Name")] == ["Zoë & <Co>", "李"]
    assert {one.text for one in tree.iter(f"{MWG}Type")} == {"Face"}
    area = next(tree.iter(f"{MWG}Area"))
    found = {key: float(area.findtext(f"{AREA}{key}")) for key in "xywh"}
    assert found == pytest.approx({"x": 0.2, "y": 0.5, "w": 0.2, "h": 0.5})
    assert area.findtext(f"{AREA}unit") == "normalized"
    size = next(tree.iter(f"{MWG}AppliedToDimensions"))
    assert [size.findtext(f"{SIZE}{key}") for key in ("w", "h", "unit")] == ["400", "300", "pixel"]


def test_names_without_faces_need_no_regions_and_odd_signs_break_nothing():
    text = Sidecar(400, 300, 1, (), ("Ben \x01\x00",)).text()
    assert "Regions" not in text.replace("schemas/regions", "")
    assert items(ET.fromstring(text), SUBJECT) == ["Ben \ufffd\ufffd"]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_regions_lie_in_the_photo_as_it_is_stored(orientation, tmp_path):
    # A photo whose face is painted white, stored as a camera held that way would store it.
    stored = np.zeros((120, 80, 3), np.uint8)
    stored[12:36, 8:24] = 255
    image = Image.fromarray(stored)
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(tmp_path / "photo.png", exif=exif)
    upright = np.asarray(ImageOps.exif_transpose(Image.open(tmp_path / "photo.png")))
    high, wide = upright.shape[:2]
    rows, columns = np.nonzero(upright[..., 0])
    box = Box(
        *(columns.min() / wide, rows.min() / high),
        *((np.ptp(columns) + 1) / wide, (np.ptp(rows) + 1) / high),
    )
    assert stored_box(box, orientation) == pytest.approx((0.1, 0.1, 0.2, 0.2))
    text = Sidecar(wide, high, orientation, (NamedFace("Ann", box),)).text()
    assert "<stDim:w>80</stDim:w>" in text and "<stDim:h>120</stDim:h>" in text
    assert ("<tiff:Orientation>" in text) == (orientation != 1)


def test_ours_are_told_from_those_of_other_programs(tmp_path):
    ours, theirs = tmp_path / "ours.xmp", tmp_path / "theirs.xmp"
    text = Sidecar(400, 300, 1, (NamedFace("Ann", BOX),)).text()
    ours.write_text(text, encoding="utf-8")
    theirs.write_text(text.replace("FaceGallery", "XMP Core 4.4.0-Exiv2"), encoding="utf-8")
    assert is_ours(ours) and not is_ours(theirs)
