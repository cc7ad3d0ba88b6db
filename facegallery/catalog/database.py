"""A connection to the catalog, and transactions on it."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

Values = Sequence[Any] | Mapping[str, Any]


class Database:
    """A connection for one thread: each statement is committed by itself, but in a transaction.

    conn: what sqlite3 calls a connection, for what is not here: executemany, backup.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        conn.isolation_level = None  # else sqlite3 begins transactions that nobody ends
        self.conn = conn

    def execute(self, sql: str, values: Values = ()) -> sqlite3.Cursor:
        """Do one statement. values: a sequence for its question marks, a mapping for its :names."""
        return self.conn.execute(sql, values)

    def query(self, sql: str, values: Values = ()) -> Iterator[dict[str, Any]]:
        """Return the rows of a question as dictionaries by column; it is asked at once."""
        cursor = self.conn.execute(sql, values)
        columns = [column for column, *_ in cursor.description]
        return (dict(zip(columns, row, strict=True)) for row in cursor)

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Do all of the block or nothing of it; nests.

    IMMEDIATE: the lock is taken at the start, so that a read which turns into a write cannot
    fail half-way because another connection wrote in between.
    """
    if db.conn.in_transaction:
        begin, keep, undo = "savepoint inner", "release inner", "rollback to inner"
    else:
        begin, keep, undo = "begin immediate", "commit", "rollback"
    db.conn.execute(begin)
    try:
        yield
        db.conn.execute(keep)
    except BaseException:
        if db.conn.in_transaction:  # a full disk, for example, may have ended all of it
            db.conn.execute(undo)
            if keep == "release inner":
                db.conn.execute(keep)
        raise
