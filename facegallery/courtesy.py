"""Background work that waits while the user does something in the window.

The window says that the user does something until a moment ahead: one number, a time of the
system's monotonic clock, in memory that it shares with the processes it starts. Work inside
`background` looks at that number between its steps, in `give_way`, and sleeps until the moment
has passed. A window that dies says nothing any more, so that the moment passes by itself; where
there is no window nobody ever says anything, and a look costs a microsecond.

Work has patience for some seconds at a stretch, and saves up more while it goes on: however long
the user scrolls, work gets a third of the time. Thus photos are not looked at while a hand turns
the wheel, but a scan gets on during an evening of naming.
"""

import ctypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

BUSY_SECONDS = 0.3  # longer than between two notches of the wheel, two letters, two frames
MOST_PATIENCE = 10.0  # seconds of waiting at a stretch: nobody scrolls longer without a pause
SAVED = 2.0  # seconds of patience for each second in which the work went on
_LEAST_SECONDS = 0.001  # of one sleep

Waited = Callable[[float], None]


class Moment(Protocol):
    """A number that several processes see: a shared ctypes.c_double."""

    value: float


class _Process:
    """What this process knows. moment: shared with others, made when it is first needed."""

    def __init__(self) -> None:
        self.moment: Moment | None = None
        self.waited: Waited = lambda _seconds: None
        self.making = threading.Lock()


class _Work(threading.local):
    """The work of one thread: whether it is background work, and what patience it has."""

    def __init__(self) -> None:
        self.blocks = 0  # of `background` that it is in
        self.patience = MOST_PATIENCE
        self.went_on = time.monotonic()  # when it last did so, or began


_process = _Process()
_work = _Work()


def moment() -> Moment:
    """Return the number to hand to a process that this one starts, as an argument of it."""
    with _process.making:
        if _process.moment is None:
            from multiprocessing.sharedctypes import RawValue  # a window starts without

            _process.moment = RawValue(ctypes.c_double, 0.0)
        return _process.moment


def join(moment: Moment, waited: Waited) -> None:
    """Follow from now on what the process says that started this one.

    waited: told after each moment of waiting how many seconds it took.
    """
    _process.moment, _process.waited = moment, waited


def note_user() -> None:
    """Have background work wait: the user does something now. Called by the window, often."""
    if _process.moment is not None:  # else there is nobody who could wait
        _process.moment.value = time.monotonic() + BUSY_SECONDS


def user_is_busy() -> bool:
    """Tell whether the user has just done something in the window."""
    shared = _process.moment
    return shared is not None and shared.value > time.monotonic()


@contextmanager
def background() -> Iterator[None]:
    """Say that this thread's work inside the block, or function, is none the user waits for."""
    _work.blocks += 1
    try:
        yield
    finally:
        _work.blocks -= 1


def give_way() -> None:
    """Wait while the user does something, as far as this thread's patience goes.

    Called between two steps of work of some 50 ms, and never while a lock is held or a transaction
    is open. Returns at once outside `background`.
    """
    shared = _process.moment
    if shared is None or not _work.blocks or not user_is_busy():
        return
    began = time.monotonic()
    _work.patience = min(MOST_PATIENCE, _work.patience + SAVED * (began - _work.went_on))
    while (left := min(shared.value - time.monotonic(), _work.patience)) > 0:
        time.sleep(max(min(left, BUSY_SECONDS), _LEAST_SECONDS))
        now = time.monotonic()
        _process.waited(now - began)
        _work.patience -= now - began
        began = now
    _work.went_on = began
