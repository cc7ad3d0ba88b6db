"""The library's recognizer is changed: begun by a choice, done in the background, in steps.

Until every face that can be had has an embedding by the new one, the old embeddings serve. Names,
decisions and face ids are not touched: only embeddings are added. Photos that are missing then do
not hold the change up; their faces keep their names, and are embedded when they are back.
"""

from pathlib import Path

from facegallery.catalog import embeddings, properties
from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.domain.progress import CancelToken, Report
from facegallery.jobs.embed_faces import embed_waiting
from facegallery.jobs.pool import WorkerPool
from facegallery.vision import model_files, registry


def choose_recognizer(db: Catalog, asked: str | None, weights_folder: Path) -> str:
    """Return the recognizer to look at new photos with, and begin a change where one is asked.

    A library's first one is the one asked for, else the best there is. Later, what is asked for is
    changed to after the scan; new photos get embeddings by the one at work, as long as it can
    work. Raises ModelUnavailable, and changes nothing then.
    """
    if asked is not None:
        model_files.require(registry.recognizer_info(asked), weights_folder)
    at_work = properties.value(db, embeddings.RECOGNIZER)
    if at_work is None:
        return asked or registry.best_recognizer(weights_folder)
    if asked is not None:
        embeddings.begin_change(db, asked)
    coming = properties.value(db, embeddings.NEXT)
    if coming is None or _can_work(at_work, weights_folder):
        return at_work
    return coming


def embed_what_is_back(
    db: Catalog, weights_folder: Path, pool: WorkerPool, report: Report, cancel: CancelToken
) -> None:
    """Embed the faces that the recognizer at work has not seen: of photos that were missing."""
    at_work = properties.value(db, embeddings.RECOGNIZER)
    if at_work is not None and _can_work(at_work, weights_folder):
        embed_waiting(db, at_work, weights_folder, pool, report, cancel)


def finish_change(
    db: Catalog, weights_folder: Path, pool: WorkerPool, report: Report, cancel: CancelToken
) -> bool:
    """Embed all faces by the recognizer that the library changes to, then switch to it.

    Return whether there was anything to switch. Raises ModelUnavailable and Cancelled; what was
    done before is kept, the old embeddings go on to serve, and the next call goes on there.
    """
    coming = properties.value(db, embeddings.NEXT)
    if coming is None:
        return False
    model_files.require(registry.recognizer_info(coming), weights_folder)
    embed_waiting(db, coming, weights_folder, pool, report, cancel)
    with transaction(db):
        embeddings.switch(db)
        properties.set_value(db, properties.GROUPED, "")  # groups rest on other embeddings now
    return True


def _can_work(recognizer: str, weights_folder: Path) -> bool:
    info = registry.RECOGNIZERS.get(recognizer)
    return info is not None and model_files.is_installed(info, weights_folder)
