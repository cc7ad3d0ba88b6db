"""What the code imports is what pyproject.toml asks for, and what the locks hold."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import facegallery

PACKAGE = Path(facegallery.__file__).parent
ROOT = PACKAGE.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = [ROOT / "packaging/requirements.lock", ROOT / "packaging/requirements-dev.lock"]

# TensorFlow reads it with its own Keras; keras-vggface is what asks for it. shiboken6 is PySide6's.
BROUGHT_BY_OTHERS = {"keras", "shiboken6"}


def normal(name: str) -> str:
    """Return a distribution's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def required(entries: list[str]) -> set[str]:
    """Return the names in a list of requirements."""
    names = (re.match(r"[A-Za-z0-9._-]+", entry) for entry in entries)
    return {normal(name[0]) for name in names if name}


def imported_packages(folder: Path) -> set[str]:
    """Return the top-level third-party packages that the modules below a folder import."""
    names: set[str] = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"facegallery"} - BROUGHT_BY_OTHERS


def test_every_import_is_a_dependency():
    asked = required(PROJECT["project"]["dependencies"])
    for extra in PROJECT["project"]["optional-dependencies"].values():
        asked |= required(extra)
    brought = packages_distributions()
    undeclared = {
        name: brought.get(name)
        for name in imported_packages(PACKAGE)
        if not asked & {normal(other).removesuffix("-cpu") for other in brought.get(name, [])}
    }
    assert undeclared == {}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_every_dependency_by_hash_and_names_no_host(lock: Path):
    text = lock.read_text(encoding="utf-8")
    blocks = re.findall(r"^(\S+)==\S+.*\\\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", text, re.M)
    pinned = {normal(name) for name, _hashes in blocks}
    assert len(blocks) == len(re.findall(r"^[^#\s]", text, re.M))
    assert required(PROJECT["project"]["dependencies"]) <= pinned
    assert not re.search(r"https?:|file:|--(extra-)?index|find-links", text)


def test_the_developers_lock_has_the_same_versions_and_their_tools():
    runtime, developers = (set(re.findall(r"^\S+==\S+", lock.read_text(), re.M)) for lock in LOCKS)
    assert runtime <= developers
    assert required(PROJECT["dependency-groups"]["dev"]) <= {
        normal(pin.partition("==")[0]) for pin in developers
    }
