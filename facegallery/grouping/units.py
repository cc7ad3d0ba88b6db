"""What is judged as one when faces are held against people, and what speaks against a pair."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.kept import Marks, marks_of
from facegallery.grouping.labels import NO_GROUP
from facegallery.grouping.likeness import Examples, Vectors
from facegallery.grouping.looks import Days

BLOCK_ROWS = 65_536


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Confirmed faces: vectors (M, D) of length 1, and person, photo (M,) and quality of each.

    born: the first day on which a person can be in a photo, where it is known. face_ids: (M,) by
    which people are known again; None where nothing is kept for the next time. taken: (M,) the day
    of each photo, None where that is not to matter; see Examples and looks. speaks: (M,) which of
    the faces may be examples at all, for the others were not last time; None: all may.
    """

    vectors: Vectors
    person_ids: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    quality: NDArray[np.float32]
    born: Mapping[int, np.datetime64] = field(default_factory=dict)
    face_ids: NDArray[np.int64] | None = None
    taken: Days | None = None
    speaks: NDArray[np.bool_] | None = None

    def examples(self, places: NDArray[np.int64], most: int) -> Examples:
        """Return the faces that speak for each person. places: (M,) the person of each, from 0."""
        years = None if self.taken is None else self.taken.astype("datetime64[Y]").astype(np.int64)
        return Examples.of(self.vectors, places, self.quality, most, years, self.speaks)


