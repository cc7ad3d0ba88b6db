"""The import contracts in pyproject.toml can fail: each names the wrong imports put in here."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import facegallery

PACKAGE = Path(facegallery.__file__).parent

LAYERS = "Folders import downwards only"
QT = "Qt only in ui, app and jobs.job_thread"
SQL = "SQL only in catalog"
MODELS = "Models and what runs them only in vision"
DOMAIN = "The domain needs only the standard library and numpy"

# Module to spoil, the package that it must not import, the contract that this breaks.
BREACHES = [
    ("domain.face", "facegallery.catalog", LAYERS),
    ("catalog.photos", "facegallery.actions", LAYERS),
    ("jobs.scan", "facegallery.ui", LAYERS),
    ("vision.engine", "facegallery.cli", LAYERS),
    ("paths", "facegallery.scan", LAYERS),
    ("jobs.scan", "PySide6", QT),
    ("cli.main", "PySide6", QT),
    ("actions.people", "sqlite3", SQL),
    ("jobs.job_thread", "sqlite_utils", SQL),
    ("imaging.decode", "cv2", MODELS),
    ("jobs.analyse", "tensorflow", MODELS),
    ("grouping.density", "onnxruntime", MODELS),
    ("domain.photo", "PIL", DOMAIN),
]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the package with all the wrong imports."""
    folder = tmp_path_factory.mktemp("spoiled")
    shutil.copytree(PACKAGE, folder / "facegallery", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PACKAGE.parent / "pyproject.toml", folder)
    for module, wrong, _contract in BREACHES:
        spoiled = folder / "facegallery" / f"{module.replace('.', '/')}.py"
        text = spoiled.read_text(encoding="utf-8")
        spoiled.write_text(f"import {wrong}\n{text}", encoding="utf-8")
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"COLUMNS": "200"},
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(("module", "wrong", "contract"), BREACHES)
def test_a_wrong_import_is_named_under_its_contract(
    report: str, module: str, wrong: str, contract: str
):
    details = report.partition("Broken contracts\n")[2]
    section = re.search(
        rf"^{re.escape(contract)}\n-+\n(.*?)(^[^\n]+\n---|\Z)", details, re.DOTALL | re.MULTILINE
    )
    assert section, report
    assert f"facegallery.{module} -> {wrong} " in section[1]
