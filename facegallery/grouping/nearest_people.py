"""Whom faces look like most, by the measure that suggestions go by."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.suggestions import SuggestionRules
from facegallery.grouping.units import People


@dataclass(frozen=True, slots=True)
class NearPerson:
    """How like a face is to a person: the mean of its best few similarities to their faces.

    likely: clear enough that a lone face would be suggested to this person.
    """

    person_id: int
    likeness: float
    likely: bool


def nearest_people(
    vectors: NDArray[np.float32], people: People, rules: SuggestionRules, top: int
) -> list[list[NearPerson]]:
    """Return for each face the people it is most like, most like first, `top` at most.

    vectors: (N, D) of length 1, centred as those of `people` are. Only the first can be likely,
    and only if it is far enough ahead of the next; see SuggestionRules.
    """
    ids, places = np.unique(people.person_ids, return_inverse=True)
    if len(ids) == 0:
        return [[] for _ in vectors]
    examples = people.examples(places, rules.examples)
    everybody = np.tile(np.arange(len(ids)), len(vectors))
    every_face = np.repeat(vectors, len(ids), axis=0)
    likeness = examples.likeness(every_face, everybody, rules.best).reshape(-1, len(ids))
    return [_ranked(row, ids, rules, top) for row in likeness]


def _ranked(
    likeness: NDArray[np.float32], ids: NDArray[np.int64], rules: SuggestionRules, top: int
) -> list[NearPerson]:
    order = np.lexsort((ids, -likeness))
    values = likeness[order].tolist()
    ahead = len(values) == 1 or values[0] - values[1] >= rules.margin
    likely = ahead and values[0] >= rules.group_similarity + rules.lone_more
    return [
        NearPerson(int(ids[place]), value, likely and rank == 0)
        for rank, (place, value) in enumerate(zip(order[:top], values, strict=False))
    ]
