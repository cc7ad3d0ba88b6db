"""The questions worth most to the user next, and what each answer does.

Read from the catalog alone: what was computed by regrouping and suggesting is kept there, and
every action keeps it in step, so that the next question is there at once. Answers are actions:
do `yes(question)`, `no(question)` or `not_sure(question)`, and ask again.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facegallery.actions.faces import Confirm, Reject
from facegallery.actions.facts import Different, NotSure
from facegallery.actions.people import Merge, Who
from facegallery.actions.perform import Action, count
from facegallery.catalog import likely, people, properties, put_aside
from facegallery.catalog import questions as known
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.put_aside import Aside, QuestionKind
from facegallery.domain.errors import NotPossible
from facegallery.domain.person import PersonOrGroup
from facegallery.jobs.regroup import rules_of
from facegallery.jobs.suggest import suggestion_rules_of
from facegallery.vision import registry

ALL = 2**62  # as a limit: every question there is
FACES_SHOWN = 12  # of a group or person on a card
MUCH_MORE = 1.5  # a question put aside comes back with so many times the faces
MUCH_LIKER = 0.05  # or with so much more likeness, for SFace
EVEN_BELOW = 0.08  # below the line of suggestions half of the questions are answered with yes
STEEPNESS = 0.03  # how quickly that share changes with likeness
NEVER_AGAIN = 2**62  # faces from which a question that was answered with no would be asked again
ASKED_FIRST = 0.5  # from this chance of being somebody, that is asked before "Who is this?"


@dataclass(frozen=True, slots=True)
class Question:
    """One question for the user.

    kind: "who": who is this group? "same": are the two one person? "more": are these faces the
    person's? "mixed": are there two people in here?
    who: the group or person it is about, and whom it is held against. For "more" only the person.
    face_ids: for each of `who` some of its faces, best first; for "more" all that are suggested,
    likeliest first.
    likeness: 0..1 as suggestions measure it, the least of a row's; None for "who".
    worth: how many faces an answer is expected to settle.
    why: a sentence for the user.
    """

    kind: QuestionKind
    who: tuple[PersonOrGroup, ...]
    face_ids: tuple[tuple[int, ...], ...]
    worth: float
    likeness: float | None
    why: str

    @property
    def id(self) -> str:
        """Name the question, the same from run to run: same:g12:p3."""
        return ":".join((self.kind, *(card.id for card in self.who)))


def questions(library: Library, limit: int = 20) -> list[Question]:
    """Return the questions worth most, the best first. Reads only; well under 100 ms."""
    with library.open(read_only=True) as db:
        return questions_of(db, limit)


def questions_of(db: Catalog, limit: int = 20) -> list[Question]:
    """Return the questions worth most of an open catalog; see `questions`."""
    return asked_of(db, limit)[0]


def asked_of(db: Catalog, limit: int = 20) -> tuple[list[Question], int]:
    """Return the questions worth most, and how many there are in all."""
    recognizer = properties.value(db, "recognizer")
    if recognizer is None:
        return [], 0
    return _Asking(db, recognizer).best(limit)


def yes(question: Question, face_ids: Sequence[int] | None = None) -> Action:
    """Return the action of a yes. face_ids: of a row ("more"), those accepted; None for all.

    "Who is this?" is answered with actions.people.Name, and "mixed" with actions.split.Split.
    """
    if question.kind == "more":
        chosen = question.face_ids[0] if face_ids is None else face_ids
        return Confirm(tuple(chosen), question.who[0].number)
    if question.kind == "same":
        stays_first = sorted(question.who, key=lambda card: (card.kind == "group", -card.faces))
        return Merge(tuple(Who(card.kind, card.number) for card in stays_first))
    raise NotPossible("This question is not answered with yes.")


def no(question: Question, face_ids: Sequence[int] | None = None) -> Action:
    """Return the action of a no, which is kept for good. face_ids: as for `yes`."""
    if question.kind == "more":
        chosen = question.face_ids[0] if face_ids is None else face_ids
        return Reject(tuple(chosen), question.who[0].number)
    if question.kind == "same":
        return Different(tuple(Who(card.kind, card.number) for card in question.who))
    if question.kind == "mixed":
        return replace(_aside(question), likeness=1.0, faces=NEVER_AGAIN)
    raise NotPossible("This question is not answered with no.")


def not_sure(question: Question, face_ids: Sequence[int] | None = None) -> Action:
    """Return the action that puts a question aside. face_ids: as for `yes`."""
    return _aside(question, face_ids)


def _aside(question: Question, face_ids: Sequence[int] | None = None) -> NotSure:
    """Return the action that puts a question aside, known by a face of each group it is about."""
    if question.kind == "more":
        (person,) = question.who
        chosen = question.face_ids[0] if face_ids is None else face_ids
        return NotSure(
            "more", tuple(chosen), person.faces, question.likeness, person_id=person.number
        )
    size = min(card.faces for card in question.who)
    named = next((card.number for card in question.who if card.kind == "person"), None)
    firsts = [members[0] for members in question.face_ids if members]
    return NotSure(
        question.kind,
        tuple(firsts[:1]),
        size,
        question.likeness,
        other_id=firsts[1] if named is None and len(firsts) > 1 else None,
        person_id=named,
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A question not yet put into words. ids: of the groups and people, "g12" or "p3"."""

    kind: QuestionKind
    ids: tuple[Who, ...]
    worth: float
    likeness: float | None = None
    chance: float = 1.0
    face_ids: tuple[int, ...] = ()


