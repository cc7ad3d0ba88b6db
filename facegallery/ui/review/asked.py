"""Questions with the faces to show for them, read in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facegallery.actions.people import Who
from facegallery.catalog import faces, journal, people
from facegallery.catalog.library import Catalog
from facegallery.domain.face import Face
from facegallery.domain.person import PersonOrGroup
from facegallery.jobs.review import ROWS, Question, asked_of

MOST_IN_ROW = 120  # suggested faces in one row: more cannot be looked at in one go


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the faces to show of each of `question.who`.

    more: how many faces of a row are not shown, because it has so many.
    """

    question: Question
    faces: tuple[tuple[Face, ...], ...]
    more: int = 0

    @property
    def id(self) -> str:
        """Name the question, the same from run to run."""
        return self.question.id

    @property
    def groups(self) -> frozenset[int]:
        """The groups that it is about: when one has gone, so has the question."""
        return frozenset(card.number for card in self.question.who if card.kind == "group")

    @property
    def face_ids(self) -> frozenset[int]:
        """The faces that are shown."""
        return frozenset(face.id for some in self.faces for face in some)

    def without(self, answered: frozenset[int]) -> "Asked":
        """Return a row without some faces, which were answered."""
        left = tuple(tuple(face for face in some if face.id not in answered) for some in self.faces)
        return replace(self, faces=left)


def who_of(card: PersonOrGroup) -> Who:
    """Return the person or group of a card."""
    return Who(card.kind, card.number)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the catalog asks now.

    total: how many questions there are in all. gone: the one that was shown makes no sense any
    more. undone: answers that were taken back. version: Session.version that this surely knows.
    """

    asked: list[Asked]
    total: int
    gone: bool
    undone: frozenset[int]
    version: int


def read(
    db: Catalog, limit: int, shown: Question | None, actions: Sequence[int], version: int
) -> Answer:
    """Return the questions worth most, the best first, with their faces.

    actions: the answers' numbers in the journal.
    """
    found, total = asked_of(db, limit)
    gone = shown is not None and not _still_asked(db, shown, found)
    return Answer(
        [_with_faces(db, question) for question in found],
        total,
        gone,
        journal.undone(db, actions),
        version,
    )


def _still_asked(db: Catalog, shown: Question, found: list[Question]) -> bool:
    if any(question.id == shown.id for question in found):
        return True
    if shown.kind in ROWS:
        return False
    find = {"person": people.person, "group": people.group}
    return all(find[card.kind](db, card.number) is not None for card in shown.who)


def _with_faces(db: Catalog, question: Question) -> Asked:
    shown = [ids[:MOST_IN_ROW] for ids in question.face_ids]
    more = sum(len(ids) for ids in question.face_ids) - sum(len(ids) for ids in shown)
    return Asked(question, tuple(tuple(faces.by_ids(db, ids)) for ids in shown), more)
