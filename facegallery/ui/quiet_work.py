"""Keeps Python itself from holding up the window, and from keeping memory it has done with."""

import ctypes
import gc
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

# Python switches threads every 5 ms unless told otherwise: painting a screen takes the lock a
# hundred times, and would wait that long each time while a thread makes 20,000 rows.
SWITCH_SECONDS = 0.0005
# New objects that make Python look for cycles among them (2 ms), and how many such rounds until
# it looks at those that outlived one (10 ms). All objects, 110 ms while 20,000 photos are being
# read, are looked at in quiet moments only.
YOUNG, ROUNDS, NEVER = 10_000, 10, 1_000_000
EVERY_MS = 30_000
NEW, ALL = 1, 2  # generations of gc.collect
# glibc learns to keep freed blocks of up to 32 MB for later: 50 MB after some photos. What is as
# large as the smallest picture, a face of 130 x 130, is given back at once. Each of its arenas, one
# a thread, keeps its own; two do. The numbers are M_MMAP_THRESHOLD and M_ARENA_MAX of malloc.h.
_MMAP_THRESHOLD, PICTURE_BYTES = -3, 64 * 1024
_ARENA_MAX, ARENAS = -8, 2


def give_memory_back() -> None:
    """Have large blocks given back to the system as soon as they are free; where that is known."""
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # not in every C library
        if mallopt is not None:
            mallopt(_MMAP_THRESHOLD, PICTURE_BYTES)
            mallopt(_ARENA_MAX, ARENAS)


def take_turns() -> None:
    """Have threads take turns often enough for a window that is painted beside them."""
    sys.setswitchinterval(SWITCH_SECONDS)


class QuietCollector(QObject):
    """Collects cyclic garbage while nothing is going on. One a process, made once it has begun.

    is_busy tells whether work runs now; then it is left for the next time. Old objects, of which
    a large library has so many that looking at them is felt, are looked at only while the user
    is in another program.
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        gc.set_threshold(YOUNG, ROUNDS, NEVER)
        gc.enable()
        gc.freeze()  # modules and widgets are here to stay; looking at them would take 60 ms
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect now, unless work runs; everything, where the user is away."""
        if not self._is_busy():
            gc.collect(ALL if _user_is_away() else NEW)


def _user_is_away() -> bool:
    return QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive
