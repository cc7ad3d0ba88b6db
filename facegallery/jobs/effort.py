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
from facegallery.catalog import questions as known
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
    kind: type["Player"],
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> tuple[Effort, Counter[str]]:
    """Name a library's people until the goal is reached; return the effort, and what it was.

    library: scanned, without names. truth: face id -> who it shows, where known; others are
    strangers to the user. kind: of player. The counter tells how many actions of each kind there
    were.
    """
    cancel = cancel or CancelToken()
    with library.open() as db:
        player = kind(library, db, truth)
        while not player.goal.is_reached(player.named):
            cancel.raise_if_set()
            report(Progress("Playing the user", len(player.named), len(truth)))
            if not player.answer_next() and not player.name_what_is_left():
                break
        actions = sum(player.done.values())
        return player.goal.score(player.named, actions), player.done


@dataclass
class Player:
    """A user who answers the question worth most, and takes wrong faces out before naming."""

    library: Library
    db: Catalog
    truth: Mapping[int, str]
    done: Counter[str] = field(default_factory=Counter)
    named: dict[int, str] = field(default_factory=dict)
    _since_refresh: int = 0

    def __post_init__(self) -> None:
        self.goal = Goal(self.truth)
        self.ids: dict[str, int] = {}
        refresh_suggestions(self.library)

    def answer_next(self) -> bool:
        """Answer the question worth most; tell whether there was one."""
        asked = self.asked(1)
        if asked:
            self.answer(asked[0])
        return bool(asked)

    def asked(self, limit: int) -> list[Question]:
        """Return the questions worth most; none where there are none left."""
        asked = questions_of(self.db, limit)
        if not asked and self._since_refresh:
            self.refresh()
            asked = questions_of(self.db, limit)
        return asked

    def answer(self, question: Question) -> None:
        """Answer a question truthfully."""
        answers = {
            "who": self.name_group, "same": self._same, "more": self.answer_row,
            "mixed": self._mixed, "hide": self._hide, "not-face": self._not_faces,
        }  # fmt: skip
        answers[question.kind](question)

    def name_what_is_left(self) -> bool:
        """Name, one by one, faces that nothing was asked about; tell whether there was one."""
        left = next((face for face in sorted(self.goal.faces)
                     if self.named.get(face) != self.truth[face]), None)  # fmt: skip
        if left is None:
            return False
        self.give([left], self.truth[left], "face named")
        return True

    def name_group(self, question: Question) -> None:
        """Take wrong faces out of a group, then name it."""
        group = question.who[0].number
        members = groups.face_ids(self.db, group)
        person = most_shown(members, self.truth)
        if person is None:
            self.do(Hide((Who("group", group),)), "stranger passed over")
            return
        for face in members:
            if self.truth.get(face) != person:
                self.do(TakeOut((face,)), "wrong face taken out")
        self.call(group, person)

    def call(self, group: int, person: str) -> None:
        """Give a group its name."""
        if person in self.ids:
            who = (Who("person", self.ids[person]), Who("group", group))
            self.do(Merge(who), "group given a known name")
        else:
            self.do(Name(Who("group", group), person, new=True), "group named")

    def _same(self, question: Question) -> None:
        first, second = (most_shown(self._faces_of(who), self.truth) for who in _ids_of(question))
        if first is None and second is None:
            self.do(not_sure(question), "card put aside")
        elif first == second:
            self._clean(question, first)
            self.do(yes(question), "card answered yes")
        else:
            self.do(no(question), "card answered no")

    def _clean(self, question: Question, person: str | None) -> None:
        """Take the wrong faces out of the groups of a card before saying yes."""
        for who in _ids_of(question):
            for face in self._faces_of(who) if who.kind == "group" else ():
                if self.truth.get(face) != person:
                    self.do(TakeOut((face,)), "wrong face taken out")

    def answer_row(self, question: Question) -> None:
        """Click the faces that are the fewer, then accept or reject what is left of the row."""
        person = self.name_of(question.who[0].number)
        row = question.face_ids[0]
        right = tuple(face for face in row if self.truth.get(face) == person)
        wrong = tuple(face for face in row if self.truth.get(face) != person)
        number = question.who[0].number
        fewer, most = (wrong, right) if len(wrong) <= len(right) else (right, wrong)
        for face in fewer:
            one = Confirm((face,), number) if face in right else Reject((face,), number)
            self.do(one, "face of a row clicked")
        self.do(Confirm(most, number) if most is right else Reject(most, number), "row answered")

    def _hide(self, question: Question) -> None:
        """Click whom the user knows in a row of groups to be hidden, then hide the others."""
        row = question.face_ids[0]
        familiar = [face for face in row if self._is_known(face)]
        for face in familiar:
            self.do(no(question, [face]), "face of a row clicked")
        if strangers := [face for face in row if face not in familiar]:
            self.do(yes(question, strangers), "strangers hidden")

    def _is_known(self, face: int) -> bool:
        """Tell whether the group of a face shows somebody the user knows."""
        (group,) = known.groups_of(self.db, [face]).values()
        return most_shown(groups.face_ids(self.db, group), self.truth) is not None

    def _not_faces(self, question: Question) -> None:
        """Nobody calls a face none here, so nobody is asked about others."""
        self.do(no(question), "row answered")

    def _mixed(self, question: Question) -> None:
        """Take the wrong faces out one by one, or say that all are right."""
        (who,) = _ids_of(question)
        members = self._faces_of(who)
        person = self.name_of(who.number) if who.kind == "person" else most_shown(
            members, self.truth
        )  # fmt: skip
        wrong = [face for face in members if self.truth.get(face) != person]
        if person is None or not wrong:
            self.do(no(question), "card answered no")
        for face in wrong if person is not None else ():
            if who.kind == "group":
                self.do(TakeOut((face,)), "wrong face taken out")
            elif face in self.truth:
                self.give([face], self.truth[face], "wrong face moved")
            else:
                self.do(Reject((face,), who.number), "wrong face taken out")

    def give(self, face_ids: Sequence[int], person: str, kind: str) -> None:
        """Give faces to a person by name, known or new."""
        if person in self.ids:
            self.do(Move(tuple(face_ids), self.ids[person]), kind)
        else:
            self.do(NameFaces(tuple(face_ids), person, new=True), kind)

    def do(self, action: Action, kind: str) -> None:
        """Do something and count it."""
        perform(self.db, action)
        self.done[kind] += 1
        self._since_refresh += 1
        self._note_names()
        if self._since_refresh * FACES_AN_ANSWER >= len(self.truth):
            self.refresh()

    def refresh(self) -> None:
        """Look for suggestions anew."""
        refresh_suggestions(self.library)
        self._since_refresh = 0

    def _note_names(self) -> None:
        names = dict(people.names(self.db))
        self.ids = {name: number for number, name in names.items()}
        self.named = {
            face: names[number] for face, number in assignments.confirmed(self.db).items()
        }

    def name_of(self, number: int) -> str:
        """Return the name of a person."""
        return next(name for name, one in self.ids.items() if one == number)

    def _faces_of(self, who: Who) -> list[int]:
        if who.kind == "group":
            return groups.face_ids(self.db, who.number)
        name = self.name_of(who.number)
        return [face for face, called in self.named.items() if called == name]


def _ids_of(question: Question) -> list[Who]:
    return [Who(card.kind, card.number) for card in question.who]