class _Asking:
    """Finds the questions of one catalog, read once."""

    def __init__(self, db: Catalog, recognizer: str) -> None:
        self._db = db
        self._recognizer = recognizer
        self._spread = registry.recognizer_info(recognizer).spread
        self._line = suggestion_rules_of(recognizer).group_similarity
        self._merge_line = rules_of(recognizer, properties.strictness(db)).merge_similarity
        self._sizes = known.group_sizes(db)
        self._people = known.shown_people(db)
        self._suggested = known.suggested(db)
        self._asides = _Asides(db, MUCH_LIKER * self._spread)

    def best(self, limit: int) -> tuple[list[Question], int]:
        """Return the questions worth most, and the number of all."""
        same = list(self._same())
        claimed = self._claimed(same)
        candidates = [*self._more(), *same, *self._who(claimed), *self._mixed()]
        candidates.sort(key=lambda one: (-one.worth, one.kind, tuple(map(str, one.ids))))
        found: list[Question] = []
        for candidate in candidates:
            if len(found) >= limit:
                break
            question = self._question(candidate)
            if question is not None:
                found.append(question)
        return found, len(candidates)

    def _more(self) -> Iterable[_Candidate]:
        rows: dict[int, list[known.SuggestedFace]] = {}
        for face in self._suggested:
            if not self._asides.holds_face(face.face_id, face.person_id, face.likeness):
                rows.setdefault(face.person_id, []).append(face)
        for person_id, faces in rows.items():
            yield _Candidate(
                "more",
                (Who("person", person_id),),
                float(len(faces)),
                faces[-1].likeness,
                face_ids=tuple(face.face_id for face in faces),
            )

    def _same(self) -> Iterable[_Candidate]:
        for pair in likely.same(self._db):
            size = self._sizes.get(pair.group_id, 0)
            if pair.person_id is not None:
                other, line = Who("person", pair.person_id), self._line
                size *= pair.person_id in self._people
            else:
                assert pair.other_id is not None
                other, line = Who("group", pair.other_id), self._merge_line
                size = min(size, self._sizes.get(pair.other_id, 0))
            chance = self._chance(pair.likeness, line)
            ids = (Who("group", pair.group_id), other)
            if size and not self._asides.hold("same", ids, size, pair.likeness):
                yield _Candidate("same", ids, size * chance, pair.likeness, chance)

    def _chance(self, likeness: float, line: float) -> float:
        """Return how likely two with this likeness are one person, 0..1."""
        above = (likeness - line) / self._spread + EVEN_BELOW
        return 1 / (1 + math.exp(-above / STEEPNESS))

    def _claimed(self, same: Sequence[_Candidate]) -> set[int]:
        """Return the groups that are asked about in another way before "Who is this?"."""
        asked = {
            one.ids[0].number
            for one in same
            if one.ids[1].kind == "person" and one.chance >= ASKED_FIRST
        }
        suggested = [face.face_id for face in self._suggested]
        return asked | set(known.groups_of(self._db, suggested).values())

    def _who(self, claimed: set[int]) -> Iterable[_Candidate]:
        for group_id, size in self._sizes.items():
            who = (Who("group", group_id),)
            if group_id not in claimed and not self._asides.hold("who", who, size, None):
                yield _Candidate("who", who, float(size))

    def _mixed(self) -> Iterable[_Candidate]:
        for one in likely.mixed(self._db):
            who = (Who("person" if one.kind == "person" else "group", one.number),)
            there = one.number in (self._people if one.kind == "person" else self._sizes)
            if there and not self._asides.hold("mixed", who, one.smaller, one.likeness):
                chance = 1 - self._chance(one.likeness, self._merge_line)
                yield _Candidate("mixed", who, one.smaller * chance, one.likeness, chance)

    def _question(self, candidate: _Candidate) -> Question | None:
        """Put a candidate into words; None where it has gone meanwhile."""
        find = {"person": people.person, "group": people.group}
        cards = [find[who.kind](self._db, who.number) for who in candidate.ids]
        who = tuple(card for card in cards if card is not None)
        if len(who) < len(candidate.ids):
            return None
        faces = (
            (candidate.face_ids,)
            if candidate.kind == "more"
            else tuple(
                tuple(known.best_faces(self._db, card.kind, card.number, FACES_SHOWN))
                for card in who
            )
        )
        return Question(
            candidate.kind,
            who,
            faces,
            candidate.worth,
            candidate.likeness,
            self._why(candidate, who),
        )

    def _why(self, candidate: _Candidate, who: tuple[PersonOrGroup, ...]) -> str:
        return _WORDS[candidate.kind](self, candidate, who)

    def why_who(self, _candidate: _Candidate, who: tuple[PersonOrGroup, ...]) -> str:
        """Say why a group is asked about."""
        (group,) = who
        photos = count(group.photos, "photo")
        return (
            f"These {count(group.faces, 'face')} in {photos} look like one person, not known yet."
        )

    def why_more(self, candidate: _Candidate, who: tuple[PersonOrGroup, ...]) -> str:
        """Say why faces are suggested to a person."""
        (person,) = who
        most = max(face.likeness for face in self._suggested if face.person_id == person.number)
        least = candidate.likeness or 0.0
        range_ = (
            _percent(most)
            if _percent(least) == _percent(most)
            else (f"{_percent(least)} to {_percent(most)}")
        )
        return (
            f"{range_} like the nearest of {person.name}'s {count(person.faces, 'face')};"
            f" suggested from {_percent(self._line)} on."
        )

    def why_same(self, candidate: _Candidate, who: tuple[PersonOrGroup, ...]) -> str:
        """Say why two are asked about."""
        other = who[1]
        line = self._line if other.kind == "person" else self._merge_line
        against = (
            f"the nearest of {other.name}'s {count(other.faces, 'face')}"
            if other.kind == "person"
            else f"the other {count(other.faces, 'face')}"
        )
        sure = "suggested" if other.kind == "person" else "joined"
        return (
            f"{_percent(candidate.likeness or 0.0)} like {against}; {sure} unasked from"
            f" {_percent(line)} on. Of such pairs about {round(candidate.chance * 10)} in 10 are"
            " one person."
        )

    def why_mixed(self, candidate: _Candidate, who: tuple[PersonOrGroup, ...]) -> str:
        """Say why there may be two people in a group or person."""
        (one,) = who
        smaller = min(int(candidate.worth / max(candidate.chance, 0.01)) + 1, one.faces)
        return (
            f"{count(smaller, 'face')} of {one.faces:,} are only"
            f" {_percent(candidate.likeness or 0.0)} like the others."
        )


