"""The program from its start to its end, in a process of its own."""

import subprocess
import sys

CODE = """
import gc, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from facegallery import app
from facegallery.catalog import backups
from facegallery.catalog.library import Library
from facegallery.ui.main_window import MainWindow
from facegallery.ui.session import Session

library = Library(Path(sys.argv[1]))
library.prepare()
backups.back_up_daily(library)
name = backups.listed(library)[0].name
first = []

def windows():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]

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
        timer.stop()
        window.close()

app.make_application().setQuitOnLastWindowClosed(True)
timer = QTimer()
timer.timeout.connect(look)
timer.start(300)
sys.exit(app.run_window(library))
"""


def test_after_a_copy_is_brought_back_nothing_is_left_of_the_window_before(library):
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", CODE, str(library.folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert (done.returncode, done.stdout) == (0, "another window\n"), done.stderr
