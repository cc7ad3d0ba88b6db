"""Broken photos through the workers of a scan: python -m tests.bench fuzz --seed N --count N."""

import argparse
import signal
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import psutil

from facegallery.domain.photo import FoundFile, PhotoAnalysis
from facegallery.jobs.analyse import Models, Task, analyse, known_models
from facegallery.jobs.pool import WorkerPool, worker_count
from facegallery.jobs.worker_process import TaskTookTooLong, WorkerDied, WorkerFailed
from facegallery.paths import weights_folder
from tests.bench.mutants import mutant

WORKER_BYTES = 600_000_000
SLOW_SECONDS = 2.0
SHOWN = 12  # of each list
BAD = ("crash", "hang", "bug")


@dataclass(slots=True)
class Outcome:
    """What came of all files. noted: names of those that should not have come out as they did."""

    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    noted: list[str] = field(default_factory=list)
    seconds: list[tuple[float, str]] = field(default_factory=list)
    most_bytes: int = 0

    @property
    def is_good(self) -> bool:
        return not any(self.counts[kind] for kind in BAD) and self.most_bytes <= WORKER_BYTES


class Blind(Models):
    """Models that find no face: what comes before them is what is tested."""

    def engine(self):
        return self

    def find_faces(self, _pixels):
        return []


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--faces", action="store_true", help="find faces too: ten times as long")
    parser.add_argument("--workers", type=int, default=worker_count())
    parser.add_argument("--keep", type=Path, help="folder for the files that do harm")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    outcome = run(options.seed, range(options.first, options.first + options.count), options)
    show(outcome, options)
    return 0 if outcome.is_good else 1


def run(seed: int, numbers: range, options: argparse.Namespace) -> Outcome:
    outcome, ended = Outcome(), Event()
    pool = WorkerPool(options.workers)
    models = known_models("yunet", "sface", weights_folder())
    if not options.faces:
        models = Blind(models.detector, models.recognizer, models.weights_folder)
    with TemporaryDirectory() as folder:
        watcher = Thread(target=_watch_memory, args=(outcome, ended))
        watcher.start()
        try:
            _feed(seed, numbers, Path(folder), pool, models, outcome, options)
        except KeyboardInterrupt:
            pass  # what was done is reported
        finally:
            pool.shutdown(cancel_futures=True)
            ended.set()
            watcher.join()
    return outcome


def _feed(
    seed: int,
    numbers: range,
    folder: Path,
    pool: WorkerPool,
    models: Models,
    outcome: Outcome,
    options: argparse.Namespace,
) -> None:
    """Give each worker one file at a time, so that the time of each is its own."""
    waiting: dict[Future[PhotoAnalysis], tuple[Path, float]] = {}
    keep: Path | None = options.keep
    wait([pool.submit(_load, models) for _ in range(options.workers)])  # no file's fault
    for number in numbers:
        if len(waiting) == options.workers:
            _take(waiting, outcome, keep)
        name, data = mutant(seed, number)
        path = folder / name
        path.write_bytes(data)
        task = Task(FoundFile(str(path), len(data), 1), frozenset(), models)
        waiting[pool.submit(analyse, task)] = path, time.monotonic()
    while waiting:
        _take(waiting, outcome, keep)


def _load(models: Models) -> None:
    models.engine()


def _take(
    waiting: dict[Future[PhotoAnalysis], tuple[Path, float]], outcome: Outcome, keep: Path | None
) -> None:
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        path, started = waiting.pop(future)
        kind, reason = _came_out(future)
        outcome.counts[kind] += 1
        outcome.reasons[reason] += 1
        seconds = time.monotonic() - started
        outcome.seconds = sorted([*outcome.seconds, (seconds, path.name)], reverse=True)[:SHOWN]
        if kind in BAD or kind == "too large" or seconds > SLOW_SECONDS:
            outcome.noted.append(f"{kind}: {path.name} ({reason}, {seconds:.1f} s)")
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / path.name).write_bytes(path.read_bytes())
        path.unlink()


def _came_out(future: Future[PhotoAnalysis]) -> tuple[str, str]:
    try:
        found = future.result()
    except WorkerDied as error:
        return "crash", error.reason
    except TaskTookTooLong as error:
        return "hang", error.reason
    except WorkerFailed as error:
        return "too large", error.reason
    except Exception as error:
        notes = getattr(error, "__notes__", [""])
        return "bug", f"{type(error).__name__}: {error} {notes[0][-400:]}"
    if found.failure is None:
        return "photo", "photo"
    return "error", found.failure if len(found.failure) < 80 else found.failure[:20] + "..."


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
    done = outcome.counts.total()
    print(f"Seed {options.seed}, from {options.first}: {done} broken photos: {counted}")
    for reason, number in outcome.reasons.most_common(SHOWN):
        print(f"  {number:6} {reason}")
    print(f"  largest worker {outcome.most_bytes / 1e6:.0f} MB")
    print("  slowest " + "; ".join(f"{s:.2f} s {name}" for s, name in outcome.seconds[:3]))
    for line in outcome.noted[:SHOWN]:
        print(f"  {line}")
