"""What there is to ask, and what each answer is worth, read from the catalog alone."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from heapq import nlargest

from facegallery.actions.people import Who
from facegallery.catalog import likely, properties
from facegallery.catalog import questions as known
from facegallery.catalog.discards import DiscardKind
from facegallery.catalog.library import Catalog
from facegallery.catalog.put_aside import QuestionKind
from facegallery.jobs import discards
from facegallery.jobs.asides import Asides
from facegallery.jobs.chance import chance_of, joined_from
from facegallery.jobs.regroup import rules_of
from facegallery.jobs.suggest import suggestion_rules_of
from facegallery.vision import registry

MUCH_LIKER = 0.05  # likeness by which a question put aside comes back, for SFace
ASKED_FIRST = 0.5  # from this chance of being somebody, that is asked before "Who is this?"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question not yet put into words. ids: the groups and people it is about.

    row: in their place, the faces of a row that is about nobody: what is no face, who is hidden.

    worth: faces that an answer is expected to settle. chance: of a yes, 0..1.
    """

    kind: QuestionKind | DiscardKind
    ids: tuple[Who, ...]
    worth: float
    likeness: float | None = None
    chance: float = 1.0
    row: tuple[int, ...] = ()


class Asking:
    """Finds the questions of one catalog, read once."""

    def __init__(self, db: Catalog, recognizer: str) -> None:
        self._db = db
        self._spread = registry.recognizer_info(recognizer).spread
        self.line = suggestion_rules_of(recognizer).group_similarity
        self.merge_line = joined_from(rules_of(recognizer, properties.strictness(db)))
        self._sizes = known.group_sizes(db)
        self._people = known.shown_people(db)
        self._asides = Asides(db, MUCH_LIKER * self._spread)

    def candidates(self, limit: int) -> tuple[list[Candidate], int]:
        """Return the questions worth most, more than `limit` of them, and how many there are."""
        same = list(self._same())
        claimed = self._claimed(same)
        hide, hidden = self._hide(claimed)
        same = [one for one in same if not any(who in hidden for who in one.ids)]  # not twice
        found = [*self._more(), *same, *self._mixed(), *self._not_faces(), *hide]
        unknown = self._unknown(claimed | {who.number for who in hidden})
        total = len(found) + len(unknown)
        for size, group_id in nlargest(2 * limit, unknown) if limit < len(unknown) else unknown:
            found.append(Candidate("who", (Who("group", group_id),), float(size)))
        found.sort(key=lambda one: (-one.worth, one.kind, *(who.number for who in one.ids)))
        return found, total

    def _more(self) -> Iterable[Candidate]:
        counts = known.suggested_counts(self._db)
        for person_id in self._asides.people:  # of these some faces may wait
            if person_id in counts:
                counts[person_id] = len(self.row(person_id))
        for person_id, faces in counts.items():
            if faces:
                yield Candidate("more", (Who("person", person_id),), float(faces))

    def row(self, person_id: int) -> list[tuple[int, float]]:
        """Return the faces suggested to a person that were not put aside, and their likeness.

        The likeliest come first.
        """
        faces = known.suggested(self._db, person_id)
        if person_id not in self._asides.people:
            return faces
        return [
            (face_id, likeness)
            for face_id, likeness in faces
            if not self._asides.holds_face(face_id, person_id, likeness)
        ]

    def _same(self) -> Iterable[Candidate]:
        aside = self._asides.groups
        for pair in likely.same(self._db):
            size = self._sizes.get(pair.group_id, 0)
            if pair.person_id is not None:
                other, line = Who("person", pair.person_id), self.line
                size *= pair.person_id in self._people
            else:
                assert pair.other_id is not None
                other, line = Who("group", pair.other_id), self.merge_line
                size = min(size, self._sizes.get(pair.other_id, 0))
            chance = chance_of(pair.likeness, line, self._spread)
            ids = (Who("group", pair.group_id), other)
            waits = pair.group_id in aside and self._asides.hold("same", ids, size, pair.likeness)
            if size and not waits:
                yield Candidate("same", ids, size * chance, pair.likeness, chance)

    def _claimed(self, same: Sequence[Candidate]) -> set[int]:
        """Return the groups that are asked about in another way before "Who is this?"."""
        asked = {
            one.ids[0].number
            for one in same
            if one.ids[1].kind == "person" and one.chance >= ASKED_FIRST
        }
        return asked | known.suggested_groups(self._db)

    def _unknown(self, claimed: set[int]) -> list[tuple[int, int]]:
        """Return size and number of the groups of which it is asked who they are."""
        aside = self._asides.groups
        return [
            (size, group_id)
            for group_id, size in self._sizes.items()
            if group_id not in claimed
            and not (
                group_id in aside
                and self._asides.hold("who", (Who("group", group_id),), size, None)
            )
        ]

    def _not_faces(self) -> Iterable[Candidate]:
        """Give a row of what is like pictures that are no faces."""
        row = discards.not_faces_row(self._db, MUCH_LIKER * self._spread)
        if row:
            yield _of_row("not-face", row, len(row))

    def _hide(self, claimed: Set[int]) -> tuple[list[Candidate], set[Who]]:
        """Return a row of groups that will be hidden like others, and which groups it is about.

        claimed: groups that may be somebody with a name.
        """
        row, asked = discards.hide_row(
            self._db,
            self._sizes,
            claimed,
            self.merge_line,
            self._spread,
            MUCH_LIKER * self._spread,
        )
        worth = sum(self._sizes[number] for number in asked)
        about = {Who("group", number) for number in asked}
        return [_of_row("hide", row, worth)] if row else [], about

    def _mixed(self) -> Iterable[Candidate]:
        for one in likely.mixed(self._db):
            who = (Who("person" if one.kind == "person" else "group", one.number),)
            there = one.number in (self._people if one.kind == "person" else self._sizes)
            if there and not self._asides.hold("mixed", who, one.smaller, one.likeness):
                chance = 1 - chance_of(one.likeness, self.merge_line, self._spread)
                yield Candidate("mixed", who, one.smaller * chance, one.likeness, chance)


def _of_row(kind: DiscardKind, row: discards.Row, worth: int) -> Candidate:
    """Return the question about a row of faces that are about nobody."""
    faces = tuple(face_id for face_id, _likeness in row)
    return Candidate(kind, (), float(worth), row[-1][1], row=faces)
