"""Actions on single faces: confirm, reject, move, take out of a group, "not a face"."""

from dataclasses import dataclass

from facegallery.actions.people import Who, refuse_unknown
from facegallery.actions.perform import count
from facegallery.catalog import assignments, differences, faces, groups, people, same_faces
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NotPossible
from facegallery.domain.words import sentence


@dataclass(frozen=True, slots=True)
class Confirm:
    """Say that faces are a person's."""

    face_ids: tuple[int, ...]
    person_id: int

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        name = Who("person", self.person_id).card(db).name
        _check(db, self.face_ids)
        for face_id, person_id in assignments.confirmed_people(db, self.face_ids).items():
            if person_id != self.person_id:
                other = people.row(db, person_id)["name"]
                raise NotPossible(
                    sentence("Face {0} is confirmed as {1}. Move it instead.", face_id, other)
                )
        _give(db, self.face_ids, self.person_id)
        return sentence("Confirmed {0} as {1}", count(len(self.face_ids), "face"), name)


@dataclass(frozen=True, slots=True)
class Reject:
    """Say that faces are not a person's; kept for good."""

    face_ids: tuple[int, ...]
    person_id: int

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        name = Who("person", self.person_id).card(db).name
        _check(db, self.face_ids)
        assignments.reject(db, self.face_ids, self.person_id)
        number = count(len(self.face_ids), "face")
        if len(self.face_ids) == 1:
            return sentence("Noted that {0} is not {1}", number, name)
        return sentence("Noted that {0} are not {1}", number, name)


@dataclass(frozen=True, slots=True)
class Move:
    """Give faces to another person: yes for them, and no for whoever had them confirmed."""

    face_ids: tuple[int, ...]
    person_id: int

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        name = Who("person", self.person_id).card(db).name
        _check(db, self.face_ids)
        assignments.reject_for_holders(db, self.face_ids, but=self.person_id)
        _give(db, self.face_ids, self.person_id)
        return sentence("Moved {0} to {1}", count(len(self.face_ids), "face"), name)


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take faces out of their group: they are not the person that the others are."""

    face_ids: tuple[int, ...]

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        _check(db, self.face_ids)
        group_of = groups.of_each(db, self.face_ids)
        taken: dict[int, list[int]] = {}
        for face_id in self.face_ids:
            if face_id not in group_of:
                raise NotPossible(sentence("Face {0} is in no group.", face_id))
            taken.setdefault(group_of[face_id], []).append(face_id)
        for group_id, chosen in taken.items():
            others = sorted(set(groups.face_ids(db, group_id)) - set(chosen))
            same_faces.forget(db, [chosen, others])
            if others:
                differences.tell_faces_apart(db, [chosen, others])
        groups.take_out(db, self.face_ids)
        return sentence("Took {0} out of the group", count(len(self.face_ids), "face"))


@dataclass(frozen=True, slots=True)
class NotAFace:
    """Say that these are no faces, or that they are after all (is_face=True)."""

    face_ids: tuple[int, ...]
    is_face: bool = False

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        _check(db, self.face_ids)
        faces.mark(db, self.face_ids, "is_face", value=self.is_face)
        if not self.is_face:
            groups.take_out(db, self.face_ids)
            assignments.end(db, self.face_ids)
        said = count(len(self.face_ids), "picture")
        if len(self.face_ids) == 1:
            one = sentence("Noted that {0} is a face", said)
            return one if self.is_face else sentence("Noted that {0} is not a face", said)
        many = sentence("Noted that {0} are faces", said)
        return many if self.is_face else sentence("Noted that {0} are no faces", said)


def _give(db: Catalog, face_ids: tuple[int, ...], person_id: int) -> None:
    assignments.confirm(db, face_ids, person_id)
    faces.mark(db, face_ids, "is_face", value=True)
    groups.take_out(db, face_ids)


def _check(db: Catalog, face_ids: tuple[int, ...]) -> None:
    """Raise where a face is not there, or there is none to begin with."""
    refuse_unknown(db, face_ids)
    if not face_ids:
        raise NotPossible(sentence("No face was chosen."))