_WORDS = {
    "who": _Asking.why_who,
    "more": _Asking.why_more,
    "same": _Asking.why_same,
    "mixed": _Asking.why_mixed,
}


def _percent(likeness: float) -> str:
    return f"{round(100 * max(0.0, likeness))} %"


class _Asides:
    """The questions that were put aside, and whether there is more to go by since."""

    def __init__(self, db: Catalog, much_liker: float) -> None:
        asides = put_aside.listed(db)
        faces = [face for one in asides for face in (one.face_id, one.other_id) if face is not None]
        group_of = known.groups_of(db, faces)
        self._much_liker = much_liker
        self._faces: dict[tuple[int, int], Aside] = {}
        self._known: dict[tuple[str, frozenset[Who]], Aside] = {}
        for one in asides:
            if one.kind == "more" and one.person_id is not None:
                self._faces[one.face_id, one.person_id] = one
                continue
            who = {Who("group", group_of[face]) for face in (one.face_id, one.other_id)
                   if face in group_of}  # fmt: skip
            if one.person_id is not None:
                who.add(Who("person", one.person_id))
            self._known[one.kind, frozenset(who)] = one

    def hold(
        self, kind: QuestionKind, who: Iterable[Who], faces: int, likeness: float | None
    ) -> bool:
        """Tell whether a question still waits. faces, likeness: what it rests on now."""
        aside = self._known.get((kind, frozenset(who)))
        return aside is not None and not self._changed(aside, faces, likeness)

    def holds_face(self, face_id: int, person_id: int, likeness: float) -> bool:
        """Tell whether a face waits that was suggested to a person."""
        aside = self._faces.get((face_id, person_id))
        return aside is not None and not self._changed(aside, aside.faces, likeness)

    def _changed(self, aside: Aside, faces: int, likeness: float | None) -> bool:
        liker = (
            likeness is not None
            and aside.likeness is not None
            and likeness - aside.likeness >= self._much_liker
        )
        return liker or faces >= max(aside.faces * MUCH_MORE, aside.faces + 2)
