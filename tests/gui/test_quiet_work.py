import gc
import subprocess
import sys
import weakref

import pytest
from PySide6.QtCore import QObject

from facegallery.ui import quiet_work
from facegallery.ui.quiet_work import QuietCollector


class Node:
    """Something that holds itself, so that only the collector frees it."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def usual():
    """Python's settings, put back afterwards."""
    thresholds, interval = gc.get_threshold(), sys.getswitchinterval()
    yield
    gc.set_threshold(*thresholds)
    sys.setswitchinterval(interval)
    gc.unfreeze()


@pytest.mark.parametrize("busy", [True, False])
def test_garbage_is_collected_only_while_nothing_runs(qapp, usual, busy):
    owner = QObject()
    collector = QuietCollector(lambda: busy, owner)
    gone = weakref.ref(Node())
    collector.collect()
    assert (gone() is None) != busy
    gc.collect()


def test_a_hundred_thousand_rows_do_not_set_off_a_full_collection(qapp, usual):
    owner = QObject()
    QuietCollector(lambda: True, owner)
    full = gc.get_stats()[2]["collections"]
    rows = [{"id": number} for number in range(300_000)]
    assert rows and gc.get_stats()[2]["collections"] == full


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_memory_of_pictures_is_given_back_to_the_system():
    code = (
        "from facegallery.ui.quiet_work import give_memory_back\n"
        "give_memory_back()\n"
        "def used():\n"
        "    text = open('/proc/self/status').read()\n"
        "    return int(text.split('VmRSS:')[1].split()[0])\n"
        "bytearray(20_000_000)\n"  # glibc raises its threshold when such a block is freed
        "before = used()\n"
        "blocks = [bytearray(b'1' * 10_000_000) for _ in range(6)]\n"
        "del blocks[:-1]\n"
        "print(used() - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 25_000


@pytest.mark.parametrize("away", [True, False])
def test_old_objects_are_looked_at_only_while_the_user_is_away(qapp, usual, monkeypatch, away):
    monkeypatch.setattr(quiet_work, "_user_is_away", lambda: away)  # offscreen nobody ever leaves
    owner = QObject()
    collector = QuietCollector(lambda: False, owner)
    node = Node()
    gone = weakref.ref(node)
    gc.collect()  # it is an old one now
    del node
    collector.collect()
    assert (gone() is None) == away
    gc.collect()
