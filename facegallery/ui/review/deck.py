"""The questions of Review in their order: the one that is asked, those to come, those answered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from facegallery.jobs.review import ROWS
from facegallery.ui.review.asked import Asked

REMEMBERED = 100  # steps whose answers can be taken back here; more can by Undo, and unseen


@dataclass(slots=True, eq=False)
class Step:
    """What the user did with a question.

    part: the faces of a row that were answered, while the others are still asked about; else None.
    skipped: left for later. version: Session.version in which the answer is written, None while it
    is being written. action: the answer's number in the journal.
    """

    asked: Asked
    part: frozenset[int] | None = None
    skipped: bool = False
    version: int | None = None
    action: int | None = None

    def is_unknown_at(self, version: int) -> bool:
        """Tell whether the catalog of a version may not know the answer yet."""
        return not self.skipped and (self.version is None or self.version > version)


class Deck:
    """One question is asked at a time; it changes only by the user's doing, or when it is void.

    What comes from the catalog is taken over behind it. An answer that was taken back, in whatever
    way, brings its question back.
    """

    def __init__(self) -> None:
        self.current: Asked | None = None
        self._coming: list[Asked] = []
        self._again: list[Asked] = []  # were asked when an answer before them was taken back
        self._steps: list[Step] = []

    @property
    def following(self) -> Sequence[Asked]:
        """The questions that come next, whose pictures can be loaded already."""
        return self._coming

    @property
    def last(self) -> Step | None:
        """The last step, which Back takes back."""
        return self._steps[-1] if self._steps else None

    @property
    def actions(self) -> list[int]:
        """The journal's numbers of the last answers, to ask whether they were taken back."""
        return [step.action for step in self._steps[-REMEMBERED:] if step.action is not None]

    @property
    def skipped(self) -> int:
        """How many questions were skipped."""
        return sum(step.skipped for step in self._steps)

    @property
    def answered(self) -> int:
        """How many answers were given."""
        return len(self._steps) - self.skipped

    def hidden_at(self, version: int) -> int:
        """Return how many questions a catalog of a version may ask that are not to be asked now."""
        return sum(step.skipped or step.is_unknown_at(version) for step in self._steps)

    def take(
        self,
        found: Sequence[Asked],
        version: int,
        *,
        gone: bool,
        undone: Collection[int] = (),
    ) -> bool:
        """Take over what the catalog asks; return whether something else is asked now.

        gone: the question that was asked makes no sense any more. undone: of the answers' numbers
        in the journal those that were taken back.
        """
        before = self.current
        if gone:
            self.current = None
        for step in [step for step in reversed(self._steps) if step.action in undone]:
            self._steps.remove(step)
            self._ask_again(step)
        known = self._open(found, version)
        here = self.current
        if here is not None and here.question.kind in ROWS:
            here = self.current = known.get(here.id, here)
        again = [asked for asked in self._again if here is None or asked.id != here.id]
        self._again = []
        known = {asked.id: asked for asked in again} | known
        self._coming = [asked for asked in known.values() if here is None or asked.id != here.id]
        self._ask_next()
        return self.current is not before

    def answer(self, part: frozenset[int] | None = None) -> Step | None:
        """Note that the current question was answered; the next one is asked.

        part: only these faces of a row; then the others are still asked about.
        """
        if self.current is None:
            return None
        step = Step(self.current, part)
        self._steps.append(step)
        if part is not None:
            self.current = self.current.without(part)
        else:  # other questions about the same groups are void with the answer
            void = self.current.groups
            self._coming = [asked for asked in self._coming if not asked.groups & void]
            self.current = None
            self._ask_next()
        return step

    def skip(self) -> None:
        """Leave the current question for later; the next one is asked."""
        if self.current is not None:
            self._steps.append(Step(self.current, skipped=True))
            self.current = None
            self._ask_next()

    def step_back(self) -> None:
        """Ask the question of the last step again."""
        if self._steps:
            self._ask_again(self._steps.pop())

    def unskip_all(self) -> None:
        """Ask all questions again that were skipped, in the order in which they came."""
        again = [step.asked for step in self._steps if step.skipped]
        self._steps = [step for step in self._steps if not step.skipped]
        self._coming = [*again, *self._coming]
        self._ask_next()

    def forget_unwritten(self) -> None:
        """Ask again what could not be written."""
        lost = [step for step in self._steps if step.is_unknown_at(0) and step.version is None]
        self._steps = [step for step in self._steps if step not in lost]
        for step in reversed(lost):
            self._ask_again(step)

    def _ask_next(self) -> None:
        if self.current is None and self._coming:
            self.current = self._coming.pop(0)

    def _ask_again(self, step: Step) -> None:
        """Ask a question again before the one that is asked now."""
        now = self.current
        if now is not None and now.id != step.asked.id:
            self._again.insert(0, now)
            self._coming.insert(0, now)
        self._coming = [asked for asked in self._coming if asked.id != step.asked.id]
        self.current = step.asked

    def _open(self, found: Sequence[Asked], version: int) -> dict[str, Asked]:
        """Return the questions that can be asked, by id: without what the user has just settled."""
        parts: set[int] = set()
        settled: set[str] = set()
        for step in self._steps:
            if step.part is not None and step.is_unknown_at(version):
                parts |= step.part
            elif step.part is None and (step.skipped or step.is_unknown_at(version)):
                settled.add(step.asked.id)
        rows = (asked.without(frozenset(parts)) if parts else asked for asked in found)
        return {asked.id: asked for asked in rows if asked.id not in settled and asked.face_ids}
