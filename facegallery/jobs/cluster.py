"""The workers of a Dask cluster behind the standard Executor interface.

They open the photos themselves where they see the same files, on a shared drive for example; else
they are sent the bytes. The catalog is written by this machine alone.
"""

import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, ParamSpec, TypeVar

from facegallery.domain.errors import (
    ClusterLost,
    ClusterNotThere,
    ClusterUnfit,
    FaceGalleryError,
    PhotoUnreadable,
)
from facegallery.domain.words import sentence
from facegallery.imaging import source
from facegallery.jobs.analyse import Models, Task, analyse
from facegallery.jobs.cluster_worker import Unseen, about_here, analyse_here, call_here
from facegallery.jobs.pool import Pool
from facegallery.jobs.worker_process import WorkerDied

P = ParamSpec("P")
T = TypeVar("T")

CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 120.0  # a worker imports FaceGallery when it is asked first
ATTEMPTS = 2  # to Dask a task beside one that kills its worker is as suspect
_NEEDS = "it needs the package dask: pip install 'facegallery[cluster]'"

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job:
    """Photos to look at."""

    tasks: Sequence[Task]
    future: Future[Any]
    attempts: int = 0


class ClusterPool(Pool):
    """A Dask cluster's workers. A photo whose worker is lost is done by another.

    A future raises what its task raised, WorkerDied where it kills every worker that tries, and
    ClusterLost where the scheduler is gone.
    """

    def __init__(self, address: str) -> None:
        """Connect to a scheduler, tcp://host:8786. Raises ClusterNotThere."""
        try:
            from distributed import Client
        except ImportError as error:
            raise ClusterNotThere(address, _NEEDS) from error
        self.address = address
        self.workers = 1
        self._sends_bytes = False
        self._theirs: set[Any] = set()
        try:
            with warnings.catch_warnings():
                # We compare versions ourselves, and in words.
                warnings.simplefilter("ignore")
                self._client: Any = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            raise ClusterNotThere(address, sentence("no scheduler answers there")) from error

    def check(self, models: Models) -> None:
        """Raise ClusterUnfit unless there are workers, all of them with our versions and models."""
        workers = list(self._client.scheduler_info(n_workers=-1)["workers"])
        if not workers:
            raise ClusterUnfit(self.address, sentence("it has no workers"))
        self.workers = len(workers)
        ours = about_here(models)
        ask = partial(self._client.submit, about_here, models, pure=False)
        asked = {worker: ask(workers=[worker]) for worker in workers}
        for worker, answer in asked.items():
            about = self._answer(worker, answer)
            if about != ours:
                theirs = "FaceGallery {} on Python {}".format(*about)
                mine = "FaceGallery {} on Python {}".format(*ours)
                raise ClusterUnfit(
                    self.address, sentence("the worker {0} has {1}, not {2}", worker, theirs, mine)
                )

    def _answer(self, worker: str, answer: Any) -> tuple[str, str]:
        """Return what a worker says of itself. Raises ClusterUnfit."""
        try:
            version, python = answer.result(timeout=ANSWER_SECONDS)
        except FaceGalleryError as error:
            raise ClusterUnfit(
                self.address, sentence("on the worker {0}: {1}", worker, error)
            ) from error
        except Exception as error:  # it has no FaceGallery, or is gone by now
            reason = sentence("FaceGallery does not start on the worker {0}: {1}", worker, error)
            raise ClusterUnfit(self.address, reason) from error
        return version, python

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Schedule a call; see the class for what its future raises."""
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()
        if fn is not analyse:
            theirs = self._client.submit(call_here, fn, args, kwargs, pure=False)
            self._watch(theirs, partial(_copy_result, self.address, future))
            return future
        (tasks,) = args
        assert isinstance(tasks, list)
        self._send(_Job(tasks, future))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster; cancel_futures: what is not done yet is given up."""
        if cancel_futures:
            self._client.cancel(list(self._theirs), force=True)
        self._client.close(timeout=CONNECT_SECONDS if wait else 0)

    def _send(self, job: _Job) -> None:
        contents = None
        if self._sends_bytes:  # by themselves, or Dask would write them into its graph of tasks
            read = [_content(task) for task in job.tasks]
            (contents,) = self._client.scatter([read], hash=False)
        theirs = self._client.submit(analyse_here, job.tasks, contents, pure=False)
        self._watch(theirs, partial(self._on_done, job))

    def _watch(self, theirs: Any, done: Callable[[Any], None]) -> None:
        self._theirs.add(theirs)  # or Dask would forget the task
        theirs.add_done_callback(done)
        theirs.add_done_callback(self._theirs.discard)

    def _on_done(self, job: _Job, theirs: Any) -> None:
        from distributed import KilledWorker

        try:
            if theirs.status == "error" and isinstance(theirs.exception(), KilledWorker):
                job.attempts += 1
                if job.attempts < ATTEMPTS:
                    self._send(job)
                else:
                    job.future.set_exception(WorkerDied())
            elif theirs.status == "finished" and isinstance(theirs.result(), Unseen):
                self._sends_bytes = True
                self._send(job)
            else:
                _copy_result(self.address, job.future, theirs)
        except Exception as error:  # of the connection: whoever waits must hear of it
            log.warning("the cluster %s: %s", self.address, error)
            job.future.set_exception(ClusterLost(self.address))


def _content(task: Task) -> bytes | PhotoUnreadable:
    try:
        return source.read_file(task.file.path)
    except PhotoUnreadable as error:
        return error


def _copy_result(address: str, future: Future[Any], theirs: Any) -> None:
    if theirs.status == "finished":
        future.set_result(theirs.result())
    elif theirs.status == "error":
        future.set_exception(theirs.exception())
    else:  # cancelled, by us or because the scheduler is gone
        future.set_exception(ClusterLost(address))


@contextmanager
def cluster_pool(address: str, models: Models) -> Iterator[ClusterPool]:
    """Work on a cluster during the block. Raises ClusterNotThere, ClusterUnfit."""
    pool = ClusterPool(address)
    try:
        pool.check(models)
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
