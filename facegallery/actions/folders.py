"""Actions on the folders of the library: leave a part of one out, and let it in again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from facegallery.actions.perform import count
from facegallery.catalog import files, folders, left_out
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NotInLibrary, NotPossible
from facegallery.domain.words import sentence


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Leave folders out of the library, with all below them, or single files.

    Nothing is written where they are, and what is known of their photos is kept. Undone, the next
    scan finds them again. kind: "folder" or "file", of all of them.
    """

    paths: Sequence[Path]
    kind: str

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action. Raises NotInLibrary, and NotPossible for a whole root."""
        for path in self.paths:
            _refuse_strange(db, path)
            left_out.add(db, str(path), self.kind)
            files.forget_all(db, [row[0] for row in files.at_or_below(db, str(path))])
        return sentence("{0} left out", _words(self.paths, self.kind))


@dataclass(frozen=True, slots=True)
class LetIn:
    """Take back that paths are left out; the next scan finds them again."""

    paths: Sequence[Path]

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action. Raises NotPossible where nothing of it is left out."""
        if not left_out.take_back(db, [str(path) for path in self.paths]):
            raise NotPossible(sentence("{0} was not left out.", _words(self.paths, "path")))
        return sentence("{0} let in again", _words(self.paths, "path"))


def _refuse_strange(db: Catalog, path: Path) -> None:
    for folder in folders.listed(db):
        root = Path(folder.path)
        if root == path:
            raise NotPossible(
                sentence(
                    "{0} is a whole folder of the library: remove it instead. Folders in the "
                    "window, or facegallery remove-folder, does, and keeps the names.",
                    path,
                )
            )
        if root in path.parents:
            return
    raise NotInLibrary(str(path))


def _words(paths: Sequence[Path], kind: str) -> str:
    return paths[0].name if len(paths) == 1 else count(len(paths), kind)
