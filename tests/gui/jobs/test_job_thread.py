import threading

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from facegallery.domain.errors import FolderUnreachable, UnexpectedError
from facegallery.domain.progress import Progress
from facegallery.jobs.job_thread import JobThread


@pytest.fixture
def lane(qtbot):
    made = JobThread("test")
    yield made
    made.close()


def test_the_result_comes_back_on_the_windows_thread(qtbot, lane):
    threads, results = [], []

    def work(report, cancel):
        threads.append(threading.current_thread())
        return 42

    def done(result):
        threads.append(threading.current_thread())
        results.append(result)

    with qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy):
        lane.run(work, done)
    assert results == [42]
    assert threads[1] is threading.main_thread() is not threads[0]


def test_jobs_run_one_after_another_in_the_order_they_came(qtbot, lane):
    seen = []
    for number in range(5):
        lane.run(lambda _report, _cancel, n=number: seen.append(n))
    qtbot.waitUntil(lambda: not lane.busy)
    assert seen == [0, 1, 2, 3, 4]


def test_cancel_ends_the_job_before_the_next_photo_and_those_that_wait(qtbot, lane):
    seen, stopped, both_there = [], [], threading.Event()

    def work(report, cancel):
        both_there.wait()
        for done in range(1000):
            cancel.raise_if_set()
            report(Progress("Looking for faces", done, 1000))
            seen.append(done)
            lane.cancel()  # the user's click, at a known moment

    lane.run(work, stopped=lambda: stopped.append("first"))
    lane.run(
        lambda _report, _cancel: seen.append("never"), stopped=lambda: stopped.append("second")
    )
    both_there.set()
    with qtbot.assertNotEmitted(lane.failed):
        qtbot.waitUntil(lambda: not lane.busy)
    assert seen == [0]
    assert stopped == ["first", "second"]


def test_a_job_after_a_cancelled_one_runs(qtbot, lane):
    lane.run(lambda _report, cancel: cancel.raise_if_set())
    lane.cancel()
    results = []
    lane.run(lambda _report, _cancel: "ran", results.append)
    qtbot.waitUntil(lambda: results == ["ran"])


def test_an_error_we_expect_comes_as_it_is_and_a_bug_in_plain_words(qtbot, lane, caplog):
    def unplugged(report, cancel):
        raise FolderUnreachable("/media/drive")

    def bug(report, cancel):
        raise ZeroDivisionError("division by zero")

    with qtbot.waitSignal(lane.failed) as known:
        lane.run(unplugged)
    assert isinstance(known.args[0], FolderUnreachable)
    own = []
    lane.run(bug, failed=own.append)
    qtbot.waitUntil(lambda: bool(own))
    assert isinstance(own[0], UnexpectedError)
    assert "division by zero" in str(own[0])
    assert "job stopped by a bug" in caplog.text


def test_progress_is_told(qtbot, lane):
    with qtbot.waitSignal(lane.progressed) as told:
        lane.run(lambda report, _cancel: report(Progress("Looking for photos", 3, 7)))
    assert told.args[0].done == 3


def test_a_closed_lane_takes_no_more_work(qtbot, lane):
    lane.close()
    lane.run(lambda _report, _cancel: pytest.fail("ran"))
    assert not lane.busy


def test_a_lane_that_was_closed_is_not_busy_and_calls_nobody(qtbot, lane):
    answers = []
    begun = threading.Event()

    def work(_report, cancel):
        begun.set()
        while not cancel.is_set:
            threading.Event().wait(0.01)
        return "late"

    for _ in range(2):  # one runs, one waits
        lane.run(work, answers.append, stopped=lambda: answers.append("stopped"))
    assert begun.wait(5)
    lane.close()
    assert not lane.busy
    qtbot.wait(50)  # an answer that is on its way would come now
    assert answers == []


def test_a_lane_deleted_while_it_works_is_told_to_stop_and_calls_nobody(qtbot):
    answers, begun, ended = [], threading.Event(), threading.Event()
    page = QObject()
    lane = JobThread("going", page)

    def work(report, cancel):
        begun.set()
        while not cancel.is_set:
            report(Progress("Looking for photos", 1, 2))
            threading.Event().wait(0.001)
        report(Progress("Looking for photos", 2, 2))  # of a lane that is no more
        ended.set()
        return "late"

    lane.run(work, answers.append, stopped=lambda: answers.append("stopped"))
    assert begun.wait(5)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    assert ended.wait(5)
    lane._executor.shutdown(wait=True)
    qtbot.wait(50)  # an answer that is on its way would come now
    assert answers == []


def test_the_thread_of_a_deleted_lane_ends(qtbot):
    page = QObject()
    lane = JobThread("short-lived", page)
    lane.run(lambda _report, _cancel: None)
    qtbot.waitUntil(lambda: not lane.busy)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(
        lambda: not any(each.name.startswith("short-lived") for each in threading.enumerate())
    )


class Asker(QObject):
    """Something that asks, and may be gone when the answer comes."""

    def __init__(self, answers):
        super().__init__()
        self.answers = answers

    def take(self, answer):
        self.answers.append(answer)


@pytest.mark.parametrize("work", [lambda *_: 42, lambda *_: 1 / 0])
def test_an_answer_for_what_was_deleted_meanwhile_is_dropped(qtbot, lane, work):
    answers, may_end = [], threading.Event()
    asker = Asker(answers)
    lane.run(lambda *_: may_end.wait() and work(), asker.take, asker.take)
    shiboken6.delete(asker)
    may_end.set()
    with qtbot.assertNotEmitted(lane.failed):
        qtbot.waitUntil(lambda: not lane.busy)
    assert answers == []
