"""Files that are being written: each is held back until it stays as it is for some seconds."""

import os
import stat
import time
from collections.abc import Callable
from typing import NamedTuple

STILL_SECONDS = 3.0
"""So long must size and time stay the same. Copying programs write at least once a second."""

_Look = tuple[int, int] | None


class _Pending(NamedTuple):
    look: _Look
    due: float


class Settling:
    """Paths of which a change was noticed, until they are still. Opens no file."""

    def __init__(
        self,
        still_seconds: float = STILL_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take how long to wait, and the clock to measure it by."""
        self._still_seconds, self._clock = still_seconds, clock
        self._pending: dict[str, _Pending] = {}

    def note(self, path: str) -> None:
        """Take a path that changed just now: a file, a folder, or what is gone."""
        self._pending[path] = _Pending(_look(path), self._clock() + self._still_seconds)

    def settled(self) -> frozenset[str]:
        """Return the paths that have been still long enough, and let go of them."""
        now = self._clock()
        done = set()
        for path in [path for path, pending in self._pending.items() if pending.due <= now]:
            look = _look(path)
            if look == self._pending[path].look:
                del self._pending[path]
                done.add(path)
            else:
                self._pending[path] = _Pending(look, now + self._still_seconds)
        return frozenset(done)


def _look(path: str) -> _Look:
    """Return size and time of a file; None for a folder, and for what is not there."""
    try:
        status = os.stat(path)  # noqa: PTH116 - ten thousand of them after a large copy
    except OSError:
        return None
    return None if stat.S_ISDIR(status.st_mode) else (status.st_size, status.st_mtime_ns)
