"""The bytes of a photo's file, and the hash that a photo is known by."""

import errno
import hashlib
import os
import stat
from pathlib import Path

from facegallery.domain.errors import PhotoUnreadable
from facegallery.domain.words import sentence

MAX_BYTES = 1 << 30  # 1 GiB: ten times the largest photo a camera makes; a worker holds it whole

# O_NONBLOCK: opening a pipe that nobody writes to, or a busy device, would wait for ever.
# Windows knows O_BINARY only, the others lack it.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)

_CLAUSES = {
    errno.ENOENT: "it is gone",
    errno.ENOTDIR: "it is gone",
    errno.EACCES: "permission to read it is denied",
    errno.EPERM: "permission to read it is denied",
    errno.EISDIR: "it is a folder",
    errno.EIO: "the drive reports an error while it is read",
    errno.ELOOP: "it is a link that leads round in a circle",
    errno.ENAMETOOLONG: "its path is too long for this system",
    errno.ENXIO: "it is not a file but a pipe, socket or device",
}


def read_file(path: str | Path) -> bytes:
    """Return all bytes of a regular file.

    Raises PhotoUnreadable for one that cannot be read, is over 1 GiB, or is no regular file.
    Never waits for a pipe or device.
    """
    try:
        descriptor = os.open(path, _FLAGS)
        try:
            return _read(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise PhotoUnreadable(_clause(path, error)) from error


def content_hash(data: bytes) -> bytes:
    """Return the 32 bytes by which a photo is known: BLAKE2b of its file's bytes."""
    return hashlib.blake2b(data, digest_size=32).digest()


def _read(descriptor: int) -> bytes:
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise PhotoUnreadable(_CLAUSES[errno.EISDIR])
    if not stat.S_ISREG(status.st_mode):
        raise PhotoUnreadable(_CLAUSES[errno.ENXIO])
    if status.st_size > MAX_BYTES:
        raise PhotoUnreadable("it is larger than 1 GB, more than a photo can be")
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        # One byte more than it claims: a file that grows meanwhile cannot fill the memory.
        return file.read(status.st_size + 1)


def _clause(path: str | Path, error: OSError) -> str:
    if Path(path).is_dir():  # Windows says "permission denied" of a folder
        return _CLAUSES[errno.EISDIR]
    known = _CLAUSES.get(error.errno or 0)
    return known or sentence("the system says: {0}", error.strerror or error)
