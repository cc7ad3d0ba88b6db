"""Icons: every drawing is readable by Qt and of one kind; the program's icon in all formats."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from app_icons import ICNS_SIDES, ICO_SIDES, PNG_SIDES, write_icons
from PIL import Image
from PySide6.QtSvg import QSvgRenderer

import facegallery

ICONS = Path(facegallery.__file__).parent.parent / "resources/icons"
APP_ICON = ICONS / "facegallery.svg"
LINE_ICONS = sorted(file for file in ICONS.glob("*.svg") if file != APP_ICON)


def test_there_are_icons():
    assert len(LINE_ICONS) >= 39


@pytest.mark.parametrize("file", LINE_ICONS, ids=lambda file: file.stem)
def test_a_line_icon_takes_the_colour_of_the_text(file: Path, qapp):
    root = ElementTree.parse(file).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("stroke"), root.get("stroke-width")) == ("currentColor", "1.75")
    assert (root.get("stroke-linecap"), root.get("stroke-linejoin")) == ("round", "round")
    assert not re.search(r"#[0-9a-fA-F]{3}", file.read_text(encoding="utf-8"))
    assert QSvgRenderer(str(file)).isValid()


def test_the_programs_icon_is_written_for_every_system(tmp_path: Path, qapp):
    folder = write_icons(APP_ICON, tmp_path / "icons")
    for side in PNG_SIDES:
        with Image.open(folder / f"{side}.png") as image:
            assert image.size == (side, side)
            corner, middle = image.getpixel((0, 0)), image.getpixel((side // 2, side // 2))
            assert isinstance(corner, tuple)
            assert isinstance(middle, tuple)
            assert (corner[3], middle[3]) == (0, 255)
    with Image.open(folder / "facegallery.ico") as icon:
        assert icon.info["sizes"] == {(side, side) for side in ICO_SIDES}
    with Image.open(folder / "facegallery.icns") as icon:
        assert max(width * ratio for width, _, ratio in icon.info["sizes"]) == max(ICNS_SIDES)


def test_a_file_that_is_no_drawing_is_refused(tmp_path: Path, qapp):
    broken = tmp_path / "broken.svg"
    broken.write_text("no drawing")
    with pytest.raises(ValueError, match=r"broken\.svg"):
        write_icons(broken, tmp_path)
