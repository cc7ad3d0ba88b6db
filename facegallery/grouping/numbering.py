"""Numbers of things as places from 0 without gaps; without sorting, for there are very many."""

import numpy as np
from numpy.typing import NDArray


def numbered(numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the numbers there are, in ascending order, and the place (N,) of each among them.

    numbers: (N,) 0 or more, as a catalog counts: takes memory for the highest one.
    """
    there = np.zeros(int(numbers.max(initial=0)) + 1, np.bool_)
    there[numbers] = True
    return np.flatnonzero(there), (np.cumsum(there) - 1)[numbers]
