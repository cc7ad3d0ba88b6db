"""Which of several alike people a face shows, by how they looked at the time of the photo.

A child looks like a sibling at the same age, years apart: a face of 2004 is held first of all
against the looks of about 2004. Who is like at all is told without dates, so that somebody known
from another time only is found as before.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.likeness import Examples, best_mean

Days = NDArray[np.datetime64]
Compare = Callable[[NDArray[np.int64]], NDArray[np.float32]]

_DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class TimeRules:
    """How much less a look of another time counts.

    weight: similarity taken off at most; years: further away from the time of a face than the
    person's nearest look, from which that much is taken off. See docs/grouping.md for what it
    gains.
    """

    weight: float = 0.1
    years: float = 10.0


@dataclass(frozen=True, slots=True)
class ContestRules:
    """Between whom dates decide. line: likeness from which somebody can be meant at all.

    margin: how far behind the first one a person may be who can still come before or near them.
    """

    line: float
    margin: float


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """Examples of people with their dates, days (M,)."""

    examples: Examples
    days: Days
    rules: TimeRules

    def likeness(
        self,
        vectors: NDArray[np.float32],
        spans: tuple[Days, Days],
        person: NDArray[np.int64],
        best: int,
    ) -> NDArray[np.float32]:
        """Return how like each vector (N, D) is to one person each, by looks near it in time.

        spans: the first and the last day (N,) of the photos that each vector stands for.
        """
        result = np.empty(len(vectors), np.float32)
        for place in np.unique(person).tolist():
            rows = np.flatnonzero(person == place)
            mine = slice(int(self.examples.starts[place]), int(self.examples.starts[place + 1]))
            years = _years_apart(spans[0][rows], spans[1][rows], self.days[mine])
            further = np.minimum(years - years.min(axis=1, keepdims=True), self.rules.years)
            less = (self.rules.weight / self.rules.years * further).astype(np.float32)
            result[rows] = best_mean(vectors[rows] @ self.examples.vectors[mine].T - less, best)
        return result


def _years_apart(first: Days, last: Days, days: Days) -> NDArray[np.float64]:
    """Return how many years (N, M) lie between spans of time (N,) and days (M,), 0 within."""
    before, after = first[:, None] - days, days - last[:, None]
    apart = np.maximum(before, after).astype("timedelta64[D]").astype(np.float64)
    return np.maximum(apart, 0) / _DAYS_A_YEAR


def standings(
    unit: NDArray[np.int64],
    likeness: NDArray[np.float32],
    rules: ContestRules,
    compare: Compare,
) -> NDArray[np.float32]:
    """Return by what pairs of units and people (K,) are ranked: the likeness, or where another

    person is about as near, the likeness by looks near in time.

    Pairs are sorted by unit, the likeliest first. compare: tells it of some pairs, by place.
    """
    first = np.flatnonzero(np.diff(unit, prepend=-1))
    best = np.repeat(likeness[first], np.diff(first, append=len(unit)))
    near = (likeness > best - np.float32(rules.margin)) & (best >= np.float32(rules.line))
    rivals = np.add.reduceat(near, first) if len(first) else first
    places = np.flatnonzero(near & np.repeat(rivals > 1, np.diff(first, append=len(unit))))
    found = likeness.copy()
    if len(places):
        found[places] = compare(places)
    return found
