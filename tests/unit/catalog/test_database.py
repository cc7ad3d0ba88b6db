import sqlite3
from contextlib import closing

import pytest

from facegallery.catalog.database import Database, transaction


@pytest.fixture
def db(tmp_path):
    with closing(Database(sqlite3.connect(tmp_path / "file.sqlite"))) as made:
        made.execute("create table names (name text)")
        yield made


def names(db):
    return [row["name"] for row in db.query("select name from names order by name")]


def test_a_statement_by_itself_is_on_disk_at_once(db, tmp_path):
    db.execute("insert into names values (?)", ("Ann",))
    db.conn.executemany("insert into names values (?)", [("Ben",), ("Cid",)])
    with closing(Database(sqlite3.connect(tmp_path / "file.sqlite"))) as other:
        assert names(other) == ["Ann", "Ben", "Cid"]


def test_values_are_given_by_place_or_by_name(db):
    db.execute("insert into names values (:name)", {"name": "Ann"})
    assert list(db.query("select name as who, ? as number from names", (3,))) == [
        {"who": "Ann", "number": 3}
    ]


def test_a_question_is_asked_at_once(db):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        db.query("select * from nowhere")


def test_of_a_failed_transaction_within_another_only_its_own_part_is_undone(db):
    with transaction(db):
        db.execute("insert into names values ('Ann')")
        with pytest.raises(ZeroDivisionError), transaction(db):
            db.execute("insert into names values ('Ben')")
            with transaction(db):
                db.execute("insert into names values ('Cid')")
            raise ZeroDivisionError
        assert db.conn.in_transaction
        db.execute("insert into names values ('Dora')")
    assert not db.conn.in_transaction
    assert names(db) == ["Ann", "Dora"]


def test_a_transaction_that_the_catalog_itself_ended_raises_what_ended_it(db):
    db.execute("""create trigger no_more before insert on names
        begin select raise(rollback, 'no more names'); end""")
    with pytest.raises(sqlite3.IntegrityError, match="no more names"), transaction(db):
        db.execute("insert into names values ('Ann')")
    assert not db.conn.in_transaction


def test_a_transaction_has_the_only_right_to_write_from_its_beginning(db, tmp_path):
    with closing(Database(sqlite3.connect(tmp_path / "file.sqlite", timeout=0))) as other:
        with (
            transaction(db),
            pytest.raises(sqlite3.OperationalError, match="locked"),
            transaction(other),
        ):
            raise AssertionError("both have begun")
        with transaction(other):
            other.execute("insert into names values ('Ann')")
    assert names(db) == ["Ann"]
