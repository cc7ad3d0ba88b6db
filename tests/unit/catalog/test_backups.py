import sqlite3

import pytest

from facegallery.catalog import backups, people
from facegallery.catalog.library import Library
from facegallery.domain.errors import LibraryBusy, LibraryDamaged, LibraryUnusable, NoSuchBackup


def names(library):
    with library.open() as db:
        return [name for _, name in people.names(db)]


def add(library, name):
    with library.open() as db:
        people.add(db, name)


@pytest.fixture
def copied(library):
    """A library with Ann, a copy of it, and then Ben."""
    add(library, "Ann")
    backups.back_up_daily(library)
    add(library, "Ben")
    return library


def test_a_copy_a_day_once_there_is_something_to_lose(library):
    assert backups.back_up_daily(library) is None
    add(library, "Ann")
    first = backups.back_up_daily(library)
    assert first is not None
    assert backups.back_up_daily(library) is None
    assert [copy.path for copy in backups.listed(library)] == [first]


def test_the_last_three_days_are_kept_and_other_copies_too(library):
    add(library, "Ann")
    backups.back_up_daily(library)
    (today,) = library.backups_folder.iterdir()
    for name in ("daily-2020-01-01", "daily-2020-01-02", "daily-2020-01-03", "version-1"):
        (library.backups_folder / f"{name}.sqlite").write_bytes(today.read_bytes())
    today.unlink()
    backups.back_up_daily(library)
    left = {path.stem for path in library.backups_folder.iterdir()}
    assert left == {"daily-2020-01-02", "daily-2020-01-03", "version-1", today.stem}


def test_what_is_brought_back_is_the_copy_and_what_was_there_is_kept(copied):
    (copy,) = backups.listed(copied)
    assert (copy.people, copy.photos) == (1, 0)
    backups.restore(copied, copy.name)
    assert names(copied) == ["Ann"]
    replaced = next(found for found in backups.listed(copied) if found.name != copy.name)
    assert replaced.people == 2
    backups.restore(copied, replaced.name)
    assert names(copied) == ["Ann", "Ben"]


def test_a_damaged_library_says_so_and_is_brought_back(copied):
    copied.catalog_file.write_bytes(b"this is not a database" * 1000)
    for suffix in ("-wal", "-shm"):
        copied.catalog_file.with_name(copied.catalog_file.name + suffix).unlink(missing_ok=True)
    with pytest.raises(LibraryDamaged, match="facegallery restore"):
        copied.prepare()
    (copy,) = backups.listed(copied)
    backups.restore(copied, copy.name)
    copied.prepare()
    assert names(copied) == ["Ann"]
    assert len(list(copied.backups_folder.glob("replaced-*.sqlite"))) == 1


def test_a_damaged_library_is_not_copied_over_a_good_copy(library):
    add(library, "Ann")
    with library.open() as db:
        db.execute("pragma wal_checkpoint(truncate)")
    content = bytearray(library.catalog_file.read_bytes())
    content[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    library.catalog_file.write_bytes(bytes(content))
    with pytest.raises(LibraryDamaged):
        backups.back_up_daily(library)
    assert list(library.backups_folder.iterdir()) == []
    with pytest.raises(LibraryDamaged, match="offers the copies"):  # and so it does, opened next
        library.prepare()


def test_a_library_is_looked_through_once_after_a_doubt(copied):
    copied.doubt_file.touch()
    copied.prepare()
    assert not copied.doubt_file.exists()
    assert names(copied) == ["Ann", "Ben"]


def test_nothing_is_brought_back_while_another_program_has_it_open(copied):
    (copy,) = backups.listed(copied)
    with copied.open() as db:
        people.names(db)
        with pytest.raises(LibraryBusy):
            backups.restore(copied, copy.name)
    assert names(copied) == ["Ann", "Ben"]
    backups.restore(copied, copy.name)


def test_a_copy_that_is_not_there_changes_nothing(copied):
    (copied.backups_folder / "broken.sqlite").write_bytes(b"broken")
    with pytest.raises(NoSuchBackup, match="no copy broken"):
        backups.restore(copied, "broken")
    assert names(copied) == ["Ann", "Ben"]


def test_a_copy_can_be_made_while_another_connection_writes(library, tmp_path):
    add(library, "Ann")
    with library.open() as db:
        db.execute("begin immediate")
        people.add(db, "Ben")
        backups.back_up_daily(library)
        db.conn.commit()
    (copy,) = backups.listed(library)
    assert copy.people == 1
    connection = sqlite3.connect(copy.path)
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_library_without_copies_has_none(tmp_path):
    assert backups.listed(Library(tmp_path / "nothing")) == []


def test_a_folder_that_cannot_hold_copies_is_said(library):
    add(library, "Ann")
    library.backups_folder.write_text("a file where the folder should be")
    backups.copy_of_today(library)
    with pytest.raises(LibraryUnusable, match="no copy of it can be made"):
        backups.back_up_daily(library)
