"""Actions on people and groups: name, rename, merge, hide, choose a cover."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from facegallery.actions.merging import (
    absorb_group,
    absorb_person,
    give_group,
    join_groups,
    note_survivor,
    rename_survivor,
)
from facegallery.actions.perform import count
from facegallery.catalog import (
    assignments,
    faces,
    groups,
    people,
)
from facegallery.catalog.library import Catalog
from facegallery.domain.errors import NameTaken, NoSuchFace, NoSuchPerson, NotPossible
from facegallery.domain.person import Kind, PersonOrGroup
from facegallery.domain.words import listed, sentence

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
            return sentence("{0} is now called {1}", card.name, name)
        person_id = people.add(db, name)
        give_group(db, self.who.number, person_id)
        return sentence("Named {0} {1}", count(card.faces, "face"), name)


@dataclass(frozen=True, slots=True)
class NameFaces:
    """Confirm chosen faces for a new person of this name."""

    face_ids: tuple[int, ...]
    name: str
    new: bool = False

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        name = clean_name(self.name)
        refuse_unknown(db, self.face_ids)
        if not self.new:
            refuse_taken(db, name, None)
        person_id = people.add(db, name)
        assignments.reject_for_holders(db, self.face_ids)
        assignments.confirm(db, self.face_ids, person_id)
        groups.take_out(db, self.face_ids)
        return sentence("Named {0} {1}", count(len(self.face_ids), "face"), name)


@dataclass(frozen=True, slots=True)
class Merge:
    """Make one of several people and groups: the first person named stays, with their name.

    name, cover_face: another name and face for whoever stays, such as those of somebody who goes.
    Each that goes can be taken apart again at any later time; see actions.unmerge.
    """

    who: tuple[Who, ...]
    name: str | None = None
    cover_face: int | None = None

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        chosen = list(dict.fromkeys(self.who))
        if len(chosen) < 2:
            raise NotPossible(sentence("It takes two different people or groups to merge."))
        cards = {who: who.card(db) for who in chosen}
        stays = next((who for who in chosen if who.kind == "person"), None)
        if stays is None:
            return self._join(db, [who.number for who in chosen])
        merge_ids = [
            absorb_group(db, who.number, stays.number)
            if who.kind == "group"
            else absorb_person(db, who.number, stays.number)
            for who in chosen
            if who != stays
        ]
        if self.name is not None:
            rename_survivor(db, stays.number, clean_name(self.name), merge_ids)
        if self.cover_face is not None:
            SetCover(stays.number, self.cover_face).do(db)
            note_survivor(db, stays.number, merge_ids[-1:])
        what = listed(words_for(cards[who]) for who in chosen if who != stays)
        return sentence("Merged {0} into {1}", what, stays.card(db).name)

    def _join(self, db: Catalog, group_ids: list[int]) -> str:
        if self.name is not None or self.cover_face is not None:
            raise NotPossible(sentence("A group has no name yet. Name it after the merge."))
        size = join_groups(db, group_ids[0], group_ids[1:])
        return sentence("Merged {0} groups into one of {1}", len(group_ids), count(size, "face"))


@dataclass(frozen=True, slots=True)
class Hide:
    """Hide people and groups, or show them again (hidden=False). Nothing is lost."""

    who: tuple[Who, ...]
    hidden: bool = True

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        first = self.who[0].card(db)
        members = groups.face_ids_of(db, (who.number for who in self.who if who.kind == "group"))
        for who in self.who:
            if who.kind == "person":
                who.card(db)
                people.set_hidden(db, who.number, hidden=self.hidden)
            elif who.number not in members:
                raise NoSuchPerson(str(who))
        # A group is rebuilt freely: the mark is on its faces. There may be thousands of strangers.
        marked = [face_id for theirs in members.values() for face_id in theirs]
        faces.mark(db, marked, "hidden", value=self.hidden)
        whom = words_for(first)
        if len(self.who) > 1:
            whom = sentence("{0} people and groups", len(self.who))
        return sentence("Hid {0}", whom) if self.hidden else sentence("Showed {0} again", whom)


@dataclass(frozen=True, slots=True)
class SetCover:
    """Choose the face that stands for a person."""

    person_id: int
    face_id: int

    def do(self, db: Catalog) -> str:
        """Do it; see perform.Action."""
        card = Who("person", self.person_id).card(db)
        if assignments.confirmed_person(db, self.face_id) != self.person_id:
            raise NotPossible(sentence("Only a confirmed face of {0} can be the cover.", card.name))
        people.set_cover(db, self.person_id, self.face_id)
        return sentence("Chose another cover for {0}", card.name)


def words_for(card: PersonOrGroup) -> str:
    """Return the name of a person, or what a group is called."""
    return card.name or sentence("a group of {0}", count(card.faces, "face"))


def clean_name(text: str) -> str:
    """Return a name as it is kept: composed, one line, single spaces; raise where none is left."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise NotPossible(sentence("A name needs at least one letter."))
    if len(name) > LONGEST_NAME:
        raise NotPossible(sentence("A name can have {0} characters at most.", LONGEST_NAME))
    return name


def refuse_unknown(db: Catalog, face_ids: Sequence[int]) -> None:
    """Raise NoSuchFace where the library does not hold one of these faces."""
    missing = faces.missing(db, face_ids)
    if missing:
        raise NoSuchFace(min(missing))


def refuse_taken(db: Catalog, name: str, who: Who | None) -> None:
    """Raise NameTaken where somebody else than `who` has this name."""
    for other in people.with_name(db, name):
        if who is None or who != Who("person", other.number):
            raise NameTaken(other.name, other.id, count(other.photos, "photo"))
