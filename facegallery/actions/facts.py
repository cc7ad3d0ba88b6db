"""Facts that the user states: different people, the same person twice in a photo, not sure."""

from dataclasses import dataclass
from itertools import combinations

from facegallery.actions.people import Who
from facegallery.actions.perform import count
from facegallery.catalog import (
    assignments,
    differences,
    faces,
    groups,
    likely,
    mirror_photos,
    put_aside,
    same_faces,
)
from facegallery.catalog.library import Catalog
from facegallery.catalog.put_aside import Aside, QuestionKind
from facegallery.domain.errors import NoSuchFace, NotPossible
from facegallery.domain.words import sentence, together


@dataclass(frozen=True, slots=True)
class Different:
    """Say that people and groups are all different people; kept for good, never asked again."""

    who: tuple[Who, ...]

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        chosen = list(dict.fromkeys(self.who))
        if len(chosen) < 2:
            raise NotPossible(sentence("It takes two people or groups to be different."))
        cards = [who.card(db) for who in chosen]
        members = {who: groups.face_ids(db, who.number) for who in chosen if who.kind == "group"}
        for one, other in combinations(chosen, 2):
            if one.kind == other.kind == "person":
                differences.tell_people_apart(db, one.number, other.number)
            elif one.kind != other.kind:
                person, group = (one, other) if one.kind == "person" else (other, one)
                assignments.reject(db, members[group], person.number)
                likely.part(db, group.number, None, person.number)
            else:
                likely.part(db, one.number, other.number, None)
        if len(members) > 1:
            same_faces.forget(db, members.values())
            differences.tell_faces_apart(db, list(members.values()))
        named = [
            card.name or sentence("a group of {0}", count(card.faces, "face")) for card in cards
        ]
        return sentence("Noted that {0} are different people", together(named))


@dataclass(frozen=True, slots=True)
class SameInPhoto:
    """Say that photos may show one person more than once, or that they may not (right=False).

    face_ids: faces of these photos.
    """

    face_ids: tuple[int, ...]
    right: bool = True

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        photo_ids: dict[int, None] = {}
        for face_id in self.face_ids:
            face = faces.by_id(db, face_id)
            if face is None:
                raise NoSuchFace(face_id)
            photo_ids[face.photo_id] = None
        if not photo_ids:
            raise NotPossible(sentence("No face was chosen."))
        change = mirror_photos.add if self.right else mirror_photos.remove
        for photo_id in photo_ids:
            change(db, photo_id)
        which = sentence("a photo") if len(photo_ids) == 1 else count(len(photo_ids), "photo")
        if self.right:
            return sentence("Noted that {0} may show one person more than once", which)
        if len(photo_ids) == 1:
            return sentence("Noted that {0} shows each person once", which)
        return sentence("Noted that {0} show each person once", which)


@dataclass(frozen=True, slots=True)
class NotSure:
    """Put a question aside until there is more to go by; see catalog.put_aside.Aside.

    face_ids: one for each thing that is put aside, such as the faces of a row.
    """

    kind: QuestionKind
    face_ids: tuple[int, ...]
    faces: int
    likeness: float | None = None
    other_id: int | None = None
    person_id: int | None = None

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        if not self.face_ids:
            raise NotPossible(sentence("There is nothing to put aside."))
        for face_id in self.face_ids:
            put_aside.add(
                db,
                Aside(self.kind, face_id, self.other_id, self.person_id, self.faces, self.likeness),
            )
        return sentence("Put a question aside")
