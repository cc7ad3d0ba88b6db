"""Files that must not stop or crash a scan: what comes of each, and how long it takes."""

import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from facegallery.domain.progress import CancelToken
from facegallery.jobs.analyse import Models, Task, known_models
from facegallery.jobs.pool import WorkerPool, worker_pool
from facegallery.paths import weights_folder
from facegallery.scan.walk import walk
from tests.bench.album import SHARED
from tests.bench.fuzz import came_out, load, look

MOST_SECONDS = 2.0  # for a file
NAME = 40  # characters that are shown


def run() -> None:
    tool = SHARED / "tools" / "make_album.py"
    if not tool.is_file():
        print("Skipped: ../shared with its photos is not on this machine.")
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, tool, "--out", folder, "--hostile"], check=True)
        expected = json.loads((folder / "hostile.json").read_text())
        models = known_models("yunet", "sface", weights_folder())
        with worker_pool(1) as pool:
            pool.submit(load, models).result()  # no file's fault
            wrong = looked(folder / "hostile", expected, models, pool)
    assert not wrong, f"not as expected: {wrong}"


def looked(folder: Path, expected: dict[str, str], models: Models, pool: WorkerPool) -> list[str]:
    """Print what comes of each file; return the names of those that come out otherwise."""
    print(f"Hostile files: at most {MOST_SECONDS:.0f} s each (by the clock, of work)", flush=True)
    files = {str(Path(file.path).relative_to(folder)): file for file in walk(folder, CancelToken())}
    wrong = sorted(files.keys() - expected.keys())
    slowest = 0.0
    for name, outcome in expected.items():
        kind, reason, seconds, work = "ignored", "", 0.0, 0.0
        if name in files:
            started = time.monotonic()
            future = pool.submit(look, Task(files[name], frozenset(), models))
            kind, reason, work = came_out(future)
            seconds = time.monotonic() - started
        slowest = max(slowest, seconds)
        if kind not in outcome or seconds > MOST_SECONDS:
            wrong.append(name)
        shown = f"{name[:NAME]!a}"
        said = reason if kind == "error" else ""
        print(f"  {seconds:5.2f} s {work:5.2f} s  {kind:8}{shown:{NAME + 3}} {said}", flush=True)
    print(f"  {len(expected)} files, {len(wrong)} not as expected; the slowest {slowest:.2f} s")
    return wrong
