"""What suggestions found likely, in a file beside the catalog: a cache, safe to delete."""

import logging
from dataclasses import asdict, fields
from typing import Any
from zipfile import BadZipFile

import numpy as np

from facegallery.catalog.face_matrix import FaceMatrix
from facegallery.grouping.kept import Kept

log = logging.getLogger(__name__)

_BASIS = "basis"


class KeptLikeness:
    """The file of one model; `kept` is what it holds, or nothing where it rests on other things.

    basis: what likeness rests on beside the faces; with a replaced embedding nothing holds.
    """

    def __init__(self, matrix: FaceMatrix, basis: str) -> None:
        self._file = matrix.file("likely.npz")
        self._basis = f"{basis} {matrix.last_change}"
        self.kept = self._loaded()

    def save(self) -> None:
        """Write what is kept now; without room on the disk all is compared again next time."""
        arrays: dict[str, Any] = {_BASIS: np.array(self._basis)}
        arrays |= {
            f"{part}.{name}": value
            for part, values in asdict(self.kept).items()
            for name, value in values.items()
        }
        unfinished = self._file.with_suffix(".new")
        try:
            with unfinished.open("wb") as opened:
                np.savez(opened, allow_pickle=False, **arrays)
            unfinished.replace(self._file)
        except OSError as error:
            log.warning("what was found likely could not be kept: %s", error)

    def _loaded(self) -> Kept:
        kept = Kept()
        try:
            with np.load(self._file) as found:
                if str(found[_BASIS]) != self._basis:
                    return Kept()
                for part in fields(kept):
                    values = getattr(kept, part.name)
                    for one in fields(values):
                        value = found[f"{part.name}.{one.name}"]
                        setattr(values, one.name, value if value.ndim else float(value))
        except (OSError, EOFError, ValueError, KeyError, BadZipFile):
            return Kept()
        return kept
