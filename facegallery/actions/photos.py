"""Actions on photos: hide, say who is there unseen, draw a face that no detector has found."""

from dataclasses import dataclass

from facegallery.actions.people import Who, clean_name, refuse_taken
from facegallery.actions.perform import count
from facegallery.catalog import faces, people, photos, presences
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NoSuchFace, NotPossible
from facegallery.domain.face import DetectedFace
from facegallery.domain.words import sentence


@dataclass(frozen=True, slots=True)
class HidePhotos:
    """Hide photos among the others, or show them again (hidden=False). Nothing is lost."""

    photo_ids: tuple[int, ...]
    hidden: bool = True

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        _known(db, self.photo_ids)
        photos.set_hidden(db, self.photo_ids, hidden=self.hidden)
        number = count(len(self.photo_ids), "photo")
        return sentence("Hid {0}", number) if self.hidden else sentence("Showed {0} again", number)


@dataclass(frozen=True, slots=True)
class BeThere:
    """Say that a person is in photos whose face cannot be seen there, or no longer (there=False).

    name: of a new person, in place of person_id; new: though somebody has this name already.
    """

    photo_ids: tuple[int, ...]
    person_id: int | None = None
    name: str = ""
    new: bool = False
    there: bool = True

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        _known(db, self.photo_ids)
        person_id = self.person_id
        if person_id is None:
            name = clean_name(self.name)
            if not self.new:
                refuse_taken(db, name, None)
            person_id = people.add(db, name)
        name = str(Who("person", person_id).card(db).name)
        where = count(len(self.photo_ids), "photo")
        if self.there:
            presences.add(db, self.photo_ids, person_id)
            return sentence("Noted that {0} is in {1} without a visible face", name, where)
        presences.remove(db, self.photo_ids, person_id)
        return sentence("Noted that {0} is not in {1}", name, where)


@dataclass(frozen=True, slots=True)
class DrawFace:
    """Add a face that the user drew. face: as a worker saw it; recognizer: whose embedding."""

    photo_id: int
    face: DetectedFace
    recognizer: str

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        _known(db, (self.photo_id,))
        faces.add_drawn(db, self.photo_id, self.face, self.recognizer)
        return sentence("Drew a face")


@dataclass(frozen=True, slots=True)
class RedrawFace:
    """Move the box of a face, or make it larger or smaller; its name stays."""

    face_id: int
    face: DetectedFace
    recognizer: str

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        known = faces.by_id(db, self.face_id)
        if known is None:
            raise NoSuchFace(self.face_id)
        faces.redraw(db, self.face_id, self.face, self.recognizer)
        whose = known.person_name if known.state == "confirmed" else None
        if whose is None:
            return sentence("Moved the box of a face")
        return sentence("Moved the box of {0}", whose)


def _known(db: Catalog, photo_ids: tuple[int, ...]) -> None:
    if not photo_ids:
        raise NotPossible(sentence("No photo was chosen."))
    for photo_id in photo_ids:
        if photos.by_id(db, photo_id) is None:
            raise NotPossible(sentence("There is no photo {0}.", photo_id))
