"""Answers about faces like those that are no faces, and groups like those that are hidden."""

from dataclasses import dataclass

from facegallery.actions.people import Hide, Who
from facegallery.actions.perform import count
from facegallery.catalog import discards, groups
from facegallery.catalog.discards import DiscardKind
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NotPossible
from facegallery.domain.words import sentence


@dataclass(frozen=True, slots=True)
class KeepFaces:
    """Say that faces are faces, or their groups to be shown; kept for good.

    likeness: the user is not sure: it is asked again when they are more alike than that.
    """

    face_ids: tuple[int, ...]
    kind: DiscardKind
    likeness: float | None = None

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        if not self.face_ids:
            raise NotPossible(sentence("No face was chosen."))
        discards.keep(db, self.face_ids, self.kind, self.likeness)
        if self.likeness is not None:
            return sentence("Put a question aside")
        number = len(self.face_ids)
        if self.kind == "hide":
            what = count(number, "group")
            return sentence("Noted that {0} like hidden ones are to be shown", what)
        what = count(number, "picture")
        if number == 1:
            return sentence("Noted that {0} is a face", what)
        return sentence("Noted that {0} are faces", what)


@dataclass(frozen=True, slots=True)
class HideGroupsOf:
    """Hide the groups that these faces are in."""

    face_ids: tuple[int, ...]

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        found = groups.of_each(db, self.face_ids)
        who = tuple(Who("group", number) for number in dict.fromkeys(found.values()))
        if not who:
            raise NotPossible(sentence("No face was chosen."))
        return Hide(who).do(db)
