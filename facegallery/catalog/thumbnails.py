"""Thumbnails and face crops: a cache in a SQLite file of its own, keyed by content.

Safe to delete. A key is made of the photo's hash and, for a crop, the face's box, so that a moved
photo, a new catalog or another scan finds the same picture again.
"""

import hashlib
import logging
import sqlite3
from functools import lru_cache
from pathlib import Path

from facegallery.domain.face import Box

log = logging.getLogger(__name__)

_IN_MEMORY = ":memory:"


def photo_key(content_hash: bytes) -> bytes:
    """Return the key of a photo's thumbnail."""
    return content_hash


@lru_cache(maxsize=4_096)  # screens ask for the same ones each time they are painted
def face_key(content_hash: bytes, box: Box) -> bytes:
    """Return the key of a face's crop; a box moved by less than a thousandth is the same."""
    place = ",".join(f"{side:.3f}" for side in box)
    return hashlib.blake2b(content_hash + place.encode(), digest_size=16).digest()


class ThumbnailCache:
    """A connection to the cache, for one thread. A damaged file is thrown away and made anew.

    Nothing that happens to the cache is an error: where the disk is full, read-only or failing,
    pictures are kept in memory, or made again.
    """

    def __init__(self, file: Path) -> None:
        try:
            self._connection = _open(str(file))
        except sqlite3.OperationalError as error:  # no room, no permission, no answer: not damaged
            log.warning("thumbnails are not kept: %s", error)
            self._connection = _open(_IN_MEMORY)
        except sqlite3.DatabaseError:
            for damaged in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
                damaged.unlink(missing_ok=True)
            self._connection = _open(str(file))

    def get(self, key: bytes) -> bytes | None:
        """Return JPEG bytes, or None where they must be made."""
        sql = "select jpeg from pictures where key = ?"
        try:
            row = self._connection.execute(sql, (key,)).fetchone()
        except sqlite3.DatabaseError as error:
            log.warning("a thumbnail cannot be read: %s", error)
            return None
        return None if row is None else bytes(row[0])

    def put(self, pictures: dict[bytes, bytes]) -> None:
        """Keep pictures: key -> JPEG bytes."""
        try:
            with self._connection:
                self._connection.executemany(
                    "insert or replace into pictures (key, jpeg) values (?, ?)", pictures.items()
                )
        except sqlite3.DatabaseError as error:
            log.warning("%d thumbnails are not kept: %s", len(pictures), error)

    def erase_faces(self) -> None:
        """Erase the pictures of faces, those of photos stay; nothing of them is left in the file.

        Their keys are shorter than those of photos.
        """
        self._connection.execute("pragma secure_delete = on")
        with self._connection:
            self._connection.execute("delete from pictures where length(key) = 16")
        self._connection.execute("vacuum")
        self._connection.execute("pragma wal_checkpoint(truncate)")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _open(file: str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=20)
    # A cache can be made again: it need not survive a power cut to the last row.
    connection.executescript(
        """pragma journal_mode = wal; pragma synchronous = off;
        create table if not exists pictures (key blob primary key, jpeg blob not null) strict;"""
    )
    return connection
