"""Photos on their way through a pool's workers: several to a task, in order, each answering alone.

A worker that dies of a bundle, or takes too long over it, does not tell which photo it was. So the
bundle is taken apart and each of its photos is tried alone: only the culprit is named.
"""

import logging
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future
from typing import TypeVar

from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.progress import CancelToken
from facegallery.jobs.pool import Pool, result_of
from facegallery.jobs.worker_process import WorkerFailed

Item = TypeVar("Item")
Found = TypeVar("Found")
Bundle = tuple[Item, ...]

# What is given to the pool ahead, so that no worker waits for the writer: at least so many photos,
# and so many bundles for each worker. More would keep the folder on screen waiting.
AHEAD_PHOTOS, AHEAD_BUNDLES = 48, 3

log = logging.getLogger(__name__)


def in_bundles(
    pool: Pool,
    coming: Iterator[Bundle[Item]],
    begin: Callable[[Bundle[Item]], "Future[Found]"],
    await_bundle: Callable[[Bundle[Item]], object],
    cancel: CancelToken,
) -> Generator[tuple[Bundle[Item], Found | Exception], None, None]:
    """Give each bundle with what came of it, in order; with an error only where it has one item.

    coming: is asked for the next bundle when there is room for it. begin: hands one to the pool.
    await_bundle: told before each wait what is waited for. Raises Cancelled, and what else is no
    photo's fault: a model that cannot work, for example. To be closed, or its futures work on.
    """
    waiting: deque[tuple[Bundle[Item], Future[Found]]] = deque()
    try:
        while True:
            while _has_room(waiting, pool) and (bundle := next(coming, None)) is not None:
                waiting.append((bundle, begin(bundle)))
            if not waiting:
                return
            await_bundle(waiting[0][0])
            cancel.raise_if_set()
            bundle, future = waiting.popleft()
            found = _outcome(future, cancel)
            if isinstance(found, Exception) and len(bundle) > 1:
                alone = [((item,), begin((item,))) for item in bundle]
                waiting.extendleft(reversed(alone))
            else:
                yield bundle, found
    finally:
        for _, future in waiting:
            future.cancel()


def _has_room(waiting: "deque[tuple[Bundle[Item], Future[Found]]]", pool: Pool) -> bool:
    photos = sum(len(bundle) for bundle, _ in waiting)
    return photos < AHEAD_PHOTOS or len(waiting) < AHEAD_BUNDLES * pool.workers


def _outcome(future: "Future[Found]", cancel: CancelToken) -> Found | Exception:
    """Wait for a worker; return what went wrong where it died, took too long, or met a bug."""
    try:
        return result_of(future, cancel)
    except FaceGalleryError:
        raise  # cancelled, or a model that cannot work: no photo is to blame
    except WorkerFailed as error:
        log.warning("a worker failed: %r", error)
        return error
    except Exception as error:
        log.exception("a bug in a worker")
        return error
