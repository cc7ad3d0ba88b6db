"""The worker function: one look at one file gives all that the catalog wants of it.

Runs in worker processes, opens the file once, and never touches the catalog.
"""

from dataclasses import dataclass
from pathlib import Path

from facegallery.domain.errors import ModelUnavailable, PhotoUnreadable
from facegallery.domain.photo import FoundFile, PhotoAnalysis
from facegallery.imaging import decode, exif, source, thumbnails
from facegallery.vision import registry

# Detectors work on 1280 pixels; decoding keeps at least as many, and what more it keeps for free
# (a JPEG shrinks by halves while it is decoded) sharpens the faces that are cut out of it.
LEAST_SIDE = 1280
_NO_MEMORY = "there is not enough memory for it"


@dataclass(frozen=True, slots=True)
class Models:
    """The models at work, by name, and where the weights lie that the user installed."""

    detector: str
    recognizer: str | None
    weights_folder: Path


def known_models(detector: str, recognizer: str | None, weights_folder: Path) -> Models:
    """Return models that can work here; raise ModelUnavailable for others. Loads nothing."""
    registry.detector_info(detector)
    if recognizer is not None:
        info = registry.recognizer_info(recognizer)
        if registry.weights_file(info, weights_folder) is None:
            reason = f"its weights, {info.weights_file}, are not in {weights_folder}"
            raise ModelUnavailable(recognizer, reason)
    return Models(detector, recognizer, weights_folder)


@dataclass(frozen=True, slots=True)
class Task:
    """One file to look at. known_hashes: photos with files of this size, maybe this one."""

    file: FoundFile
    known_hashes: frozenset[bytes]
    models: Models


def analyse(task: Task) -> PhotoAnalysis:
    """Return what is in a file, or why it cannot be read; only errors of the models are raised."""
    try:
        return _analyse(task)
    except PhotoUnreadable as error:
        return PhotoAnalysis(task.file.path, failure=str(error.args[0]))
    except MemoryError:
        return PhotoAnalysis(task.file.path, failure=_NO_MEMORY, try_again=True)


def _analyse(task: Task) -> PhotoAnalysis:
    from facegallery.vision.engine import load_engine  # models are for workers only

    file = task.file
    data = source.read_file(file.path)
    content_hash = source.content_hash(data)
    if content_hash in task.known_hashes:
        return PhotoAnalysis(file.path, content_hash=content_hash, known=True)
    with decode.open_photo(data) as image:
        facts = exif.read_facts(image, file.path, file.mtime_ns)
        pixels = decode.decode_upright(image, least_side=LEAST_SIDE).pixels
    models = task.models
    engine = load_engine(models.detector, models.recognizer, models.weights_folder)
    faces = engine.find_faces(pixels)
    return PhotoAnalysis(
        file.path,
        content_hash=content_hash,
        facts=facts,
        faces=faces,
        thumbnail=thumbnails.photo_thumbnail(pixels),
        crops=[thumbnails.face_crop(pixels, face.box) for face in faces],
    )
