"""Libraries in C without their remarks: what is wrong is said once, by an error of ours."""

import contextlib
import logging
import os
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType

# Without a handler of its own or of the program's, Python prints Pillow's log to stderr.
logging.getLogger("PIL").addHandler(logging.NullHandler())

_STDERR = 2


class _Shared:
    """A context of the whole process, used by threads: first in opens it, last out closes it.

    Without the count, two threads that leave in the order they came would each put back what the
    other had found.
    """

    def __init__(self, make: Callable[[], AbstractContextManager[None]]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._inside = 0
        self._opened = contextlib.ExitStack()

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._opened.enter_context(self._make())
            self._inside += 1

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                self._opened.close()


@contextlib.contextmanager
def _ignoring_warnings() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def _stderr_to_nowhere() -> Iterator[None]:
    try:
        kept = os.dup(_STDERR)
    except OSError:  # a program without console may have none
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)


_quiet = _Shared(_ignoring_warnings)
_mute = _Shared(_stderr_to_nowhere)


def quiet() -> AbstractContextManager[None]:
    """Return a context in which Python's warnings are ignored. Safe across threads."""
    return _quiet


def mute() -> AbstractContextManager[None]:
    """Return a context in which nothing reaches stderr, for libraries in C that print there.

    It silences the whole process: keep it short. Safe across threads.
    """
    return _mute
