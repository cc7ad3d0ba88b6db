"""The questions worth most to the user next, and what each answer does.

Read from the catalog alone: what was computed by regrouping and suggesting is kept there, and
every action keeps it in step, so that the next question is there at once. Answers are actions:
do `yes(question)`, `no(question)` or `not_sure(question)`, and ask again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facegallery.actions.discards import HideGroupsOf, KeepFaces
from facegallery.actions.faces import Confirm, NotAFace, Reject
from facegallery.actions.facts import Different, NotSure
from facegallery.actions.people import Merge, Who
from facegallery.actions.perform import Action
from facegallery.catalog import people, properties
from facegallery.catalog import questions as known
from facegallery.catalog.discards import DiscardKind
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.put_aside import QuestionKind
from facegallery.domain.errors import NotPossible
from facegallery.domain.person import PersonOrGroup
from facegallery.domain.words import sentence
from facegallery.jobs import question_words as words
from facegallery.jobs.asking import Asking, Candidate

ALL = 2**62  # as a limit: every question there is
ROWS = frozenset({"more", "not-face", "hide"})  # kinds that are answered face by face, or at once
FACES_SHOWN = 12  # of a group or person on a card
NEVER_AGAIN = 2**62  # faces from which a question that was answered with no would be asked again


@dataclass(frozen=True, slots=True)
class Question:
    """One question for the user.

    kind: "who": who is this group? "same": are the two one person? "more": are these faces the
    person's? "mixed": are there two people in here? "not-face": are these no faces, like others
    that are none? "hide": are these to be hidden, like others that are?
    who: the group or person it is about, and whom it is held against. For "more" only the person,
    for "not-face" and "hide" nobody.
    face_ids: for each of `who` some of its faces, best first; for a row ("more", "not-face", or
    "hide", a face of each group) all that are asked about, likeliest first.
    likeness: 0..1 as suggestions measure it, the least of a row's; None for "who".
    worth: how many faces an answer is expected to settle.
    why: a sentence for the user.
    """

    kind: QuestionKind | DiscardKind
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
    asking = Asking(db, recognizer)
    candidates, total = asking.candidates(limit)
    found: list[Question] = []
    for candidate in candidates:
        if len(found) >= limit:
            break
        question = _question(db, asking, candidate)
        if question is not None:
            found.append(question)
    return found, total


def yes(question: Question, face_ids: Sequence[int] | None = None) -> Action:
    """Return the action of a yes. face_ids: of a row ("more"), those accepted; None for all.

    "Who is this?" is answered with actions.people.Name, and "mixed" with actions.split.Split.
    """
    if question.kind == "more":
        return Confirm(_chosen(question, face_ids), question.who[0].number)
    if question.kind == "not-face":
        return NotAFace(_chosen(question, face_ids))
    if question.kind == "hide":
        return HideGroupsOf(_chosen(question, face_ids))
    if question.kind == "same":
        stays_first = sorted(question.who, key=lambda card: (card.kind == "group", -card.faces))
        return Merge(tuple(Who(card.kind, card.number) for card in stays_first))
    raise NotPossible(sentence("This question is not answered with yes."))


def no(question: Question, face_ids: Sequence[int] | None = None) -> Action:
    """Return the action of a no, which is kept for good. face_ids: as for `yes`."""
    if question.kind == "more":
        return Reject(_chosen(question, face_ids), question.who[0].number)
    if question.kind in ("not-face", "hide"):
        return KeepFaces(_chosen(question, face_ids), question.kind)
    if question.kind == "same":
        return Different(tuple(Who(card.kind, card.number) for card in question.who))
    if question.kind == "mixed":
        return replace(_aside(question, question.kind), likeness=1.0, faces=NEVER_AGAIN)
    raise NotPossible(sentence("This question is not answered with no."))


def not_sure(question: Question, face_ids: Sequence[int] | None = None) -> Action:
    """Return the action that puts a question aside. face_ids: as for `yes`."""
    chosen = _chosen(question, face_ids)
    match question.kind:
        case "not-face" | "hide" as kind:
            return KeepFaces(chosen, kind, question.likeness)
        case "more":
            (person,) = question.who
            return NotSure("more", chosen, person.faces, question.likeness, person_id=person.number)
        case kind:
            return _aside(question, kind)


def _chosen(question: Question, face_ids: Sequence[int] | None) -> tuple[int, ...]:
    return tuple(question.face_ids[0] if face_ids is None else face_ids)


def _aside(question: Question, kind: QuestionKind) -> NotSure:
    """Return the action that puts a question aside, known by a face of each group it is about."""
    size = min(card.faces for card in question.who)
    named = next((card.number for card in question.who if card.kind == "person"), None)
    firsts = [members[0] for members in question.face_ids if members]
    return NotSure(
        kind,
        tuple(firsts[:1]),
        size,
        question.likeness,
        other_id=firsts[1] if named is None and len(firsts) > 1 else None,
        person_id=named,
    )


def _question(db: Catalog, asking: Asking, candidate: Candidate) -> Question | None:
    """Put a candidate into words; None where it has gone meanwhile."""
    if candidate.kind in ("not-face", "hide"):
        why = words.why_alike(candidate.kind, candidate.likeness or 0.0)
        ids = (candidate.row,)
        return Question(candidate.kind, (), ids, candidate.worth, candidate.likeness, why)
    find = {"person": people.person, "group": people.group}
    cards = [find[who.kind](db, who.number) for who in candidate.ids]
    who = tuple(card for card in cards if card is not None)
    if len(who) < len(candidate.ids):
        return None
    if candidate.kind == "more":
        row = asking.row(who[0].number)
        if not row:
            return None
        face_ids = (tuple(face_id for face_id, _likeness in row),)
        least, most = row[-1][1], row[0][1]
        why = words.why_more(who[0], least, most, asking.line)
        return Question("more", who, face_ids, candidate.worth, least, why)
    faces = tuple(tuple(known.best_faces(db, card.kind, card.number, FACES_SHOWN)) for card in who)
    why = _why(asking, candidate, who)
    return Question(candidate.kind, who, faces, candidate.worth, candidate.likeness, why)


def _why(asking: Asking, candidate: Candidate, who: tuple[PersonOrGroup, ...]) -> str:
    likeness = candidate.likeness or 0.0
    if candidate.kind == "who":
        return words.why_who(who[0])
    if candidate.kind == "same":
        line = asking.line if who[1].kind == "person" else asking.merge_line
        return words.why_same(who[1], likeness, candidate.chance, line)
    return words.why_mixed(who[0], likeness, candidate.worth / max(candidate.chance, 0.01))
