"""The one writer of a scan: takes what the workers found, in order, and commits small batches."""

import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing

from facegallery.catalog import faces, files, photos, properties
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.thumbnails import ThumbnailCache, face_key, photo_key
from facegallery.catalog.turns import write_in_turns
from facegallery.courtesy import user_is_busy
from facegallery.domain.photo import PhotoAnalysis
from facegallery.domain.progress import CancelToken, Progress, Report
from facegallery.domain.words import sentence
from facegallery.jobs.analyse import Models, Task, analyse
from facegallery.jobs.bundles import Bundle, in_bundles
from facegallery.jobs.find_changes import Todo
from facegallery.jobs.pool import Pool
from facegallery.jobs.scan_report import ScanCounts
from facegallery.jobs.time_left import TimeLeft
from facegallery.jobs.worker_process import WorkerFailed

BATCH_SECONDS = 1.0  # what a kill can lose
BUSY_BATCH_SECONDS = 4.0  # the same while the user is at work, who may want to write, too
BATCH_PHOTOS = 64
FIRST_TURN = 6  # photos, which take 5 to 10 ms to write
NEVER = -1


class PhotoWriter:
    """Writes what workers find in photos.

    In the order of the files, so that faces get the same ids whatever worker was quicker.
    """

    def __init__(self, library: Library, db: Catalog, models: Models, counts: ScanCounts) -> None:
        self._db, self._models, self._counts = db, models, counts
        self._cache = ThumbnailCache(library.thumbnails_file)
        self._batch: list[tuple[Todo, PhotoAnalysis]] = []
        self._committed_at = time.monotonic()
        self._time_left = TimeLeft()

    def close(self) -> None:
        """Write what is waiting and close the cache."""
        self._commit()
        self._cache.close()

    def write_all(
        self,
        todo: list[Todo],
        pool: Pool,
        report: Report,
        cancel: CancelToken,
        first: Callable[[], str] = str,
        meanwhile: Callable[[int], object] = int,
    ) -> None:
        """Look at every file in the workers of a pool and write the results.

        first: tells below which folder the files come first now; "" for none. meanwhile: called
        after each file with how many are done.
        """
        coming = _Coming(todo, first)
        most = self._models.photos_at_once
        done = 0

        def tell(bundle: Bundle[Todo]) -> None:
            left = self._time_left.seconds(done, len(todo))
            report(Progress("Finding faces", done, len(todo), left, bundle[0].file.path))

        def begin(bundle: Bundle[Todo]) -> Future[list[PhotoAnalysis]]:
            return pool.submit(analyse, [self._task(item) for item in bundle])

        bundles = in_bundles(pool, coming.bundles(most, pool.workers), begin, tell, cancel)
        with closing(bundles):
            for bundle, found in bundles:
                for item, one in zip(bundle, _analyses(bundle, found), strict=True):
                    self._batch.append((item, one))
                    done += 1
                    self._commit_if_due()
                    meanwhile(done)

    def _task(self, item: Todo) -> Task:
        again = item.known is not None and item.known.photo_id is not None and not _touched(item)
        known = frozenset() if again else photos.hashes_of_size(self._db, item.file.size_bytes)
        return Task(item.file, known, self._models)

    def _commit_if_due(self) -> None:
        waited = time.monotonic() - self._committed_at
        most = BUSY_BATCH_SECONDS if user_is_busy() else BATCH_SECONDS
        if len(self._batch) >= BATCH_PHOTOS or waited > most:
            self._commit()

    def _commit(self) -> None:
        write_in_turns(self._db, self._batch, self._write_some, FIRST_TURN)
        pictures: dict[bytes, bytes] = {}
        for _, found in self._batch:
            if found.facts is not None:
                pictures[photo_key(found.content_hash)] = found.thumbnail
                keys = (face_key(found.content_hash, face.box) for face in found.faces)
                pictures.update(zip(keys, found.crops, strict=True))
        self._cache.put(pictures)
        self._batch.clear()
        self._committed_at = time.monotonic()

    def _write_some(self, some: Sequence[tuple[Todo, PhotoAnalysis]]) -> None:
        for item, found in some:
            self._write(item, found)

    def _write(self, item: Todo, found: PhotoAnalysis) -> None:
        db = self._db
        if found.failure is not None:
            self._note_failure(item, found)
            return
        photo_id = photos.by_hash(db, found.content_hash)
        before = item.known.photo_id if item.known else None
        self._count(item, photo_id, before)
        if found.facts is not None:
            photo_id = self._save_photo(item, found, photo_id, before)
        if photo_id is not None:
            files.save(db, item.folder_id, item.file, photo_id)

    def _note_failure(self, item: Todo, found: PhotoAnalysis) -> None:
        known = item.known is not None and item.known.photo_id is not None
        if not os.path.lexists(item.file.path):  # its drive went away, or it was removed meanwhile
            self._counts.missing += known
            files.set_missing(self._db, [item.file.path], missing=True)
            return
        self._counts.failed += 1
        if known and not _touched(item):  # the same file as ever: what is known of it stays
            return
        # A time that no file has makes it a changed one for the next scan.
        file = item.file._replace(mtime_ns=NEVER) if found.try_again else item.file
        files.save_failure(self._db, item.folder_id, file, found.failure or "")

    def _save_photo(
        self, item: Todo, found: PhotoAnalysis, photo_id: int | None, before: int | None
    ) -> int:
        """Write a photo that was looked at.

        A file edited in place stays the same photo, so that its faces keep their names; unless
        another file still holds the old bytes.
        """
        db, detector, recognizer = self._db, self._models.detector, self._models.recognizer or ""
        properties.set_value(db, properties.GROUPED, "")
        same_content = photo_id is not None
        if photo_id is None and before is not None:
            others = set(files.paths_of_photo(db, before)) - {item.file.path}
            photo_id = None if others else before
        assert found.facts is not None
        size = item.file.size_bytes
        photo_id = photos.save(db, found.content_hash, size, found.facts, detector, photo_id)
        faces.replace(db, photo_id, found.faces, recognizer, same_content=same_content)
        return photo_id

    def _count(self, item: Todo, photo_id: int | None, before: int | None) -> None:
        """Count a file as new, changed, unchanged or moved; a moved one's old path is forgotten."""
        if item.known is not None and item.known.failure is None:
            touched_only = photo_id == before and _touched(item)
            self._counts.unchanged += touched_only
            self._counts.changed += not touched_only
            return
        old = files.paths_of_photo(self._db, photo_id) if photo_id is not None else []
        gone = next((path for path in old if not os.path.lexists(path)), None)
        if gone is None:
            self._counts.new += 1
        else:
            files.forget(self._db, gone)
            self._counts.moved += 1


