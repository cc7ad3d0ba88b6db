import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from facegallery.catalog import backups, folders, people, photos, properties
from facegallery.catalog import library as library_module
from facegallery.catalog.database import transaction
from facegallery.catalog.library import MIGRATIONS, Library, sentence_of
from facegallery.catalog.migrating import Migrations
from facegallery.domain.errors import (
    LibraryDamaged,
    LibraryTooNew,
    LibraryUnusable,
    NoRoomLeft,
)


def test_a_new_library_has_strict_tables_wal_and_foreign_keys(library):
    with library.open() as db:
        assert db.execute("pragma journal_mode").fetchone()[0] == "wal"
        assert db.execute("pragma foreign_keys").fetchone()[0] == 1
        tables = list(db.query("select name, strict, type from pragma_table_list"))
    ours = [
        row
        for row in tables
        if row["type"] == "table" and not row["name"].startswith(("sqlite_", "_sqlite_"))
    ]
    assert len(ours) >= 12
    assert all(row["strict"] for row in ours)


def test_several_programs_may_make_a_new_library_at_once(tmp_path):
    with ThreadPoolExecutor(8) as programs:
        list(programs.map(lambda _: Library(tmp_path / "new").prepare(), range(8)))
    with Library(tmp_path / "new").open() as db:
        assert people.names(db) == []


def test_screens_read_through_a_connection_that_cannot_write(library):
    with (
        pytest.raises(LibraryUnusable, match="readonly"),
        library.open(read_only=True) as db,
    ):
        people.add(db, "Ann")
    with library.open() as db:
        assert people.names(db) == []


def test_a_library_of_a_newer_version_is_refused_and_left_alone(library):
    with library.open() as db:
        db.execute(
            """insert into _sqlite_migrations (migration_set, name, applied_at)
            values ('facegallery', 'from_the_future', '2099')"""
        )
    before = library.catalog_file.read_bytes()
    with pytest.raises(LibraryTooNew, match="newer version"):
        library.prepare()
    assert library.catalog_file.read_bytes() == before


def test_the_catalog_is_backed_up_before_a_migration(library, monkeypatch):
    later = Migrations("facegallery")
    later.all = dict(MIGRATIONS.all)

    @later
    def one_more_column(db):
        db.execute("alter table people add column shoe_size text")

    with library.open() as db:
        people.add(db, "Ann")
    monkeypatch.setattr(library_module, "MIGRATIONS", later)
    library.prepare()
    (backup,) = library.backups_folder.iterdir()
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("select name from people").fetchall() == [("Ann",)]
    with library.open() as db:
        assert next(db.query("select name, shoe_size from people"))["name"] == "Ann"


def test_a_file_that_is_no_catalog_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "catalog.sqlite").write_bytes(b"this is not a database" * 100)
    with pytest.raises(LibraryDamaged, match="is damaged: file is not a database"):
        Library(tmp_path).prepare()


def test_a_library_inside_a_file_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryUnusable, match="cannot be opened"):
        Library(tmp_path / "file" / "library").prepare()


def test_a_failed_transaction_changes_nothing(library):
    with library.open() as db:
        with pytest.raises(ZeroDivisionError), transaction(db):
            people.add(db, "Ann")
            with transaction(db):
                people.add(db, "Ben")
            raise ZeroDivisionError
        assert people.names(db) == []


def test_a_library_of_the_first_version_keeps_all_and_learns_what_is_in_it(tmp_path, monkeypatch):
    first = Migrations("facegallery")
    first.all = dict(list(MIGRATIONS.all.items())[:1])
    old = Library(tmp_path / "old")
    with monkeypatch.context() as patch:
        patch.setattr(library_module, "MIGRATIONS", first)
        old.prepare()
    with old.open() as db:
        for number in (1, 2):
            db.execute(
                """insert into photos (id, content_hash, width, height, format, taken_at,
                    taken_at_source, added_at) values (?, ?, 4, 3, 'JPEG', '2015', 'file', '2026')
                """,
                (number, bytes([number] * 32)),
            )
        folder_id = folders.add(db, tmp_path / "photos")
        db.execute(
            """insert into files (folder_id, path, photo_id, size_bytes, mtime_ns)
            values (?, '/kept.jpg', 1, 123, 1)""",
            (folder_id,),
        )
    old.prepare()
    with old.open() as db:
        assert properties.status(db).photos == 1
        assert photos.hashes_of_size(db, 123) == {bytes([1] * 32)}
        assert photos.by_id(db, 1) is not None
        assert photos.by_id(db, 2) is None


def test_a_catalog_that_is_empty_or_gone_is_not_taken_for_a_new_library(library):
    with library.open() as db:
        people.add(db, "Ann")
    backups.back_up_daily(library)
    library.catalog_file.write_bytes(b"")
    with pytest.raises(LibraryDamaged, match="its catalog is empty"):
        library.prepare()
    library.catalog_file.unlink()
    with pytest.raises(LibraryDamaged, match=r"its catalog is missing.*facegallery restore"):
        library.prepare()
    assert not library.catalog_file.exists()


def test_a_catalog_that_nobody_closed_is_looked_through_at_the_next_start(library, tmp_path):
    with library.open() as db:
        for number in range(500):
            people.add(db, f"Person {number}")
        db.execute("pragma wal_checkpoint(truncate)")
        people.add(db, "Ann")
        torn = Library(tmp_path / "torn")  # as the disk holds it at this moment
        shutil.copytree(library.folder, torn.folder)
    with torn.catalog_file.open("r+b") as file:
        file.seek(10 * 4096)
        file.write(bytes(4096))
    with pytest.raises(LibraryDamaged, match="facegallery restore"):
        torn.prepare()


def test_what_a_kill_left_in_the_log_is_there_at_the_next_start(library, tmp_path):
    with library.open() as db:
        people.add(db, "Ann")
        left = Library(tmp_path / "left")
        shutil.copytree(library.folder, left.folder)
    left.prepare()
    with left.open() as db:
        assert [name for _, name in people.names(db)] == ["Ann"]


def test_a_full_disk_is_said_as_such(library):
    with pytest.raises(NoRoomLeft, match="no room left"), library.open() as db:
        (pages,) = db.execute("pragma page_count").fetchone()
        db.execute(f"pragma max_page_count = {pages}")
        with transaction(db):
            for number in range(5000):
                people.add(db, f"Person {number}")


def test_a_disk_so_full_that_nothing_can_be_read_is_said_as_such_too(tmp_path, monkeypatch):
    error = sqlite3.OperationalError("disk I/O error")
    assert not isinstance(sentence_of(tmp_path, error), NoRoomLeft)
    assert not isinstance(sentence_of(tmp_path / "gone", error), NoRoomLeft)
    monkeypatch.setattr(library_module, "_LEAST_ROOM", 1 << 62)
    assert isinstance(sentence_of(tmp_path, error), NoRoomLeft)


def test_only_what_can_be_found_out_again_is_not_waited_for_until_it_is_on_disk(
    library, monkeypatch
):
    synced = []
    monkeypatch.setattr(library_module.os, "fsync", synced.append)
    with library.open() as db, library.open(again=True) as scan:
        full, normal = 2, 1
        assert db.execute("pragma synchronous").fetchone()[0] == full
        assert scan.execute("pragma synchronous").fetchone()[0] == normal
        properties.set_value(scan, "found", "again")
        library_module.keep_on_disk(library.folder)
    assert synced
    library_module.keep_on_disk(library.folder / "nowhere")  # there is nothing to keep
    assert len(synced) == 1
