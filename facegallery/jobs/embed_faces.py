"""Embeddings of faces that are known already: after a change of the recognizer, for example.

Nothing is detected again: the catalog's boxes and landmarks are cut out of the photos anew, as a
scan does. The faces of several photos make one batch.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facegallery import courtesy
from facegallery.catalog import embeddings, properties
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import ModelUnavailable, PhotoUnreadable
from facegallery.domain.face import DetectedFace
from facegallery.domain.progress import CancelToken, Progress, Report
from facegallery.imaging import decode, source
from facegallery.jobs import limits
from facegallery.jobs.bundles import Bundle, in_bundles
from facegallery.jobs.device import DEVICE
from facegallery.jobs.pool import Pool
from facegallery.jobs.two_sizes import TwoSizes, decode_for_faces
from facegallery.vision.engine import Image, load_recognizer

# Enough for full batches whatever the recognizer's; what a kill can lose, for each worker.
PHOTOS_AT_ONCE = 8
FACES_AT_ONCE = 16
MOST_DEATHS = 3  # photos one by one, none before them done: then the model is to blame

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class PhotoFaces:
    """A photo, by the hash of its bytes, and the faces in it to embed."""

    path: Path
    content_hash: bytes
    face_ids: tuple[int, ...]
    faces: tuple[DetectedFace, ...]


@dataclass(frozen=True, slots=True)
class EmbedTask:
    """Photos whose faces one recognizer is to embed together."""

    photos: tuple[PhotoFaces, ...]
    recognizer: str
    weights_folder: Path


@dataclass(frozen=True, slots=True, eq=False)
class Embedded:
    """What a worker found. vectors: for each photo (F, D), None where it cannot be read now.

    device: what the recognizer runs on.
    """

    vectors: tuple[Floats | None, ...]
    device: str


@courtesy.background()
def embed(task: EmbedTask) -> Embedded:
    """Embed the faces of photos, in one batch; runs in a worker.

    Only errors of the model are raised. A photo whose file holds something else by now counts as
    one that cannot be read: the next scan sees to it.
    """
    recognizer = load_recognizer(task.recognizer, task.weights_folder)
    crops = [_crops(photo, recognizer.crop) for photo in task.photos]
    limits.together(len(crops))
    courtesy.give_way()
    together = recognizer.embed([crop for some in crops for crop in some or ()])
    ends = np.cumsum([len(some or ()) for some in crops])
    parts = np.split(together, ends[:-1])
    return Embedded(
        tuple(None if some is None else part for some, part in zip(crops, parts, strict=True)),
        recognizer.device,
    )


def _crops(photo: PhotoFaces, crop: Callable[[Image, DetectedFace], Image]) -> list[Image] | None:
    limits.another_photo()
    courtesy.give_way()
    try:
        data = source.read_file(str(photo.path))
        if source.content_hash(data) != photo.content_hash:
            return None
        with decode.open_photo(data) as image:
            sizes = TwoSizes(data, decode_for_faces(image).pixels)
    except (PhotoUnreadable, MemoryError):
        return None
    return [crop(sizes.around(face.box), face) for face in photo.faces]


def embed_waiting(
    db: Catalog,
    recognizer: str,
    weights_folder: Path,
    pool: Pool,
    report: Report,
    cancel: CancelToken,
) -> int:
    """Embed all faces that have no embedding by this recognizer; return how many got one.

    Photos that cannot be read now are passed over: those that are missing, and broken ones. Raises
    ModelUnavailable, also where the model itself kills its workers or takes too long, and
    Cancelled; what was done before is kept, and the next call goes on there.
    """
    photos = embeddings.waiting_photos(db, recognizer)
    count = _Count(len(photos))

    def begin(bundle: Bundle[PhotoFaces]) -> Future[Embedded]:
        return pool.submit(embed, EmbedTask(bundle, recognizer, weights_folder))

    def tell(_bundle: Bundle[PhotoFaces]) -> None:
        report(count.progress(recognizer))

    bundles = in_bundles(pool, _bundles(db, photos, recognizer), begin, tell, cancel)
    with closing(bundles):
        for bundle, result in bundles:
            if isinstance(result, Exception):
                count.note_death(recognizer)
            else:
                count.done += len(bundle)
                count.faces += _write(db, bundle, recognizer, result)
    return count.faces


@dataclass(slots=True)
class _Count:
    """How far it is: photos and faces done, and photos that nothing came of but a dead worker."""

    photos: int
    done: int = 0
    faces: int = 0
    deaths: int = 0
    started: float = field(default_factory=time.monotonic)

    def progress(self, recognizer: str) -> Progress:
        spent = time.monotonic() - self.started
        left = spent / self.done * (self.photos - self.done) if self.done else None
        return Progress("Recognising faces", self.done, self.photos, left, recognizer)

    def note_death(self, recognizer: str) -> None:
        """Count it; where nothing but deaths came, raise ModelUnavailable: it is the model."""
        self.done += 1
        self.deaths += 1
        if self.deaths >= MOST_DEATHS and self.deaths == self.done:
            reason = "it crashes, or takes too long, on every photo"
            raise ModelUnavailable(recognizer, reason)


def _bundles(
    db: Catalog, photos: list[embeddings.WaitingPhoto], recognizer: str
) -> Iterator[Bundle[PhotoFaces]]:
    """Give photos in bundles of a batch's size."""
    bundle: list[PhotoFaces] = []
    for photo in photos:
        ids, faces = zip(*embeddings.waiting_faces(db, photo.photo_id, recognizer), strict=True)
        bundle.append(PhotoFaces(photo.path, photo.content_hash, ids, faces))
        if (
            len(bundle) >= PHOTOS_AT_ONCE
            or sum(len(some.faces) for some in bundle) >= FACES_AT_ONCE
        ):
            yield tuple(bundle)
            bundle = []
    if bundle:
        yield tuple(bundle)


def _write(db: Catalog, bundle: Bundle[PhotoFaces], recognizer: str, result: Embedded) -> int:
    """Write what was found in one transaction; return how many faces got an embedding."""
    written = 0
    with transaction(db):
        for photo, vectors in zip(bundle, result.vectors, strict=True):
            if vectors is None:
                continue
            for face_id, vector in zip(photo.face_ids, vectors, strict=True):
                embeddings.add(db, face_id, recognizer, vector)
                written += 1
        properties.set_value(db, DEVICE, result.device)
    return written
