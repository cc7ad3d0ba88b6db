"""What a worker of a Dask cluster does with one task; imported on the other machines too."""

import os
import platform
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from facegallery import __version__
from facegallery.domain.photo import FoundFile, PhotoAnalysis
from facegallery.jobs import limits
from facegallery.jobs.analyse import Models, Task, analyse, analyse_bytes, known_models
from facegallery.paths import weights_folder

# Nobody watches these workers' work from outside; by the clock, a busy one is given more.
_CLOCK_TO_WORK = 5.0
_one_at_a_time = threading.Lock()  # whatever threads Dask has: the models are not made for two


@dataclass(frozen=True, slots=True)
class Unseen:
    """Says that the file is not to be seen from here: its bytes must be sent."""


def analyse_here(task: Task, data: bytes | None) -> PhotoAnalysis | Unseen:
    """Return what is in a photo: of its bytes, or of its file where that is to be seen from here.

    A file that hangs ends the process; Dask starts another, and does the task elsewhere.
    """
    if data is None and not _sees(task.file):
        return Unseen()
    here = replace(task, models=replace(task.models, weights_folder=weights_folder()))
    with _one_at_a_time:
        timer = _Timer()
        limits.tell_to(timer.begin)
        try:
            return analyse(here) if data is None else analyse_bytes(here, data)
        finally:
            timer.end()


def call_here(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Return what a function returns, called with the models that this machine has."""
    args = tuple(
        replace(value, weights_folder=weights_folder()) if isinstance(value, Models) else value
        for value in args
    )
    with _one_at_a_time:
        return function(*args, **kwargs)


def about_here(models: Models) -> tuple[str, str]:
    """Return the versions of FaceGallery and of Python here. Raises ModelUnavailable."""
    known_models(models.detector, models.recognizer, weights_folder())
    return __version__, platform.python_version()


def _sees(file: FoundFile) -> bool:
    """Tell whether the path leads to the same file here."""
    try:
        status = os.stat(file.path)  # noqa: PTH116  half a million of them
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (file.size_bytes, file.mtime_ns)


class _Timer:
    """Ends the process where a step of the task takes longer than it may."""

    def __init__(self) -> None:
        self._running: threading.Timer | None = None

    def begin(self, limit: limits.Limit) -> None:
        self.end()
        seconds = limit.clock_seconds
        if limit.work_seconds is not None:
            seconds = _CLOCK_TO_WORK * limit.work_seconds
        if seconds is not None:
            self._running = threading.Timer(seconds, os._exit, (1,))
            self._running.daemon = True
            self._running.start()

    def end(self) -> None:
        if self._running is not None:
            self._running.cancel()
