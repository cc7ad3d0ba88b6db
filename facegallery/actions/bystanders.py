"""Hide everybody without a name in photos, in one go: bystanders. They can all come back."""

from dataclasses import dataclass
from pathlib import Path

from facegallery.actions.perform import count
from facegallery.catalog import faces, unnamed
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NotPossible
from facegallery.domain.words import sentence


@dataclass(frozen=True, slots=True)
class HideUnnamed:
    """Hide all faces without a name in photos, or show them again (hidden=False).

    photo_ids: the photos; folder: in their place, all photos below it. Who may be somebody known is
    not hidden: that is a question of its own.
    """

    photo_ids: tuple[int, ...] = ()
    folder: Path | None = None
    hidden: bool = True

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        if self.folder is None:
            found = unnamed.in_photos(db, self.photo_ids, hidden=not self.hidden)
        else:
            found = unnamed.below(db, self.folder, hidden=not self.hidden)
        if not found.face_ids:
            raise NotPossible(
                sentence("Nobody without a name is to be seen there.")
                if self.hidden
                else sentence("Nobody is hidden there.")
            )
        faces.mark(db, found.face_ids, "hidden", value=self.hidden)
        many, where = count(len(found.face_ids), "face"), count(found.photos, "photo")
        if not self.hidden:
            return sentence("Showed {0} without a name in {1} again", many, where)
        said = sentence("Hid {0} without a name in {1}", many, where)
        if not found.maybe:
            return said
        return sentence("{0}; {1} that may be somebody you know stay", said, f"{found.maybe:,}")


@dataclass(frozen=True, slots=True)
class ShowFaces:
    """Show faces again that were hidden."""

    face_ids: tuple[int, ...]

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        faces.mark(db, self.face_ids, "hidden", value=False)
        return sentence("Showed {0} again", count(len(self.face_ids), "face"))
