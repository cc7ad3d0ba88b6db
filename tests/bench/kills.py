"""Scans whose processes are killed at random: python -m tests.bench kills --count N --seed N."""

import argparse
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
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from PIL import Image

from tests.free_album import make_free_album

COPIES = 4  # of the small album, each a little different, so that a scan takes some seconds


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench kills", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=50)
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)
    with TemporaryDirectory() as folder:
        album = Path(folder) / "photos"
        _make_album(album)
        started = time.monotonic()
        expected = _undisturbed(album, Path(folder) / "undisturbed")
        seconds = time.monotonic() - started
        print(f"{len(expected)} rows in {seconds:.0f} s; {options.count} kills", flush=True)
        killed: Counter[str] = Counter()
        scans = 0
        while killed.total() < options.count:
            library = Path(folder) / f"library {scans}"
            _disturbed(album, library, chance, killed, options.count, seconds)
            found = _undisturbed(album, library)  # a file whose workers died is tried again
            assert found == expected, f"scan {scans} differs: {len(found)} faces"
            shutil.rmtree(library)
            scans += 1
    print(f"  killed: {dict(killed)}; {scans} libraries, each as if nothing had happened")
    return 0


def _make_album(album: Path) -> None:
    make_free_album(album)
    for path in sorted(album.glob("*.jpg")):
        with Image.open(path) as image:
            for number in range(1, COPIES):
                small = image.resize((image.width - 9 * number, image.height - 7 * number))
                small.save(path.with_stem(f"{path.stem}_{number}"), quality=92)


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


def _disturbed(
    album: Path,
    library: Path,
    chance: random.Random,
    killed: Counter[str],
    most: int,
    seconds: float,
) -> None:
    """Scan until a scan has ended well, killing what there is on the way.

    seconds: that a scan takes undisturbed.
    """
    committed: set[tuple[object, ...]] = set()
    while True:
        running = _start(album, library)
        while killed.total() < most and running.poll() is None:
            time.sleep(chance.uniform(0.0, seconds))
            kind, victim = _victim(running.pid, chance)
            if victim is None:
                break
            try:
                os.kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                break
            killed[kind] += 1
            if kind == "the program":
                break
        ended = running.wait()
        _wait_for_orphans(library)
        found = _rows(library)
        assert committed <= found, f"lost: {committed - found}"
        committed = found
        if ended == 0:
            return


def _victim(pid: int, chance: random.Random) -> tuple[str, int | None]:
    """Return a process of the scan: the program itself, or one of its workers."""
    try:
        workers = [child.pid for child in psutil.Process(pid).children()]
    except psutil.Error:
        return "nothing", None
    if workers and chance.random() < 0.7:
        return "a worker", chance.choice(workers)
    return "the program", pid


def _wait_for_orphans(library: Path) -> None:
    """A worker ends with its program; nothing of it may write any more."""
    lock = library / "scan.lock"
    for process in psutil.process_iter(["open_files"]):
        if any(file.path == str(lock) for file in process.info["open_files"] or ()):
            process.wait(10)


def _rows(library: Path) -> set[tuple[object, ...]]:
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
