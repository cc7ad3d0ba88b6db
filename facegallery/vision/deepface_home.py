"""Models of the deepface package, built from files that are on this machine, never downloaded."""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.words import sentence
from facegallery.vision.model_files import found_file
from facegallery.vision.model_info import ModelFile, ModelInfo


def build(task: str, info: ModelInfo, weights_folder: Path) -> Any:
    """Return deepface's own object for one of its models.

    task: "facial_recognition" or "face_detector". info: its files must be on this machine, for
    deepface downloads what it does not find. Raises ModelUnavailable where it cannot be built.
    """
    # On ONNX Runtime: quick to start, and no second copy of TensorFlow's Keras.
    os.environ["DEEPFACE_BACKEND_ENGINE"] = "onnx"
    for package in ("DEEPFACE", "RETINAFACE"):
        os.environ.setdefault(f"{package}_LOG_LEVEL", str(logging.ERROR))
    for file in info.files:
        _bring_home(info, file, weights_folder)
    name = info.name.partition(":")[2]
    try:
        with _home(weights_folder):
            return import_module("deepface.modules.modeling").build_model(task, name)
    except Exception as error:  # whatever its many libraries raise: a file that does not fit, ...
        reason = " ".join(str(error).split()) or type(error).__name__
        reason = reason.partition(".This might")[0].rstrip(".")  # what it advises is not ours
        raise ModelUnavailable(info.name, sentence("deepface says: {0}", reason)) from error


def device_of(model: Any) -> str:
    """Return what a model of deepface's runs on, for people to read."""
    session: Any = getattr(model, "model", None)  # of ONNX Runtime, or dlib's network
    provider = str(session.get_providers()[0]) if hasattr(session, "get_providers") else "CPU"
    name = provider.removesuffix("ExecutionProvider")
    return name if name == "CPU" else f"GPU, {name}"


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    """Have deepface take a folder for its home, while it lasts; it reads files only then."""
    before = os.environ.get("DEEPFACE_HOME")
    os.environ["DEEPFACE_HOME"] = str(folder)
    try:
        yield
    finally:
        del os.environ["DEEPFACE_HOME"]
        if before is not None:
            os.environ["DEEPFACE_HOME"] = before


def _bring_home(info: ModelInfo, file: ModelFile, weights_folder: Path) -> None:
    """Have a file where deepface looks for it: a link, or a copy where there are no links."""
    home = weights_folder / file.name
    if home.is_file():
        return
    path = found_file(file, weights_folder)
    if path is None:
        raise ModelUnavailable(info.name, sentence("{0} is missing", file.name))
    home.parent.mkdir(parents=True, exist_ok=True)
    home.unlink(missing_ok=True)  # a link to what is no longer there
    temporary = home.with_name(f"{home.name}.{os.getpid()}")
    with suppress(FileExistsError):
        try:
            temporary.symlink_to(path)
        except OSError:
            shutil.copyfile(path, temporary)
        temporary.replace(home)
