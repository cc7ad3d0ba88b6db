"""Workers that do their work, and workers that come to harm."""

import ctypes
import os
import signal
import sys
import time
from concurrent.futures import CancelledError
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from facegallery.domain.errors import Cancelled, WorkersCannotStart
from facegallery.domain.progress import CancelToken
from facegallery.jobs import limits, worker_process
from facegallery.jobs import pool as pool_module
from facegallery.jobs.limits import Limit
from facegallery.jobs.pool import WorkerPool, result_of
from facegallery.jobs.worker_process import TaskTookTooLong, TaskTooLarge, WorkerDied


@pytest.fixture
def pool():
    pool = WorkerPool(1)
    yield pool
    pool.shutdown(cancel_futures=True)


def test_what_is_returned_and_what_is_raised_come_back(pool):
    assert pool.submit(divmod, 7, 2).result() == (3, 1)
    with pytest.raises(ZeroDivisionError) as caught:
        pool.submit(divmod, 7, 0).result()
    assert "Traceback" in caught.value.__notes__[0]
    with pytest.raises(TypeError, match="pickle"):
        pool.submit(eval, "lambda: 0").result()


def test_tasks_go_to_all_workers(tmp_path):
    pool = WorkerPool(2)
    try:
        met = [pool.submit(meet, tmp_path, place) for place in "ab"]
        assert len({future.result() for future in met}) == 2
    finally:
        pool.shutdown()


def test_a_pool_closed_while_it_takes_its_first_task_ends(pool, monkeypatch):
    """The window closes on its own thread, while a job's begins."""
    closing = []

    class SlowToStart(Thread):
        def start(self):
            closing.append(Thread(target=pool.shutdown, kwargs={"cancel_futures": True}))
            closing[0].start()
            closing[0].join(0.2)  # time for the pool to be closed under its feet
            super().start()

    monkeypatch.setattr(pool_module, "Thread", SlowToStart)
    future = pool.submit(divmod, 7, 2)
    closing[0].join()
    assert future.done()  # or given up, as the threads' order has it
    with pytest.raises(RuntimeError, match="closed"):
        pool.submit(divmod, 7, 2)


def meet(folder, place):
    """Ends only when another worker has begun the same."""
    (folder / place).touch()
    while len(list(folder.iterdir())) < 2:
        pass
    return os.getpid()


def die(path, deaths):
    """Kill this worker as often as told, counted in a file; then return."""
    done = Path(path).stat().st_size if Path(path).exists() else 0
    if done >= deaths:
        return "done"
    with open(path, "ab") as file:  # noqa: PTH123
        file.write(b"x")
    os.kill(os.getpid(), signal.SIGKILL)
    return None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_task_whose_worker_dies_is_done_again_once(pool, tmp_path):
    assert pool.submit(die, tmp_path / "a", 1).result() == "done"
    with pytest.raises(WorkerDied) as caught:
        pool.submit(die, tmp_path / "b", 5).result()
    assert caught.value.try_again
    assert "ended from outside" in caught.value.reason
    assert (tmp_path / "b").stat().st_size == 2
    assert pool.submit(divmod, 7, 2).result() == (3, 1)


def test_a_crash_in_native_code_is_the_files_fault(pool):
    with pytest.raises(WorkerDied) as caught:
        pool.submit(ctypes.string_at, 1).result()
    assert not caught.value.try_again
    assert caught.value.reason == "the program crashed on reading it"


def test_a_worker_killed_between_two_tasks_costs_none(pool):
    pid = pool.submit(os.getpid).result()
    os.kill(pid, signal.SIGTERM)
    assert pool.submit(os.getpid).result() != pid


def work_for_ever(limit):
    limits._tell(limit)
    while True:
        sum(range(1000))


def wait_for_ever(limit):
    limits._tell(limit)
    os.read(os.pipe()[0], 1)


def eat(limit):
    limits._tell(limit)
    eaten = []
    for _ in range(400):
        eaten.append(b"x" * 5_000_000)


@pytest.mark.parametrize(
    ("work", "limit", "error"),
    [
        (work_for_ever, Limit(work_seconds=0.2), TaskTookTooLong),
        (wait_for_ever, Limit(clock_seconds=0.2), TaskTookTooLong),
        (eat, Limit(more_bytes=50_000_000), TaskTooLarge),
    ],
)
def test_a_task_that_goes_beyond_its_limit_costs_only_itself(pool, work, limit, error):
    others = [pool.submit(os.getpid), pool.submit(work, limit), pool.submit(os.getpid)]
    before = others[0].result()
    with pytest.raises(error):
        others[1].result()
    assert others[2].result() != before


def test_a_limit_ends_with_the_step_that_told_it(pool):
    assert pool.submit(two_steps).result() == "done"


def two_steps():
    limits._tell(Limit(work_seconds=0.1))
    limits.none()
    while time.process_time() < 1.0:
        pass
    return "done"


def test_the_limit_of_a_task_is_for_each_of_its_photos(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(worker_process, "time", SimpleNamespace(monotonic=lambda: now[0]))
    watch = worker_process.Watch(os.getpid(), Limit(clock_seconds=10))
    now[0] = 9
    watch.add(limits.Anew())
    now[0] = 18
    watch.check()
    watch.add(limits.Anew(photos=2))
    watch.add(Limit())  # a step's own limit leaves the task's as it is
    now[0] = 37
    watch.check()
    now[0] = 39
    with pytest.raises(TaskTookTooLong):
        watch.check()


def test_a_task_has_the_pools_limit_too():
    pool = WorkerPool(1, task_seconds=0.3)
    try:
        with pytest.raises(TaskTookTooLong):
            pool.submit(wait_for_ever, Limit()).result()
    finally:
        pool.shutdown(cancel_futures=True)


def test_cancel_ends_the_task_that_runs_and_those_that_wait(pool):
    cancel = CancelToken()
    running, waiting = pool.submit(wait_for_ever, Limit()), pool.submit(os.getpid)
    cancel.set()
    with pytest.raises(Cancelled):
        result_of(running, cancel)
    assert isinstance(waiting.result(), int)
    last = pool.submit(wait_for_ever, Limit()), pool.submit(os.getpid)
    pool.shutdown(cancel_futures=True)
    for future in last:
        with pytest.raises(CancelledError):
            future.result()


def test_where_no_worker_can_start_it_is_said(pool, monkeypatch):
    def fail():
        raise OSError("no more processes")

    monkeypatch.setattr(pool_module, "WorkerProcess", fail)
    with pytest.raises(WorkersCannotStart, match="no more processes"):
        pool.submit(os.getpid).result()


def grow(size):
    global kept  # noqa: PLW0603
    kept = b"x" * size
    return os.getpid()


def test_a_worker_that_has_grown_is_replaced(pool, monkeypatch):
    first = pool.submit(grow, 0).result()
    assert pool.submit(grow, 500_000_000).result() == first
    assert pool.submit(os.getpid).result() != first
