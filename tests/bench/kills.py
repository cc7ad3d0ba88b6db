"""Programs whose processes are killed at random: python -m tests.bench kills --count N --seed N.

Scans from the command line and windows that scan, watch and show photos, by turns: the program
itself, its workers, the process that watches the folders, and the one that decodes for the viewer.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from PIL import Image

from tests.free_album import make_free_album

Rows = set[tuple[object, ...]]
COPIES = 4  # of the small album, each a little different, so that a scan takes some seconds
LATE = "IMG_9999.jpg"  # comes while the window watches
PATIENCE = 600.0  # seconds for a window to find it, on a machine that does other things too
KILLS_OF_A_WINDOW = 8


@dataclass(slots=True)
class Killer:
    """Who kills, how often still, and what it has killed."""

    chance: random.Random
    most: int
    killed: Counter[str] = field(default_factory=Counter)

    @property
    def is_done(self) -> bool:
        return self.killed.total() >= self.most

    def kill(self, program: int, kinds: dict[str, str]) -> str:
        """Kill the program or one of its children; return which, "" where nothing is there.

        kinds: pid -> kind of those children that are not just workers.
        """
        try:
            children = [child.pid for child in psutil.Process(program).children()]
        except psutil.Error:
            return ""
        kind, victim = "the program", program
        if children and self.chance.random() < 0.8:
            victim = self.chance.choice(children)
            kind = kinds.get(str(victim), "a child" if kinds else "a worker")
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            return ""
        self.killed[kind] += 1
        return kind


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench kills", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=50)
    options = parser.parse_args(arguments)
    killer = Killer(random.Random(options.seed), options.count)
    with TemporaryDirectory() as folder:
        album = Path(folder) / "photos"
        late = _make_album(album)
        started = time.monotonic()
        expected = _undisturbed(album, Path(folder) / "undisturbed")
        seconds = time.monotonic() - started
        print(f"{len(expected)} rows in {seconds:.0f} s; {options.count} kills", flush=True)
        turns = 0
        while not killer.is_done:
            library = Path(folder) / f"library {turns}"
            if turns % 2:
                _disturbed_scans(album, library, killer, seconds)
            else:
                (album / LATE).unlink()
                _disturbed_windows(album, library, late, killer, seconds)
            found = _undisturbed(album, library)  # a file whose workers died twice is tried again
            assert found == expected, f"library {turns} differs: {len(found)} faces"
            shutil.rmtree(library)
            turns += 1
            print(f"  {dict(killer.killed)}", flush=True)
    print(f"  {turns} libraries, each as if nothing had happened")
    return 0


def _make_album(album: Path) -> bytes:
    """Write the album, all of it; return what the photo holds that is to come late."""
    make_free_album(album)
    for path in sorted(album.glob("*.jpg")):
        with Image.open(path) as image:
            for number in range(1, COPIES):
                small = image.resize((image.width - 9 * number, image.height - 7 * number))
                small.save(path.with_stem(f"{path.stem}_{number}"), quality=92)
    first = min(album.glob("*.jpg"))
    with Image.open(first) as image:
        image.resize((700, 700)).save(album / LATE, quality=90)
    return (album / LATE).read_bytes()


def _undisturbed(album: Path, library: Path) -> list[tuple[object, ...]]:
    _start(album, library).wait()
    return _faces(library)


def _start(album: Path, library: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "facegallery", "--library", str(library), "scan"]
    return subprocess.Popen(
        [*command, str(album), "--detector", "yunet", "--recognizer", "sface"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _disturbed_scans(album: Path, library: Path, killer: Killer, seconds: float) -> None:
    """Scan until a scan has ended well, killing what there is on the way.

    seconds: that a scan takes undisturbed.
    """
    committed: Rows = set()
    while True:
        running = _start(album, library)
        while not killer.is_done and running.poll() is None:
            time.sleep(killer.chance.uniform(0.0, seconds))
            if killer.kill(running.pid, {}) in ("", "the program"):
                break
        ended = running.wait()
        committed = _nothing_lost(library, committed)
        if ended == 0:
            return


def _disturbed_windows(
    album: Path, library: Path, late: bytes, killer: Killer, seconds: float
) -> None:
    """Show windows, killing what there is, until one has found a photo that came meanwhile."""
    committed: Rows = set()
    pids = library.with_suffix(".pids")
    while True:
        running = _start_window(album, library, pids)
        try:
            if not _kill_some(running, pids, killer, seconds):
                (album / LATE).write_bytes(late)
                _wait_for_late(running, album, library)
        finally:
            running.terminate()
            ended = running.wait()
        committed = _nothing_lost(library, committed)
        if ended == 0:
            return


def _kill_some(
    running: "subprocess.Popen[bytes]", pids: Path, killer: Killer, seconds: float
) -> bool:
    """Kill children of a window, or the window; tell whether it was that."""
    for _ in range(killer.chance.randint(1, KILLS_OF_A_WINDOW)):
        time.sleep(killer.chance.uniform(0.5, seconds / 2))
        assert running.poll() is None, "the window ended because of something else"
        kinds = json.loads(pids.read_text()) if pids.exists() else {}
        if killer.is_done:
            return False
        if killer.kill(running.pid, kinds) == "the program":
            return True
    return False


def _start_window(album: Path, library: Path, pids: Path) -> "subprocess.Popen[bytes]":
    pids.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.bench.window_to_kill", library, album, pids]
    return subprocess.Popen(
        list(map(str, command)),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
    )


def _wait_for_late(running: "subprocess.Popen[bytes]", album: Path, library: Path) -> None:
    until = time.monotonic() + PATIENCE
    row = ("file", str(album / LATE))
    while not any(found[:2] == row for found in _rows(library)):
        assert running.poll() is None, "the window ended because of something else"
        assert time.monotonic() < until, "the window did not find what came meanwhile"
        time.sleep(0.5)


def _nothing_lost(library: Path, committed: Rows) -> Rows:
    """Check the catalog and that all is there that was; return what is there now."""
    _wait_for_orphans(library)
    found = _rows(library)
    assert committed <= found, f"lost: {committed - found}"
    return found


def _wait_for_orphans(library: Path) -> None:
    """A worker ends with its program; nothing of it may write any more."""
    lock = library / "scan.lock"
    for process in psutil.process_iter(["open_files"]):
        if any(file.path == str(lock) for file in process.info["open_files"] or ()):
            process.wait(10)


def _rows(library: Path) -> Rows:
    """Return the files and faces committed, after a check of the whole catalog."""
    catalog = library / "catalog.sqlite"
    if not catalog.exists():
        return set()
    with closing(sqlite3.connect(catalog)) as db:
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        if not db.execute("select 1 from sqlite_master where name = 'files'").fetchone():
            return set()
        files = db.execute(
            "select 'file', path, photo_id from files where photo_id is not null"
        ).fetchall()
        return {*files, *db.execute("select 'face', id, photo_id, x, y from faces")}


def _faces(library: Path) -> list[tuple[object, ...]]:
    """Return what a scan has found, without the numbers that depend on the order."""
    with closing(sqlite3.connect(library / "catalog.sqlite")) as db:
        return db.execute(
            """select path, failure, x, y, width, height, score, quality, vector,
                (select count(*) from group_faces as others where others.group_id = mine.group_id)
            from files left join faces using (photo_id)
                left join embeddings on embeddings.face_id = faces.id
                left join group_faces as mine on mine.face_id = faces.id
            order by path, x, y"""
        ).fetchall()
