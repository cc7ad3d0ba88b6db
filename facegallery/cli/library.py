"""scan, status and restore."""

import signal
import sys
from argparse import Namespace
from dataclasses import asdict
from datetime import datetime
from types import FrameType

from facegallery import __version__
from facegallery.catalog import backups, embeddings, properties
from facegallery.catalog.library import Library
from facegallery.cli.output import (
    complain,
    print_json,
    print_table,
    progress_shown,
    say_done,
    shown,
)
from facegallery.domain.errors import Cancelled, LibraryBusy
from facegallery.domain.progress import CancelToken
from facegallery.domain.words import counted
from facegallery.jobs.device import DEVICE
from facegallery.jobs.scan import scan as run_scan
from facegallery.jobs.scan import scan_changed
from facegallery.jobs.scan_report import ScanOptions, ScanReport
from facegallery.jobs.watch import FolderWatch, watch_words
from facegallery.paths import absolute
from facegallery.scan.watch import NotWatched
from facegallery.vision import registry

WATCH_SECONDS = 0.5  # how soon Ctrl-C is noticed while nothing happens


def scan(library: Library, arguments: Namespace) -> None:
    """Scan folders, and go on watching them if asked to; Ctrl-C stops within one photo."""
    cancel = CancelToken()

    def on_interrupt(_signal: int, _frame: FrameType | None) -> None:
        cancel.set()

    library.prepare()
    options = ScanOptions(
        arguments.workers, arguments.detector, arguments.recognizer, cluster=arguments.cluster
    )
    before = signal.signal(signal.SIGINT, on_interrupt)
    watch = FolderWatch(map(absolute, arguments.folders)) if arguments.watch else None
    try:
        with progress_shown(quiet=arguments.json) as report:
            result = run_scan(library, arguments.folders, options, report, cancel)
        _show(result, arguments)
        if watch is not None:
            _go_on_watching(library, watch, arguments, options, cancel)
    finally:
        if watch is not None:
            watch.close()
        signal.signal(signal.SIGINT, before)


def _go_on_watching(
    library: Library,
    watch: FolderWatch,
    arguments: Namespace,
    options: ScanOptions,
    cancel: CancelToken,
) -> None:
    """Scan what changes until Ctrl-C."""
    waiting: set[str] = set()
    if not arguments.json:
        print("Watching for changes. Ctrl-C ends it.", flush=True)
    while not cancel.is_set:
        news = watch.next(WATCH_SECONDS)
        if isinstance(news, NotWatched):
            complain(watch_words(news))
        elif news is not None:
            waiting |= news.paths
        if not waiting:
            continue
        try:
            result = scan_changed(library, waiting, options, cancel=cancel)
        except LibraryBusy:  # a window scans; what changed waits until it is done
            continue
        except Cancelled:
            return
        waiting.clear()
        if result.has_news:
            _show(result, arguments)


def _show(result: ScanReport, arguments: Namespace) -> None:
    if arguments.json:
        print_json(result.to_json())
    else:
        _print_report(result)
    sys.stdout.flush()


def _print_report(result: ScanReport) -> None:
    print(result.words())
    faces, groups = counted(result.faces, "face"), counted(result.groups, "group")
    print(f"The library has {faces} and {groups} without a name. That took {result.seconds:.0f} s.")
    for failure in result.failures:
        print(f"  {shown(failure.path)}: {failure.reason}")


def status(library: Library, arguments: Namespace) -> None:
    """Tell what the library holds, and which models work on it."""
    library.prepare()
    with library.open(read_only=True) as db:
        found = asdict(properties.status(db))
        found["device"] = properties.value(db, DEVICE)
        change = embeddings.change(db)
    missing = found.pop("missing")
    found["next_recognizer"] = change.recognizer if change else None
    found |= {"library": str(library.folder), "version": __version__}
    if arguments.json:
        print_json(found)
        return
    found["photos"] = (
        f"{found['photos']}, {missing} of them missing" if missing else found["photos"]
    )
    for model, titles in (("detector", registry.DETECTORS), ("recognizer", registry.RECOGNIZERS)):
        info = titles.get(found[model] or "")
        found[model] = f"{info.name} ({info.title})" if info else "none yet: scan a folder"
    found["device"] = found["device"] or "not known before the first scan"
    if change is None:
        del found["next_recognizer"]
    else:
        found["next_recognizer"] = (
            f"{change.recognizer}: {change.done:,} of {change.faces:,} faces done; "
            f"facegallery models use {change.recognizer} goes on"
        )
    print_table(["", "library"], [[name, str(value)] for name, value in found.items()])


def restore(library: Library, arguments: Namespace) -> None:
    """List the copies of the catalog, or bring one back; what it replaces is kept too."""
    if arguments.copy is not None:
        found = backups.restore(library, arguments.copy)
        words = (
            f"The library is as it was on {_local(found.made_at)}: {found.people:,} people, "
            f"{found.photos:,} photos. The next scan adds what has changed since."
        )
        say_done(words, as_json=arguments.json)
        return
    copies = backups.listed(library)
    if arguments.json:
        fields = ("name", "made_at", "size_bytes", "people", "photos")
        print_json([{name: getattr(copy, name) for name in fields} for copy in copies])
    elif copies:
        rows = [
            [copy.name, _local(copy.made_at), copy.people, copy.photos, f"{copy.size_bytes:,}"]
            for copy in copies
        ]
        print_table(["copy", "made", "people", "photos", "bytes"], rows)
    else:
        print("There is no copy yet. Scanning makes one a day, and the last three are kept.")


def _local(moment: str) -> str:
    """Return a time of the catalog, UTC, as people say it here: 2026-11-22 14:05."""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
