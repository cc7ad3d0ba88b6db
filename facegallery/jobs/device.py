"""What the models run on: asked of a worker during a scan, since only workers load them."""

from concurrent.futures import Future

from facegallery.catalog import properties
from facegallery.catalog.library import Catalog
from facegallery.jobs.analyse import Models

DEVICE = "device"
"""Property of the library: what its recognizer ran on last, "CPU" for example."""


def device_of(models: Models) -> str:
    """Return what the models run on, for people to read; runs in a worker."""
    return models.engine().device


def note_device(db: Catalog, asked: "Future[str] | None") -> None:
    """Note what a worker has said it works on; a worker that died has said nothing."""
    if asked is not None and asked.done() and asked.exception() is None:
        properties.set_value(db, DEVICE, asked.result())
