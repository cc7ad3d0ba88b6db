"""What the dates of photos tell of children who grow up: made families, with dates and without.

Brothers and sisters look alike as small children, at different times, and each becomes somebody of
their own. Some of their faces are named, and for all others it is asked whom they are suggested to.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from facegallery.evaluate.made_faces import made_faces
from facegallery.grouping.suggestions import SuggestionRules, suggest
from facegallery.grouping.units import Faces, People

FAMILIES, FACES = 8, 1_500
CHILDREN, OTHERS = 3, 6
YEARS, GROWN = 20, 30
NAMED = (0.05, 0.2, 0.5)  # shares of all faces
ALIKE = (0.9, 1.0)  # how similar the children are at birth
SAME = 0.65  # similarity of two photos of one person of one time, see evaluate.made_faces


class Family(NamedTuple):
    """Faces of a family: vectors (N, D), and who, and in which year (N,)."""

    vectors: NDArray[np.float32]
    who: NDArray[np.int64]
    years: NDArray[np.float64]


def run() -> None:
    for alike in ALIKE:
        families = [made_family(alike, seed) for seed in range(FAMILIES)]
        for named in NAMED:
            for dated in (False, True):
                scores = [scored(one, named, dated, seed) for seed, one in enumerate(families)]
                right, wrong = np.mean(scores, axis=0)
                print(
                    f"Children {alike:.0%} alike, {named:.0%} of all faces named, "
                    f"{'with' if dated else 'without'} dates: {right:.2%} of the others are "
                    f"suggested rightly, {wrong:.2%} of the suggestions are wrong",
                    flush=True,
                )


def made_family(alike: float, seed: int) -> Family:
    """Return the faces of three children who grow up, and of six grown-ups.

    alike: similarity of the children at birth; it falls until they are grown.
    """
    chance = np.random.default_rng(seed)
    vectors, people = made_faces(20_000, seed)
    somebody = vectors[np.unique(people, return_index=True)[1]]
    somebody = somebody[chance.permutation(len(somebody))]
    common, own = somebody[0], somebody[1 : 1 + CHILDREN + OTHERS]
    who = chance.integers(CHILDREN + OTHERS, size=FACES)
    years = chance.uniform(0, YEARS, FACES)
    born = np.where(np.arange(CHILDREN + OTHERS) < CHILDREN, 3 * np.arange(CHILDREN + OTHERS), -50)
    there = years >= born[who]
    who, years = who[there], years[there]
    shared = alike * np.clip(1 - (years - born[who]) / GROWN, 0, 1)
    centres = _mixed(common, own[who], shared)
    look = somebody[chance.integers(20, len(somebody), len(who))]
    return Family(_mixed(centres, look, np.full(len(who), SAME)), who, years)


def _mixed(
    one: NDArray[np.float32], other: NDArray[np.float32], share: NDArray[np.float64]
) -> NDArray[np.float32]:
    """Return vectors of length 1 (N, D) with such a share of the first in the squared length."""
    mixed = np.sqrt(share)[:, None] * one + np.sqrt(1 - share)[:, None] * other
    return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True), np.float32)


def scored(family: Family, named: float, dated: bool, seed: int) -> tuple[float, float]:
    """Return the share of the other faces suggested rightly, and of suggestions that are wrong."""
    known = np.random.default_rng(seed + 1_000).random(len(family.who)) < named
    days = np.datetime64("2000-01-01") + (365 * family.years).astype("timedelta64[D]")
    photo_ids = np.arange(len(family.who))
    free = np.flatnonzero(~known)
    faces = Faces(
        family.vectors[free],
        photo_ids[free],
        np.full(len(free), -1),
        days[free] if dated else None,
    )
    people = People(
        family.vectors[known],
        family.who[known],
        photo_ids[known],
        np.ones(int(known.sum()), np.float32),
        taken=days[known] if dated else None,
    )
    found = suggest(faces, people, set(), SuggestionRules()).faces
    right = sum(bool(family.who[free[row]] == person) for row, person, _likeness in found)
    return right / len(free), 1 - right / max(1, len(found))
