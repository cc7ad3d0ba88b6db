"""Scan: walk the folders, look at what is new or changed, write it down, group the faces.

A stream: walk -> what changed -> workers -> one writer. The writer commits in small batches, so
that a kill at any moment loses at most the batch in flight, which the next scan does again.
"""

import logging
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from facegallery.catalog import backups, files, folders, groups, properties
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.locking import only_one
from facegallery.domain.errors import FolderEmptied, FolderUnreachable, ScanRunning
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.jobs import scan_settings
from facegallery.jobs.analyse import Models, known_models
from facegallery.jobs.change_recognizer import (
    choose_recognizer,
    embed_what_is_back,
    finish_change,
)
from facegallery.jobs.cluster import cluster_pool
from facegallery.jobs.device import note_device
from facegallery.jobs.early_groups import EarlyGroups
from facegallery.jobs.find_changes import (
    Changes,
    OnAway,
    Root,
    find_changes,
    mark_away,
    parts_of,
    roots_of,
)
from facegallery.jobs.pool import Pool, WorkerPool, result_of_work, worker_count, worker_pool
from facegallery.jobs.regroup import regroup, rules_of
from facegallery.jobs.scan_report import ScanCounts, ScanOptions, ScanReport
from facegallery.jobs.suggest import refresh_suggestions
from facegallery.jobs.write_photos import PhotoWriter
from facegallery.paths import weights_folder
from facegallery.vision import registry

log = logging.getLogger(__name__)

PHOTOS_A_WORKER = 8  # at least; looking at so many takes as long as a worker's start


