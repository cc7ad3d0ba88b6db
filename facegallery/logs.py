"""The log: in the library's folder, for the user to look into or to send along."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from facegallery.domain.errors import LibraryUnusable

_BYTES, _FILES = 1_000_000, 3


def start(folder: Path) -> None:
    """Write the program's log to facegallery.log in a folder, which may be new.

    Raises LibraryUnusable where it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "facegallery.log",
            maxBytes=_BYTES,
            backupCount=_FILES,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )
    except OSError as error:
        raise LibraryUnusable(str(folder), error.strerror or str(error)) from error
    logging.raiseExceptions = False  # a full disk is said once, not with every line of the log
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log = logging.getLogger("facegallery")
    log.setLevel(logging.INFO)
    log.propagate = False
    for old in list(log.handlers):
        log.removeHandler(old)
        old.close()
    log.addHandler(handler)
