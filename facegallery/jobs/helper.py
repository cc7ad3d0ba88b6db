"""One process beside the window for work that would take the window's memory."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from facegallery.domain.progress import CancelToken

if TYPE_CHECKING:
    from facegallery.jobs.pool import WorkerPool

P = ParamSpec("P")
T = TypeVar("T")


class Helper:
    """Runs functions of this package in a process that is started when first needed.

    Any thread may call; the process takes one call after another.
    """

    def __init__(self, task_seconds: float | None = None) -> None:
        """Start nothing yet; task_seconds: as WorkerPool takes it."""
        self._task_seconds = task_seconds
        self._lock = threading.Lock()
        self._pool: WorkerPool | None = None

    def call(
        self, cancel: CancelToken, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what work returns, or raise what it raises; Cancelled where cancel was set.

        Raises WorkEnded where the process was ended from outside, again and again.
        """
        from facegallery.jobs.pool import result_of_work

        return result_of_work(self.pool().submit(work, *args, **kwargs), cancel)

    def pool(self) -> "WorkerPool":
        """Return the pool of the one process; not to be shut down, and gone after a rest."""
        from facegallery.jobs.pool import WorkerPool  # a window starts without

        with self._lock:
            if self._pool is None:
                self._pool = WorkerPool(1, self._task_seconds)
            return self._pool

    def rest(self) -> None:
        """End the process, whatever it does; the next call starts another."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)
