"""Worker processes behind the standard Executor interface.

A worker that dies or takes too long costs the task it had, nothing more: Pebble replaces it.
"""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar

from pebble import ProcessPool

from facegallery.domain.progress import CancelToken
from facegallery.jobs.power import give_way

P = ParamSpec("P")
T = TypeVar("T")

TASK_SECONDS = 120.0  # a 300-megapixel photo takes under 20 s; the first task loads the models too
_POLL_SECONDS = 0.1  # how soon Cancel is noticed


def worker_count(asked: int | None = None) -> int:
    """Return how many workers to start: as asked, else one a core that this process may use."""
    if asked:
        return max(1, asked)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class WorkerPool(Executor):
    """Processes of this machine. submit raises nothing; a future raises what the task raised,

    ProcessExpired where its worker died, TimeoutError where it took more than `task_seconds`.
    """

    def __init__(self, workers: int, task_seconds: float | None = TASK_SECONDS) -> None:
        self._task_seconds = task_seconds
        # spawn: forking a process that runs Qt and threads deadlocks sooner or later.
        self._pool = ProcessPool(
            max_workers=workers, context=get_context("spawn"), initializer=_start_worker
        )

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Schedule a call; see the class for what its future raises."""
        future: Future[Any] = self._pool.schedule(
            fn, args=args, kwargs=kwargs, timeout=self._task_seconds
        )
        return future

    def submit_long(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Schedule a call that may take as long as it needs: grouping a million faces."""
        future: Future[Any] = self._pool.schedule(fn, args=args, kwargs=kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the pool; cancel_futures: at once, whatever is being done."""
        if cancel_futures:
            self._pool.stop()
        else:
            self._pool.close()
        if wait:
            self._pool.join()


def result_of(future: Future[T], cancel: CancelToken) -> T:
    """Wait for a future's result; raise Cancelled, and give the task up, where cancel is set."""
    while True:
        try:
            return future.result(timeout=_POLL_SECONDS)
        except FutureTimeout:
            if future.done():  # the task itself took too long
                raise
        if cancel.is_set:
            future.cancel()
            cancel.raise_if_set()


@contextmanager
def worker_pool(workers: int | None = None) -> Iterator[WorkerPool]:
    """Start workers, as many as asked or one a core, and end them with the block, come what may."""
    pool = WorkerPool(worker_count(workers))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _start_worker() -> None:
    """Give way to the programs that the user works with; never fight them for cores."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asked for the work
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    give_way()
