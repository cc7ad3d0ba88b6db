"""One process beside the window for work that would take the window's memory."""

import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from facegallery.domain.progress import CancelToken
from facegallery.jobs.pool import WorkerPool, result_of

P = ParamSpec("P")
T = TypeVar("T")


class Helper:
    """Runs functions of this package in a process that is started when first needed.

    Any thread may call; the process takes one call after another.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pool: WorkerPool | None = None

    def call(
        self, cancel: CancelToken, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what work returns, or raise what it raises; Cancelled where cancel was set."""
        with self._lock:
            if self._pool is None:
                self._pool = WorkerPool(1, task_seconds=None)
            future = self._pool.submit(work, *args, **kwargs)
        return result_of(future, cancel)

    def rest(self) -> None:
        """End the process, whatever it does; the next call starts another."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)
