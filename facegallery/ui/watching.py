"""Watches the library's folders for the window, and says on its thread what has changed."""

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

HEAR_SECONDS = 0.5  # how soon the end is noticed


class Watching(QObject):
    """Watches the folders it is given last.

    Signals, delivered on the window's thread: happened(frozenset[str]) with paths of files and
    folders that changed and are complete, not_watched(str) with what is to be said of a folder.
    """

    happened = Signal(object)
    not_watched = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: list[Path] = []
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def watch(self, folders: Sequence[Path]) -> None:
        """Watch these folders from now on; none to stop."""
        if list(folders) == self._folders:
            return
        self._ended.set()  # the thread before ends by itself
        self._folders, self._ended = list(folders), threading.Event()
        self._thread = None
        if folders:
            args = (self._folders, self._ended)
            self._thread = threading.Thread(target=self._hear, args=args, name="watch")
            self._thread.start()

    def close(self) -> None:
        """Stop, and wait until the thread and the process have ended."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def _hear(self, folders: list[Path], ended: threading.Event) -> None:
        # Imported in this thread: the first screen is there when watching begins.
        from facegallery.jobs.watch import FolderWatch, watch_words
        from facegallery.scan.watch import Changed, NotWatched

        watch = FolderWatch(folders)
        try:
            while not ended.is_set():
                news = watch.next(HEAR_SECONDS)
                if ended.is_set():
                    return
                if isinstance(news, Changed):
                    self.happened.emit(news.paths)
                elif isinstance(news, NotWatched):
                    self.not_watched.emit(watch_words(news))
        finally:
            watch.close()
