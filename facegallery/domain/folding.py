"""Text as it is compared: case and accents make no difference."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=20_000)  # names are compared at every key press and change, thousands of them
def fold(text: str) -> str:
    """Return a text in small letters and without accents, so that "jose" finds "José"."""
    plain = unicodedata.normalize("NFKD", text)
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return unicodedata.normalize("NFKD", kept.casefold())


def folder_of(path: str) -> str:
    """Return the folder part of a path of any system, without the separator at its end."""
    return path[: _cut(path)]


def name_of(path: str) -> str:
    """Return the last part of a path of any system."""
    return path[_cut(path) :].lstrip("/\\")


def _cut(path: str) -> int:
    return max(path.rfind("/"), path.rfind("\\"), 0)
