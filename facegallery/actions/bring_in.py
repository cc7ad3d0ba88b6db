"""Bring in all names and decisions of another library, or of this one as it was, from a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from facegallery.actions.details import clean_birth_date
from facegallery.actions.names_match import Match, match
from facegallery.actions.people import clean_name
from facegallery.actions.perform import count
from facegallery.catalog import (
    assignments,
    differences,
    faces,
    groups,
    mirror_photos,
    people,
    photos,
    presences,
    same_faces,
)
from facegallery.catalog.found_again import KnownFace
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NotPossible
from facegallery.domain.face import DetectedFace
from facegallery.domain.names import DecidedFace, Found, NamedPerson, Names
from facegallery.domain.person import REJECTED
from facegallery.domain.words import sentence


@dataclass(slots=True)
class BringIn:
    """Add to the library what a file of names says, as far as its photos are here.

    What was said here stays where the file says something else: nothing is ever lost. Somebody of
    the same name is the same person, unless faces say otherwise. apart: people of the file, by id,
    who are nobody of this library. found: what was brought in, once it was done.
    """

    names: Names
    apart: frozenset[int] = frozenset()
    found: Found = field(default_factory=Found, init=False)

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action. Raises NotPossible where all of it is known already."""
        same = match(db, self.names, self.apart)
        self.found = same.found(self.names)
        work = _Work(db, self.names, same)
        work.add_people()
        work.make_faces()
        work.give_faces()
        work.mark_photos()
        work.state_facts()
        if not work.changed:
            raise NotPossible(words_for_nothing(self.found))
        return words_for(self.found)


