"""The program's end of the watching process: starts it, hears of changes, outlives its end."""

import logging
import threading
import time
from collections.abc import Iterable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from facegallery.domain.words import sentence
from facegallery.scan.settling import STILL_SECONDS
from facegallery.scan.watch import RESCAN_SECONDS, Changed, NotWatched, serve

log = logging.getLogger(__name__)

MOST_STARTS = 5  # in a row; then something is wrong with the process, and the next one waits
STEADY_SECONDS = 60.0  # a process that lived so long was well; so long the next one waits


class FolderWatch:
    """Hears what changes in folders. For one thread."""

    def __init__(self, folders: Iterable[Path], still_seconds: float = STILL_SECONDS) -> None:
        """Begin to watch; folders that are away are noticed when they come.

        still_seconds: how long a file must stay as it is to count as complete.
        """
        self._still_seconds = still_seconds
        self._folders = [str(folder) for folder in folders]
        self._starts, self._started_at = 0, 0.0
        self._closed = threading.Event()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._start()

    def next(self, timeout: float) -> Changed | NotWatched | None:
        """Return what happened next, or None if nothing did for so many seconds."""
        if self._connection is None:
            self._closed.wait(timeout)
            rested = time.monotonic() - self._started_at > STEADY_SECONDS
            return self._start_again() if rested and not self._closed.is_set() else None
        if not self._connection.poll(timeout):
            return None
        try:
            news = self._connection.recv()
        except (EOFError, OSError):
            return self._start_again()
        return news if isinstance(news, Changed | NotWatched) else None

    def close(self) -> None:
        """End the process."""
        self._closed.set()
        self._end()

    def _end(self) -> None:
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if connection is not None:
            connection.close()
        if process is not None:
            process.terminate()
            process.join()

    def _start(self) -> None:
        self._starts += 1
        self._started_at = time.monotonic()
        context = get_context("spawn")  # forking a process that runs Qt deadlocks some day
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=serve,
            args=(theirs, self._folders, self._still_seconds),
            name="watch",
            daemon=True,
        )
        self._process.start()
        self._connection = ours
        theirs.close()  # or its end would not be noticed here

    def _start_again(self) -> Changed | None:
        """Replace a process that died, and have everything looked at that it may have missed."""
        self._end()
        if time.monotonic() - self._started_at > STEADY_SECONDS:
            self._starts = 0
        if self._starts >= MOST_STARTS:
            log.error("the folders are not watched for a while: the process ends again and again")
            return None
        self._start()
        return Changed(frozenset(self._folders))


def watch_words(news: NotWatched) -> str:
    """Say of a folder that it cannot be watched."""
    return sentence(
        "{0} is not watched for changes: {1}. It is looked at every {2} minutes instead.",
        news.folder,
        news.reason,
        f"{RESCAN_SECONDS / 60:.0f}",
    )
