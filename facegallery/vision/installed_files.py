"""Data files of installed packages, found without importing the package, and checked."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.words import sentence


def installed_file(package: str, relative_path: str) -> Path | None:
    """Return a file inside an installed package, None where package or file is missing.

    Only looks the package up: importing mtcnn, for example, would start TensorFlow.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    for folder in spec.submodule_search_locations:
        path = Path(folder) / relative_path
        if path.is_file():
            return path
    return None


def read_checked(model: str, package: str, relative_path: str, sha256: str) -> bytes:
    """Return the bytes of a package's data file whose SHA-256 is the one we know.

    Raises ModelUnavailable for `model` where the file is missing or has other bytes.
    """
    path = installed_file(package, relative_path)
    if path is None:
        raise ModelUnavailable(
            model, sentence("{0} of the package {1} is missing", relative_path, package)
        )
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ModelUnavailable(model, sentence("{0} is damaged or of another version", path))
    return content
