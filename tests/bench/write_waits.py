"""How long a write waits for the catalog while background work writes to it, and workers for us."""

import threading
import time

from facegallery.catalog.library import Library
from facegallery.jobs.limits import Waited, Word
from facegallery.jobs.worker_process import Watch

EVERY_SECONDS = 0.05


class WriteWaits:
    """Asks for the lock of the catalog again and again, as an action does, and writes nothing."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._seconds: list[float] = []
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._thread.start()

    def close(self) -> dict[str, float]:
        """Ask no longer; return how often it was asked, and the waits in milliseconds."""
        self._closed.set()
        self._thread.join()
        ordered = sorted(self._seconds) or [0.0]
        return {
            "count": len(self._seconds),
            "p99": round(ordered[int(len(ordered) * 0.99)] * 1000, 1),
            "longest": round(ordered[-1] * 1000, 1),
        }

    def _ask(self) -> None:
        with self._library.open() as db:
            while not self._closed.wait(EVERY_SECONDS):
                began = time.perf_counter()
                db.conn.execute("begin immediate")
                self._seconds.append(time.perf_counter() - began)
                db.conn.rollback()


class CountedWaits:
    """Counts the seconds that workers of this process wait for the user, from its making on."""

    def __init__(self) -> None:
        self.seconds = 0.0
        add = Watch.add

        def counted(watch: Watch, word: Word) -> None:
            if isinstance(word, Waited):
                self.seconds += word.seconds
            add(watch, word)

        Watch.add = counted  # type: ignore[method-assign]
