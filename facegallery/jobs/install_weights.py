"""Bring the weights of models to this machine, when the user asks for it, and remove them.

Nothing is in place before it is whole, has the right hash, and was seen to work.
"""

import errno
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock, Timeout

from facegallery.domain.errors import (
    Cancelled,
    InstallStopped,
    ModelFileRefused,
    ModelUnavailable,
    NotPossible,
)
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.domain.words import sentence
from facegallery.jobs.download import download
from facegallery.jobs.pool import result_of, worker_pool
from facegallery.jobs.worker_process import WorkerFailed
from facegallery.vision import model_files, registry
from facegallery.vision.check_model import check_model
from facegallery.vision.model_info import ModelFile, ModelInfo

MEGABYTE = 1_000_000
_SCRATCH = "installing-"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelState:
    """A model of the registry on this machine. kind: "detector", "recognizer" or "classifier"."""

    info: ModelInfo
    kind: str
    installed: bool


def listed(weights_folder: Path) -> list[ModelState]:
    """Return all models there are: detectors, recognizers, classifiers."""
    kinds = (
        ("detector", registry.DETECTORS),
        ("recognizer", registry.RECOGNIZERS),
        ("classifier", registry.CLASSIFIERS),
    )
    return [
        ModelState(info, kind, model_files.is_installed(info, weights_folder))
        for kind, infos in kinds
        for info in infos.values()
    ]


def install(
    name: str,
    weights_folder: Path,
    report: Report = no_report,
    cancel: CancelToken | None = None,
    source: Sequence[Path] = (),
) -> None:
    """Bring the files of a model into the folder of weights.

    source: files that the user brought; without, they are downloaded. Files that are in place
    already stay, unless they are damaged or the user brought them anew. Progress counts megabytes.
    Raises ModelNotFetched, ModelFileRefused, ModelUnavailable (an unknown name, a missing extra),
    NotPossible (built in, or installed already) and InstallStopped; then nothing has changed.
    """
    try:
        _install(name, weights_folder, report, cancel or CancelToken(), source)
    except Cancelled as error:
        raise InstallStopped from error


def _install(
    name: str,
    weights_folder: Path,
    report: Report,
    cancel: CancelToken,
    source: Sequence[Path],
) -> None:
    info = registry.model_info(name)
    model_files.require_packages(info)
    if info.built_in:
        raise NotPossible(sentence("{0} is built in: there is nothing to install.", name))
    brought = _brought(info, source)
    with _only_installer(weights_folder) as scratch:
        new: list[ModelFile] = []
        for file in info.files:
            target = scratch / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            if file in brought:
                _copy(brought[file], target, report, cancel)
            elif _in_place(file, weights_folder, target):
                continue
            else:
                download(name, file, target, report, cancel)
            new.append(file)
        if not new:
            raise NotPossible(sentence("{0} is installed already.", name))
        for file in new:
            _check_hash(info, file, scratch / file.name, brought.get(file))
        report(Progress(sentence("Checking {0}", name)))
        _check_layout(name, scratch, brought.values(), cancel)
        for file in new:
            _put_in_place(scratch / file.name, weights_folder / file.name)


def remove(name: str, weights_folder: Path, in_use: Collection[str] = ()) -> None:
    """Remove the files of a model that no other installed model needs.

    in_use: models that the library works with. Raises ModelUnavailable for an unknown name, and
    NotPossible, in a sentence, where there is nothing that can be removed.
    """
    info = registry.model_info(name)
    if info.built_in:
        raise NotPossible(sentence("{0} is built in: it cannot be removed.", name))
    if name in in_use:
        raise NotPossible(
            sentence(
                "This library works with {0}. Change its model first: Use beside another "
                "one in Settings of the window, or for example facegallery models use {1}",
                name,
                registry.BUILT_IN_RECOGNIZER,
            )
        )
    ours = [file for file in info.files if (weights_folder / file.name).exists()]
    if not ours:
        elsewhere = [model_files.found_file(file, weights_folder) for file in info.files]
        place = next((path for path in elsewhere if path is not None), None)
        if place is None:
            raise NotPossible(sentence("{0} is not installed.", name))
        raise NotPossible(
            sentence("{0} was not installed by FaceGallery: its file is {1}.", name, place)
        )
    shared = {
        file.name
        for state in listed(weights_folder)
        if state.installed and state.info.name != name
        for file in state.info.files
    }
    for file in ours:
        if file.name not in shared:
            (weights_folder / file.name).unlink()
            model_files.record_of(weights_folder / file.name).unlink(missing_ok=True)


