"""How long the window's thread was held, and how much memory its process took."""

import sys
import threading
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 2
SUSPICIOUS = 0.03  # seconds without a tick after which the watcher looks what is running
LOOK_EVERY = 0.005


@dataclass(slots=True)
class Held:
    """The longest time between two ticks, seconds: by the clock, and of this thread's own work.

    where: what was seen running meanwhile, innermost call last.
    """

    clock: float = 0.0
    work: float = 0.0
    where: list[str] = field(default_factory=list)


class Watchdog(QObject):
    """Ticks on the window's thread; what keeps a tick from coming keeps the user waiting too.

    Work is CPU time of the thread: it does not grow when other programs take the cores.
    """

    def __init__(self) -> None:
        super().__init__()
        self.steps: dict[str, Held] = {}
        self._held = Held()
        self._seen: list[str] = []
        self._thread = threading.get_ident()
        self._clock, self._work = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        threading.Thread(target=self._watch, daemon=True).start()

    def begin(self, step: str) -> None:
        """Count from now on for this step of the walk."""
        self._tick()
        self._held = self.steps.setdefault(step, Held())

    def _tick(self) -> None:
        clock, work = time.perf_counter(), time.thread_time()
        held = self._held
        if work - self._work > held.work:
            held.work, held.where = work - self._work, self._seen
        held.clock = max(held.clock, clock - self._clock)
        self._clock, self._work, self._seen = clock, work, []

    def _watch(self) -> None:
        """Note what runs while no tick comes; in a thread of its own."""
        while True:
            time.sleep(LOOK_EVERY)
            if time.perf_counter() - self._clock > SUSPICIOUS:
                frame = sys._current_frames().get(self._thread)
                if frame is not None:
                    lines = traceback.extract_stack(frame)[-6:]
                    self._seen = [f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in lines]
                del frame


def memory(name: str) -> int:
    """Return a figure of this process from /proc, in bytes: VmRSS now, VmHWM at its highest."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1]) * 1024
    raise LookupError(name)


def forget_peak() -> None:
    """Have VmHWM begin anew, at what is used now."""
    Path("/proc/self/clear_refs").write_text("5")
