"""How long the window's thread was held, and by which lines: for `--profile`, and for the bench."""

import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 2
LIMIT_SECONDS = 0.05  # the user feels what takes longer
LOOK_EVERY = 0.005
SUSPICIOUS = 0.02  # seconds without a tick after which it is noted what is running
DEEPEST = 6  # calls that are told of one place, innermost last

Where = tuple[str, ...]
"""What was running: "file.py:12 function", innermost call last."""


@dataclass(frozen=True, slots=True)
class Held:
    """A time between two ticks, seconds: by the clock, and of this thread's own work.

    where: what was seen running most of that time; empty where it was too short to be seen.
    """

    clock: float = 0.0
    work: float = 0.0
    where: Where = ()

    def words(self) -> str:
        """Return it as a line for a terminal."""
        lines = " < ".join(reversed(self.where)) or "nothing of Python was running"
        return (
            f"held {self.work * 1000:.0f} ms of work, {self.clock * 1000:.0f} by the clock: {lines}"
        )


class Watchdog(QObject):
    """Ticks on the window's thread; what keeps a tick from coming keeps the user waiting too.

    Work is CPU time of the thread: it does not grow when other programs take the cores.
    then(held) is called after every tick, on that thread. Closed by close().
    """

    def __init__(self, then: Callable[[Held], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._then = then
        self._seen: Counter[Where] = Counter()
        self._window_thread = threading.get_ident()
        self._clock, self._work = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self._thread.start()

    def tick(self) -> None:
        """Tell how long it is since the last tick."""
        clock, work = time.perf_counter(), time.thread_time()
        seen, self._seen = self._seen, Counter()
        where = seen.most_common(1)[0][0] if seen else ()
        held = Held(clock - self._clock, work - self._work, where)
        self._then(held)
        self._clock, self._work = time.perf_counter(), time.thread_time()

    def close(self) -> None:
        """Watch no longer; waits for the thread that looks."""
        self._timer.stop()
        self._closed.set()
        self._thread.join()

    def _watch(self) -> None:
        """Note what runs while no tick comes; in a thread of its own."""
        while not self._closed.wait(LOOK_EVERY):
            if time.perf_counter() - self._clock > SUSPICIOUS:
                frame = sys._current_frames().get(self._window_thread)
                if frame is not None:
                    self._seen[_place(traceback.extract_stack(frame))] += 1
                del frame


class Profile:
    """Says on stderr when people are on screen, each time the window was held too long, and in the
    end how often.
    """

    def __init__(self) -> None:
        from facegallery.ui.first_screen import FirstScreen  # for this alone

        self._first_screen = FirstScreen()
        self._turns = 0
        self._late: list[Held] = []
        self._watchdog = Watchdog(self._note)

    def close(self) -> None:
        """Watch no longer, and sum up."""
        self._watchdog.close()
        longest = max((held.work for held in self._late), default=0.0)
        _say(
            f"{len(self._late)} of {self._turns} turns took more than "
            f"{LIMIT_SECONDS * 1000:.0f} ms of work; the longest {longest * 1000:.0f} ms"
        )

    def _note(self, held: Held) -> None:
        self._turns += 1
        if held.work > LIMIT_SECONDS:
            self._late.append(held)
            _say(held.words())


def _place(stack: traceback.StackSummary) -> Where:
    return tuple(f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in stack[-DEEPEST:])


def _say(words: str) -> None:
    sys.stderr.write(f"profile: {words}\n")
