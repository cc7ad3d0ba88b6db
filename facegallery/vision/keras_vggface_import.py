"""keras-vggface, as it is, on today's TensorFlow.

keras-vggface 0.6 (2019) asks for modules of the Keras of its time. tf_keras is that Keras, kept
alive; it only has other names. So while keras-vggface is imported, `keras` and the modules it
asks for are answered from tf_keras; afterwards every name means again what it meant before.
Only its download of files is answered by us: from a folder, never from the network.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from facegallery.domain.errors import ModelUnavailable
from facegallery.domain.words import sentence

_FOLDER: ContextVar[Path] = ContextVar("folder of keras-vggface's files")


class KerasVggface(NamedTuple):
    """The package's two modules that we use.

    vggface: VGGFace(...). utils: preprocess_input(...), and decode_predictions(...), which needs
    files_from around it.
    """

    vggface: ModuleType
    utils: ModuleType


def keras_vggface(model: str) -> KerasVggface:
    """Return the package; raises ModelUnavailable for `model` where it cannot be imported.

    The first call imports TensorFlow: some seconds and about 500 MB.
    """
    try:
        with _old_keras():
            return KerasVggface(
                import_module("keras_vggface.vggface"), import_module("keras_vggface.utils")
            )
    except ImportError as error:
        raise ModelUnavailable(
            model, sentence("keras-vggface cannot be imported ({0})", error)
        ) from error


@contextmanager
def files_from(folder: Path) -> Iterator[None]:
    """Let the package read the files it would download from this folder, while it lasts."""
    before = _FOLDER.set(folder)
    try:
        yield
    finally:
        _FOLDER.reset(before)


def _get_file(name: str, _url: str, cache_subdir: str = "") -> str:  # noqa: ARG001
    """Answer keras.utils.get_file: the path of a file that is there, nothing is downloaded."""
    return str(_FOLDER.get() / name)


@contextmanager
def _old_keras() -> Iterator[None]:
    """Answer imports of keras and keras_applications from tf_keras, while it lasts."""
    names = _answers()
    before = {name: sys.modules.get(name) for name in names}
    sys.modules.update(names)
    try:
        yield
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


def _answers() -> dict[str, ModuleType]:
    """Return what keras-vggface imports, by the name it uses."""
    import tf_keras
    from tf_keras.src.applications.imagenet_utils import obtain_input_shape
    from tf_keras.src.utils import layer_utils

    utils = _module("keras.utils", layer_utils=layer_utils)
    answers = [
        _module("keras.engine.topology", get_source_inputs=tf_keras.utils.get_source_inputs),
        _module("keras.utils.data_utils", get_file=_get_file),
        _module("keras.engine"),
        _module("keras_applications"),
        _module("keras_applications.imagenet_utils", _obtain_input_shape=obtain_input_shape),
        utils,
    ]
    parts = {"layers": tf_keras.layers, "models": tf_keras.models, "backend": tf_keras.backend}
    return {
        "keras": _module("keras", utils=utils, **parts),
        **{f"keras.{name}": part for name, part in parts.items()},
        **{module.__name__: module for module in answers},
    }


def _module(name: str, **contents: object) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(contents)
    return module
