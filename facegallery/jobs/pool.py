"""Worker processes behind the standard Executor interface, each watched from outside.

A thread and a connection for every worker: whatever happens to one, killed while it writes its
result for example, the others do not notice. A worker that dies is replaced and its task is done
again, once; a task that takes too long or too much memory costs its worker, and only itself.
"""

import os
import pickle
import queue
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Any, ParamSpec, TypeVar

from facegallery.domain.errors import WorkEnded, WorkersCannotStart
from facegallery.domain.progress import CancelToken
from facegallery.domain.words import sentence
from facegallery.jobs.worker import Call
from facegallery.jobs.worker_process import WorkerDied, WorkerFailed, WorkerProcess

P = ParamSpec("P")
T = TypeVar("T")

TASK_SECONDS = 120.0  # a 300-megapixel photo takes under 20 s; the first task loads the models too
ATTEMPTS = 2  # the system, short of memory, may have killed the worker of an innocent photo
POLL_SECONDS = 0.03  # how soon a limit, or Cancel, is noticed


def worker_count(asked: int | None = None) -> int:
    """Return how many workers to start: as asked, else one a core that this process may use."""
    if asked:
        return max(1, asked)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Task(Future[Any]):
    """A task's future. Cancelled while its worker is at it, it ends with the worker.

    seconds: that the task may take at most, by the clock.
    """

    def __init__(self, call: bytes, seconds: float | None) -> None:
        super().__init__()
        self.call, self.seconds = call, seconds
        self.given_up = False

    def cancel(self) -> bool:
        """See Future.cancel; a task that runs is given up within POLL_SECONDS."""
        self.given_up = True
        return super().cancel()


@dataclass(slots=True)
class _Shared:
    """What the pool and its threads share. None among the tasks: there are no more."""

    tasks: "queue.SimpleQueue[_Task | None]"
    closed: bool = False


class Pool(Executor):
    """An executor that tells how many workers it has."""

    workers: int


class WorkerPool(Pool):
    """Processes of this machine; they start when they are needed.

    A future raises what its task raised, or WorkerFailed where the task was too much for the
    worker. WorkersCannotStart is raised where no worker can be started at all.
    """

    def __init__(self, workers: int, task_seconds: float | None = TASK_SECONDS) -> None:
        self._shared = _Shared(queue.SimpleQueue())
        self.workers, self._task_seconds = workers, task_seconds
        self._threads: list[Thread] = []
        self._changing = Lock()  # threads are added on one thread, and the pool closed on another
        self._ended = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Schedule a call; see the class for what its future raises."""
        return self._schedule(_Task(pickle.dumps(Call(fn, args, kwargs)), self._task_seconds))

    def submit_long(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Schedule a call that may take as long as it needs: grouping a million faces."""
        return self._schedule(_Task(pickle.dumps(Call(fn, args, kwargs)), None))

    def _schedule(self, task: _Task) -> Future[Any]:
        with self._changing:
            if self._ended:
                raise RuntimeError("the pool is closed")
            self._shared.tasks.put(task)
            if len(self._threads) < self.workers:
                self._threads.append(Thread(target=_Seat(self._shared).work, daemon=True))
                self._threads[-1].start()
        return task

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the pool; cancel_futures: at once, whatever is being done."""
        with self._changing:
            self._ended = True
            self._shared.closed = self._shared.closed or cancel_futures
            for _ in self._threads:
                self._shared.tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


class _Seat:
    """A thread's place in the pool: does tasks in a worker of its own."""

    def __init__(self, shared: _Shared) -> None:
        self._shared = shared
        self._worker: WorkerProcess | None = None

    def work(self) -> None:
        """Do tasks until there are no more."""
        while (task := self._shared.tasks.get()) is not None:
            if self._shared.closed:
                task.cancel()
            if task.set_running_or_notify_cancel():
                self._do(task)
            del task  # or its result would be kept while this waits
        if self._worker is not None:
            self._worker.end(at_once=self._shared.closed)

    def _do(self, task: _Task) -> None:
        try:
            for attempt in range(1, ATTEMPTS + 1):
                try:
                    task.set_result(self._attempt(task))
                    return
                except WorkerDied:
                    if attempt == ATTEMPTS:
                        raise
        except BaseException as error:
            task.set_exception(error)

    def _attempt(self, task: _Task) -> Any:
        """Return what the task returns, or raise what it raises; the worker may be gone then."""
        worker = self._worker
        if worker is None or not worker.is_fit:
            if worker is not None:
                worker.end()
            worker = self._worker = _started()
        try:
            worker.begin(task.call, task.seconds)
            while (returned := worker.poll(POLL_SECONDS)) is None:
                if task.given_up or self._shared.closed:
                    raise CancelledError
        except BaseException:
            worker.end(at_once=True)
            self._worker = None
            raise
        if returned.error is not None:
            raise returned.error
        return returned.value


def _started() -> WorkerProcess:
    """Return a new worker. Raises WorkersCannotStart; one that was killed meanwhile is no proof."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return WorkerProcess()
        except (OSError, WorkerFailed) as error:
            if attempt == ATTEMPTS:
                late = sentence("they do not answer in time")
                reason = late if isinstance(error, WorkerFailed) else str(error)
                raise WorkersCannotStart(reason) from error
    raise AssertionError


def result_of(future: Future[T], cancel: CancelToken) -> T:
    """Wait for a future's result; raise Cancelled, and give the task up, where cancel is set."""
    while not wait([future], POLL_SECONDS).done:
        if cancel.is_set:
            future.cancel()
            cancel.raise_if_set()
    return future.result()


def result_of_work(future: Future[T], cancel: CancelToken) -> T:
    """Do as result_of does, for work on many faces: no photo is to blame for its end.

    Raises WorkEnded where its process was ended from outside, again and again.
    """
    try:
        return result_of(future, cancel)
    except WorkerDied as error:
        if error.try_again:
            raise WorkEnded from error
        raise


@contextmanager
def worker_pool(workers: int | None = None) -> Iterator[WorkerPool]:
    """Start workers, as many as asked or one a core, and end them with the block, come what may."""
    pool = WorkerPool(worker_count(workers))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
