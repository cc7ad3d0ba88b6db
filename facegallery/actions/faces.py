"""Actions on single faces: confirm, reject, move, take out of a group, "not a face"."""

from dataclasses import dataclass

from facegallery.actions.people import Who
from facegallery.actions.perform import count
from facegallery.catalog import assignments, differences, faces, groups, same_faces
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NoSuchFace, NotPossible
from facegallery.domain.face import Face
from facegallery.domain.words import sentence


@dataclass(frozen=True, slots=True)
class Confirm:
    """Say that faces are a person's."""

    face_ids: tuple[int, ...]
    person_id: int

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        name = Who("person", self.person_id).card(db).name
        for face in _faces(db, self.face_ids):
            if face.state == "confirmed" and face.person_id != self.person_id:
                raise NotPossible(
                    sentence(
                        "Face {0} is confirmed as {1}. Move it instead.", face.id, face.person_name
                    )
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
        _faces(db, self.face_ids)
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
        for face in _faces(db, self.face_ids):
            if face.state == "confirmed" and face.person_id not in (None, self.person_id):
                assignments.reject(db, [face.id], face.person_id)
        _give(db, self.face_ids, self.person_id)
        return sentence("Moved {0} to {1}", count(len(self.face_ids), "face"), name)


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take faces out of their group: they are not the person that the others are."""

    face_ids: tuple[int, ...]

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        taken: dict[int, list[int]] = {}
        for face in _faces(db, self.face_ids):
            if face.group_id is None:
                raise NotPossible(sentence("Face {0} is in no group.", face.id))
            taken.setdefault(face.group_id, []).append(face.id)
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
        _faces(db, self.face_ids)
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


def _faces(db: Catalog, face_ids: tuple[int, ...]) -> list[Face]:
    """Return the faces; raise NoSuchFace for the first that is not there."""
    found = faces.by_ids(db, face_ids)
    missing = set(face_ids) - {face.id for face in found}
    if missing:
        raise NoSuchFace(min(missing))
    if not found:
        raise NotPossible(sentence("No face was chosen."))
    return found
