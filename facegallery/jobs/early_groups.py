"""Groups of what a long scan has found so far, so that naming need not wait for its end."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future

from facegallery.catalog.library import Library
from facegallery.domain.errors import Cancelled
from facegallery.domain.progress import CancelToken
from facegallery.jobs.pool import WorkerPool, result_of
from facegallery.jobs.regroup import regroup_here
from facegallery.jobs.suggest import refresh_suggestions

log = logging.getLogger(__name__)

FIRST_PHOTOS = 24  # in fewer hardly anybody is seen often enough
GROWTH = 1.3  # so many times the photos, and it is worth it again; the work stays in step with them
LEAST_SECONDS = 20.0  # between two, from one's end to the next one's beginning
SHARE = 10  # times as long as it took is waited, too: one worker spends a tenth of its time on it


def group_so_far(library: Library) -> float:
    """Make groups and suggestions of all faces that there are; return the seconds it took.

    Called in a worker.
    """
    started = time.monotonic()
    regroup_here(library)
    refresh_suggestions(library)
    return time.monotonic() - started


class EarlyGroups:
    """Has a worker of a scan's pool group the faces now and then. For one scan, on its thread."""

    def __init__(
        self, library: Library, pool: WorkerPool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._library, self._pool, self._clock = library, pool, clock
        self._running: Future[float] | None = None
        self._next_photos = float(FIRST_PHOTOS)
        self._next_time = clock() + LEAST_SECONDS

    def look(self, photos: int) -> None:
        """Group what is there if it is time; photos: how many were looked at so far."""
        if self._running is not None:
            if not self._running.done():
                return
            self._note_end(self._running)
        if photos >= self._next_photos and self._clock() >= self._next_time:
            self._next_photos = photos * GROWTH
            self._running = self._pool.submit_long(group_so_far, self._library)

    def finish(self, cancel: CancelToken) -> None:
        """Wait for what runs: two must not write groups at the same time. Raises Cancelled."""
        if self._running is None:
            return
        try:
            result_of(self._running, cancel)
        except Cancelled:
            raise
        except Exception:
            pass  # said in the log
        finally:
            self._note_end(self._running)

    def _note_end(self, ended: Future[float]) -> None:
        """Forget it; a failure costs nothing, the groups at the end of the scan come anyway."""
        self._running = None
        took = 0.0
        if ended.done() and not ended.cancelled():
            error = ended.exception()
            if error is None:
                took = ended.result()
            else:
                log.warning("faces were not grouped during the scan: %s", error)
        self._next_time = self._clock() + max(LEAST_SECONDS, SHARE * took)