class _Coming:
    """The files to look at, in order; those of the folder that the user looks at come first."""

    def __init__(self, todo: list[Todo], first: Callable[[], str]) -> None:
        self._todo, self._first = deque(todo), first
        self._now_first = ""

    def bundles(self, most: int, workers: int) -> Iterator[Bundle[Todo]]:
        """Give up to so many files at once; fewer at the end, so that no worker waits for others.

        most: see Models.photos_at_once.
        """
        while self._todo:
            size = min(most, max(1, len(self._todo) // (2 * workers)))
            yield tuple(self._next() for _ in range(size))

    def _next(self) -> Todo:
        if (first := self._first()) != self._now_first:
            self._now_first = first
            below = f"{first.rstrip(os.sep)}{os.sep}"
            chosen = [item for item in self._todo if item.file.path.startswith(below)]
            if first and chosen:
                rest = [item for item in self._todo if not item.file.path.startswith(below)]
                self._todo = deque(chosen + rest)
        return self._todo.popleft()


def _analyses(bundle: Bundle[Todo], found: list[PhotoAnalysis] | Exception) -> list[PhotoAnalysis]:
    """Return what was found in each file; of one that was too much for its worker, why."""
    if not isinstance(found, Exception):
        return found
    if isinstance(found, WorkerFailed):
        reason, try_again = found.reason, found.try_again
    else:
        reason = sentence("an unexpected error: {0}", found or type(found).__name__)
        try_again = True
    return [PhotoAnalysis(item.file.path, failure=reason, try_again=try_again) for item in bundle]


def _touched(item: Todo) -> bool:
    known = item.known
    return known is not None and (known.size_bytes, known.mtime_ns) != (
        item.file.size_bytes,
        item.file.mtime_ns,
    )
