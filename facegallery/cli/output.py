"""What commands print: one JSON value, a table, or lines; errors and progress go to stderr."""

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from facegallery.domain.progress import Progress, Report, no_report

QUIET_SECONDS = 10.0  # between lines of progress where no terminal shows a bar


def print_json(value: object) -> None:
    """Print one JSON value and nothing else."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def say_done(words: str, *, as_json: bool) -> None:
    """Print what was done, in sentences; as JSON {"done": words}."""
    if as_json:
        print_json({"done": words})
    else:
        print(words)


def print_table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under headers; numbers to the right."""
    from tabulate import tabulate

    align = ["right" if isinstance(cell, int) else "left" for cell in rows[0]] if rows else None
    print(tabulate(rows, headers=headers, disable_numparse=True, colalign=align))


def complain(sentence: object) -> None:
    """Print a sentence on stderr, on one line."""
    print(" ".join(str(sentence).split()), file=sys.stderr)


def shown(text: str) -> str:
    """Return a path or name that cannot upset a terminal: line breaks and escapes written out."""
    return text if text.isprintable() else text.encode("unicode_escape").decode()


@contextmanager
def progress_shown(*, quiet: bool, unit: str = "photo") -> Iterator[Report]:
    """Show progress on stderr: a bar on a terminal, else a line now and then.

    quiet: no lines; a program reads what we print, and looks for an error on stderr.
    unit: what is counted.
    """
    if not sys.stderr.isatty():
        yield no_report if quiet else _lines()
        return
    from tqdm import tqdm

    with tqdm(unit=unit, leave=False, dynamic_ncols=True) as bar:

        def show(progress: Progress) -> None:
            if bar.desc != f"{progress.doing}: ":
                bar.set_description(progress.doing, refresh=False)
            bar.total = progress.total or None
            bar.update(progress.done - bar.n)

        yield show


def _lines() -> Report:
    said_at = time.monotonic()

    def show(progress: Progress) -> None:
        nonlocal said_at
        now = time.monotonic()
        if now - said_at < QUIET_SECONDS:
            return
        said_at = now
        counts = f": {progress.done:,} of {progress.total:,}" if progress.total else ""
        left = progress.seconds_left
        minutes = f", about {left / 60:.0f} min left" if left is not None and left > 90 else ""
        print(f"{progress.doing}{counts}{minutes}", file=sys.stderr, flush=True)

    return show
