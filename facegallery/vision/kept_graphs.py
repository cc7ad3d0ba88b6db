"""Networks as ONNX Runtime takes them, kept on disk: making them takes a worker a second."""

import hashlib
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from facegallery.paths import cache_folder

log = logging.getLogger(__name__)

CONVERSION = 1
"""Of onnx_layers and mtcnn_networks together. To be raised with every change of what they make,
or the graphs of before stay in use; the tests compare these with the code."""

_ENDING = ".onnx"
_HASH = hashlib.sha256
_HASH_BYTES = 32


def kept_graph(name: str, source_sha256: str, make: Callable[[], bytes]) -> bytes:
    """Return a network's graph: as kept, else as `make` returns it, which is then kept.

    source_sha256: of the file that it is made of. A file that is torn, or somebody else's, is made
    anew; where nothing can be written, each process makes its own.
    """
    folder = cache_folder() / "networks"
    key = _HASH(f"{CONVERSION} {source_sha256}".encode()).hexdigest()[:16]
    path = folder / f"{name}-{key}{_ENDING}"
    graph = _read(path)
    if graph is None:
        graph = make()
        _keep(graph, path)
        _forget_others(path, name)
    return graph


def _read(path: Path) -> bytes | None:
    """Return what _keep has written; None where it is missing or not whole."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    graph = content[_HASH_BYTES:]
    return graph if _HASH(graph).digest() == content[:_HASH_BYTES] else None


def _keep(graph: bytes, path: Path) -> None:
    """Write a graph behind its hash. Workers that start together may all do so: the last stays."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=path.parent, suffix=".draft")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(_HASH(graph).digest() + graph)
            Path(draft).replace(path)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:  # a full or read-only disk; on Windows, one who reads it just now
        log.info("the network was not kept: %s", error)


def _forget_others(path: Path, name: str) -> None:
    """Remove what older versions of the program have kept of a network."""
    for other in path.parent.glob(f"{name}-*{_ENDING}"):
        if other != path:
            try:
                other.unlink()
            except OSError:
                continue
