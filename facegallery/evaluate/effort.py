"""How much a user has to do until a library is named, and how right it is then."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NO_GROUP = -1
LEAST_FACES = 3  # people with fewer need not be named
ENOUGH = 0.99  # of their faces


@dataclass(frozen=True, slots=True)
class Effort:
    """What a library cost its user.

    people: those with LEAST_FACES or more. faces: theirs. actions: what the user had to do until
    `right` of them were named right. wrong: share of all faces that are named then whose name is
    not theirs.
    """

    people: int
    faces: int
    actions: int
    right: float
    wrong: float

    def to_json(self) -> dict[str, object]:
        """Return the figures as the command line prints them."""
        return {
            "people": self.people,
            "faces": self.faces,
            "actions": self.actions,
            "per_person": self.actions / max(1, self.people),
            "per_1000_faces": 1_000 * self.actions / max(1, self.faces),
            "wrong": self.wrong,
        }


class Goal:
    """The faces that are to be named, and how far a user has come.

    truth: who each face shows, of those where that is known.
    """

    def __init__(self, truth: Mapping[int, str]) -> None:
        self._truth = truth
        sizes = Counter(truth.values())
        self.people = {person for person, faces in sizes.items() if faces >= LEAST_FACES}
        self.faces = {face for face, person in truth.items() if person in self.people}

    def score(self, named: Mapping[int, str], actions: int) -> Effort:
        """Return what has been reached. named: the name that each face has by now."""
        right = sum(named.get(face) == self._truth[face] for face in self.faces)
        wrong = sum(name != self._truth.get(face) for face, name in named.items())
        share = right / len(self.faces) if self.faces else 1.0
        return Effort(len(self.people), len(self.faces), actions, share, wrong / max(1, len(named)))

    def is_reached(self, named: Mapping[int, str]) -> bool:
        """Tell whether enough faces are named right."""
        return self.score(named, 0).right >= ENOUGH


def by_hand(labels: NDArray[np.int64], face_ids: Sequence[int], truth: Mapping[int, str]) -> Effort:
    """Return the effort of naming groups one by one, largest first, and mending them by hand.

    labels: (N,) the group of each face, -1 for none. An action is: to name a group, to pass one
    over as a stranger's, to give a wrong face of a group to whom it shows, or to take it out
    where nobody knows who it is, to name a face that is in no group.
    """
    goal = Goal(truth)
    named: dict[int, str] = {}
    actions = 0
    groups: dict[Hashable, list[int]] = {}
    for face, label in zip(face_ids, labels.tolist(), strict=True):
        groups.setdefault(("face", face) if label == NO_GROUP else label, []).append(face)
    for members in sorted(groups.values(), key=lambda faces: (-len(faces), faces)):
        if goal.is_reached(named):
            break
        if len(members) == 1 and truth.get(members[0]) not in goal.people:
            continue  # nobody asks about a face in no group; the user names those they care for
        actions += 1
        person = most_shown(members, truth)
        if person is None:
            continue
        for face in members:
            actions += truth.get(face) != person
            if face in truth:
                named[face] = truth[face]
    return goal.score(named, actions)


def most_shown(face_ids: Sequence[int], truth: Mapping[int, str]) -> str | None:
    """Return whom most of the faces show, None where that is nobody known."""
    counts = Counter(truth.get(face) for face in face_ids)
    return min(counts, key=lambda who: (-counts[who], who is None, who or ""))
