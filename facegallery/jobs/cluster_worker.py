"""What a worker of a Dask cluster does with one task; imported on the other machines too."""

import os
import platform
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from facegallery import __version__
from facegallery.domain.photo import FoundFile, PhotoAnalysis
from facegallery.jobs import limits
from facegallery.jobs.analyse import Contents, Models, Task, analyse, known_models
from facegallery.jobs.worker_process import Watch, WorkerFailed
from facegallery.paths import weights_folder

_LOOK_SECONDS = 0.1  # how soon it is noticed that a limit is passed
_one_at_a_time = threading.Lock()  # whatever threads Dask has: the models are not made for two


@dataclass(frozen=True, slots=True)
class Unseen:
    """Says that the file is not to be seen from here: its bytes must be sent."""


def analyse_here(tasks: Sequence[Task], contents: Contents | None) -> list[PhotoAnalysis] | Unseen:
    """Return what is in photos: of their bytes, or of their files where these are seen from here.

    A file that hangs, or takes too much memory, ends the process; Dask starts another, and does
    the task elsewhere.
    """
    if contents is None and not all(_sees(task.file) for task in tasks):
        return Unseen()
    models = replace(tasks[0].models, weights_folder=weights_folder())
    here = [replace(task, models=models) for task in tasks]
    with _one_at_a_time:
        guard = _Guard()
        limits.tell_to(guard.add)
        try:
            return analyse(here, contents)
        finally:
            guard.end()


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


class _Guard:
    """Ends the process where a step of the task takes more of it than it may."""

    def __init__(self) -> None:
        self._watch, self._over = Watch(os.getpid()), threading.Event()
        threading.Thread(target=self._look, name="guard", daemon=True).start()

    def add(self, word: limits.Word) -> None:
        self._watch.add(word)

    def end(self) -> None:
        self._over.set()

    def _look(self) -> None:
        while not self._over.wait(_LOOK_SECONDS):
            try:
                self._watch.check()
            except WorkerFailed:
                os._exit(1)
