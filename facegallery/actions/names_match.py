"""Which photos, faces and people of a library those of a file of names are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facegallery.actions.people import clean_name
from facegallery.catalog import found_again, people
from facegallery.catalog.found_again import KnownFace
from facegallery.catalog.library import Catalog
from facegallery.domain.names import DecidedFace, Found, NamedPerson, Names, Namesake

# IoU from which two boxes are one face. Another detector, or a hand, draws it larger or smaller;
# neighbours in a crowd overlap less.
SAME_BOX = 0.35
# A person of another name is taken for one of the file if they have so many of the same faces, and
# such a share of those that both know: somebody was renamed meanwhile.
SAME_FACES, SAME_SHARE = 3, 2 / 3


@dataclass(slots=True)
class Match:
    """What of a file of names is here.

    photos: ids by their position in the file. faces: what is known of each here, by its id in the
    file. missing: faces that are to be made, with their photo's id. people: whom each of the file
    is here, None for somebody new. left_out: people of the file of whom nothing is here.
    kept: decisions of the library that the file contradicts.
    """

    photos: dict[int, int] = field(default_factory=dict)
    faces: dict[int, KnownFace] = field(default_factory=dict)
    missing: list[tuple[int, DecidedFace]] = field(default_factory=list)
    unmatched: int = 0
    people: dict[int, int | None] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    namesakes: list[Namesake] = field(default_factory=list)
    kept: int = 0

    def found(self, names: Names) -> Found:
        """Return it as numbers."""
        new = sum(number is None for number in self.people.values())
        return Found(
            new=new,
            joined=len(self.people) - new,
            left_out=len(self.left_out),
            photos=len(self.photos),
            photos_in_file=len(names.photos),
            faces=len(self.faces),
            faces_in_file=names.faces,
            made=len(self.missing),
            unmatched=self.unmatched,
            kept=self.kept,
            namesakes=tuple(self.namesakes),
        )


def match(db: Catalog, names: Names, apart: frozenset[int] = frozenset()) -> Match:
    """Find what of a file of names is here. apart: people of the file who are nobody here."""
    found = Match()
    _match_faces(db, names, found)
    _match_people(db, names, found, apart)
    found.kept = sum(_contradicts(face, found) for photo in names.photos for face in photo.faces)
    return found


def _match_faces(db: Catalog, names: Names, found: Match) -> None:
    for position, photo in enumerate(names.photos):
        photo_id = found_again.photo_like(db, photo)
        if photo_id is not None:
            found.photos[position] = photo_id
    known = found_again.faces_of(db, found.photos.values())
    for position, photo_id in found.photos.items():
        wanted = names.photos[position].faces
        pairs = pair_boxes(wanted, known.get(photo_id, []))
        found.faces |= pairs
        for face in wanted:
            if face.id in pairs:
                continue
            told = face.person is not None or face.drawn or not face.is_face
            if told and face.landmarks:
                found.missing.append((photo_id, face))
            else:
                found.unmatched += 1


def pair_boxes(wanted: Sequence[DecidedFace], known: Sequence[KnownFace]) -> dict[int, KnownFace]:
    """Pair faces that lie in one place, the best overlap first; by the id of the one wanted."""
    overlaps = (
        (face.box.overlap(other.box), place, other)
        for place, face in enumerate(wanted)
        for other in known
    )
    near = [(overlap, place, other) for overlap, place, other in overlaps if overlap >= SAME_BOX]
    pairs: dict[int, KnownFace] = {}
    taken: set[int] = set()
    for _overlap, place, other in sorted(near, key=lambda one: (-one[0], one[1], one[2].id)):
        if wanted[place].id not in pairs and other.id not in taken:
            pairs[wanted[place].id] = other
            taken.add(other.id)
    return pairs


def _match_people(db: Catalog, names: Names, found: Match, apart: frozenset[int]) -> None:
    here = people.names(db)
    called: dict[str, list[int]] = {}
    for person_id, name in here:
        called.setdefault(_key(name), []).append(person_id)
    votes, sizes, told = _votes(names, found)
    in_file = Counter(_key(person.name) for person in names.people)
    taken: set[int] = set()
    for person in sorted(names.people, key=lambda one: -votes.get(one.id, Counter()).total()):
        theirs = votes.get(person.id, Counter())
        alone = in_file[_key(person.name)] == 1
        namesakes = [number for number in called.get(_key(person.name), []) if number not in taken]
        same = _same_person(theirs, namesakes, taken, alone=alone)
        if same is not None and (same in namesakes) != bool(theirs[same]):
            # By the name alone, or by faces alone: the user may say that they are two.
            found.namesakes.append(_namesake(db, person, same, sizes[person.id]))
        if person.id in apart:
            same = None
        if same is not None:
            taken.add(same)
        elif not _is_here(person, told, sizes):
            found.left_out.add(person.id)
            continue
        found.people[person.id] = same


def _namesake(db: Catalog, person: NamedPerson, same: int, faces: int) -> Namesake:
    name = people.row(db, same)["name"]
    card = people.person(db, same)
    return Namesake(person.id, person.name, same, name, faces, card.photos if card else 0)


def _same_person(
    votes: Counter[int], namesakes: Sequence[int], taken: set[int], *, alone: bool
) -> int | None:
    """Return who of the library a person of the file is: by faces and name, by one of them."""
    by_faces = max(namesakes, key=lambda number: votes[number], default=None)
    if by_faces is not None and votes[by_faces]:
        return by_faces
    if alone and len(namesakes) == 1:
        return namesakes[0]
    for number, faces in votes.most_common(1):
        enough = faces >= SAME_FACES and faces >= SAME_SHARE * votes.total()
        if enough and number not in taken and not namesakes:
            return number
    return None


def _key(name: str) -> str:
    """Return a name as catalog.people.with_name compares it."""
    return clean_name(name).casefold()


def _votes(names: Names, found: Match) -> tuple[dict[int, Counter[int]], Counter[int], set[int]]:
    """Return how the faces of the file's people are confirmed here, and how many each has.

    And those of whom a face or presence can be noted here that nobody else has.
    """
    votes: dict[int, Counter[int]] = {}
    sizes: Counter[int] = Counter()
    told: set[int] = set()
    made = {face.id for _photo_id, face in found.missing}
    for position, photo in enumerate(names.photos):
        if position in found.photos:
            told.update(photo.present)
        sizes.update(photo.present)
        for face in photo.faces:
            if face.person is None:
                continue
            sizes[face.person] += 1
            known = found.faces.get(face.id)
            if known is not None and known.person is not None:
                votes.setdefault(face.person, Counter())[known.person] += 1
            elif face.id in made or (known is not None and known.is_face):
                told.add(face.person)
    return votes, sizes, told


def _is_here(person: NamedPerson, told: set[int], sizes: Mapping[int, int]) -> bool:
    """Tell whether somebody new is to be made: somebody without any photo in the file is, too."""
    return person.id in told or not sizes[person.id]


def _contradicts(face: DecidedFace, found: Match) -> bool:
    """Tell whether the library says something else of a face than the file: that stays."""
    known = found.faces.get(face.id)
    if known is None:
        return False
    if not face.is_face:
        return known.person is not None
    if face.person is None or face.person in found.left_out:
        return face.person is not None and known.person is not None
    whose = found.people.get(face.person)
    return not known.is_face or (known.person is not None and known.person != whose)
