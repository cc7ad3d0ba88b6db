import time

from PySide6.QtCore import QTimer

from facegallery.ui.watchdog import LIMIT_SECONDS, Profile, Watchdog


def spin(seconds):
    """Hold the thread with work of its own."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_what_holds_the_thread_is_told_with_the_lines(qtbot):
    held = []
    dog = Watchdog(held.append)

    def seen():
        """Hold the thread: on a busy machine the watching thread may miss it once or twice."""
        spin(0.15)
        return [one for one in held if any("test_watchdog.py" in line for line in one.where)]

    qtbot.waitUntil(lambda: bool(seen()))
    dog.close()
    longest = max(seen(), key=lambda one: one.work)
    assert longest.clock >= longest.work > 0.1
    assert any("spin" in line for line in longest.where)


def test_a_thread_that_waits_does_no_work(qtbot):
    held = []
    dog = Watchdog(held.append)
    QTimer.singleShot(0, lambda: time.sleep(0.2))
    qtbot.waitUntil(lambda: any(one.clock > 0.15 for one in held))
    dog.close()
    assert max(held, key=lambda one: one.clock).work < 0.15


def test_a_profile_says_each_long_turn_and_sums_up(qtbot, capsys):
    profile = Profile()
    done = []
    QTimer.singleShot(0, lambda: done.append(spin(3 * LIMIT_SECONDS)))
    qtbot.waitUntil(lambda: bool(done) and "held" in capsys.readouterr().err)
    profile.close()
    assert "of work; the longest" in capsys.readouterr().err
