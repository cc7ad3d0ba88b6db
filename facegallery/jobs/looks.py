"""How photos look, as small fingerprints made of their cached thumbnails."""

import io

import numpy as np
from PIL import Image

from facegallery.catalog import insight
from facegallery.catalog.library import Library
from facegallery.catalog.thumbnails import ThumbnailCache, photo_key
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.insight import Alike
from facegallery.domain.looks import difference_hash
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.jobs.decoder import Decoder
from facegallery.jobs.decoder_requests import Small

_NO_LOOK = 0  # as of a plain wall: like nothing else


def find_looks(
    library: Library, report: Report = no_report, cancel: CancelToken | None = None
) -> None:
    """Note how every photo looks of which that is not known; can stop anywhere and go on."""
    cancel = cancel or CancelToken()
    done = 0
    cache, decoder = ThumbnailCache(library.thumbnails_file), Decoder()
    try:
        with library.open() as db:
            while waiting := insight.photos_without_look(db):
                looks = []
                for photo_id, content_hash, path in waiting:
                    cancel.raise_if_set()
                    jpeg = cache.get(photo_key(content_hash))
                    looks.append((photo_id, _look(jpeg or _made(decoder, path))))
                    done += 1
                insight.save_looks(db, looks)
                report(Progress("Comparing how photos look", done, 0))
    finally:
        decoder.close()
        cache.close()


def find_alike(library: Library) -> list[Alike]:
    """Return photos that look nearly the same; looks at those first that are not known yet."""
    find_looks(library)
    with library.open(read_only=True) as db:
        return insight.alike(db)


def _made(decoder: Decoder, path: str | None) -> bytes | None:
    try:
        return decoder.small(Small(path)) if path else None
    except FaceGalleryError:
        return None


def _look(jpeg: bytes | None) -> int:
    if jpeg is None:
        return _NO_LOOK
    with Image.open(io.BytesIO(jpeg)) as image:
        small = image.convert("L").resize((9, 8), Image.Resampling.BOX)
    return difference_hash(np.asarray(small))
