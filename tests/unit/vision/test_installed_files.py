"""Tests of facegallery.vision.installed_files."""

import hashlib
import sys

import pytest

from facegallery.domain.errors import ModelUnavailable
from facegallery.vision.installed_files import installed_file, read_checked


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with a data file, that must not be imported."""
    folder = tmp_path / "heavypackage"
    (folder / "data").mkdir(parents=True)
    (folder / "__init__.py").write_text("raise RuntimeError('imported')")
    (folder / "data" / "weights.bin").write_bytes(b"weights")
    monkeypatch.syspath_prepend(str(tmp_path))
    return folder


def test_a_file_is_found_without_importing_its_package(package):
    assert installed_file("heavypackage", "data/weights.bin") == package / "data" / "weights.bin"
    assert "heavypackage" not in sys.modules


def test_a_missing_file_or_package_is_none(package):
    assert installed_file("heavypackage", "data/other.bin") is None
    assert installed_file("nosuchpackage", "data/weights.bin") is None


def test_bytes_are_given_out_when_their_hash_is_known(package):
    sha256 = hashlib.sha256(b"weights").hexdigest()
    assert read_checked("model", "heavypackage", "data/weights.bin", sha256) == b"weights"


def test_other_bytes_are_refused(package):
    with pytest.raises(ModelUnavailable, match="damaged or of another version"):
        read_checked("model", "heavypackage", "data/weights.bin", "0" * 64)


def test_a_missing_file_is_named(package):
    with pytest.raises(ModelUnavailable, match=r"data/other\.bin of the package heavypackage"):
        read_checked("model", "heavypackage", "data/other.bin", "0" * 64)
