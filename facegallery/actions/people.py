"""Actions on people and groups: name, rename, merge, hide, choose a cover."""

import unicodedata
from dataclasses import dataclass

from facegallery.actions.perform import count
from facegallery.catalog import (
    assignments,
    faces,
    groups,
    likely,
    people,
    presences,
    same_faces,
)
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NameTaken, NoSuchFace, NoSuchPerson, NotPossible
from facegallery.domain.person import Kind, PersonOrGroup

LONGEST_NAME = 200  # characters; more is a slip of the clipboard


@dataclass(frozen=True, slots=True)
class Who:
    """A person or a group, by kind and number: p12 or g34."""

    kind: Kind
    number: int

    def __str__(self) -> str:
        return f"{self.kind[0]}{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Who":
        """Read p12 or g34; raise NoSuchPerson for anything else."""
        number = text[1:]
        if text[:1] in "pg" and number.isascii() and number.isdigit() and len(number) < 16:
            return cls("person" if text[0] == "p" else "group", int(number))
        raise NoSuchPerson(text)

    def card(self, db: Catalog) -> PersonOrGroup:
        """Return what the library knows of them; raise NoSuchPerson where it knows nothing."""
        find = people.person if self.kind == "person" else people.group
        card = find(db, self.number)
        if card is None:
            raise NoSuchPerson(str(self))
        return card


@dataclass(frozen=True, slots=True)
class Name:
    """Name a group, which makes a person of it, or rename a person. Never merges.

    new: make a second person where somebody has this name already; without it NameTaken is raised.
    """

    who: Who
    name: str
    new: bool = False

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        name = clean_name(self.name)
        card = self.who.card(db)
        if not self.new:
            refuse_taken(db, name, self.who)
        if self.who.kind == "person":
            people.rename(db, self.who.number, name)
            return f"{card.name} is now called {name}"
        person_id = people.add(db, name)
        _give_group(db, self.who.number, person_id)
        return f"Named {count(card.faces, 'face')} {name}"


@dataclass(frozen=True, slots=True)
class NameFaces:
    """Confirm chosen faces for a new person of this name."""

    face_ids: tuple[int, ...]
    name: str
    new: bool = False

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        name = clean_name(self.name)
        for face_id in self.face_ids:
            if faces.by_id(db, face_id) is None:
                raise NoSuchFace(face_id)
        if not self.new:
            refuse_taken(db, name, None)
        person_id = people.add(db, name)
        for face_id in self.face_ids:
            before = assignments.confirmed_person(db, face_id)
            if before is not None:
                assignments.reject(db, [face_id], before)
        assignments.confirm(db, self.face_ids, person_id)
        groups.take_out(db, self.face_ids)
        return f"Named {count(len(self.face_ids), 'face')} {name}"


@dataclass(frozen=True, slots=True)
class Merge:
    """Make one of several people and groups: the first person named stays, with their name."""

    who: tuple[Who, ...]

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        chosen = list(dict.fromkeys(self.who))
        if len(chosen) < 2:
            raise NotPossible("It takes two different people or groups to merge.")
        cards = {who: who.card(db) for who in chosen}
        target = next((who for who in chosen if who.kind == "person"), None)
        if target is None:
            return _merge_groups(db, chosen)
        others = [who for who in chosen if who != target]
        for who in others:
            if who.kind == "group":
                _give_group(db, who.number, target.number)
            else:
                assignments.move_all(db, who.number, target.number)
                presences.move_all(db, who.number, target.number)
                people.delete(db, who.number)
        what = ", ".join(
            cards[who].name or f"a group of {count(cards[who].faces, 'face')}" for who in others
        )
        return f"Merged {what} into {cards[target].name}"


@dataclass(frozen=True, slots=True)
class Hide:
    """Hide people and groups, or show them again (hidden=False). Nothing is lost."""

    who: tuple[Who, ...]
    hidden: bool = True

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        cards = [who.card(db) for who in self.who]
        for who in self.who:
            if who.kind == "person":
                people.set_hidden(db, who.number, hidden=self.hidden)
            else:  # a group is rebuilt freely: the mark is on its faces
                marked = groups.face_ids(db, who.number)
                faces.mark(db, marked, "hidden", value=self.hidden)
        verb = "Hid" if self.hidden else "Showed again"
        if len(cards) == 1:
            return f"{verb} {cards[0].name or 'a group of ' + count(cards[0].faces, 'face')}"
        return f"{verb} {len(cards)} people and groups"


@dataclass(frozen=True, slots=True)
class SetCover:
    """Choose the face that stands for a person."""

    person_id: int
    face_id: int

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        card = Who("person", self.person_id).card(db)
        if assignments.confirmed_person(db, self.face_id) != self.person_id:
            raise NotPossible(f"Only a confirmed face of {card.name} can be the cover.")
        people.set_cover(db, self.person_id, self.face_id)
        return f"Chose another cover for {card.name}"


def clean_name(text: str) -> str:
    """Return a name as it is kept: composed, one line, single spaces; raise where none is left."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise NotPossible("A name needs at least one letter.")
    if len(name) > LONGEST_NAME:
        raise NotPossible(f"A name can have {LONGEST_NAME} characters at most.")
    return name


def refuse_taken(db: Catalog, name: str, who: Who | None) -> None:
    """Raise NameTaken where somebody else than `who` has this name."""
    for other in people.with_name(db, name):
        if who is None or who != Who("person", other.number):
            raise NameTaken(other.name, other.id, other.photos)


def _give_group(db: Catalog, group_id: int, person_id: int) -> None:
    members = groups.face_ids(db, group_id)
    likely.follow(db, group_id, person_id)
    assignments.confirm(db, members, person_id)
    faces.mark(db, members, "hidden", value=False)
    groups.take_out(db, members)


def _merge_groups(db: Catalog, chosen: list[Who]) -> str:
    """Join unnamed groups. The fact is kept as pairs of faces: groups themselves hold nothing."""
    members = [face for who in chosen for face in groups.face_ids(db, who.number)]
    same_faces.call_same(db, members)
    for who in chosen[1:]:
        likely.join(db, who.number, chosen[0].number)
        groups.move(db, who.number, chosen[0].number)
    return f"Merged {len(chosen)} groups into one of {count(len(members), 'face')}"
