"""The program from its start to its end, in a process of its own."""

import subprocess
import sys

BEGINNING = """
import gc, signal, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from facegallery import app
from facegallery.catalog import backups
from facegallery.catalog.library import Library
from facegallery.ui.main_window import MainWindow

library = Library(Path(sys.argv[1]))
library.prepare()

def windows():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]

def run(look):
    app.make_application()
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(300)
    sys.exit(app.run_window(library))
"""
RESTORE = """
backups.back_up_daily(library)
name = backups.listed(library)[0].name
first = []

def look():
    (window,) = windows()
    if not first:
        first.append(window)
        window.restore_asked.emit(name)
    elif window is not first[0]:
        collector = threading.Thread(target=gc.collect)
        collector.start()
        collector.join()
        print("another window")
        window.close()

run(look)
"""
INTERRUPT = """
def look():
    for window in windows():
        with window.pictures._lock:  # as while a picture that has come is taken
            signal.raise_signal(signal.SIGTERM)
        print("interrupted", flush=True)

run(look)
"""


def ran(code, library):
    """The program, run to its end with this as what happens in it."""
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", BEGINNING + code, str(library.folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def test_after_a_copy_is_brought_back_nothing_is_left_of_the_window_before(library):
    done = ran(RESTORE, library)
    assert (done.returncode, done.stdout) == (0, "another window\n"), done.stderr


def test_a_signal_closes_the_window_whatever_it_breaks_into(library):
    done = ran(INTERRUPT, library)
    assert (done.returncode, done.stdout) == (0, "interrupted\n"), done.stderr
