"""Who works with a library now: one scan at a time, one window at a time."""

import os
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from facegallery.domain.errors import LibraryBusy, LibraryUnusable
from facegallery.domain.words import sentence


@contextmanager
def only_one(lock_file: Path, busy: type[LibraryBusy]) -> Iterator[None]:
    """Hold a lock of the library's folder during the block.

    Raises `busy`, told who holds it, where another process does; LibraryUnusable where the folder
    cannot be written. A killed process holds nothing.
    """
    lock = FileLock(lock_file)
    holder = lock_file.with_suffix(".held-by")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise busy(str(lock_file.parent), _told(holder)) from error
    except OSError as error:
        raise LibraryUnusable(str(lock_file.parent), error.strerror or str(error)) from error
    try:
        with suppress(OSError):  # a full disk: who asks is told less
            since = datetime.now().strftime("%H:%M")
            words = sentence(
                "process {0} on {1}, since {2}", os.getpid(), socket.gethostname(), since
            )
            holder.write_text(words, encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()


def is_alone(file: Path) -> bool:
    """Tell whether no other connection has a catalog open; its log is written into it then."""
    with closing(sqlite3.connect(file, timeout=0)) as db:
        try:
            # Leaving WAL mode needs the file for oneself alone.
            (mode,) = db.execute("pragma journal_mode = delete").fetchone()
        except sqlite3.OperationalError as error:
            return "locked" not in str(error)  # else damaged
        except sqlite3.DatabaseError:
            return True
    return bool(mode == "delete")


def _told(holder: Path) -> str:
    try:
        return holder.read_text(encoding="utf-8") or "another process"
    except (OSError, UnicodeError):
        return "another process"
