"""The Linux desktop's files: accepted by its own checkers, and in step with the program."""

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import facegallery

ROOT = Path(facegallery.__file__).parent.parent
NAME = "org.facegallery.FaceGallery"
DESKTOP = ROOT / f"packaging/linux/{NAME}.desktop"
METAINFO = ROOT / f"packaging/linux/{NAME}.metainfo.xml"
ADD_TO_MENU = ROOT / "packaging/linux/add-to-menu.sh"


def checked(tool: str, *arguments: str) -> str:
    """Run a checker that must be content; return what it says. Skips where it is absent."""
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed here")
    done = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_desktop_file_validate_accepts_the_desktop_file():
    assert checked("desktop-file-validate", str(DESKTOP)) == ""


def test_appstreamcli_accepts_the_metainfo():
    said = checked("appstreamcli", "validate", "--no-net", str(METAINFO))
    assert not re.search(r"^[EW]:", said, re.MULTILINE), said


def test_the_newest_release_is_this_version_everywhere():
    releases = ElementTree.parse(METAINFO).getroot().findall("releases/release")
    assert releases[0].get("version") == facegallery.__version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+) \((\S+)\)$", changes, re.MULTILINE)
    assert newest
    assert newest.groups() == (releases[0].get("version"), releases[0].get("date"))


def test_desktop_file_and_metainfo_name_each_other():
    root = ElementTree.parse(METAINFO).getroot()
    assert root.findtext("id") == NAME
    assert root.findtext("launchable") == DESKTOP.name
    entry = read_entry(DESKTOP)
    assert entry["Icon"] == root.findtext("icon") == NAME
    assert entry["Name"] == root.findtext("name")
    assert entry["Comment"] == root.findtext("summary")


def read_entry(file: Path) -> configparser.SectionProxy:
    """Return the keys of a desktop file."""
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(file, encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.mark.skipif(os.name != "posix", reason="a shell script")
@pytest.mark.parametrize("folder", ["plain", 'odd $HOME `x` "y" 100% back\\slash'])
def test_the_menu_entry_starts_the_program_where_it_lies(tmp_path: Path, folder: str):
    package, home = tmp_path / folder, tmp_path / "home"
    for source, target in [
        (DESKTOP, package / f"share/applications/{DESKTOP.name}"),
        (METAINFO, package / f"share/metainfo/{METAINFO.name}"),
        (ROOT / "resources/icons/facegallery.svg", package / f"share/icons/{NAME}.svg"),
        (ADD_TO_MENU, package / ADD_TO_MENU.name),
    ]:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    home.mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
    subprocess.run(["sh", str(package / ADD_TO_MENU.name)], check=True, env=environment)

    entry = home / f".local/share/applications/{DESKTOP.name}"
    assert program_of(read_entry(entry)["Exec"]) == str(package / "facegallery")
    assert (home / ".local/bin/facegallery").readlink() == package / "facegallery"
    assert checked("desktop-file-validate", str(entry)) == ""


def program_of(exec_value: str) -> str:
    """Return the program of an Exec value, by the rules of the Desktop Entry Specification."""
    value = exec_value.replace("\\\\", "\\")  # as every string value of the file
    assert value[0] == value[-1] == '"'
    return re.sub(r"\\([\\\"`$])", r"\1", value[1:-1]).replace("%%", "%")
