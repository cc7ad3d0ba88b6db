"""Thumbnails and face crops: a cache in a SQLite file of its own, keyed by content.

Safe to delete. A key is made of the photo's hash and, for a crop, the face's box, so that a moved
photo, a new catalog or another scan finds the same picture again.
"""

import hashlib
import sqlite3
from pathlib import Path

from facegallery.domain.face import Box


def photo_key(content_hash: bytes) -> bytes:
    """Return the key of a photo's thumbnail."""
    return content_hash


def face_key(content_hash: bytes, box: Box) -> bytes:
    """Return the key of a face's crop; a box moved by less than a thousandth is the same."""
    place = ",".join(f"{side:.3f}" for side in box)
    return hashlib.blake2b(content_hash + place.encode(), digest_size=16).digest()


class ThumbnailCache:
    """A connection to the cache, for one thread. A damaged file is thrown away and made anew."""

    def __init__(self, file: Path) -> None:
        try:
            self._connection = _open(file)
        except sqlite3.DatabaseError:
            for damaged in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
                damaged.unlink(missing_ok=True)
            self._connection = _open(file)

    def get(self, key: bytes) -> bytes | None:
        """Return JPEG bytes, or None where they must be made."""
        row = self._connection.execute("select jpeg from pictures where key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def put(self, pictures: dict[bytes, bytes]) -> None:
        """Keep pictures: key -> JPEG bytes."""
        with self._connection:
            self._connection.executemany(
                "insert or replace into pictures (key, jpeg) values (?, ?)", pictures.items()
            )

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _open(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=20)
    # A cache can be made again: it need not survive a power cut to the last row.
    connection.executescript(
        """pragma journal_mode = wal; pragma synchronous = off;
        create table if not exists pictures (key blob primary key, jpeg blob not null) strict;"""
    )
    return connection
