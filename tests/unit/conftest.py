"""Fixtures for tests without a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facegallery.catalog.library import Catalog, Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty library."""
    made = Library(tmp_path / "library")
    made.prepare()
    return made


@pytest.fixture
def catalog(library: Library) -> Iterator[Catalog]:
    """A connection to an empty library."""
    with library.open() as db:
        yield db
