"""Tests of facegallery.ui.scanning: what is done when, and what pausing and stopping do."""

import threading

import pytest

from facegallery.catalog import backups, properties
from facegallery.domain.progress import Progress
from facegallery.jobs.scan_settings import WAIT_ON_BATTERY, WATCH, switch
from facegallery.ui import scanning as module
from facegallery.ui.scanning import BATTERY, PAUSED, Scanning


class LongWork:
    """Work that goes on until it is told to end, or stopped; counts how often it began."""

    def __init__(self):
        self.begun, self.over = threading.Semaphore(0), threading.Event()
        self.starts = 0

    def __call__(self, _report, cancel):
        self.starts += 1
        self.begun.release()
        while not self.over.wait(0.01):
            cancel.raise_if_set()
        return self.starts


@pytest.fixture
def scans(empty_library, qtbot):
    made = Scanning(empty_library)
    yield made
    made.close()


@pytest.fixture
def work(scans):
    """Long work that runs, and what was heard of it."""
    work = LongWork()
    work.heard = []
    heard = work.heard.append
    scans.run(work, lambda result: heard(("done", result)), lambda: heard("stopped"))
    assert work.begun.acquire(timeout=60)
    return work


def test_paused_work_begins_again_when_it_is_resumed(scans, work, qtbot):
    with qtbot.waitSignal(scans.held_changed) as held:
        scans.pause()
    assert held.args == [PAUSED]
    qtbot.waitUntil(lambda: scans._running is None)
    assert scans.busy
    work.over.set()
    scans.resume()
    qtbot.waitUntil(lambda: not scans.busy)
    assert (work.heard, scans.held) == ([("done", 2)], "")


def test_resumed_at_once_it_goes_on_all_the_same(scans, work, qtbot):
    scans.pause()
    scans.resume()
    qtbot.waitUntil(lambda: work.starts == 2)
    work.over.set()
    qtbot.waitUntil(lambda: not scans.busy)
    assert [kind for kind, _ in work.heard] == ["done"]


def test_cancelled_work_does_not_come_back(scans, work, qtbot):
    scans.cancel()
    qtbot.waitUntil(lambda: not scans.busy)
    assert (work.heard, work.starts) == (["stopped"], 1)


def test_paused_work_can_be_cancelled(scans, work, qtbot):
    scans.pause()
    qtbot.waitUntil(lambda: scans._running is None)
    scans.cancel()
    assert (work.heard, scans.busy, scans.held) == (["stopped"], False, "")


def test_what_is_asked_for_meanwhile_is_one_scan_afterwards(scans, work, qtbot, tmp_path):
    scans.ask([tmp_path / "a"])
    scans.look_at([str(tmp_path / "b")])
    scans.ask(None)
    assert len(scans._jobs) == 2
    scans.cancel()
    qtbot.waitUntil(lambda: not scans.busy)


def test_on_battery_work_waits_for_mains_power(scans, work, qtbot, monkeypatch):
    # No battery can be had here: only the question is answered by the test.
    monkeypatch.setattr(module, "on_battery", lambda: True)
    with qtbot.waitSignal(scans.held_changed) as held:
        scans.settings_changed()
    assert held.args == [BATTERY]
    qtbot.waitUntil(lambda: scans._running is None)
    scans.resume()  # the user wants it now
    assert work.begun.acquire(timeout=60)
    scans.settings_changed()
    assert scans.held == ""
    monkeypatch.setattr(module, "on_battery", lambda: False)
    scans.settings_changed()
    monkeypatch.setattr(module, "on_battery", lambda: True)
    scans.settings_changed()
    assert scans.held == BATTERY  # unplugged anew
    monkeypatch.setattr(module, "on_battery", lambda: False)
    work.over.set()
    scans.settings_changed()
    qtbot.waitUntil(lambda: not scans.busy)


def test_work_does_not_wait_where_it_is_switched_off(scans, work, qtbot, monkeypatch):
    with scans._library.open() as db:
        switch(db, WAIT_ON_BATTERY, on=False)
    monkeypatch.setattr(module, "on_battery", lambda: True)
    scans.settings_changed()
    assert scans.held == ""
    scans.cancel()
    qtbot.waitUntil(lambda: not scans.busy)


def test_photos_come_and_go_by_themselves_while_folders_are_watched(session, db, qtbot, tmp_path):
    gone = tmp_path / "photos" / "2021-03-01.jpg"
    missing = "select count(*) from files where missing"
    session.start_watching()
    qtbot.waitUntil(lambda: not session.scanning, timeout=60_000)
    away = gone.rename(tmp_path / "away.jpg")
    qtbot.waitUntil(lambda: db.execute(missing).fetchone()[0] == 1, timeout=60_000)
    away.rename(gone)
    qtbot.waitUntil(lambda: db.execute(missing).fetchone()[0] == 0, timeout=60_000)


def test_a_window_that_does_not_watch_copies_the_catalog_too(session, qtbot):
    session.switch(WATCH, on=False)
    qtbot.waitUntil(lambda: len(backups.listed(session.library)) == 1, timeout=60_000)


def test_a_scan_changes_no_page_under_the_users_hand(session):
    changes = []
    session.changed.connect(lambda: changes.append(1))
    session.under_hand = lambda: True
    session.scans.progressed.emit(Progress("Finding faces", 1, 9))
    assert not changes
    session.under_hand = lambda: False
    session.scans.progressed.emit(Progress("Finding faces", 2, 9))
    session.scans.progressed.emit(Progress("Finding faces", 3, 9))  # too soon after that
    assert len(changes) == 1


def test_of_very_many_photos_pages_are_not_read_again_all_the_time(session, monkeypatch):
    changes = []
    session.changed.connect(lambda: changes.append(1))
    monkeypatch.setattr(properties, "photos_about", lambda _db: 10**12)
    session.scans.progressed.emit(Progress("Finding faces", 1, 9))
    assert not changes
