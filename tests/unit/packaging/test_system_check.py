"""What the window needs from Linux: what is missing is found, and the command for it is right."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import system_check

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at Linux files")


@on_linux
def test_a_library_that_is_gone_is_found(tmp_path: Path):
    if not shutil.which("cc"):
        pytest.skip("no C compiler to make a library with")
    source = tmp_path / "one.c"
    source.write_text("int one(void) { return 1; }")
    needed, user = tmp_path / "libgone.so.1", tmp_path / "libuser.so"
    build = ["cc", "-shared", "-fPIC", "-Wl,--no-as-needed", str(source), "-o"]
    subprocess.run([*build, str(needed)], check=True)
    subprocess.run([*build, str(user), str(needed)], check=True)

    assert system_check.missing_libraries([user]) == []
    needed.unlink()
    assert [Path(name).name for name in system_check.missing_libraries([user])] == ["libgone.so.1"]


@on_linux
def test_all_files_looked_at_are_those_of_the_installed_qt():
    names = {str(file) for file in system_check.qt_files()}
    assert {name for name in system_check.QT_FILES if not any(n.endswith(name) for n in names)} == (
        set()
    )


def test_no_qt_and_no_files_need_nothing():
    assert system_check.missing_libraries([]) == []


def test_fonts_are_found_anywhere_below(tmp_path: Path):
    assert system_check.missing_fonts([str(tmp_path)]) == [system_check.FONTS]
    font = tmp_path / "truetype" / "dejavu" / "DejaVuSans.TTF"
    font.parent.mkdir(parents=True)
    font.touch()
    assert system_check.missing_fonts([str(tmp_path)]) == []


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "apt-get install -y fonts-dejavu-core libegl1 libxcb-cursor0"),
        ("dnf", "dnf install -y dejavu-sans-fonts 'libEGL.so.1()(64bit)'"),
        ("zypper", "zypper --non-interactive install dejavu-fonts 'libEGL.so.1()(64"),
        ("pacman", "pacman -S --noconfirm libglvnd ttf-dejavu xcb-util-cursor"),
    ],
)
def test_one_line_names_what_is_missing_and_the_command(manager: str, command: str):
    missing = ["libEGL.so.1", "libxcb-cursor.so.0", system_check.FONTS]
    line = system_check.explain(missing, manager)
    assert f"sudo {command}" in line
    assert "\n" not in line
    assert all(name in line for name in missing)


def test_an_unknown_library_is_named_beside_the_command():
    line = system_check.explain(["libEGL.so.1", "libodd.so.9"], "apt-get")
    assert "apt-get install -y libegl1" in line
    assert "For libodd.so.9" in line
    assert system_check.install_command(["libodd.so.9"], "apt-get") == []


def test_an_unknown_system_gets_a_sentence_without_a_command():
    line = system_check.explain(["libEGL.so.1"], None)
    assert "libEGL.so.1" in line
    assert "sudo" not in line


def test_the_manager_is_the_one_that_is_installed():
    assert system_check.find_manager(lambda name: f"/bin/{name}" if name == "dnf" else None) == (
        "dnf"
    )
    assert system_check.find_manager(lambda name: None) is None


@pytest.mark.skipif(not shutil.which("apt-cache"), reason="needs apt's list of packages")
@on_linux
def test_apt_knows_every_package_that_the_command_may_name():
    names = {debian for debian, _arch in system_check.PACKAGES.values()}
    listed = subprocess.run(
        ["apt-cache", "show", *names], capture_output=True, text=True, check=False
    )
    if not listed.stdout:
        pytest.skip("apt's lists are empty here")
    assert "No packages found" not in listed.stderr
    assert "Unable to locate" not in listed.stderr


@on_linux
def test_it_is_silent_where_nothing_is_missing():
    if system_check.find_missing():
        pytest.skip("this system lacks something")
    done = subprocess.run(
        [sys.executable, system_check.__file__], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
