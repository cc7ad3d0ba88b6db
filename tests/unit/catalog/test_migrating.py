import sqlite3
from contextlib import closing

import pytest

from facegallery.catalog.database import Database
from facegallery.catalog.migrating import Migrations


@pytest.fixture
def db():
    with closing(Database(sqlite3.connect(":memory:"))) as made:
        yield made


@pytest.fixture
def two():
    migrations = Migrations("ours")

    @migrations
    def first(db):
        db.execute("create table first (number integer)")

    @migrations
    def second(db):
        db.execute("insert into first values (2)")

    return migrations


def test_each_is_done_once_and_in_order(db, two):
    assert two.applied(db) == []
    two.apply(db)
    two.apply(db)
    assert two.applied(db) == ["first", "second"]
    assert db.execute("select number from first").fetchall() == [(2,)]


def test_one_that_fails_changes_nothing_and_is_tried_again(db, two):
    @two
    def third(db):
        db.execute("update first set number = 3")
        db.execute("insert into nowhere values (1)")

    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        two.apply(db)
    assert two.applied(db) == ["first", "second"]
    assert db.execute("select number from first").fetchall() == [(2,)]
    db.execute("create table nowhere (number integer)")
    two.apply(db)
    assert two.applied(db) == ["first", "second", "third"]


def test_a_catalog_that_sqlite_utils_has_migrated_is_known(db, two):
    db.conn.executescript("""
        create table "_sqlite_migrations" (
            "id" integer primary key, "migration_set" text, "name" text, "applied_at" text
        );
        create unique index "idx__sqlite_migrations_migration_set_name"
            on "_sqlite_migrations" ("migration_set", "name");
        insert into _sqlite_migrations (migration_set, name, applied_at)
            values ('ours', 'first', '2026-11-22 17:12:29.269710+00:00'),
                ('of another', 'second', '2026-11-22 17:12:29.269710+00:00');
        create table first (number integer);
    """)
    assert two.applied(db) == ["first"]
    two.apply(db)
    assert two.applied(db) == ["first", "second"]
