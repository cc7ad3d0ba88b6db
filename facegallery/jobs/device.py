"""What the models run on: asked of a worker during a scan, since only workers load them."""

from concurrent.futures import Executor, wait

from facegallery.catalog import properties
from facegallery.catalog.library import Catalog
from facegallery.jobs.analyse import Models

DEVICE = "device"
"""Property of the library: what its recognizer ran on last, "CPU" for example."""
ANSWER_SECONDS = 5.0  # for what a worker knows already


def device_of(models: Models) -> str:
    """Return what the models run on, for people to read; runs in a worker."""
    return models.engine().device


def note_device(db: Catalog, models: Models, pool: Executor) -> None:
    """Note what a worker says it works on; one that died, or does not answer, has said nothing.

    To be called when workers have the models loaded: a scan that finds files moved loads none.
    """
    asked = pool.submit(device_of, models)
    wait([asked], ANSWER_SECONDS)
    if asked.done() and not asked.cancelled() and asked.exception() is None:
        properties.set_value(db, DEVICE, asked.result())
