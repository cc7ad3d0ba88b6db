"""scan and status."""

import signal
from argparse import Namespace
from dataclasses import asdict
from types import FrameType

from facegallery import __version__
from facegallery.catalog import properties
from facegallery.catalog.library import Library
from facegallery.cli.output import print_json, print_table, progress_shown, shown
from facegallery.domain.progress import CancelToken
from facegallery.jobs.scan import scan as run_scan
from facegallery.jobs.scan_report import ScanOptions, ScanReport
from facegallery.vision import registry


def scan(library: Library, arguments: Namespace) -> None:
    """Scan folders; Ctrl-C stops within one photo and keeps what is done."""
    cancel = CancelToken()

    def on_interrupt(_signal: int, _frame: FrameType | None) -> None:
        cancel.set()

    library.prepare()
    options = ScanOptions(arguments.workers, arguments.detector, arguments.recognizer)
    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        with progress_shown(quiet=arguments.json) as report:
            result = run_scan(library, arguments.folders, options, report, cancel)
    finally:
        signal.signal(signal.SIGINT, before)
    if arguments.json:
        print_json(result.to_json())
    else:
        _print_report(result)


def _print_report(result: ScanReport) -> None:
    print(result.words())
    print(
        f"The library has {result.faces:,} faces and {result.groups:,} groups without a name. "
        f"That took {result.seconds:.0f} s."
    )
    for failure in result.failures:
        print(f"  {shown(failure.path)}: {failure.reason}")


def status(library: Library, arguments: Namespace) -> None:
    """Tell what the library holds, and which models work on it."""
    library.prepare()
    with library.open(read_only=True) as db:
        found = asdict(properties.status(db))
    missing = found.pop("missing")
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
    print_table(["", "library"], [[name, str(value)] for name, value in found.items()])
