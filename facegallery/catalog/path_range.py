"""Paths below a folder, as a range of texts that an index on the path can answer."""

import os
from pathlib import Path

BELOW = "path >= ? and path < ?"
"""The condition; its two values are bounds(folder)."""


def bounds(folder: Path) -> tuple[str, str]:
    """Return between which two texts the paths below a folder lie."""
    if folder == folder.parent:  # the root of the file system ends with a separator already
        return str(folder), f"{str(folder)[:-1]}{chr(ord(os.sep) + 1)}"
    return f"{folder}{os.sep}", f"{folder}{chr(ord(os.sep) + 1)}"
