"""Whole photos for the viewer: decoded in threads, at the size of the screen or in full."""

import logging
import threading
from collections import OrderedDict

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from facegallery.domain.errors import FaceGalleryError, UnexpectedError
from facegallery.domain.photo import Photo
from facegallery.imaging.decode import decode_upright, open_photo
from facegallery.imaging.source import read_file

log = logging.getLogger(__name__)

_KEEP_SHAPE = Qt.AspectRatioMode.KeepAspectRatio
_SMOOTH = Qt.TransformationMode.SmoothTransformation

KEPT = (
    4  # the photo shown, the next, the one before, and one on the way; 15 MB each on a large screen
)
MOST_PIXELS = 24_000_000  # in full; 96 MB as a picture, so that the window stays below 300 MB
NEAR = 1.1  # a picture this much larger than asked for is not worth making smaller
FULL = 0  # the least side that stands for all pixels


class PhotoLoader(QObject):
    """Photos decoded in the background. Lives on the window's thread.

    Signals: loaded(bytes, bool) with the photo's hash, and whether it is in full; failed(bytes,
    FaceGalleryError) with the reason. What was asked for last is decoded first.
    """

    loaded = Signal(object, bool)
    failed = Signal(object, object)
    _decoded = Signal(object, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # two would need 170 MB while they decode 12 megapixels
        self._kept: OrderedDict[bytes, QPixmap] = OrderedDict()
        self._full: tuple[bytes, QPixmap] | None = None
        self._asked: set[tuple[bytes, int]] = set()
        self._wanted: frozenset[bytes] = frozenset()
        self._lock = threading.Lock()
        self._closed = False
        self._decoded.connect(self._on_decoded)

    def picture(self, photo: Photo) -> QPixmap | None:
        """Return the best picture of a photo that is here: in full, else as large as the screen."""
        if self._full is not None and self._full[0] == photo.content_hash:
            return self._full[1]
        return self._kept.get(photo.content_hash)

    def has_full(self, photo: Photo) -> bool:
        """Tell whether a photo is here in full."""
        return self._full is not None and self._full[0] == photo.content_hash

    def want(self, photos: list[Photo], least_side: int) -> None:
        """Load photos as large as the screen, most wanted first; forget all others that wait.

        least_side: pixels of the longer side, where the photo has them.
        """
        with self._lock:
            self._wanted = frozenset(photo.content_hash for photo in photos)
        if self._full is not None and self._full[0] != photos[0].content_hash:
            self._full = None
        for urgency, photo in enumerate(photos):
            if photo.content_hash not in self._kept:
                self._start(photo, max(1, least_side), priority=-urgency)

    def want_full(self, photo: Photo) -> None:
        """Load a photo in full, up to 24 megapixels."""
        if not self.has_full(photo):
            self._start(photo, FULL, priority=1)

    def forget(self) -> None:
        """Let go of all pictures, for the viewer is not shown."""
        with self._lock:
            self._wanted = frozenset()
        self._kept.clear()
        self._full = None

    def close(self) -> None:
        """Wait for the threads; nothing arrives afterwards."""
        self._closed = True
        with self._lock:
            self._wanted = frozenset()
        self._pool.clear()
        self._pool.waitForDone()

    def is_wanted(self, content_hash: bytes) -> bool:
        """Tell whether a photo is still asked for; asked by the threads."""
        with self._lock:
            return content_hash in self._wanted

    def _start(self, photo: Photo, least_side: int, priority: int) -> None:
        key = (photo.content_hash, least_side)
        if key not in self._asked and not self._closed:
            self._asked.add(key)
            self._pool.start(_Decode(self, photo, least_side), priority)

    @Slot(object, int, object)
    def _on_decoded(self, content_hash: bytes, least_side: int, result: object) -> None:
        self._asked.discard((content_hash, least_side))
        if self._closed or result is None:
            return
        if isinstance(result, FaceGalleryError):
            self.failed.emit(content_hash, result)
        elif isinstance(result, QImage):
            pixmap = QPixmap.fromImage(result)
            if least_side == FULL:
                self._full = (content_hash, pixmap)
            else:
                self._keep(content_hash, pixmap)
            self.loaded.emit(content_hash, least_side == FULL)

    def _keep(self, content_hash: bytes, pixmap: QPixmap) -> None:
        self._kept[content_hash] = pixmap
        self._kept.move_to_end(content_hash)
        for old in list(self._kept):
            if len(self._kept) > KEPT and not self.is_wanted(old):
                del self._kept[old]


class _Decode(QRunnable):
    """Decodes one photo in a thread of the pool."""

    def __init__(self, loader: PhotoLoader, photo: Photo, least_side: int) -> None:
        super().__init__()
        self._loader, self._photo, self._least_side = loader, photo, least_side

    def run(self) -> None:
        """Decode, unless nobody wants the photo any more."""
        wanted = self._loader.is_wanted(self._photo.content_hash)
        result = _decode(self._photo, self._least_side) if wanted else None
        self._loader._decoded.emit(self._photo.content_hash, self._least_side, result)


def _decode(photo: Photo, least_side: int) -> QImage | FaceGalleryError:
    try:
        with open_photo(read_file(photo.path)) as image:
            side = _largest_side(photo) if least_side == FULL else least_side
            pixels = decode_upright(image, side).pixels
        height, width = pixels.shape[:2]
        view = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        if least_side != FULL and max(width, height) > least_side * NEAR:
            view = view.scaled(least_side, least_side, _KEEP_SHAPE, _SMOOTH)
        return view.convertToFormat(QImage.Format.Format_RGB32)  # a copy; as screens have it
    except FaceGalleryError as error:
        return error
    except Exception as error:
        log.exception("a photo was not decoded because of a bug")
        return UnexpectedError(str(error) or type(error).__name__)


def _largest_side(photo: Photo) -> int | None:
    """Return the longer side to decode at: halved until it fits; None for all pixels."""
    halvings = 0
    while photo.width * photo.height >> (2 * halvings) > MOST_PIXELS:
        halvings += 1
    return max(photo.width, photo.height) >> halvings if halvings else None
