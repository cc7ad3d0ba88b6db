"""Which faces without a person look like somebody the user knows.

A face's likeness to a person is the mean of its best few similarities to that person's confirmed
faces: the best few, because a person has several looks (child and adult, glasses), and a mean of
all would be like none of them. A group is judged as a whole, by the mean over its faces.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NO_GROUP = -1
NOBODY = -1
BLOCK_CELLS = 8_000_000  # similarities computed at once: 32 MB


@dataclass(frozen=True, slots=True)
class SuggestionRules:
    """When a face is suggested. Numbers for SFace, chosen on made albums of LFW's people.

    group_similarity: likeness from which a group is suggested to a person.
    lone_more: how much more a lone face needs, for it has no others to speak for it.
    margin: how much the likeliest person must be ahead of the next; siblings are close.
    best: how many of a person's faces speak for a face. examples: how many faces of a person are
        compared at most, the best ones.
    """

    group_similarity: float = 0.45
    lone_more: float = 0.05
    margin: float = 0.05
    best: int = 3
    examples: int = 200


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Confirmed faces: vectors (M, D) of length 1, and person, photo (M,) and quality of each."""

    vectors: NDArray[np.float32]
    person_ids: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    quality: NDArray[np.float32]


def suggest(
    vectors: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
    labels: NDArray[np.int64],
    people: People,
    rejected: Set[tuple[int, int]],
    rules: SuggestionRules,
) -> list[tuple[int, int, float]]:
    """Return (row, person id, likeness) for the faces that look like somebody, by row.

    vectors (N, D), photo_ids (N,), labels (N,): the faces without a person and their groups, -1
    for none. rejected: (row, person id) that the user said no to. A face whose photo shows the
    person already, or that was rejected for them, is left out; a group that the user rejected a
    face of for a person is not suggested to them as a whole: its other faces must do as lone ones.
    """
    ids = np.unique(people.person_ids)
    if len(ids) == 0 or len(vectors) == 0:
        return []
    likeness = _likeness(vectors, people, ids, rules)
    refused = _refused(len(vectors), ids, rejected)
    forbidden = refused | _shown_already(photo_ids, people, ids)
    chosen = np.full(len(vectors), NOBODY, np.int64)
    for rows in _groups(labels):
        whole = np.where(refused[rows].any(axis=0), -1.0, likeness[rows].mean(axis=0))
        winner = _winner(whole, rules.group_similarity, rules.margin)
        if winner != NOBODY:
            chosen[rows] = np.where(forbidden[rows, winner], NOBODY, winner)
    for row in np.flatnonzero(chosen == NOBODY):
        alone = np.where(forbidden[row], -1.0, likeness[row])
        chosen[row] = _winner(alone, rules.group_similarity + rules.lone_more, rules.margin)
    return [
        (int(row), int(ids[chosen[row]]), float(likeness[row, chosen[row]]))
        for row in np.flatnonzero(chosen != NOBODY)
    ]


def _winner(likeness: NDArray[np.float32], least: float, margin: float) -> int:
    """Return the place of the person who is alike enough and clearly ahead, or NOBODY."""
    first = int(likeness.argmax())
    rest = np.delete(likeness, first).max(initial=-1.0)
    ahead = len(likeness) == 1 or likeness[first] - rest >= margin
    return first if likeness[first] >= least and ahead else NOBODY


def _groups(labels: NDArray[np.int64]) -> Iterator[NDArray[np.intp]]:
    order = np.argsort(labels, kind="stable")
    order = order[labels[order] != NO_GROUP]
    if len(order):
        yield from np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)


def _likeness(
    vectors: NDArray[np.float32], people: People, ids: NDArray[np.int64], rules: SuggestionRules
) -> NDArray[np.float32]:
    """Return (N, people): the mean of each face's best similarities to each person's examples."""
    likeness = np.empty((len(vectors), len(ids)), np.float32)
    for column, person in enumerate(ids):
        faces = np.flatnonzero(people.person_ids == person)
        best = faces[np.argsort(-people.quality[faces], kind="stable")[: rules.examples]]
        examples = people.vectors[best]
        count = min(rules.best, len(examples))
        step = max(1, BLOCK_CELLS // len(examples))
        for start in range(0, len(vectors), step):
            similarity = vectors[start : start + step] @ examples.T
            top = np.partition(similarity, -count, axis=1)[:, -count:]
            likeness[start : start + step, column] = top.mean(axis=1)
    return likeness


def _shown_already(
    photo_ids: NDArray[np.int64], people: People, ids: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return (N, people): who is confirmed in the photo of each face."""
    shown = np.zeros((len(photo_ids), len(ids)), np.bool_)
    for column, person in enumerate(ids):
        shown[:, column] = np.isin(photo_ids, people.photo_ids[people.person_ids == person])
    return shown


def _refused(
    count: int, ids: NDArray[np.int64], rejected: Set[tuple[int, int]]
) -> NDArray[np.bool_]:
    """Return (N, people): whom the user said each face is not."""
    refused = np.zeros((count, len(ids)), np.bool_)
    column_of = {int(person): column for column, person in enumerate(ids)}
    for row, person in rejected:
        if person in column_of:
            refused[row, column_of[person]] = True
    return refused