def scan(
    library: Library,
    chosen: Sequence[Path],
    options: ScanOptions | None = None,
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> ScanReport:
    """Scan folders into a library; return what was found.

    Raises FolderUnreachable (unless options.skip_unreachable), ModelUnavailable, ScanRunning where
    another process scans, and Cancelled; what was done before any of them is kept.
    """
    options = options or ScanOptions()
    skip = options.skip_unreachable
    choose_roots = partial(roots_of, chosen=chosen, skip_unreachable=skip)
    return _scan(library, choose_roots, options, report, cancel or CancelToken())


def scan_changed(
    library: Library,
    changed: Collection[str],
    options: ScanOptions | None = None,
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> ScanReport:
    """Scan just what has changed below the library's folders; return what was found there.

    changed: paths of files and folders, there or not, as scan.watch tells them. Raises as `scan`
    does, but for a folder that is away: it is marked so.
    """
    options = replace(options or ScanOptions(), skip_unreachable=True)
    choose_roots = partial(parts_of, changed=changed)
    return _scan(library, choose_roots, options, report, cancel or CancelToken())


def _scan(
    library: Library,
    choose_roots: Callable[[Catalog], list[Root]],
    options: ScanOptions,
    report: Report,
    cancel: CancelToken,
) -> ScanReport:
    started = time.monotonic()
    with only_one(library.lock_file, ScanRunning), library.open(again=True) as db:
        backups.copy_of_today(library)
        models = choose_models(db, options)
        report(Progress("Looking for photos"))
        changes = find_changes(db, choose_roots(db), models, cancel, report, _on_away(db, options))
        unreadable = len(changes.unreadable)
        counts = ScanCounts(
            found=changes.found + unreadable,
            unchanged=changes.unchanged,
            failed=changes.still_failed + unreadable,
            back=len(changes.back),
        )
        address = scan_settings.cluster(db) if options.cluster is None else options.cluster
        with worker_pool(_workers(options, changes)) as pool:
            with _lookers(address if changes.todo else None, models, pool) as lookers:
                early = EarlyGroups(library, pool)
                files.set_missing(db, changes.back, missing=False)
                with closing(PhotoWriter(library, db, models, counts)) as writer:
                    todo, first = changes.todo, options.first
                    writer.write_all(todo, lookers, report, cancel, first, early.look)
                if counts.new or counts.changed:
                    note_device(db, models, lookers)
            away = _note_gone(db, changes, counts)
            early.finish(cancel)
            embed_what_is_back(db, models.weights_folder, pool, report, cancel)
            group(library, db, pool, report, cancel)
            if finish_change(db, models.weights_folder, pool, report, cancel):
                group(library, db, pool, report, cancel)
        backups.copy_of_today(library)
        if away and not options.skip_unreachable:
            raise away[0]
        return ScanReport(
            photos=counts,
            faces=properties.faces(db),
            groups=len(groups.members(db)),
            seconds=time.monotonic() - started,
            failures=(*folders.failed_files(db), *changes.unreadable),
        )


@contextmanager
def _lookers(address: str | None, models: Models, pool: WorkerPool) -> Iterator[Pool]:
    """Give who looks at the photos: a cluster's workers where there is an address, or our own."""
    if not address:
        yield pool
        return
    with cluster_pool(address, models) as cluster:
        yield cluster


def _workers(options: ScanOptions, changes: Changes) -> int:
    """Return how many workers to start: loading the models takes each as long as some photos."""
    return min(worker_count(options.workers), max(1, len(changes.todo) // PHOTOS_A_WORKER))


def group(
    library: Library, db: Catalog, pool: WorkerPool, report: Report, cancel: CancelToken
) -> None:
    """Make groups and suggestions anew, unless all that they rest on is as it was last time."""
    recognizer = properties.value(db, "recognizer") or ""
    rules = rules_of(recognizer, properties.strictness(db))
    rests_on = f"{rules} {properties.grouping_input(db, recognizer)}"
    if properties.value(db, properties.GROUPED) == rests_on:
        return
    report(Progress("Grouping faces"))
    regroup(library, cancel, pool)
    report(Progress("Looking for people you know"))
    result_of_work(pool.submit_long(refresh_suggestions, library), cancel)
    properties.set_value(db, properties.GROUPED, rests_on)


def choose_models(db: Catalog, options: ScanOptions) -> Models:
    """Return the models to work with, and note them: those asked for, else the library's own.

    A new library gets the default detector, and VGGFace2 where its weights are on the machine,
    else the built-in recognizer. Another recognizer than the library's own is changed to after
    the scan, see jobs.change_recognizer. Raises ModelUnavailable.
    """
    weights = weights_folder()
    detector = options.detector or properties.value(db, "detector") or registry.DEFAULT_DETECTOR
    known_models(detector, options.recognizer, weights)
    models = known_models(detector, choose_recognizer(db, options.recognizer, weights), weights)
    properties.set_value(db, "detector", detector)
    if properties.value(db, "recognizer") is None:
        properties.set_value(db, "recognizer", str(models.recognizer))
    return models


def _on_away(db: Catalog, options: ScanOptions) -> OnAway | None:
    return partial(mark_away, db) if options.skip_unreachable else None


def _note_gone(db: Catalog, changes: Changes, counts: ScanCounts) -> list[FolderUnreachable]:
    """Mark what was not found as missing; a moved file's old path is forgotten by now.

    What the user leaves out is taken out of the library; its photos stay known, as those of a
    removed folder do. Folders that went away during the scan, and those that were emptied, are
    marked so, and returned.
    """
    gone = files.set_missing(db, changes.gone, missing=True)
    files.forget_all(db, changes.left_out)
    away: list[FolderUnreachable] = []
    for root in changes.roots:
        error = _away_error(db, root, changes)
        if error is not None:
            mark_away(db, root.path)
            away.append(error)
        elif root.whole:
            folders.set_scanned(db, root.folder_id)
        if root.parts is None:
            counts.missing += files.count_missing(db, root.path)
    if any(root.parts is not None for root in changes.roots):
        counts.missing += gone
    return away


def _away_error(db: Catalog, root: Root, changes: Changes) -> FolderUnreachable | None:
    """Return what is to be said of a folder that is away; None of one that is there."""
    if not root.is_there:
        return FolderUnreachable(str(root.path))
    if root in changes.emptied and files.count_missing(db, root.path):  # not all moved elsewhere
        return FolderEmptied(str(root.path))
    return None
