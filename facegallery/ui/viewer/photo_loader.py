"""Photos for the viewer: whole ones as large as the screen, and the part in sight when zoomed."""

import logging
import math
import threading
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QRunnable, QSize, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from facegallery.domain.errors import FaceGalleryError, UnexpectedError
from facegallery.domain.face import Box
from facegallery.domain.photo import Photo
from facegallery.jobs.decoder import Decoder
from facegallery.jobs.decoder_requests import Forget, Part, Whole

log = logging.getLogger(__name__)

# For the photo shown, the next and the one before: on a screen of 2560 x 1440 they take 30 MB; on
# one of 3840 x 2160 the one before is not kept.
LIMIT_BYTES = 64 * 2**20
MOST_PIXELS = 8_000_000  # of a whole photo, 32 MB; what a larger screen shows beyond comes in parts
ENOUGH = 0.9  # a picture this much smaller than the screen has room for is good enough


@dataclass(frozen=True, slots=True)
class PartPicture:
    """A part of a photo that is here. area: fractions of the photo; scale: of its pixels, 0..1."""

    area: QRectF
    scale: float
    pixmap: QPixmap

    def covers(self, sight: QRectF) -> bool:
        """Tell whether another part (fractions) lies within this one, but for rounding."""
        return self.area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(sight)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be decoded. scale: of a part, see PartPicture."""

    content_hash: bytes
    request: Whole | Part | Forget
    scale: float = 0.0


class PhotoLoader(QObject):
    """Photos decoded beside this process, see Decoder. Lives on the window's thread.

    Only what is asked for last is loaded: the photo shown, then the part in sight, then the
    neighbours. Signals: loaded(bytes) with the photo's hash when it or a part of it is here;
    failed(bytes, FaceGalleryError) with the reason.
    """

    loaded = Signal(object)
    failed = Signal(object, object)
    _decoded = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder = Decoder()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._kept: dict[bytes, QPixmap] = {}
        self._part: PartPicture | None = None
        self._part_of = b""
        self._wanted: list[bytes] = []
        self._failed: set[bytes] = set()
        self._lock = threading.Lock()
        self._wishes: list[_Wish] = []
        self._part_wish: _Wish | None = None
        self._full_held = self._forget_full = False  # by the decoder, since a part was asked for
        self._running = False
        self._current: _Wish | None = None
        self._closed = False
        self._decoded.connect(self._on_decoded)

    @property
    def busy(self) -> bool:
        """Tell whether anything is being decoded or waits for it."""
        return self._running

    def picture(self, photo: Photo) -> QPixmap | None:
        """Return the picture of a whole photo that is here by now, if any."""
        return self._kept.get(photo.content_hash)

    def part(self, photo: Photo) -> PartPicture | None:
        """Return the part of a photo that is here by now, if any."""
        return self._part if self._part_of == photo.content_hash else None

    def want(self, photos: list[Photo], room: QSize) -> None:
        """Load photos as large as fits a room (device pixels), most wanted first, and no others."""
        if self._closed:
            return
        shown = photos[0].content_hash
        if shown != self._part_of:
            self.drop_part()
            self._part_of = shown
            self._failed.discard(shown)  # it may be readable again
        self._wanted = [photo.content_hash for photo in photos]
        wishes, taken = [], 0
        for photo in photos:
            size = whole_size(photo, room)
            taken += 4 * size.width() * size.height()
            if taken > LIMIT_BYTES and photo is not photos[0]:
                break
            kept = self._kept.get(photo.content_hash)
            if kept is None or kept.width() < ENOUGH * size.width():
                request = Whole(photo.path, size.width(), size.height())
                wishes.append(_Wish(photo.content_hash, request))
        with self._lock:
            self._wishes = [
                wish
                for wish in wishes
                if wish.content_hash not in self._failed and wish != self._current
            ]
        self._run()

    def want_part(self, photo: Photo, area: QRectF, scale: float) -> None:
        """Load a part of the photo that is shown. area: fractions of it; scale: of its pixels."""
        if self._closed or photo.content_hash in self._failed:
            return
        left, top = math.floor(area.left() * photo.width), math.floor(area.top() * photo.height)
        width = min(math.ceil(area.right() * photo.width), photo.width) - left
        height = min(math.ceil(area.bottom() * photo.height), photo.height) - top
        box = Box(
            left / photo.width, top / photo.height, width / photo.width, height / photo.height
        )
        part = Part(photo.path, box, max(1, round(width * scale)), max(1, round(height * scale)))
        wish = _Wish(photo.content_hash, part, scale)
        with self._lock:
            if self._current == wish:
                return
            self._part_wish = wish
        self._run()

    def drop_part(self) -> None:
        """Let go of the part, for the whole photo is shown again."""
        self._part = None
        with self._lock:
            self._part_wish = None
            self._forget_full = self._full_held
        if self._forget_full:
            self._run()

    def forget(self) -> None:
        """Let go of all pictures, for the viewer is not shown."""
        with self._lock:
            self._wishes = []
        self.drop_part()
        self._part_of, self._wanted = b"", []
        self._kept.clear()
        self._failed.clear()

    def close(self) -> None:
        """End what is going on; nothing arrives afterwards."""
        self._closed = True
        self._decoder.close()
        self._pool.waitForDone()

    def _run(self) -> None:
        with self._lock:
            if self._running or self._closed:
                return
            self._running = True
        self._pool.start(_Loading(self))

    def _next(self) -> _Wish | None:
        """Return what to do next; None sends the thread home."""
        with self._lock:
            self._current = self._choose()
            self._running = self._current is not None
            return self._current

    def _choose(self) -> _Wish | None:
        if self._closed:
            return None
        if self._forget_full:
            self._forget_full = self._full_held = False
            return _Wish(b"", Forget())
        shown_waits = self._wishes and self._wishes[0].content_hash == self._part_of
        if self._part_wish is not None and not shown_waits:
            wish, self._part_wish = self._part_wish, None
            self._full_held = True
            return wish
        return self._wishes.pop(0) if self._wishes else None

    def _load(self) -> None:
        """Decode until nothing is wanted; runs in the thread of the pool."""
        while (wish := self._next()) is not None:
            if isinstance(wish.request, Forget):
                with suppress(FaceGalleryError):
                    self._decoder.forget()
            else:
                self._decoded.emit(wish, decode(self._decoder, wish.request))

    @Slot(object, object)
    def _on_decoded(self, wish: _Wish, result: object) -> None:
        of_a_part_before = isinstance(wish.request, Part) and wish.content_hash != self._part_of
        if self._closed or wish.content_hash not in self._wanted or of_a_part_before:
            return
        if isinstance(result, FaceGalleryError):
            self._failed.add(wish.content_hash)
            self.failed.emit(wish.content_hash, result)
        elif isinstance(result, QImage) and isinstance(wish.request, Whole):
            self._keep(wish.content_hash, QPixmap.fromImage(result))
            self.loaded.emit(wish.content_hash)
        elif isinstance(result, QImage) and isinstance(wish.request, Part) and self._full_held:
            box = wish.request.area
            area = QRectF(box.x, box.y, box.width, box.height)
            self._part = PartPicture(area, wish.scale, QPixmap.fromImage(result))
            self.loaded.emit(wish.content_hash)

    def _keep(self, content_hash: bytes, pixmap: QPixmap) -> None:
        """Keep a picture, and no more than the wanted ones for which there is room."""
        self._kept[content_hash] = pixmap
        taken, kept = 0, {}
        for key in self._wanted:
            known = self._kept.get(key)
            taken += 0 if known is None else 4 * known.width() * known.height()
            if known is not None and (taken <= LIMIT_BYTES or key == self._part_of):
                kept[key] = known
        self._kept = kept


class _Loading(QRunnable):
    """The thread's turn of work: as long as something is wanted."""

    def __init__(self, loader: PhotoLoader) -> None:
        super().__init__()
        self._loader = loader

    def run(self) -> None:
        """Decode what is wanted; see PhotoLoader."""
        self._loader._load()


def whole_size(photo: Photo, room: QSize) -> QSize:
    """Return how large a whole photo is decoded for a room; both in device pixels."""
    fits = min(room.width() / photo.width, room.height() / photo.height)
    most = math.sqrt(MOST_PIXELS / (photo.width * photo.height))
    scale = min(1.0, fits, most)
    return QSize(max(1, round(photo.width * scale)), max(1, round(photo.height * scale)))


def decode(decoder: Decoder, request: Whole | Part) -> QImage | FaceGalleryError:
    """Return the pixels asked for, or what is wrong with the photo; any thread may ask."""
    made: list[QImage] = []

    def make_room(width: int, height: int) -> memoryview:
        made.append(QImage(width, height, QImage.Format.Format_RGB32))
        return memoryview(made[-1].bits())

    try:
        decoder.pixels(request, make_room)
    except FaceGalleryError as error:
        return error
    except Exception as error:
        log.exception("a photo was not decoded because of a bug")
        return UnexpectedError(str(error) or type(error).__name__)
    return made[-1]