@dataclass(frozen=True, eq=False)
class Faces:
    """The faces without a person. labels: their groups, -1 for none.

    vectors (N, D) of length 1; photo_ids, labels (N,); taken: (N,) the day of each photo.
    face_ids: (N,) by which groups are known again; None where nothing is kept for the next time.
    """

    vectors: Vectors
    photo_ids: NDArray[np.int64]
    labels: NDArray[np.int64]
    taken: Days | None = None
    face_ids: NDArray[np.int64] | None = None

    @cached_property
    def groups(self) -> "Units":
        """The groups as units, in order of their labels."""
        return Units.groups(self)


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """What is judged as one: groups, and faces on their own.

    rows: the faces of all units, one unit after the other; unit: (R,) the unit of each of them.
    sizes: (U,) faces in it. vectors: of all faces.
    """

    rows: NDArray[np.int64]
    unit: NDArray[np.int64]
    sizes: NDArray[np.int64]
    vectors: Vectors

    @classmethod
    def groups(cls, faces: Faces) -> "Units":
        """Return the groups, by their labels."""
        rows = np.flatnonzero(faces.labels != NO_GROUP)
        rows = rows[np.argsort(faces.labels[rows], kind="stable")]
        first = np.diff(faces.labels[rows], prepend=NO_GROUP) != 0
        unit = np.cumsum(first) - 1
        return cls(rows, unit, np.bincount(unit).astype(np.int64), faces.vectors)

    @classmethod
    def lone(cls, faces: Faces, rows: NDArray[np.int64]) -> "Units":
        """Return each of these faces as a unit of its own."""
        every = np.arange(len(rows))
        return cls(rows, every, np.ones(len(rows), np.int64), faces.vectors)

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where the faces of each unit begin among the rows (U,)."""
        return np.cumsum(self.sizes) - self.sizes

    def labels(self, faces: Faces) -> NDArray[np.int64]:
        """Return the group of each unit (U,)."""
        found: NDArray[np.int64] = faces.labels[self.rows[self.starts]]
        return found

    def spans(self, taken: Days) -> tuple[Days, Days]:
        """Return the first and the last day (U,) of each unit. taken: (N,) of all faces."""
        days = taken[self.rows]
        return np.minimum.reduceat(days, self.starts), np.maximum.reduceat(days, self.starts)

    def marks(self, faces: Faces) -> Marks:
        """Return by what each unit is known again (U,): its faces."""
        face_ids = self.rows if faces.face_ids is None else faces.face_ids[self.rows]
        if len(self.sizes) == len(self.rows):  # each is one face: in order they are found sooner
            return face_ids.astype(np.uint64)
        return marks_of(face_ids, self.sizes)

    def means(self, units: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the mean (K, D) of the vectors of each of these units, sorted."""
        sizes = self.sizes[units]
        ends = np.cumsum(sizes)
        if len(units) == 0:
            return np.asarray(self.vectors[self.rows[:0]])
        within = np.arange(int(ends[-1])) - np.repeat(ends - sizes, sizes)
        rows = self.rows[np.repeat(self.starts[units], sizes) + within]
        place = np.repeat(np.arange(len(units)), sizes)
        sums: NDArray[np.float64] | None = None
        for start in range(0, len(rows), BLOCK_ROWS):
            here = place[start : start + BLOCK_ROWS]
            first = np.flatnonzero(np.diff(here, prepend=-1))
            some = self.vectors[rows[start : start + BLOCK_ROWS]]
            if sums is None:
                sums = np.zeros((len(units), some.shape[1]))
            sums[here[first]] += np.add.reduceat(some, first, axis=0)
        assert sums is not None
        return np.asarray(sums / sizes[:, None], np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What the user has said: pairs as one number each, row or photo * people + place of person.

    refused: of rows, sorted. shown: of photos, sorted. photo_ids: (N,) of the rows.
    taken: (N,) the day of each row's photo; born: (people,) each one's first day, or NaT.
    """

    people: int
    refused: NDArray[np.int64]
    shown: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    taken: Days | None
    born: Days

    @classmethod
    def of(
        cls,
        faces: Faces,
        ids: NDArray[np.int64],
        people: People,
        places: NDArray[np.int64],
        rejected: Set[tuple[int, int]],
    ) -> "Facts":
        """Return the facts. ids: of the people, sorted; places: (M,) which of them each face is.

        rejected: (row, person id) that the user said no to.
        """
        said = np.array(sorted(rejected), np.int64).reshape(-1, 2)
        said = said[np.isin(said[:, 1], ids)]
        refused = said[:, 0] * len(ids) + np.searchsorted(ids, said[:, 1])
        shown = np.sort(people.photo_ids * len(ids) + places)
        unknown = np.datetime64("NaT", "D")
        born = np.array(
            [people.born.get(number, unknown) for number in ids.tolist()], "datetime64[D]"
        )
        return cls(len(ids), np.unique(refused), shown, faces.photo_ids, faces.taken, born)

    def is_refused(self, rows: NDArray[np.int64], person: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell for pairs of a row and a person whether the user said no."""
        return _is_among(rows * self.people + person, self.refused)

    def is_shown(self, rows: NDArray[np.int64], person: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell for pairs of a row and a person whether the person is confirmed in its photo."""
        return _is_among(self.photo_ids[rows] * self.people + person, self.shown)

    def is_unborn(self, rows: NDArray[np.int64], person: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell for pairs of a row and a person whether the photo was taken before their birth."""
        if self.taken is None or np.isnat(self.born).all():
            return np.zeros(len(rows), np.bool_)
        before: NDArray[np.bool_] = self.taken[rows] < self.born[person]  # never with NaT
        return before


def allowed(
    units: Units,
    unit: NDArray[np.int64],
    person: NDArray[np.int64],
    facts: Facts,
    tolerance: float,
) -> NDArray[np.bool_]:
    """Tell for pairs of unit and person whether what the user said leaves them possible.

    Not where the user said no to a face of the unit, nor where too many of its faces are in
    photos that show the person already, or were taken before they were born: that is another one,
    such as a brother.
    """
    starts = units.starts
    sizes = units.sizes[unit]
    pair = np.repeat(np.arange(len(unit)), sizes)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    rows, whose = units.rows[starts[unit[pair]] + within], person[pair]
    refused = np.bincount(pair, facts.is_refused(rows, whose), len(unit))
    shown = np.bincount(pair, facts.is_shown(rows, whose), len(unit))
    unborn = np.bincount(pair, facts.is_unborn(rows, whose), len(unit))
    most = tolerance * sizes
    possible: NDArray[np.bool_] = (refused == 0) & (shown <= most) & (unborn <= most)
    return possible


def _is_among(numbers: NDArray[np.int64], known: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which numbers are among sorted ones."""
    if len(known) == 0:
        return np.zeros(len(numbers), np.bool_)
    found = _seen(known, numbers)
    maybe = np.flatnonzero(found)
    place = np.searchsorted(known, numbers[maybe]).clip(max=len(known) - 1)
    found[maybe] = known[place] == numbers[maybe]
    return found


def _seen(known: NDArray[np.int64], numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which numbers may be among known ones: of the others, one in sixteen is told so, too.

    One look into a table each, where a search of half a million takes twenty.
    """
    bits = max(1, (16 * len(known)).bit_length())
    table = np.zeros(1 << bits, np.bool_)
    table[_spread(known, bits)] = True
    found: NDArray[np.bool_] = table[_spread(numbers, bits)]
    return found


def _spread(numbers: NDArray[np.int64], bits: int) -> NDArray[np.int64]:
    """Return a place of so many bits for each number (multiplicative hashing, Knuth, 6.4)."""
    mixed = numbers.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    return (mixed >> np.uint64(64 - bits)).astype(np.int64)
