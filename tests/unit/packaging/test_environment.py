"""packaging/environment.sh: which Python it takes, and what it says where there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import facegallery

SCRIPT = Path(facegallery.__file__).parent.parent / "packaging/environment.sh"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a shell script")


def run_script(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    """Run it in an empty folder with this choice of Pythons, and a lock that names nothing."""
    (folder / "nothing.lock").touch()
    return subprocess.run(
        ["sh", str(SCRIPT), "nothing.lock"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHON": python},
    )


def old_python(folder: Path) -> Path:
    """Return a program that, like a Python too old or new, says no to the question of version."""
    program = folder / "old-python"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    return program


def test_without_a_python_that_fits_it_says_which_ones_do(tmp_path: Path):
    done = run_script(tmp_path, f"{tmp_path}/absent {old_python(tmp_path)}")
    assert done.returncode == 1
    assert "Python 3.11, 3.12 or 3.13" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / ".venv").exists()


def test_it_passes_over_those_that_do_not_fit(tmp_path: Path):
    run_script(tmp_path, f"{old_python(tmp_path)} {sys.executable}")
    settings = (tmp_path / ".venv/pyvenv.cfg").read_text(encoding="utf-8")
    assert f"version = {'.'.join(map(str, sys.version_info[:3]))}" in settings
