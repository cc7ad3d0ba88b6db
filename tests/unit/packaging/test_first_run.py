"""make run: the folder's name arrives whole, the steps follow each other, no display is fine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import first_run
import pytest

ROOT = Path(first_run.__file__).parent.parent

AWKWARD_NAMES = [
    "plain",
    "two words",
    "it's $HOME and $(shell date) `date` ${x}",
    'quoted "name" # 100% ; & | * ?',
    "a$$b\\n",
    "Фото 写真",
]


def make_version() -> tuple[int, ...]:
    """Return the version of GNU make here; (0,) where there is none."""
    if not shutil.which("make"):
        return (0,)
    said = subprocess.run(["make", "--version"], capture_output=True, text=True, check=True).stdout
    words = said.splitlines()[0].split()
    return tuple(int(part) for part in words[-1].split(".")) if "GNU" in words else (0,)


@pytest.mark.skipif(make_version() < (4,), reason="needs GNU make 4 for --eval")
@pytest.mark.parametrize("name", AWKWARD_NAMES)
@pytest.mark.parametrize("by_environment", [False, True])
def test_make_hands_on_the_name_unchanged(name: str, by_environment: bool):
    code = "import os; print(ascii(os.environ['PHOTOS']))"
    command = ["make", "-s", f"--eval=show: ; @'{sys.executable}' -c \"{code}\"", "show"]
    environment = {k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "PHOTOS")}
    if by_environment:
        environment["PHOTOS"] = name
    else:
        command.append(f"PHOTOS={name}")
    shown = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env=environment
    )
    assert shown.stdout.strip() == ascii(name)


def test_a_display_is_x11_or_wayland_on_linux_and_always_there_elsewhere():
    assert not first_run.has_display({}, "linux")
    assert not first_run.has_display({"DISPLAY": ""}, "linux")
    assert first_run.has_display({"DISPLAY": ":0"}, "linux")
    assert first_run.has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert first_run.has_display({}, "darwin")
    assert first_run.has_display({}, "win32")


def run_first_run(photos: str, home: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the script as make does, without a display, with a home and library of its own."""
    environment = {k: v for k, v in os.environ.items() if "DISPLAY" not in k}
    environment |= {
        "PHOTOS": photos,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "FACEGALLERY_LIBRARY": str(home / "library"),
    }
    return subprocess.run(
        [sys.executable, first_run.__file__],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="a window would open on this system"
)


@linux_only
def test_without_photos_and_display_it_says_so_and_is_content(tmp_path: Path):
    done = run_first_run("", tmp_path, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no display" in done.stdout


@linux_only
@pytest.mark.parametrize("photos", ["two $words", "~/two $words", "./two $words"])
def test_the_folder_is_scanned_wherever_it_is_named_from(tmp_path: Path, photos: str):
    (tmp_path / "two $words").mkdir()
    done = run_first_run(photos, tmp_path, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stdout


@linux_only
def test_a_folder_that_is_not_there_ends_it_with_the_programs_own_sentence(tmp_path: Path):
    done = run_first_run(str(tmp_path / "gone"), tmp_path, tmp_path)
    assert done.returncode == 1
    assert str(tmp_path / "gone") in done.stderr
    assert "Traceback" not in done.stderr
    assert "no display" not in done.stdout
