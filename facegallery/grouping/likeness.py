"""How like faces are to people: similarities to many examples, the best few of each person."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from facegallery.courtesy import give_way


class Vectors(Protocol):
    """Vectors of faces (N, D), of which some are asked for: an array, or what reads them then."""

    def __getitem__(self, rows: NDArray[np.int64], /) -> NDArray[np.float32]:
        """Return those of some rows."""

    def __len__(self) -> int:
        """Return how many there are."""


BLOCK_CELLS = 8_000_000  # similarities computed at once: 32 MB


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Confirmed faces of people, one person after the other.

    vectors: (M, D). starts: (people + 1,) where each person's faces begin, and the end. rows: (M,)
    which of all confirmed faces they are.
    """

    vectors: NDArray[np.float32]
    starts: NDArray[np.int64]
    rows: NDArray[np.int64]

    @classmethod
    def of(
        cls,
        vectors: Vectors,
        person: NDArray[np.int64],
        quality: NDArray[np.float32],
        most: int,
        years: NDArray[np.int64] | None = None,
        speaks: NDArray[np.bool_] | None = None,
    ) -> "Examples":
        """Return each person's faces, the `most` of best quality where there are more.

        person: (M,) 0, 1, 2... each at least once. years: (M,) in which the photos were taken; then
        the best of each year come before the second best of any: a thousand clear photos of an
        adult do not take the place of the few of the child. speaks: (M,) those to choose among,
        at least one of each person; None for all.
        """
        some = np.arange(len(person)) if speaks is None else np.flatnonzero(speaks)
        whose = person[some]
        rank = np.zeros(len(some), np.int64)
        if years is not None:
            rank = _rank_within(whose, years[some], quality[some])
        order = some[np.lexsort((-quality[some], rank, whose))]
        sizes = np.bincount(whose)
        place = np.arange(len(order)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        kept = order[place < most]
        starts = np.concatenate([[0], np.cumsum(np.minimum(sizes, most))])
        return cls(vectors[kept], starts, kept)

    def only(self, people: NDArray[np.int64]) -> "Examples":
        """Return the examples of some people, who have the places 0, 1, 2... in them."""
        sizes = np.diff(self.starts)[people]
        ends = np.cumsum(sizes)
        within = np.arange(int(sizes.sum())) - np.repeat(ends - sizes, sizes)
        places = np.repeat(self.starts[people], sizes) + within
        starts = np.concatenate([[0], ends])
        return Examples(self.vectors[places], starts, self.rows[places])

    def likeness(
        self, vectors: NDArray[np.float32], person: NDArray[np.int64], best: int
    ) -> NDArray[np.float32]:
        """Return the likeness (N,) of each vector to one person each; see best_mean."""
        result = np.empty(len(vectors), np.float32)
        for place in np.unique(person).tolist():
            rows = np.flatnonzero(person == place)
            examples = self.vectors[self.starts[place] : self.starts[place + 1]]
            step = max(1, BLOCK_CELLS // len(examples))
            for start in range(0, len(rows), step):
                give_way()
                some = rows[start : start + step]
                result[some] = best_mean(vectors[some] @ examples.T, best)
        return result


def _rank_within(
    person: NDArray[np.int64], years: NDArray[np.int64], quality: NDArray[np.float32]
) -> NDArray[np.int64]:
    """Return how many of the same person and year are better than each one (M,)."""
    order = np.lexsort((-quality, years, person))
    new = (np.diff(person[order], prepend=-1) != 0) | (np.diff(years[order], prepend=-1) != 0)
    first = np.flatnonzero(new)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order)) - np.repeat(first, np.diff(first, append=len(order)))
    return rank


def best_mean(similarity: NDArray[np.float32], best: int) -> NDArray[np.float32]:
    """Return the mean of the `best` highest values of each row, of all where there are fewer."""
    count = min(best, similarity.shape[1])
    if count < similarity.shape[1]:
        similarity = np.partition(similarity, -count, axis=1)[:, -count:]
    return np.asarray(similarity.mean(axis=1))


def likely_people(
    vectors: NDArray[np.float32], examples: Examples, best: int, least: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Return row, person and likeness of all pairs with a likeness of `least` or more.

    vectors: (N, D), of faces, or means of groups. Only people one of whose examples is as near as
    that can be, so that most pairs cost one look at a maximum.
    """
    found: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]] = []
    step = max(1, BLOCK_CELLS // max(1, len(examples.vectors)))
    for start in range(0, len(vectors), step):
        give_way()
        similarity = vectors[start : start + step] @ examples.vectors.T
        nearest = np.maximum.reduceat(similarity, examples.starts[:-1], axis=1)
        person, row = np.nonzero((nearest >= np.float32(least)).T)
        likeness = np.empty(len(row), np.float32)
        bounds = np.flatnonzero(np.diff(person, prepend=-1, append=-1)).tolist()
        for first, end in pairwise(bounds):
            place = person[first]
            columns = slice(int(examples.starts[place]), int(examples.starts[place + 1]))
            likeness[first:end] = best_mean(similarity[row[first:end], columns], best)
        alike = likeness >= np.float32(least)
        found.append((row[alike] + start, person[alike], likeness[alike]))
    if not found:
        nothing = np.empty(0, np.int64)
        return nothing, nothing, np.empty(0, np.float32)
    rows, people, likeness = (np.concatenate(part) for part in zip(*found, strict=True))
    return rows, people, likeness
