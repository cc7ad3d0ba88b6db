"""A user who names a library by answering its questions, played by the program's own actions.

Counted is each thing that a user does in the window: naming a group or saying that it is nobody
they know, a yes or no to a card, accepting or rejecting what is left of a row, each face that is
dragged or clicked on its own. Looking at faces is not counted.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facegallery.actions.faces import Confirm, Move, Reject, TakeOut
from facegallery.actions.people import Hide, Merge, Name, NameFaces, Who
from facegallery.actions.perform import Action, perform
from facegallery.catalog import assignments, groups, people
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.evaluate.effort import Effort, Goal, most_shown
from facegallery.jobs.review import Question, no, not_sure, questions_of, yes
from facegallery.jobs.suggest import refresh_suggestions

# The window looks for new suggestions after each answer. That takes seconds in a large library,
# and the user goes on answering meanwhile.
FACES_AN_ANSWER = 500


def play(
    library: Library,
    truth: Mapping[int, str],
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> tuple[Effort, Counter[str]]:
    """Name a library's people until the goal is reached; return the effort, and what it was.

    library: scanned, without names. truth: face id -> who it shows, where known; others are
    strangers to the user. The counter tells how many actions of each kind there were.
    """
    cancel = cancel or CancelToken()
    with library.open() as db:
        player = _Player(library, db, truth)
        while not player.goal.is_reached(player.named):
            cancel.raise_if_set()
            report(Progress("Playing the user", len(player.named), len(truth)))
            if not player.answer_next() and not player.name_what_is_left():
                break
        actions = sum(player.done.values())
        return player.goal.score(player.named, actions), player.done


@dataclass
class _Player:
    library: Library
    db: Catalog
    truth: Mapping[int, str]
    done: Counter[str] = field(default_factory=Counter)
    named: dict[int, str] = field(default_factory=dict)
    _since_refresh: int = 0

    def __post_init__(self) -> None:
        self.goal = Goal(self.truth)
        self._ids: dict[str, int] = {}
        refresh_suggestions(self.library)

    def answer_next(self) -> bool:
        """Answer the question worth most; tell whether there was one."""
        asked = questions_of(self.db, 1)
        if not asked and self._since_refresh:
            self._refresh()
            asked = questions_of(self.db, 1)
        if not asked:
            return False
        (question,) = asked
        answers = {
            "who": self._who, "same": self._same, "more": self._more, "mixed": self._mixed,
        }  # fmt: skip
        answers[question.kind](question)
        return True

    def name_what_is_left(self) -> bool:
        """Name, one by one, faces that nothing was asked about; tell whether there was one."""
        left = next((face for face in sorted(self.goal.faces)
                     if self.named.get(face) != self.truth[face]), None)  # fmt: skip
        if left is None:
            return False
        self._give([left], self.truth[left], "face named")
        return True

    def _who(self, question: Question) -> None:
        """Take wrong faces out of a group, then name it."""
        group = question.who[0].number
        members = groups.face_ids(self.db, group)
        person = most_shown(members, self.truth)
        if person is None:
            self._do(Hide((Who("group", group),)), "stranger passed over")
            return
        for face in members:
            if self.truth.get(face) != person:
                self._do(TakeOut((face,)), "wrong face taken out")
        if person in self._ids:
            who = (Who("person", self._ids[person]), Who("group", group))
            self._do(Merge(who), "group given a known name")
        else:
            self._do(Name(Who("group", group), person, new=True), "group named")

    def _same(self, question: Question) -> None:
        first, second = (most_shown(self._faces_of(who), self.truth) for who in _ids_of(question))
        if first is None and second is None:
            self._do(not_sure(question), "card put aside")
        elif first == second:
            self._clean(question, first)
            self._do(yes(question), "card answered yes")
        else:
            self._do(no(question), "card answered no")

    def _clean(self, question: Question, person: str | None) -> None:
        """Take the wrong faces out of the groups of a card before saying yes."""
        for who in _ids_of(question):
            for face in self._faces_of(who) if who.kind == "group" else ():
                if self.truth.get(face) != person:
                    self._do(TakeOut((face,)), "wrong face taken out")

    def _more(self, question: Question) -> None:
        """Click the faces that are the fewer, then accept or reject what is left of the row."""
        person = self._name_of(question.who[0].number)
        row = question.face_ids[0]
        right = tuple(face for face in row if self.truth.get(face) == person)
        wrong = tuple(face for face in row if self.truth.get(face) != person)
        number = question.who[0].number
        fewer, most = (wrong, right) if len(wrong) <= len(right) else (right, wrong)
        for face in fewer:
            one = Confirm((face,), number) if face in right else Reject((face,), number)
            self._do(one, "face of a row clicked")
        self._do(Confirm(most, number) if most is right else Reject(most, number), "row answered")

    def _mixed(self, question: Question) -> None:
        """Take the wrong faces out one by one, or say that all are right."""
        (who,) = _ids_of(question)
        members = self._faces_of(who)
        person = self._name_of(who.number) if who.kind == "person" else most_shown(
            members, self.truth
        )  # fmt: skip
        wrong = [face for face in members if self.truth.get(face) != person]
        if person is None or not wrong:
            self._do(no(question), "card answered no")
        for face in wrong if person is not None else ():
            if who.kind == "group":
                self._do(TakeOut((face,)), "wrong face taken out")
            elif face in self.truth:
                self._give([face], self.truth[face], "wrong face moved")
            else:
                self._do(Reject((face,), who.number), "wrong face taken out")

    def _give(self, face_ids: Sequence[int], person: str, kind: str) -> None:
        """Give faces to a person by name, known or new."""
        if person in self._ids:
            self._do(Move(tuple(face_ids), self._ids[person]), kind)
        else:
            self._do(NameFaces(tuple(face_ids), person, new=True), kind)

    def _do(self, action: Action, kind: str) -> None:
        perform(self.db, action)
        self.done[kind] += 1
        self._since_refresh += 1
        self._note_names()
        if self._since_refresh * FACES_AN_ANSWER >= len(self.truth):
            self._refresh()

    def _refresh(self) -> None:
        refresh_suggestions(self.library)
        self._since_refresh = 0

    def _note_names(self) -> None:
        names = dict(people.names(self.db))
        self._ids = {name: number for number, name in names.items()}
        self.named = {
            face: names[number] for face, number in assignments.confirmed(self.db).items()
        }

    def _name_of(self, number: int) -> str:
        return next(name for name, one in self._ids.items() if one == number)

    def _faces_of(self, who: Who) -> list[int]:
        if who.kind == "group":
            return groups.face_ids(self.db, who.number)
        name = self._name_of(who.number)
        return [face for face, called in self.named.items() if called == name]


def _ids_of(question: Question) -> list[Who]:
    return [Who(card.kind, card.number) for card in question.who]
