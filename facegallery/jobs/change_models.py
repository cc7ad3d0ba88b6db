"""Change the detector or the recognizer that a library works with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from facegallery.catalog import embeddings, folders, properties
from facegallery.catalog.library import Library
from facegallery.catalog.locking import only_one
from facegallery.domain.errors import ScanRunning
from facegallery.domain.progress import CancelToken, Report, no_report
from facegallery.domain.words import counted, sentence
from facegallery.jobs.change_recognizer import choose_recognizer, finish_change
from facegallery.jobs.pool import worker_pool
from facegallery.jobs.scan import group, scan
from facegallery.jobs.scan_report import ScanOptions
from facegallery.vision import model_files, registry


@dataclass(frozen=True, slots=True)
class ModelChanged:
    """What a change of models did. waiting: photos that cannot be opened now, and follow."""

    name: str
    waiting: int

    def words(self) -> str:
        """Return it as a sentence or two."""
        if not self.waiting:
            return sentence("The library works with {0} now.", self.name)
        return sentence(
            "The library works with {0} now. {1} cannot be opened just now; a later scan catches "
            "up.",
            self.name,
            counted(self.waiting, "photo"),
        )


def use(
    library: Library,
    name: str,
    weights_folder: Path,
    report: Report = no_report,
    cancel: CancelToken | None = None,
    workers: int | None = None,
) -> ModelChanged:
    """Change the model that a library works with, a detector or a recognizer.

    A recognizer embeds the known faces anew; a detector looks at all photos again, and what the
    user has said of a face stays with the face at its place. Both can be stopped at any moment:
    doing it again, or the next scan, goes on there. Raises ModelUnavailable, ScanRunning and
    Cancelled.
    """
    cancel = cancel or CancelToken()
    if name in registry.DETECTORS:
        return _use_detector(library, name, report, cancel, workers)
    model_files.require(registry.recognizer_info(name), weights_folder)
    with (
        only_one(library.lock_file, ScanRunning),
        library.open() as db,
        worker_pool(workers) as pool,
    ):
        if properties.value(db, embeddings.RECOGNIZER) is None:
            properties.set_value(db, embeddings.RECOGNIZER, name)
        choose_recognizer(db, name, weights_folder)
        finish_change(db, weights_folder, pool, report, cancel)
        group(library, db, pool, report, cancel)
        return ModelChanged(name, embeddings.photos_without(db, name))


def _use_detector(
    library: Library, name: str, report: Report, cancel: CancelToken, workers: int | None
) -> ModelChanged:
    with library.open(read_only=True) as db:
        chosen: Sequence[Path] = [Path(folder.path) for folder in folders.listed(db)]
    options = ScanOptions(workers=workers, detector=name, skip_unreachable=True)
    result = scan(library, chosen, options, report, cancel)
    return ModelChanged(name, result.photos.missing + result.photos.failed)
