"""Broken photos through the workers of a scan: python -m tests.bench fuzz --seed N --count N.

With --files FOLDER those of a folder instead, each named with what it took.
"""

import argparse
import signal
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import psutil

from facegallery.domain.photo import FoundFile, PhotoAnalysis
from facegallery.domain.progress import CancelToken
from facegallery.jobs.analyse import Models, Task, analyse, known_models
from facegallery.jobs.pool import WorkerPool, worker_count
from facegallery.jobs.worker_process import TaskTookTooLong, WorkerDied, WorkerFailed
from facegallery.paths import weights_folder
from facegallery.scan.walk import walk
from facegallery.vision.engine import CutOut
from tests.bench.mutants import mutant

Looked = tuple[PhotoAnalysis, float]
WORKER_BYTES = 600_000_000
SLOW_SECONDS = 2.0
SHOWN = 12  # of each list
BAD = ("crash", "hang", "bug")


@dataclass(slots=True)
class Outcome:
    """What came of all files. noted: names of those that should not have come out as they did.

    seconds: by the clock, of the worker's own work, and of what.
    """

    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    noted: list[str] = field(default_factory=list)
    seconds: list[tuple[float, float, str]] = field(default_factory=list)
    most_bytes: int = 0

    @property
    def is_good(self) -> bool:
        return not any(self.counts[kind] for kind in BAD) and self.most_bytes <= WORKER_BYTES


class Blind(Models):
    """Models that find no face: what comes before them is what is tested."""

    def engine(self):
        return self

    def cut_out(self, _pixels, _around=None):
        return CutOut([], [])


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--faces", action="store_true", help="find faces too: ten times as long")
    parser.add_argument("--workers", type=int, default=worker_count())
    parser.add_argument("--files", type=Path, help="a folder of files, instead of made ones")
    parser.add_argument("--keep", type=Path, help="folder for the files that do harm")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    outcome = run(options)
    show(outcome, options)
    return 0 if outcome.is_good else 1


def run(options: argparse.Namespace) -> Outcome:
    outcome, ended = Outcome(), Event()
    pool = WorkerPool(options.workers)
    models = known_models("yunet", "sface", weights_folder())
    if not options.faces:
        models = Blind(models.detector, models.recognizer, models.weights_folder)
    with TemporaryDirectory() as folder:
        watcher = Thread(target=_watch_memory, args=(outcome, ended))
        watcher.start()
        try:
            made = _made(options, Path(folder))
            _feed(_there(options.files) if options.files else made, pool, models, outcome, options)
        except KeyboardInterrupt:
            pass  # what was done is reported
        finally:
            pool.shutdown(cancel_futures=True)
            ended.set()
            watcher.join()
    return outcome


def _made(options: argparse.Namespace, folder: Path) -> Iterator[Path]:
    for number in range(options.first, options.first + options.count):
        name, data = mutant(options.seed, number)
        path = folder / name
        path.write_bytes(data)
        yield path


def _there(folder: Path) -> Iterator[Path]:
    for file in walk(folder, CancelToken()):
        yield Path(file.path)


def _feed(
    files: Iterable[Path],
    pool: WorkerPool,
    models: Models,
    outcome: Outcome,
    options: argparse.Namespace,
) -> None:
    """Give each worker one file at a time, so that the time of each is its own."""
    waiting: dict[Future[Looked], tuple[Path, float]] = {}
    wait([pool.submit(load, models) for _ in range(options.workers)])  # no file's fault
    for path in files:
        if len(waiting) == options.workers:
            _take(waiting, outcome, options)
        task = Task(FoundFile(str(path), path.stat().st_size, 1), frozenset(), models)
        waiting[pool.submit(look, task)] = path, time.monotonic()
    while waiting:
        _take(waiting, outcome, options)


def look(task: Task) -> Looked:
    """Return what is in a file, and the seconds of work that it took; in a worker."""
    started = time.process_time()
    (found,) = analyse([task])
    return found, time.process_time() - started


def load(models: Models) -> None:
    models.engine()


def _take(
    waiting: dict[Future[Looked], tuple[Path, float]],
    outcome: Outcome,
    options: argparse.Namespace,
) -> None:
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        path, started = waiting.pop(future)
        kind, reason, work = came_out(future)
        outcome.counts[kind] += 1
        outcome.reasons[reason] += 1
        seconds = time.monotonic() - started
        outcome.seconds.append((seconds, work, f"{path.name!a}, {kind}"))
        if kind in BAD or kind == "too large" or seconds > SLOW_SECONDS:
            outcome.noted.append(f"{kind}: {path.name!a} ({reason}, {seconds:.1f} s)")
            if options.keep is not None:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / path.name).write_bytes(path.read_bytes())
        if options.files is None:
            path.unlink()


def came_out(future: Future[Looked]) -> tuple[str, str, float]:
    """Return what kind of end it was, why, and the worker's seconds: 0 if they are not known."""
    try:
        found, work = future.result()
    except WorkerDied as error:
        return "crash", error.reason, 0.0
    except TaskTookTooLong as error:
        return "hang", error.reason, 0.0
    except WorkerFailed as error:
        return "too large", error.reason, 0.0
    except Exception as error:
        notes = getattr(error, "__notes__", [""])
        return "bug", f"{type(error).__name__}: {error} {notes[0][-400:]}", 0.0
    reason = found.failure or "photo"
    return (
        "error" if found.failure else "photo",
        reason if len(reason) < 80 else reason[:20] + "...",
        work,
    )


def _watch_memory(outcome: Outcome, ended: Event) -> None:
    this = psutil.Process()
    while not ended.wait(0.01):
        for child in this.children():
            try:
                outcome.most_bytes = max(outcome.most_bytes, child.memory_info().rss)
            except psutil.Error:
                continue


def show(outcome: Outcome, options: argparse.Namespace) -> None:
    counted = ", ".join(f"{number} {kind}" for kind, number in outcome.counts.most_common())
    what = options.files or f"Seed {options.seed}, from {options.first}"
    print(f"{what}: {outcome.counts.total()} files: {counted}")
    for reason, number in outcome.reasons.most_common(SHOWN):
        print(f"  {number:6} {reason}")
    print(f"  largest worker {outcome.most_bytes / 1e6:.0f} MB")
    print("  slowest, by the clock and of work:")
    for seconds, work, name in sorted(outcome.seconds, reverse=True)[
        : None if options.files else 3
    ]:
        print(f"  {seconds:6.2f} s {work:6.2f} s  {name}")
    for line in outcome.noted[:SHOWN]:
        print(f"  {line}")
