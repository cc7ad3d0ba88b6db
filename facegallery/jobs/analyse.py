"""The worker function: one look at each file gives all that the catalog wants of it.

Runs in worker processes, opens a file once, and never touches the catalog. It takes several files
at once for the recognizers that are quicker with the faces of several photos together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from facegallery import courtesy
from facegallery.domain.errors import PackageMissing, PhotoUnreadable
from facegallery.domain.photo import FoundFile, PhotoAnalysis
from facegallery.imaging import decode, exif, source, thumbnails
from facegallery.jobs import limits
from facegallery.jobs.two_sizes import TwoSizes, decode_for_faces
from facegallery.vision import model_files, registry
from facegallery.vision.engine import CutOut, Engine, load_engine

Contents = Sequence[bytes | PhotoUnreadable]
"""What files hold, or why that cannot be read."""

_LOADING = 5  # photos' time for loading the models: none is to blame where a machine is busy
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

    @property
    def photos_at_once(self) -> int:
        """How many photos to look at together: as many as the recognizer takes faces at once.

        Most photos show somebody, so that its batches are full.
        """
        name = self.recognizer
        return 1 if name is None else registry.recognizer_info(name).faces_at_once

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


@courtesy.background()
def analyse(tasks: Sequence[Task], contents: Contents | None = None) -> list[PhotoAnalysis]:
    """Return what is in each file, or why it cannot be read; only errors of the models are raised.

    contents: what the files hold, where that is known already. All tasks have the same models.
    """
    looks = []
    known: Sequence[bytes | PhotoUnreadable | None] = contents or [None] * len(tasks)
    for task, content in zip(tasks, known, strict=True):
        limits.another_photo()
        courtesy.give_way()
        looks.append(_look(task, content))
    seen = [look for look in looks if look.cut_out is not None and look.cut_out.faces]
    if seen:
        limits.together(len(seen))
        courtesy.give_way()
        engine = tasks[0].models.engine()
        cut_outs = [look.cut_out for look in seen if look.cut_out is not None]
        for look, faces in zip(seen, engine.recognised(cut_outs), strict=True):
            look.found = replace(look.found, faces=faces)
    return [look.found for look in looks]


@dataclass(slots=True)
class _Look:
    """What is known of one file, but for its faces' embeddings. cut_out: None of no photo."""

    found: PhotoAnalysis
    cut_out: CutOut | None = None


def _look(task: Task, content: bytes | PhotoUnreadable | None) -> _Look:
    try:
        if isinstance(content, PhotoUnreadable):
            raise content
        return _look_into(task, _read(task) if content is None else content)
    except PhotoUnreadable as error:
        missing = isinstance(error, PackageMissing)  # it may be there at the next scan
        failed = PhotoAnalysis(task.file.path, failure=error.reason, try_again=missing)
    except MemoryError:
        failed = PhotoAnalysis(task.file.path, failure=_NO_MEMORY, try_again=True)
    return _Look(failed)


def _read(task: Task) -> bytes:
    limits.reading(task.file.size_bytes)
    return source.read_file(task.file.path)


def _look_into(task: Task, data: bytes) -> _Look:
    file = task.file
    content_hash = source.content_hash(data)
    if content_hash in task.known_hashes:
        return _Look(PhotoAnalysis(file.path, content_hash=content_hash, known=True))
    courtesy.give_way()
    limits.decoding(len(data))
    with decode.open_photo(data) as image:
        facts = exif.read_facts(image, file.path, file.mtime_ns)
        limits.decoding(len(data), facts.width * facts.height)
        decoded = decode_for_faces(image)
        thumbnail, pixels = thumbnails.photo_thumbnail(decoded.image), decoded.pixels
        del decoded  # the same pixels once more
    limits.none()
    courtesy.give_way()
    photo = TwoSizes(data, pixels)
    limits.together(_LOADING)
    engine = task.models.engine()
    limits.another_photo()
    cut_out = engine.cut_out(pixels, photo.around)
    courtesy.give_way()
    found = PhotoAnalysis(
        file.path,
        content_hash=content_hash,
        facts=facts,
        thumbnail=thumbnail,
        crops=[thumbnails.face_crop(photo.around(face.box), face.box) for face in cut_out.faces],
    )
    return _Look(found, cut_out)
