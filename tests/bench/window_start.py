"""How long the program takes from its start until people are on screen: the real program, often.

Run in a process of its own: python -m tests.bench.window_start LIBRARY WIDTH HEIGHT, it only
notes in a library that its window was left so large.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from facegallery.catalog.library import Library

STARTS = 5  # after a first one, for which Python may have to compile


def starts(library: Path, size: tuple[int, int], environment: Mapping[str, str]) -> dict:
    """Return the middle one of some starts: seconds by the clock, and of the processor's work."""
    left = [sys.executable, "-m", "tests.bench.window_start", str(library), *map(str, size)]
    subprocess.run(left, env=dict(environment), check=True)
    took = [_started(library, environment) for _ in range(STARTS + 1)][1:]
    return {
        "clock": statistics.median(clock for clock, _work in took),
        "work": statistics.median(work for _clock, work in took),
    }


def screen_of(folder: Path, size: tuple[int, int]) -> str:
    """Return Qt's name of an offscreen platform with one screen of this size."""
    screen = {
        "name": "screen", "x": 0, "y": 0, "width": size[0], "height": size[1],
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}))
    return f"offscreen:configfile={file}"


def _started(library: Path, environment: Mapping[str, str]) -> tuple[float, float]:
    command = [sys.executable, "-m", "facegallery", "--library", str(library), "--profile"]
    begun = time.perf_counter()
    with subprocess.Popen(command, env=dict(environment), stderr=subprocess.PIPE, text=True) as at:
        assert at.stderr is not None
        try:
            for line in at.stderr:
                if line.startswith("profile: people are on screen"):
                    return time.perf_counter() - begun, float(line.split()[-4])
        finally:
            at.terminate()
    raise RuntimeError("the window was closed before people were on it")


def _leave_window(library: Library, width: int, height: int) -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    from facegallery.ui import window_state

    application = QApplication([])
    window = QMainWindow()
    window.resize(width, height)
    window.show()
    application.processEvents()
    geometry = bytes(window.saveGeometry().data())
    window_state.save(library, window_state.WindowState(geometry=geometry))


if __name__ == "__main__":
    _leave_window(Library(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3]))
