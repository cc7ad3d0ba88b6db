"""Background work waits for the user, in other processes too, and gets on all the same."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from facegallery import courtesy
from facegallery.jobs import limits, worker_process
from facegallery.jobs.limits import Limit, Waited
from facegallery.jobs.pool import WorkerPool

AN_HOUR = 3_600.0


@pytest.fixture
def moment():
    """The moment of this process, as if no window had ever said anything, also afterwards."""
    shared = courtesy.moment()
    shared.value = 0.0
    yield shared
    shared.value = 0.0


@pytest.fixture
def pool():
    pool = WorkerPool(1)
    yield pool
    pool.shutdown(cancel_futures=True)


@pytest.fixture(autouse=True)
def _fresh_patience(monkeypatch):
    monkeypatch.setattr(courtesy, "_work", courtesy._Work())


@courtesy.background()
def begin_and_give_way(begun):
    """Return when it went on; a worker that waits has made the file, and nothing else."""
    Path(begun).touch()
    courtesy.give_way()
    return time.monotonic()


def wait_for(file):
    while not file.exists():
        pass


def test_a_worker_waits_until_the_user_has_done(moment, pool, tmp_path):
    pool.submit(os.getpid).result()  # the worker is there
    until = moment.value = time.monotonic() + 1.0
    went_on = pool.submit(begin_and_give_way, tmp_path / "begun").result()
    assert went_on >= until


def test_only_background_work_waits(moment, pool):
    moment.value = time.monotonic() + AN_HOUR
    assert pool.submit(courtesy.give_way).result() is None
    assert courtesy.give_way() is None


def test_where_nobody_is_at_work_nothing_waits(moment):
    with courtesy.background():
        before = time.monotonic()
        for _ in range(1_000):
            courtesy.give_way()
        assert courtesy._work.went_on <= before  # it was never counted as waiting


def test_patience_ends_and_is_saved_up_by_work(moment, monkeypatch):
    """However long the user is at work, a third of the time is the work's."""
    now = [1_000.0]

    class Clock:
        @staticmethod
        def monotonic():
            return now[0]

        @staticmethod
        def sleep(seconds):
            now[0] += seconds

    monkeypatch.setattr(courtesy, "time", Clock)
    monkeypatch.setattr(courtesy, "_work", courtesy._Work())
    moment.value = now[0] + AN_HOUR
    with courtesy.background():
        courtesy.give_way()
        assert now[0] == pytest.approx(1_000 + courtesy.MOST_PATIENCE)
        courtesy.give_way()  # nothing was saved up
        assert now[0] == pytest.approx(1_000 + courtesy.MOST_PATIENCE, abs=0.01)
        began, worked = now[0], 0.0
        for _ in range(100):
            now[0] += 0.1
            worked += 0.1
            courtesy.give_way()
    assert worked / (now[0] - began) == pytest.approx(1 / (1 + courtesy.SAVED), abs=0.01)


def test_patience_that_is_not_used_does_not_grow_for_ever(moment, monkeypatch):
    now = [1_000.0]
    clock = type("Clock", (), {"monotonic": lambda: now[0], "sleep": None})
    clock.sleep = staticmethod(lambda seconds: now.__setitem__(0, now[0] + seconds))
    monkeypatch.setattr(courtesy, "time", clock)
    monkeypatch.setattr(courtesy, "_work", courtesy._Work())
    now[0] += AN_HOUR
    moment.value = now[0] + AN_HOUR
    with courtesy.background():
        courtesy.give_way()
    assert now[0] == pytest.approx(1_000 + AN_HOUR + courtesy.MOST_PATIENCE)


def test_each_thread_has_patience_of_its_own(moment, monkeypatch):
    monkeypatch.setattr(courtesy, "MOST_PATIENCE", 0.05)
    monkeypatch.setattr(courtesy, "SAVED", 0.0)
    moment.value = time.monotonic() + AN_HOUR
    left = []

    def work():
        courtesy._work.patience = courtesy.MOST_PATIENCE
        with courtesy.background():
            courtesy.give_way()
        left.append(courtesy._work.patience)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(left) <= 0 < courtesy._work.patience


def scan_two_steps():
    """A step of its own limit, a wait between them that is longer, and another step."""
    limits._tell(Limit(clock_seconds=2.0))
    courtesy._work.patience, courtesy._work.went_on = 3.5, time.monotonic()
    with courtesy.background():
        courtesy.give_way()
    return "done"


def test_waiting_does_not_count_against_a_photos_time(moment, pool):
    moment.value = time.monotonic() + AN_HOUR
    assert pool.submit(scan_two_steps).result() == "done"


def test_what_was_waited_is_left_out_of_both_limits(monkeypatch):
    now = [0.0]
    clock = type("Clock", (), {"monotonic": staticmethod(lambda: now[0])})
    monkeypatch.setattr(worker_process, "time", clock)
    watch = worker_process.Watch(os.getpid(), Limit(clock_seconds=10))
    watch.add(Limit(clock_seconds=5))
    now[0] = 9.0
    watch.add(Waited(5.0))
    watch.check()
    now[0] = 11.0
    with pytest.raises(worker_process.TaskTookTooLong):
        watch.check()


WINDOW = """
import sys, time
from facegallery import courtesy
from tests.unit.test_courtesy import waiting_process
if __name__ == "__main__":
    waiting = waiting_process(sys.argv[1])
    courtesy.BUSY_SECONDS = 2  # as long as the system may let this process wait
    courtesy.note_user()
    waiting.start()
    while True:  # a window that the user never leaves alone
        courtesy.note_user()
        time.sleep(0.02)
"""


def waiting_process(folder):
    """Return a process, to be started, that waits for its parent's user: no child of a pool's."""
    context = multiprocessing.get_context("spawn")
    return context.Process(target=wait_and_tell, args=(courtesy.moment(), folder))


def wait_and_tell(moment, folder):
    courtesy.join(moment, lambda _seconds: (Path(folder) / "waits").touch())
    courtesy._work.patience = courtesy.MOST_PATIENCE = AN_HOUR
    with courtesy.background():
        while not (Path(folder) / "waits").exists():
            courtesy.give_way()
        courtesy.give_way()
    (Path(folder) / "went on").touch()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_window_that_is_killed_holds_nobody_up(tmp_path):
    """Its workers end with it; what outlives it, of whatever kind, goes on by itself."""
    script = tmp_path / "window.py"
    script.write_text(WINDOW)
    root = str(Path(__file__).parents[2])
    window = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)], env=os.environ | {"PYTHONPATH": root}
    )
    try:
        wait_for(tmp_path / "waits")
        assert not (tmp_path / "went on").exists()
    finally:
        window.send_signal(signal.SIGKILL)
        window.wait()
    wait_for(tmp_path / "went on")