@contextmanager
def _only_installer(weights_folder: Path) -> Iterator[Path]:
    """Give a scratch folder beside the weights, to one process at a time; it goes in any case.

    What a killed process left behind goes too.
    """
    try:
        weights_folder.mkdir(parents=True, exist_ok=True)
        with FileLock(weights_folder / "install.lock", timeout=0):
            for left in weights_folder.glob(f"{_SCRATCH}*"):
                shutil.rmtree(left, ignore_errors=True)
            with TemporaryDirectory(prefix=_SCRATCH, dir=weights_folder) as scratch:
                yield Path(scratch)
    except Timeout as error:
        raise NotPossible(
            sentence("Another FaceGallery is installing a model. Wait for it.")
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        if error.errno == errno.ENOSPC:
            reason = "the disk is full"
        raise NotPossible(
            sentence(
                "Nothing can be installed in {0}: {1}. Nothing was changed.", weights_folder, reason
            )
        ) from error


def _brought(info: ModelInfo, source: Sequence[Path]) -> dict[ModelFile, Path]:
    """Tell which of a model's files each file is that the user brought: by name, or by kind."""
    found: dict[ModelFile, Path] = {}
    for path in source:
        if not path.is_file():
            raise ModelFileRefused(info.name, path, sentence("there is no such file"))
        same_name = [file for file in info.files if Path(file.name).name == path.name]
        same_kind = [file for file in info.files if Path(file.name).suffix == path.suffix]
        fitting = same_name or same_kind or list(info.files[:1])
        if fitting[0] in found:
            raise ModelFileRefused(
                info.name, path, sentence("{0} is that file already", found[fitting[0]])
            )
        found[fitting[0]] = path
    return found


def _copy(path: Path, target: Path, report: Report, cancel: CancelToken) -> None:
    total, done = path.stat().st_size, 0
    with path.open("rb") as source, target.open("wb") as copy:
        while block := source.read(_BLOCK):
            cancel.raise_if_set()
            copy.write(block)
            done += len(block)
            report(
                Progress(sentence("Copying {0}", path.name), done // MEGABYTE, total // MEGABYTE)
            )


def _in_place(file: ModelFile, weights_folder: Path, target: Path) -> bool:
    """Tell whether a file is there already and undamaged; the check is to find it at target."""
    path = model_files.found_file(file, weights_folder)
    if path is None:
        return False
    expected = file.sha256 or model_files.recorded_hash(path)
    if expected is not None and model_files.hash_of(path) != expected:
        return False
    if path == weights_folder / file.name:
        _link(path, target)
    return True


def _link(path: Path, target: Path) -> None:
    try:
        os.link(path, target)
    except OSError:  # a file system without links
        shutil.copyfile(path, target)


def _check_hash(info: ModelInfo, file: ModelFile, path: Path, brought: Path | None) -> None:
    """Compare with the hash that is known, and record it."""
    found = model_files.hash_of(path)
    if file.sha256 is not None and found != file.sha256:
        reason = "it has other bytes than the file that was published"
        raise ModelFileRefused(info.name, brought or file.url, reason)
    model_files.write_record(path, found)


def _check_layout(name: str, scratch: Path, brought: Iterable[Path], cancel: CancelToken) -> None:
    """Load the model from the scratch folder, in a worker, and run it once."""
    what = " and ".join(map(str, brought)) or "What was downloaded"
    with worker_pool(1) as pool:
        future = pool.submit_long(check_model, name, scratch)
        try:
            result_of(future, cancel)
        except ModelUnavailable as error:
            reason = str(error.args[1]).replace(f"{scratch}{os.sep}", "")
            raise ModelFileRefused(name, what, reason) from error
        except WorkerFailed as error:
            raise ModelFileRefused(name, what, sentence("loading it crashed")) from error


def _put_in_place(path: Path, target: Path) -> None:
    """Move a file and its record; a kill in between leaves a file without a record at worst."""
    target.parent.mkdir(parents=True, exist_ok=True)
    record = model_files.record_of(target)
    record.unlink(missing_ok=True)
    path.replace(target)
    model_files.record_of(path).replace(record)
