import gc
import sys
import weakref

import pytest
from PySide6.QtCore import QObject

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
