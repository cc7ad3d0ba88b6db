"""What there is to ask, and what each answer is worth, read from the catalog alone."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facegallery.actions.people import Who
from facegallery.catalog import likely, properties
from facegallery.catalog import questions as known
from facegallery.catalog.library import Catalog
from facegallery.catalog.put_aside import QuestionKind
from facegallery.jobs.asides import Asides
from facegallery.jobs.regroup import rules_of
from facegallery.jobs.suggest import suggestion_rules_of
from facegallery.vision import registry

MUCH_LIKER = 0.05  # likeness by which a question put aside comes back, for SFace
EVEN_BELOW = 0.08  # below the line of suggestions half of the questions are answered with yes
STEEPNESS = 0.03  # how quickly that share changes with likeness
ASKED_FIRST = 0.5  # from this chance of being somebody, that is asked before "Who is this?"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question not yet put into words. ids: the groups and people it is about.

    worth: faces that an answer is expected to settle. chance: of a yes, 0..1.
    """

    kind: QuestionKind
    ids: tuple[Who, ...]
    worth: float
    likeness: float | None = None
    chance: float = 1.0


class Asking:
    """Finds the questions of one catalog, read once."""

    def __init__(self, db: Catalog, recognizer: str) -> None:
        self._db = db
        self._spread = registry.recognizer_info(recognizer).spread
        self.line = suggestion_rules_of(recognizer).group_similarity
        self.merge_line = rules_of(recognizer, properties.strictness(db)).merge_similarity
        self._sizes = known.group_sizes(db)
        self._people = known.shown_people(db)
        self._asides = Asides(db, MUCH_LIKER * self._spread)

    def candidates(self) -> list[Candidate]:
        """Return all questions there are, those worth most first."""
        same = list(self._same())
        claimed = self._claimed(same)
        found = [*self._more(), *same, *self._who(claimed), *self._mixed()]
        found.sort(key=lambda one: (-one.worth, one.kind, tuple(map(str, one.ids))))
        return found

    def _more(self) -> Iterable[Candidate]:
        counts = known.suggested_counts(self._db)
        for person_id in self._asides.people:  # of these some faces may wait
            if person_id in counts:
                counts[person_id] = len(self.row(person_id))
        for person_id, faces in counts.items():
            if faces:
                yield Candidate("more", (Who("person", person_id),), float(faces))

    def row(self, person_id: int) -> list[known.SuggestedFace]:
        """Return the faces suggested to a person that were not put aside, likeliest first."""
        return [
            face
            for face in known.suggested(self._db, person_id)
            if not self._asides.holds_face(face.face_id, person_id, face.likeness)
        ]

    def _same(self) -> Iterable[Candidate]:
        for pair in likely.same(self._db):
            size = self._sizes.get(pair.group_id, 0)
            if pair.person_id is not None:
                other, line = Who("person", pair.person_id), self.line
                size *= pair.person_id in self._people
            else:
                assert pair.other_id is not None
                other, line = Who("group", pair.other_id), self.merge_line
                size = min(size, self._sizes.get(pair.other_id, 0))
            chance = self._chance(pair.likeness, line)
            ids = (Who("group", pair.group_id), other)
            if size and not self._asides.hold("same", ids, size, pair.likeness):
                yield Candidate("same", ids, size * chance, pair.likeness, chance)

    def _chance(self, likeness: float, line: float) -> float:
        """Return how likely two with this likeness are one person, 0..1."""
        above = (likeness - line) / self._spread + EVEN_BELOW
        return 1 / (1 + math.exp(-above / STEEPNESS))

    def _claimed(self, same: Sequence[Candidate]) -> set[int]:
        """Return the groups that are asked about in another way before "Who is this?"."""
        asked = {
            one.ids[0].number
            for one in same
            if one.ids[1].kind == "person" and one.chance >= ASKED_FIRST
        }
        return asked | known.suggested_groups(self._db)

    def _who(self, claimed: set[int]) -> Iterable[Candidate]:
        for group_id, size in self._sizes.items():
            who = (Who("group", group_id),)
            if group_id not in claimed and not self._asides.hold("who", who, size, None):
                yield Candidate("who", who, float(size))

    def _mixed(self) -> Iterable[Candidate]:
        for one in likely.mixed(self._db):
            who = (Who("person" if one.kind == "person" else "group", one.number),)
            there = one.number in (self._people if one.kind == "person" else self._sizes)
            if there and not self._asides.hold("mixed", who, one.smaller, one.likeness):
                chance = 1 - self._chance(one.likeness, self.merge_line)
                yield Candidate("mixed", who, one.smaller * chance, one.likeness, chance)
