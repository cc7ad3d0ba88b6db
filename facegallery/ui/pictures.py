"""Thumbnails and face crops for the screens: from memory at once, else loaded in the background."""

import logging
import threading
import time
from collections import OrderedDict, deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from facegallery.catalog.library import Library
from facegallery.catalog.thumbnails import ThumbnailCache, face_key, photo_key
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.face import Box
from facegallery.jobs.decoder import Decoder
from facegallery.jobs.decoder_requests import Small

log = logging.getLogger(__name__)

LIMIT_BYTES = 32 * 2**20  # 70 photos of 400 pixels or 230 faces: more than 1280 x 800 can show
LEAST_BYTES = 4 * 2**20  # kept while the viewer needs the room
TAKEN_SECONDS = 0.003  # of work at once on the window's thread, when many pictures have come
THREADS = 2  # reading a thumbnail takes 2 ms; more threads would take time from the scan


@dataclass(frozen=True, slots=True)
class _Request:
    key: bytes
    small: Small  # how it is made where the cache has none


class Pictures(QObject):
    """Small pictures by the key of their content. Lives on the window's thread.

    Signal arrived(bytes) with the key of a picture that can be had now, or that cannot be made
    (then `is_lost` tells so). The newest requests are served first: they are what is on screen.
    """

    arrived = Signal(object)
    _loaded = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._decoder = Decoder()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._shown: OrderedDict[bytes, QPixmap] = OrderedDict()
        self._shown_bytes = 0
        self._lost: set[bytes] = set()
        self._lock = threading.Lock()
        self._waiting: dict[bytes, _Request] = {}
        self._loading: set[bytes] = set()
        self._loaders = 0
        self._came: deque[tuple[bytes, QImage]] = deque()
        self._taking = False
        self._closed = False
        self._loaded.connect(self._take)

    def photo(self, content_hash: bytes, path: str) -> QPixmap | None:
        """Return the thumbnail of a photo; None while it is not loaded, then `arrived` tells."""
        return self._picture(photo_key(content_hash), Small(path))

    def face(self, content_hash: bytes, box: Box, path: str) -> QPixmap | None:
        """Return the square crop of a face; None while it is not loaded, then `arrived` tells."""
        return self._picture(face_key(content_hash, box), Small(path, box))

    def is_lost(self, key: bytes) -> bool:
        """Tell whether a picture cannot be had: not in the cache, and its file is away or bad."""
        return key in self._lost

    def forget_lost(self) -> None:
        """Try lost pictures again when next asked: their files may be back."""
        self._lost.clear()

    @property
    def busy(self) -> bool:
        """Tell whether any picture is being loaded or waits for it."""
        return bool(self._loaders or self._came)

    def forget_waiting(self) -> None:
        """Drop the requests that nobody works on yet: their place was scrolled past."""
        with self._lock:
            self._waiting.clear()

    def close(self) -> None:
        """Drop all requests and wait for the threads; nothing arrives afterwards."""
        self._closed = True
        self.forget_waiting()
        self._decoder.close()
        self._pool.waitForDone()

    def _picture(self, key: bytes, small: Small) -> QPixmap | None:
        found = self._shown.get(key)
        if found is not None:
            self._shown.move_to_end(key)
        elif key not in self._lost and not self._closed:
            self._ask(_Request(key, small))
        return found

    def _ask(self, request: _Request) -> None:
        with self._lock:
            if request.key in self._loading:
                return
            self._waiting.pop(request.key, None)  # asked again: to the front
            self._waiting[request.key] = request
            if self._loaders == THREADS:
                return
            self._loaders += 1
        self._pool.start(_Loader(self))

    def _next(self) -> _Request | None:
        """Return the newest request for a loader; None sends the loader home."""
        with self._lock:
            if not self._waiting:
                self._loaders -= 1
                return None
            _key, request = self._waiting.popitem()
            self._loading.add(request.key)
            return request

    def _load_waiting(self) -> None:
        """Load until nothing waits; runs in a thread of the pool."""
        cache = ThumbnailCache(self._library.thumbnails_file)
        try:
            while (request := self._next()) is not None:
                self._hand_over(request.key, self._load(cache, request))
        finally:
            cache.close()

    def _hand_over(self, key: bytes, image: QImage) -> None:
        with self._lock:
            self._came.append((key, image))
            asked, self._taking = self._taking, True
        if not asked:
            self._loaded.emit()

    def _load(self, cache: ThumbnailCache, request: _Request) -> QImage:
        """Return a picture from the cache, else made anew and kept; a null image for none."""
        image = QImage()
        try:
            jpeg = cache.get(request.key)
            if jpeg is None or not image.loadFromData(jpeg):
                jpeg = self._decoder.small(request.small)
                cache.put({request.key: jpeg})
                image.loadFromData(jpeg)
        except FaceGalleryError as error:
            log.info("no picture: %s", error)
        except Exception:  # one picture that cannot be had must not end the thread for all others
            log.exception("no picture because of a bug")
        return image

    @Slot()
    def _take(self) -> None:
        """Take what has come; after a while the rest later, for the window is to answer keys."""
        until = time.perf_counter() + TAKEN_SECONDS
        while time.perf_counter() < until:
            with self._lock:
                if not self._came:
                    self._taking = False
                    return
                key, image = self._came.popleft()
                self._loading.discard(key)
            self._on_loaded(key, image)
        QTimer.singleShot(0, self._take)

    def _on_loaded(self, key: bytes, image: QImage) -> None:
        if self._closed:
            return
        if image.isNull():
            self._lost.add(key)
        else:
            self._keep(key, QPixmap.fromImage(image))
        self.arrived.emit(key)

    def shrink(self) -> None:
        """Let go of most pictures: something that is shown takes much memory."""
        self._limit(LEAST_BYTES)

    def _keep(self, key: bytes, pixmap: QPixmap) -> None:
        old = self._shown.pop(key, None)
        self._shown_bytes += _bytes(pixmap) - (_bytes(old) if old is not None else 0)
        self._shown[key] = pixmap
        self._limit(LIMIT_BYTES)

    def _limit(self, most: int) -> None:
        """Let go of what was shown longest ago until no more than so many bytes are kept."""
        while self._shown_bytes > most and len(self._shown) > 1:
            _key, oldest = self._shown.popitem(last=False)
            self._shown_bytes -= _bytes(oldest)


class _Loader(QRunnable):
    """One thread's turn of work: as long as something waits."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures

    def run(self) -> None:
        """Load what waits; see Pictures."""
        self._pictures._load_waiting()


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
