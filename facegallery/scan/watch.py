"""Tells what changes in folders while it changes: the whole life of the watching process.

A process of its own, because to begin watching a large folder takes watchfiles some seconds in
which no other thread of the process gets a turn. It waits nearly all of its life.
"""

import os
import queue
import signal
import threading
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from facegallery.domain.errors import FolderUnreachable
from facegallery.domain.progress import CancelToken
from facegallery.domain.words import sentence
from facegallery.scan.ignore_rules import IGNORE_FILE
from facegallery.scan.names import NO_MEDIA, is_photo_name, is_wanted_folder
from facegallery.scan.settling import Settling
from facegallery.scan.walk import walk

if TYPE_CHECKING:
    from watchfiles import Change

_TICK_SECONDS = 1.0
RESCAN_SECONDS = 900.0  # between looks at a folder of which the system does not tell all changes
_STEP_MS, _DEBOUNCE_MS = 500, 2_000
MOST_CHANGES = 5_000  # told one by one; where more come at once, the system may have lost some
_REMOTE = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afpfs", "webdav", "davfs", "9p")
LIMIT_REACHED = (
    "there are more folders in it than this system watches (on Linux: fs.inotify.max_user_watches)"
)


class Changed(NamedTuple):
    """Paths of files and folders that changed, came or went, and are complete by now."""

    paths: frozenset[str]


class NotWatched(NamedTuple):
    """A folder of which not every change will be noticed, and why (a clause)."""

    folder: str
    reason: str


