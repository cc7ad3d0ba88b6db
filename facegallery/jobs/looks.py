"""How photos look: small fingerprints made of their cached thumbnails, and whose eyes are open."""

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image

from facegallery.catalog import eyes, insight
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.thumbnails import ThumbnailCache, face_key, photo_key
from facegallery.domain.errors import FaceGalleryError
from facegallery.domain.face import Box, DetectedFace
from facegallery.domain.insight import Alike
from facegallery.domain.looks import difference_hash
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.imaging.thumbnails import crop_area
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
    """Return photos that look nearly the same; looks at those first that are not known yet.

    Loads OpenCV where eyes are to be looked at: call it in a worker or a helper.
    """
    find_looks(library)
    with library.open() as db:
        found = insight.alike(db)
        if _find_eyes(library, db, [photo for group in found for photo in group.photo_ids]):
            found = insight.alike(db)
    return found


def _find_eyes(library: Library, db: Catalog, photo_ids: Sequence[int]) -> bool:
    """Note how open the eyes are of faces in these photos; tell whether any was not known."""
    waiting = eyes.unseen(db, photo_ids)
    if not waiting:
        return False
    cache, decoder = ThumbnailCache(library.thumbnails_file), Decoder()
    found = []
    try:
        for face in waiting:
            jpeg = cache.get(face_key(face.content_hash, face.box))
            jpeg = jpeg or _made(decoder, face.path, face.box)
            if jpeg is not None:
                found.append((face.face_id, _eyes_open(jpeg, face)))
    finally:
        decoder.close()
        cache.close()
    eyes.save(db, found)
    return bool(found)


def _eyes_open(jpeg: bytes, face: eyes.UnseenEyes) -> float:
    """Return how open the eyes of a face are, as its crop shows them."""
    from facegallery.vision.align import aligned_face
    from facegallery.vision.eyes import eyes_open

    with Image.open(io.BytesIO(jpeg)) as image:
        pixels = np.asarray(image.convert("RGB"))
    area = crop_area(face.box, *face.size)
    place = np.array([area.x, area.y]), np.array([area.width, area.height])
    landmarks = np.asarray((face.landmarks - place[0]) / place[1], np.float32)
    return eyes_open(aligned_face(pixels, DetectedFace(face.box, landmarks, 1.0, 1.0)))


def _made(decoder: Decoder, path: str | None, box: Box | None = None) -> bytes | None:
    try:
        return decoder.small(Small(path, box)) if path else None
    except FaceGalleryError:
        return None


def _look(jpeg: bytes | None) -> int:
    if jpeg is None:
        return _NO_LOOK
    with Image.open(io.BytesIO(jpeg)) as image:
        small = image.convert("L").resize((9, 8), Image.Resampling.BOX)
    return difference_hash(np.asarray(small))
