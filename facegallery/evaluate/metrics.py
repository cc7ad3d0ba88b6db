"""How well groups match the truth: pairwise and BCubed precision, recall and F.

BCubed: Amigo, Gonzalo, Artiles and Verdejo, "A comparison of extrinsic clustering evaluation
metrics based on formal constraints", Information Retrieval 12 (2009).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NO_GROUP = -1


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and their harmonic mean F, each 0..1."""

    precision: float
    recall: float
    f: float

    def to_json(self) -> dict[str, float]:
        """Return the figures as the command line prints them."""
        return {"precision": self.precision, "recall": self.recall, "f": self.f}


@dataclass(frozen=True, slots=True)
class GroupingScore:
    """How the groups of labelled faces agree with the people they show.

    groups: those of two faces or more; faces in no group are not counted among them.
    seconds: the time that grouping took, without the work on the pictures.
    """

    people: int
    faces: int
    groups: int
    pairwise: Agreement
    bcubed: Agreement
    seconds: float

    def to_json(self) -> dict[str, object]:
        """Return the figures as the command line prints them."""
        return {
            "people": self.people,
            "faces": self.faces,
            "groups": self.groups,
            "pairwise": self.pairwise.to_json(),
            "bcubed": self.bcubed.to_json(),
            "seconds": self.seconds,
        }


def score_groups(
    labels: NDArray[np.int64], truth: NDArray[np.int64], seconds: float
) -> GroupingScore:
    """Return how groups (label of each face, -1 in no group) agree with the truth (N,).

    A face in no group counts as a group of its own.
    """
    return GroupingScore(
        people=len(np.unique(truth)),
        faces=len(truth),
        groups=len(np.unique(labels[labels != NO_GROUP])),
        pairwise=pairwise(labels, truth),
        bcubed=bcubed(labels, truth),
        seconds=seconds,
    )


def pairwise(labels: NDArray[np.int64], truth: NDArray[np.int64]) -> Agreement:
    """Return how the pairs of faces put together agree with the pairs of one person.

    labels, truth: (N,) integers. Where there are no pairs to judge, the figure is 1.
    """
    together, groups, people, _, _ = _contingency(labels, truth)
    right = _pairs(together)
    return _agreement(_share(right, _pairs(groups)), _share(right, _pairs(people)))


def bcubed(labels: NDArray[np.int64], truth: NDArray[np.int64]) -> Agreement:
    """Return the mean over faces of how pure its group is, and how whole its person is in it.

    labels, truth: (N,) integers. No faces at all count as perfect.
    """
    together, groups, people, group_of, person_of = _contingency(labels, truth)
    if len(labels) == 0:
        return _agreement(1.0, 1.0)
    squares = together.astype(np.float64) ** 2
    precision = float((squares / groups[group_of]).sum()) / len(labels)
    recall = float((squares / people[person_of]).sum()) / len(labels)
    return _agreement(precision, recall)


def _contingency(
    labels: NDArray[np.int64], truth: NDArray[np.int64]
) -> tuple[NDArray[np.int64], ...]:
    """Return the cells that are not empty, group sizes, person sizes, and each cell's two indices.

    Only cells with faces are kept, so a million faces need a million cells at most.
    """
    _, group, group_sizes = np.unique(_singled(labels), return_inverse=True, return_counts=True)
    _, person, person_sizes = np.unique(truth, return_inverse=True, return_counts=True)
    width = max(1, len(person_sizes))
    cells, counts = np.unique(group.astype(np.int64) * width + person, return_counts=True)
    return counts, group_sizes, person_sizes, cells // width, cells % width


def _singled(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the labels with a fresh one for each face in no group."""
    single = labels == NO_GROUP
    first = int(labels.max(initial=-1)) + 1
    fresh = labels.astype(np.int64, copy=True)
    fresh[single] = first + np.arange(np.count_nonzero(single))
    return fresh


def _pairs(sizes: NDArray[np.int64]) -> int:
    return int((sizes * (sizes - 1) // 2).sum())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _agreement(precision: float, recall: float) -> Agreement:
    total = precision + recall
    return Agreement(precision, recall, 2 * precision * recall / total if total else 0.0)