def serve(connection: Connection, folders: Sequence[str], still_seconds: float) -> None:
    """Send Changed and NotWatched through the connection until its other end is closed.

    still_seconds: how long what changed must be still; so often it is looked, too, whether a drive
    came or went.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asked
    watching = _Watching(folders, still_seconds)
    try:
        while not connection.poll(_TICK_SECONDS):
            for news in watching.news():
                connection.send(news)
    except (EOFError, OSError):
        pass  # the program has gone
    finally:
        watching.close()
        connection.close()


class _Watching:
    """All folders that are watched."""

    def __init__(self, folders: Sequence[str], still_seconds: float) -> None:
        self._still_seconds = still_seconds
        self._events: queue.SimpleQueue[_Event] = queue.SimpleQueue()
        self._settling = Settling(still_seconds)
        self._roots = [_Root(folder, self._events) for folder in folders]
        self._checked_at = time.monotonic()

    def news(self) -> list[Changed | NotWatched]:
        """Return what is to be told now."""
        news: list[Changed | NotWatched] = []
        self._check_roots()
        while not self._events.empty():
            event = self._events.get()
            if isinstance(event, NotWatched):
                news.append(event)
            else:
                self._note(*event)
        if settled := self._settling.settled():
            news.append(Changed(settled))
        return news

    def close(self) -> None:
        for root in self._roots:
            root.stop()

    def _check_roots(self) -> None:
        if time.monotonic() - self._checked_at < self._still_seconds:
            return
        self._checked_at = time.monotonic()
        mounts = _mounts()
        for root in self._roots:
            if root.needs_look(mounts):
                self._settling.note(root.folder)

    def _note(self, path: str, whole: bool) -> None:
        """Take a change; of a new folder, each photo in it, which may not be complete either."""
        if whole or not os.path.isdir(path):  # noqa: PTH112
            self._settling.note(path)
            return
        try:
            for file in walk(Path(path), CancelToken()):
                self._settling.note(file.path)
        except FolderUnreachable:
            pass  # it has gone again


class _Place(NamedTuple):
    """A path that something happened to; whole: all in that folder is to be looked at."""

    path: str
    whole: bool = False


_Event = _Place | NotWatched


class _Root:
    """One folder: watched by a thread while it is there."""

    def __init__(self, folder: str, events: "queue.SimpleQueue[_Event]") -> None:
        self.folder = folder
        self._real = os.path.realpath(folder)
        self._events = events
        self._seen = _signature(folder, _mounts())
        self._partly = False
        self._looked_at = time.monotonic()
        self._begin()

    def needs_look(self, mounts: dict[str, str]) -> bool:
        """Tell whether the folder is to be scanned: a drive came or went, or time has passed."""
        now, seen = time.monotonic(), _signature(self.folder, mounts)
        if seen != self._seen:
            self._seen = seen
            self.stop()
            self._begin()
        elif not (self._partly or self._is_remote(mounts)) or (
            now - self._looked_at < RESCAN_SECONDS
        ):
            return False
        self._looked_at = now
        return True

    def stop(self) -> None:
        self._stopped.set()

    def _begin(self) -> None:
        self._stopped, self._partly = threading.Event(), False
        if self._seen[0] is not None:
            threading.Thread(target=self._watch, args=(self._stopped,), daemon=True).start()

    def _watch(self, stopped: threading.Event) -> None:
        try:
            try:
                self._hear(stopped, lenient=False)
            except PermissionError:  # of a folder below; watchfiles then passes over any error
                self._partly = True
                self._hear(stopped, lenient=True)
        except FileNotFoundError:
            pass  # it has gone; that is noticed elsewhere
        except Exception as error:  # what the system says differs from one to the next
            self._partly = True
            reason = (
                LIMIT_REACHED if "limit" in str(error) else sentence("the system says: {0}", error)
            )
            self._events.put(NotWatched(self.folder, reason))

    def _hear(self, stopped: threading.Event, *, lenient: bool) -> None:
        """Take changes until it is stopped; lenient: of what may be watched, if not all may."""
        from watchfiles import watch  # here: who only reads the news does not need it

        for changes in watch(
            self.folder,
            watch_filter=self._matters,
            stop_event=stopped,
            step=_STEP_MS,
            debounce=_DEBOUNCE_MS,
            raise_interrupt=False,
            ignore_permission_denied=lenient,
        ):
            self._tell([self._known(path) for _, path in changes])

    def _tell(self, paths: list[str]) -> None:
        if len(paths) > MOST_CHANGES:
            self._events.put(_Place(self.folder, whole=True))
            return
        for path in paths:
            self._events.put(_Place(path))

    def _known(self, path: str) -> str:
        """Return a path as the library knows it: macOS tells where links in the folder's lead."""
        if path.startswith(self._real) and not path.startswith(self.folder):
            return f"{self.folder}{path[len(self._real) :]}"
        return path

    def _matters(self, change: "Change", path: str) -> bool:
        """Tell whether a change may be one of photos, by name."""
        path = self._known(path)
        *above, name = Path(os.path.relpath(path, self.folder)).parts or (os.curdir,)
        if not all(is_wanted_folder(folder) for folder in above):
            return False
        if is_photo_name(name):
            return True
        if name in (IGNORE_FILE, NO_MEDIA):
            self._events.put(_Place(str(Path(path).parent), whole=True))  # it holds for all there
            return False
        if name == os.curdir or not is_wanted_folder(name) or change.name == "modified":
            return False
        # What is deleted may have been a folder.
        return change.name == "deleted" or os.path.isdir(path)  # noqa: PTH112

    def _is_remote(self, mounts: dict[str, str]) -> bool:
        """Tell whether the folder lies on another machine, whose changes are not told here."""
        places = [str(place) for place in (Path(self.folder), *Path(self.folder).parents)]
        nearest = next((place for place in places if place in mounts), None)
        return nearest is not None and mounts[nearest] in _REMOTE


def _mounts() -> dict[str, str]:
    """Return where drives are mounted, and their file systems."""
    import psutil

    try:
        return {part.mountpoint: part.fstype for part in psutil.disk_partitions(all=True)}
    except OSError:  # a system that does not tell
        return {}


def _signature(folder: str, mounts: dict[str, str]) -> tuple[tuple[int, int] | None, list[str]]:
    """Return what differs when a drive with the folder, or below it, comes or goes."""
    below = f"{folder.rstrip(os.sep)}{os.sep}"
    inside = sorted(mount for mount in mounts if mount.startswith(below))
    try:
        status = os.stat(folder)  # noqa: PTH116
    except OSError:
        return None, inside
    return (status.st_dev, status.st_ino), inside
