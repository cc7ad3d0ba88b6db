"""What was likely last time, so that an answer or a new face costs what it touches.

A group is known again by its faces, and a person by the faces that speak for them: where neither
has changed, nor has their likeness.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.numbering import numbered

Marks = NDArray[np.uint64]
Pairs = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]
"""Places of the first and of the second of each pair, and its likeness."""
Compare = Callable[[NDArray[np.int64], NDArray[np.int64]], Pairs]
MeansOf = Callable[[NDArray[np.int64]], NDArray[np.float32]]


def marks_of(numbers: NDArray[np.int64], sizes: NDArray[np.int64]) -> Marks:
    """Return a mark (U,) of each set of numbers, sets one after the other: equal for equal sets.

    Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014 (splitmix64) of
    each number, added up: two sets among a million have one mark with a chance of one in 10^7.
    """
    if len(sizes) == 0:
        return np.empty(0, np.uint64)
    sums: Marks = np.add.reduceat(_mixed(numbers), np.cumsum(sizes) - sizes)
    return sums


def _mixed(numbers: NDArray[np.int64]) -> Marks:
    mixed = numbers.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


def marks_of_people(person_ids: NDArray[np.int64], face_ids: NDArray[np.int64]) -> Marks:
    """Return by what people are known again, in order of their ids: that, and all their faces."""
    ids, places = numbered(person_ids)
    marks = np.zeros(len(ids), np.uint64)
    np.add.at(marks, places, _mixed(face_ids))
    return np.asarray(marks ^ _mixed(-ids))


def _nothing() -> NDArray[np.int64]:
    return np.empty(0, np.int64)


@dataclass(slots=True, eq=False)
class KeptPairs:
    """Pairs that are `least` alike, of all firsts and all seconds, which are known by their marks.

    firsts, seconds: sorted. first, second: (K,) places among them; likeness: (K,).
    """

    firsts: Marks = field(default_factory=lambda: np.empty(0, np.uint64))
    seconds: Marks = field(default_factory=lambda: np.empty(0, np.uint64))
    first: NDArray[np.int64] = field(default_factory=_nothing)
    second: NDArray[np.int64] = field(default_factory=_nothing)
    likeness: NDArray[np.float32] = field(default_factory=lambda: np.empty(0, np.float32))
    least: float = 1.0

    def refreshed(self, firsts: Marks, seconds: Marks, least: float, compare: Compare) -> Pairs:
        """Return the pairs of what is there now that are `least` alike, and keep them.

        firsts, seconds: marks. compare: tells those of some firsts with some seconds, by place;
        asked about what has changed only.
        """
        is_old, is_old_second = self._known(firsts, seconds, least)
        old, changed = np.flatnonzero(is_old), np.flatnonzero(~is_old)
        every, changed_seconds = np.arange(len(seconds)), np.flatnonzero(~is_old_second)
        found = [
            self._kept(firsts, seconds, least),
            compare(changed, every),
            compare(old, changed_seconds),
        ]
        first, second, likeness = (np.concatenate(part) for part in zip(*found, strict=True))
        one, other = np.argsort(firsts, kind="stable"), np.argsort(seconds, kind="stable")
        self.firsts, self.seconds = firsts[one], seconds[other]
        self.first, self.second = np.argsort(one)[first], np.argsort(other)[second]
        self.likeness, self.least = likeness, least
        return first, second, likeness

    def is_new(self, firsts: Marks) -> NDArray[np.bool_]:
        """Tell which firsts were not there last time; none where nothing was kept."""
        return np.less(_places(firsts, self.firsts), 0) & (len(self.firsts) > 0)

    def is_new_second(self, seconds: Marks) -> NDArray[np.bool_]:
        """Tell which seconds were not there last time; none where nothing was kept."""
        return np.less(_places(seconds, self.seconds), 0) & (len(self.seconds) > 0)

    def _known(
        self, firsts: Marks, seconds: Marks, least: float
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        if least < self.least:  # what is less alike was not kept
            return np.zeros(len(firsts), np.bool_), np.zeros(len(seconds), np.bool_)
        return _places(firsts, self.firsts) >= 0, _places(seconds, self.seconds) >= 0

    def _kept(self, firsts: Marks, seconds: Marks, least: float) -> Pairs:
        if least < self.least:
            return _nothing(), _nothing(), np.empty(0, np.float32)
        first = _places(self.firsts, firsts)[self.first]
        second = _places(self.seconds, seconds)[self.second]
        good = (first >= 0) & (second >= 0) & (self.likeness >= np.float32(least))
        return first[good], second[good], self.likeness[good]


@dataclass(slots=True, eq=False)
class KeptMeans:
    """The mean vectors (G, D) of groups, by their marks (G,)."""

    marks: Marks = field(default_factory=lambda: np.empty(0, np.uint64))
    means: NDArray[np.float32] = field(default_factory=lambda: np.empty((0, 0), np.float32))

    def refreshed(self, marks: Marks, means_of: MeansOf) -> NDArray[np.float32]:
        """Return the means (G, D) of the groups there are now, and keep them.

        means_of: tells those of some groups, by place; asked about what has changed only.
        """
        known = _places(marks, self.marks)
        changed = np.flatnonzero(known < 0)
        fresh = means_of(changed)
        means = np.empty((len(marks), fresh.shape[1]), np.float32)
        means[changed] = fresh
        if len(changed) < len(marks):
            means[known >= 0] = self.means[known[known >= 0]]
        self.marks, self.means = marks, means
        return means


@dataclass(slots=True, eq=False)
class KeptExamples:
    """The confirmed faces that speak for people: marks of the people, and all their examples' ids.

    The marks are of all faces of each.
    """

    marks: Marks = field(default_factory=lambda: np.empty(0, np.uint64))
    face_ids: NDArray[np.int64] = field(default_factory=_nothing)

    def may_speak(
        self, person_ids: NDArray[np.int64], face_ids: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Tell which confirmed faces (M,) may be examples: of known people those chosen before."""
        _, place = numbered(person_ids)
        known = np.greater_equal(_places(marks_of_people(person_ids, face_ids), self.marks), 0)
        speaks = ~known[place]
        speaks[~speaks] = np.isin(face_ids[~speaks], self.face_ids)
        return speaks


@dataclass(slots=True, eq=False)
class Kept:
    """All that is kept: how like groups and lone faces are to people, and groups to groups."""

    examples: KeptExamples = field(default_factory=KeptExamples)
    groups: KeptPairs = field(default_factory=KeptPairs)
    lone: KeptPairs = field(default_factory=KeptPairs)
    alike: KeptPairs = field(default_factory=KeptPairs)
    means: KeptMeans = field(default_factory=KeptMeans)


def _places(marks: Marks, among: Marks) -> NDArray[np.int64]:
    """Return where each mark is among others, -1 where it is not."""
    if len(among) == 0:
        return np.full(len(marks), -1, np.int64)
    order = np.argsort(among, kind="stable")
    place = order[np.searchsorted(among[order], marks).clip(max=len(among) - 1)]
    return np.where(among[place] == marks, place, -1)
