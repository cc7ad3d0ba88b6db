"""A played user who does nothing in the order that is best: a second figure of the effort.

They answer any of the next questions, put every tenth aside, name a group before they look for
wrong faces in it, and say no to the faces of a row one at a time.
"""

from dataclasses import dataclass, field
from random import Random

from facegallery.actions.faces import Confirm, Reject
from facegallery.actions.people import Hide, Who
from facegallery.catalog import groups
from facegallery.evaluate.effort import most_shown
from facegallery.jobs.effort import Player
from facegallery.jobs.review import Question, not_sure

LOOKED_AT = 8  # questions, one of which is answered
UNSURE = 0.1  # share of them that are put aside


@dataclass
class CarefulPlayer(Player):
    """A user who looks twice: see the module. random: their whims, the same in each game."""

    random: Random = field(default_factory=lambda: Random(1))

    def answer_next(self) -> bool:
        """Answer one of the questions worth most, or put it aside; tell whether there was one."""
        asked = self.asked(LOOKED_AT)
        if not asked:
            return False
        question = self.random.choice(asked)
        if self.random.random() < UNSURE:
            self.do(not_sure(question), "question put aside")
        else:
            self.answer(question)
        return True

    def name_group(self, question: Question) -> None:
        """Name a group, then drag each wrong face to whom it shows."""
        group = question.who[0].number
        members = groups.face_ids(self.db, group)
        person = most_shown(members, self.truth)
        if person is None:
            self.do(Hide((Who("group", group),)), "stranger passed over")
            return
        self.call(group, person)
        for face in members:
            if face not in self.truth:
                self.do(Reject((face,), self.ids[person]), "wrong face taken out")
            elif self.truth[face] != person:
                self.give([face], self.truth[face], "wrong face moved")

    def answer_row(self, question: Question) -> None:
        """Say no to one wrong face and look again, or accept what is left of the row."""
        number = question.who[0].number
        person = self.name_of(number)
        right = [face for face in question.face_ids[0] if self.truth.get(face) == person]
        wrong = [face for face in question.face_ids[0] if face not in right]
        if wrong:
            self.do(Reject((wrong[0],), number), "face of a row clicked")
        if len(wrong) > 1:
            self.refresh()  # as the window does after each answer
        elif right:
            self.do(Confirm(tuple(right), number), "row answered")
