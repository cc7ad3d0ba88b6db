"""Taking several people apart who were one group or one person; the answer is kept for good."""

from collections.abc import Sequence
from dataclasses import dataclass

from facegallery.actions.people import Who, clean_name, refuse_taken
from facegallery.actions.perform import count
from facegallery.catalog import assignments, differences, groups, people, same_faces
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NotPossible
from facegallery.domain.person import CONFIRMED
from facegallery.domain.words import sentence, together


@dataclass(frozen=True, slots=True)
class Split:
    """Take a group or person apart: the first part stays who it is, each other is somebody else.

    parts: face ids of each part; faces of theirs that are in no part stay with the first.
    names: for the other parts, in order; a part without a name (None, or not given) is a group.
    new: give names also where somebody has them already. The parts never come together again, by
    whatever model, unless the user merges them.
    """

    who: Who
    parts: tuple[tuple[int, ...], ...]
    names: tuple[str | None, ...] = ()
    new: bool = False

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        card = self.who.card(db)
        stays, *others = self._sides(db)
        names = [name if name is None else clean_name(name) for name in self.names]
        names += [None] * (len(others) - len(names))
        same_faces.forget(db, [stays, *others])
        for part in (stays, *others) if self.who.kind == "group" else others:
            differences.forget_faces(db, part)
            same_faces.call_same(db, part)
        if self.who.kind == "group":
            differences.tell_faces_apart(db, [stays, *others])
        elif len(others) > 1:
            differences.tell_faces_apart(db, others)
        for part, name in zip(others, names, strict=True):
            self._take_out(db, part)
            if name is None:
                groups.make(db, groups.next_id(db), part)
            else:
                self._name(db, part, name)
        taken = together(
            name or sentence("a group of {0}", count(len(part), "face"))
            for part, name in zip(others, names, strict=True)
        )
        return sentence("Took {0} apart from {1}", taken, card.name or sentence("a group"))

    def _sides(self, db: Catalog) -> list[list[int]]:
        """Return the parts with all faces in one of them; raise where that is not possible."""
        mine = (
            groups.face_ids(db, self.who.number)
            if self.who.kind == "group"
            else assignments.face_ids(db, self.who.number, CONFIRMED)
        )
        given = [list(dict.fromkeys(part)) for part in self.parts]
        every = [face_id for part in given for face_id in part]
        if len(given) < 2 or not all(given) or len(set(every)) < len(every):
            raise NotPossible(
                sentence("A split needs two parts or more, and each face in one of them.")
            )
        strange = sorted(set(every) - set(mine))
        if strange:
            raise NotPossible(sentence("Face {0} is not one of {1}'s.", strange[0], self.who))
        if len(self.names) >= len(given):
            raise NotPossible(
                sentence("The first part stays who it is; names are for the other parts.")
            )
        return [[*given[0], *sorted(set(mine) - set(every))], *given[1:]]

    def _take_out(self, db: Catalog, part: Sequence[int]) -> None:
        groups.take_out(db, part)
        if self.who.kind == "person":
            assignments.reject(db, part, self.who.number)

    def _name(self, db: Catalog, part: Sequence[int], name: str) -> None:
        if not self.new:
            refuse_taken(db, name, None)
        person_id = people.add(db, name)
        assignments.confirm(db, part, person_id)
        if self.who.kind == "person":
            differences.tell_people_apart(db, self.who.number, person_id)
