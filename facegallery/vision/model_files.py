"""Where the files of models are on this machine, and whether they are what they should be."""

import hashlib
import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.words import sentence
from facegallery.vision.installed_files import installed_file
from facegallery.vision.model_info import ModelFile, ModelInfo

_BLOCK = 1 << 20


def is_installed(info: ModelInfo, weights_folder: Path) -> bool:
    """Tell whether a model can work here: its packages and all of its files are there."""
    return _missing_packages(info) is None and not missing_files(info, weights_folder)


def missing_files(info: ModelInfo, weights_folder: Path) -> list[ModelFile]:
    """Return the files of a model that are not on this machine."""
    return [file for file in info.files if found_file(file, weights_folder) is None]


def found_file(file: ModelFile, weights_folder: Path) -> Path | None:
    """Return where a file is, None where it is not on this machine.

    Looked for in its package, in weights_folder, and where keras-vggface or deepface themselves
    would have put it.
    """
    packaged = installed_file(*file.inside) if file.inside is not None else None
    if packaged is not None:
        return packaged
    for folder in (weights_folder, _keras_vggface_cache(), _deepface_home()):
        path = folder / file.name
        if path.is_file():
            return path
    return None


def require(info: ModelInfo, weights_folder: Path) -> None:
    """Raise ModelUnavailable, with what to do, where a model cannot work here; reads no file."""
    require_packages(info)
    files = missing_files(info, weights_folder)
    if files:
        names = " and ".join(Path(file.name).name for file in files)
        raise ModelUnavailable(
            info.name,
            sentence(
                "its weights, {0}, are not on this machine; Settings in the window, or "
                "facegallery models install {1}, fetches them",
                names,
                info.name,
            ),
        )


def require_packages(info: ModelInfo) -> None:
    """Raise ModelUnavailable, with the pip command, where a model's packages are missing."""
    packages = _missing_packages(info)
    if packages is not None:
        raise ModelUnavailable(info.name, sentence("it needs {0}", packages))


def checked_files(info: ModelInfo, weights_folder: Path) -> list[Path]:
    """Return the files of a model, each with the bytes it should have.

    That is: those known to us, else those of its first installation. Raises ModelUnavailable.
    """
    require(info, weights_folder)
    paths: list[Path] = []
    for file in info.files:
        path = found_file(file, weights_folder)
        assert path is not None  # require has seen it
        expected = file.sha256 or recorded_hash(path)
        if expected is not None and hash_of(path) != expected:
            raise ModelUnavailable(
                info.name,
                sentence(
                    "{0} has been damaged or changed since it was installed; remove and "
                    "install it in Settings in the window, or with facegallery models install "
                    "{1}",
                    path,
                    info.name,
                ),
            )
        paths.append(path)
    return paths


def hash_of(path: Path, step: Callable[[int], None] = lambda _size: None) -> str:
    """Return the SHA-256 of a file, in hexadecimal. step: told the bytes of each part read."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            step(len(block))
    return digest.hexdigest()


def record_of(path: Path) -> Path:
    """Return the file beside a file of weights that its hash is recorded in."""
    return path.with_name(f"{path.name}.sha256")


def recorded_hash(path: Path) -> str | None:
    """Return the hash recorded at the first installation, None for a file that others brought."""
    try:
        return record_of(path).read_text(encoding="ascii").split()[0]
    except (OSError, IndexError):
        return None


def write_record(path: Path, sha256: str) -> None:
    """Record the hash of a file beside it, in the format of sha256sum."""
    record_of(path).write_text(f"{sha256}  {path.name}\n", encoding="ascii")


def _missing_packages(info: ModelInfo) -> str | None:
    """Return in words what has to be installed with pip for a model, None for nothing."""
    if any(find_spec(name) is None for name in info.extra_modules):
        return sentence('the extra "{0}": pip install "facegallery[{0}]"', info.extra)
    missing = [name for name in info.modules if find_spec(name) is None]
    return sentence("other packages: pip install {0}", " ".join(missing)) if missing else None


def _keras_vggface_cache() -> Path:
    """Return the folder that keras.utils.get_file fills for keras-vggface."""
    keras = os.environ.get("KERAS_HOME")
    return (Path(keras) if keras else Path.home() / ".keras") / "models" / "vggface"


def _deepface_home() -> Path:
    """Return what deepface takes for its home where nobody tells it otherwise."""
    home = os.environ.get("DEEPFACE_HOME")
    return Path(home) if home else Path.home()