@dataclass(slots=True)
class _Work:
    """One file that is brought in. people: of the file (id) -> of the library.

    faces: every face of the file that is here, by its id in the file.
    """

    db: Catalog
    names: Names
    same: Match
    changed: bool = False
    people: dict[int, int] = field(default_factory=dict)
    faces: dict[int, KnownFace] = field(default_factory=dict)

    def add_people(self) -> None:
        """Make who is new, and add to the others what was not known of them."""
        for person in self.names.people:
            if person.id not in self.same.people:
                continue
            number = self.same.people[person.id]
            if number is None:
                number = people.add(self.db, clean_name(person.name))
                people.set_hidden(self.db, number, hidden=person.hidden)
                self.changed = True
            self.people[person.id] = number
            self._describe(person, number)
        apart = {
            tuple(sorted((self.people[person.id], self.people[other])))
            for person in self.names.people
            for other in person.different_from
            if person.id in self.people and other in self.people
        }
        for one, other in sorted(apart - differences.people(self.db)):
            differences.tell_people_apart(self.db, one, other)
            self.changed = True

    def _describe(self, person: NamedPerson, number: int) -> None:
        known = people.row(self.db, number)
        born = _birth_date(person)
        if born is not None and known["birth_date"] is None:
            people.set_birth_date(self.db, number, born)
            self.changed = True
        notes = person.notes.strip()
        if notes and notes not in known["notes"]:
            both = [text for text in (known["notes"], notes) if text]
            people.set_notes(self.db, number, "\n\n".join(both))
            self.changed = True
        if person.favourite and not known["favourite"]:
            people.set_favourite(self.db, number, favourite=True)
            self.changed = True
        also = people.other_names(self.db, number).get(number, ())
        wanted = [clean_name(name) for name in (person.name, *person.other_names)]
        more = [name for name in wanted if name not in (*also, known["name"])]
        if more:
            people.set_other_names(self.db, number, [*also, *more])
            self.changed = True

    def make_faces(self) -> None:
        """Give a box to faces that no detector has found here; the next scan embeds them."""
        self.faces = dict(self.same.faces)
        for photo_id, face in self.same.missing:
            if face.is_face and not face.drawn and face.person not in self.people:
                continue
            face_id = faces.add_undetected(self.db, photo_id, _detected(face), drawn=face.drawn)
            self.faces[face.id] = KnownFace(face_id, face.box, True, False, None)
            self.changed = True

    def give_faces(self) -> None:
        """Confirm, reject and mark faces, where nothing else was said of them here."""
        confirmed: dict[int, list[int]] = {}
        rejected: dict[int, list[int]] = {}
        no_faces: list[int] = []
        hidden: list[int] = []
        refused = set(assignments.rejections(self.db))
        for face in self._decided():
            known = self.faces[face.id]
            if not face.is_face and known.is_face and known.person is None:
                no_faces.append(known.id)
            if face.hidden and face.person is known.person is None and not known.hidden:
                hidden.append(known.id)
            whose = self.people.get(face.person) if face.person is not None else None
            if whose is not None and known.is_face and known.person is None:
                if (known.id, whose) in refused:
                    whose = None
                else:
                    confirmed.setdefault(whose, []).append(known.id)
            for number in face.rejected:
                other = self.people.get(number)
                if other not in (None, whose, known.person) and (known.id, other) not in refused:
                    rejected.setdefault(other, []).append(known.id)
        self._write(confirmed, rejected, no_faces, hidden)

    def _decided(self) -> Iterable[DecidedFace]:
        for photo in self.names.photos:
            yield from (face for face in photo.faces if face.id in self.faces)

    def _write(
        self,
        confirmed: Mapping[int, list[int]],
        rejected: Mapping[int, list[int]],
        no_faces: list[int],
        hidden: list[int],
    ) -> None:
        for person_id, face_ids in confirmed.items():
            assignments.confirm(self.db, face_ids, person_id)
        for person_id, face_ids in rejected.items():
            assignments.put(self.db, dict.fromkeys(face_ids), person_id, REJECTED)
        faces.mark(self.db, no_faces, "is_face", value=False)
        assignments.end(self.db, no_faces)
        faces.mark(self.db, hidden, "hidden", value=True)
        given = [face_id for face_ids in confirmed.values() for face_id in face_ids]
        groups.take_out(self.db, given + no_faces)
        self._choose_covers()
        self.changed = self.changed or bool(given or rejected or no_faces or hidden)

    def _choose_covers(self) -> None:
        """Give those who are new the face that stands for them in the file."""
        for person in self.names.people:
            number = self.people.get(person.id)
            if self.same.people.get(person.id, 0) is None and person.cover in self.faces:
                face_id = self.faces[person.cover].id
                if number is not None and self._is_of(face_id, number):
                    people.set_cover(self.db, number, face_id)

    def _is_of(self, face_id: int, person_id: int) -> bool:
        return assignments.confirmed_person(self.db, face_id) == person_id

    def mark_photos(self) -> None:
        """Note who is there unseen, and which photos are hidden, favourites, or mirrors."""
        twice = mirror_photos.ids(self.db)
        marks = photos.marks(self.db, self.same.photos.values())
        present = presences.listed(self.db)
        for position, photo_id in self.same.photos.items():
            photo = self.names.photos[position]
            if photo.twice and photo_id not in twice:
                mirror_photos.add(self.db, photo_id)
                self.changed = True
            hidden, favourite = marks[photo_id]
            if photo.hidden and not hidden:
                photos.set_hidden(self.db, [photo_id], hidden=True)
                self.changed = True
            if photo.favourite and not favourite:
                photos.set_favourite(self.db, [photo_id], favourite=True)
                self.changed = True
            for number in photo.present:
                whose = self.people.get(number)
                if whose is not None and (photo_id, whose) not in present:
                    presences.add(self.db, [photo_id], whose)
                    self.changed = True

    def state_facts(self) -> None:
        """Note which faces without a name are different people, and which are one."""
        known = {frozenset(sides) for sides in differences.faces(self.db)}
        for sides in self.names.different:
            here = [frozenset(self._here(side)) for side in sides]
            here = [side for side in here if side]
            if len(here) > 1 and frozenset(here) not in known:
                differences.tell_faces_apart(self.db, [sorted(side) for side in here])
                self.changed = True
        alike = same_faces.one_person(same_faces.pairs(self.db))
        for one in self.names.same:
            together = set(self._here(one))
            if len(together) > 1 and not any(together <= known for known in alike):
                same_faces.call_same(self.db, together)
                self.changed = True

    def _here(self, face_ids: Iterable[int]) -> list[int]:
        return [self.faces[face_id].id for face_id in face_ids if face_id in self.faces]


def words_for(found: Found) -> str:
    """Say what was brought in, and what was not."""
    words = sentence("Brought in {0} with {1}", _people(found), _faces(found))
    missing = found.photos_in_file - found.photos
    if not missing:
        return words
    return sentence("{0}; {1} of the file are not in this library", words, count(missing, "photo"))


def words_for_nothing(found: Found) -> str:
    """Say why a file changed nothing."""
    if found.photos_in_file and not found.photos:
        return sentence(
            "None of the photos in the file are in this library. Add their folder and scan it "
            "first, then bring in the file again."
        )
    return sentence("All that the file says of photos in this library is known already.")


def _people(found: Found) -> str:
    number = found.new + found.joined
    return sentence("1 person") if number == 1 else sentence("{0} people", f"{number:,}")


def _faces(found: Found) -> str:
    return count(found.faces + found.made, "face")


def _birth_date(person: NamedPerson) -> str | None:
    try:
        return clean_birth_date(person.birth_date) if person.birth_date else None
    except NotPossible:  # a file from elsewhere may hold anything
        return None


def _detected(face: DecidedFace) -> DetectedFace:
    landmarks = np.array(face.landmarks, np.float32).reshape(5, 2)
    return DetectedFace(face.box, landmarks, face.score, face.quality)
