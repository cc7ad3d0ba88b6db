import os
import sqlite3
from contextlib import closing

import pytest

from facegallery.catalog.locking import is_alone, only_one
from facegallery.domain.errors import LibraryUnusable, ScanRunning


def test_a_second_one_is_told_who_the_first_is(tmp_path):
    lock = tmp_path / "scan.lock"
    first, second = only_one(lock, ScanRunning), only_one(lock, ScanRunning)
    with first, pytest.raises(ScanRunning, match=rf"process {os.getpid()} on .*, since"), second:
        pass
    with only_one(lock, ScanRunning):
        pass
    assert not lock.with_suffix(".held-by").exists()


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(LibraryUnusable), only_one(tmp_path / "file" / "scan.lock", ScanRunning):
        pass


def test_whether_others_have_a_catalog_open(library):
    assert is_alone(library.catalog_file)
    with library.open() as db:
        db.execute("select 1 from people").fetchall()
        assert not is_alone(library.catalog_file)
    with closing(sqlite3.connect(library.catalog_file)) as db:
        assert db.execute("pragma quick_check").fetchone() == ("ok",)
