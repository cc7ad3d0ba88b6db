"""The worker function: one look at one file gives all that the catalog wants of it.

Runs in worker processes, opens the file once, and never touches the catalog.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from facegallery.domain.errors import PackageMissing, PhotoUnreadable
from facegallery.domain.photo import FoundFile, PhotoAnalysis
from facegallery.imaging import decode, exif, source, thumbnails
from facegallery.jobs import limits
from facegallery.jobs.two_sizes import TwoSizes, decode_for_faces
from facegallery.vision import model_files, registry
from facegallery.vision.engine import Engine, load_engine

_NO_MEMORY = "there is not enough memory for it"


@dataclass(frozen=True, slots=True)
class Models:
    """The models at work, by name, and where the weights lie that the user installed.

    least_score: of faces, where it is not to be the detector's own threshold.
    """

    detector: str
    recognizer: str | None
    weights_folder: Path
    least_score: float | None = None

    def engine(self) -> Engine:
        """Load the models, once in a process; workers only. Raises ModelUnavailable."""
        return load_engine(self.detector, self.recognizer, self.weights_folder, self.least_score)


def known_models(detector: str, recognizer: str | None, weights_folder: Path) -> Models:
    """Return models that can work here; raise ModelUnavailable for others. Loads nothing."""
    model_files.require(registry.detector_info(detector), weights_folder)
    if recognizer is not None:
        model_files.require(registry.recognizer_info(recognizer), weights_folder)
    return Models(detector, recognizer, weights_folder)


@dataclass(frozen=True, slots=True)
class Task:
    """One file to look at. known_hashes: photos with files of this size, maybe this one."""

    file: FoundFile
    known_hashes: frozenset[bytes]
    models: Models


def analyse(task: Task) -> PhotoAnalysis:
    """Return what is in a file, or why it cannot be read; only errors of the models are raised."""
    return _or_failure(task, partial(_analyse, task))


def analyse_bytes(task: Task, data: bytes) -> PhotoAnalysis:
    """Return the same of a file whose bytes are here already."""
    return _or_failure(task, partial(_look_into, task, data))


def _or_failure(task: Task, work: Callable[[], PhotoAnalysis]) -> PhotoAnalysis:
    try:
        return work()
    except PhotoUnreadable as error:
        missing = isinstance(error, PackageMissing)  # it may be there at the next scan
        return PhotoAnalysis(task.file.path, failure=error.reason, try_again=missing)
    except MemoryError:
        return PhotoAnalysis(task.file.path, failure=_NO_MEMORY, try_again=True)


def _analyse(task: Task) -> PhotoAnalysis:
    limits.reading(task.file.size_bytes)
    return _look_into(task, source.read_file(task.file.path))


def _look_into(task: Task, data: bytes) -> PhotoAnalysis:
    file = task.file
    content_hash = source.content_hash(data)
    if content_hash in task.known_hashes:
        return PhotoAnalysis(file.path, content_hash=content_hash, known=True)
    limits.decoding(len(data))
    with decode.open_photo(data) as image:
        facts = exif.read_facts(image, file.path, file.mtime_ns)
        limits.decoding(len(data), facts.width * facts.height)
        pixels = decode_for_faces(image).pixels
    limits.none()
    photo = TwoSizes(data, pixels)
    faces = task.models.engine().find_faces(pixels, photo.around)
    return PhotoAnalysis(
        file.path,
        content_hash=content_hash,
        facts=facts,
        faces=faces,
        thumbnail=thumbnails.photo_thumbnail(pixels),
        crops=[thumbnails.face_crop(photo.around(face.box), face.box) for face in faces],
    )
