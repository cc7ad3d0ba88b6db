"""Which faces without a person look like somebody the user knows.

A face's likeness to a person is the mean of its best few similarities to that person's confirmed
faces: the best few, because a person has several looks (child and adult, glasses), and a mean of
all would be like none of them. A group is judged as a whole, by its mean vector.
"""

from collections.abc import Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.likeness import Examples, likely_people
from facegallery.grouping.means import mean_vectors

NO_GROUP = -1


@dataclass(frozen=True, slots=True)
class SuggestionRules:
    """When a face is suggested. Numbers for SFace's centred embeddings (see centring), chosen in
    November 2026 on albums of LFW's people, a third of them grouped and named, then the rest and
    1,000 strangers added: of the faces left 99 % are suggested, and 0.1 % of these wrongly.

    group_similarity: likeness from which a group is suggested to a person. At 0.38 George Bush's
        brother is.
    lone_more: how much more a lone face needs, for it has no others to speak for it.
    margin: how much the likeliest person must be ahead of the next; siblings are close.
    best: how many of a person's faces speak for a face. examples: how many faces of a person are
        compared at most, the best ones.
    shared_photos: share of a group's faces in photos where the person is confirmed, above which
        the group is somebody else.
    """

    group_similarity: float = 0.40
    lone_more: float = 0.05
    margin: float = 0.05
    best: int = 3
    examples: int = 200
    shared_photos: float = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Confirmed faces: vectors (M, D) of length 1, and person, photo (M,) and quality of each."""

    vectors: NDArray[np.float32]
    person_ids: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    quality: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Units:
    """What is judged as one: groups, and faces on their own.

    rows: the faces of all units, one unit after the other; unit: (R,) the unit of each of them.
    vectors: (U, D) the mean of each unit's vectors. sizes: (U,) faces in it.
    """

    rows: NDArray[np.int64]
    unit: NDArray[np.int64]
    vectors: NDArray[np.float32]
    sizes: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class _Facts:
    """What the user has said: pairs as one number each, row or photo * people + place of person.

    refused: of rows, sorted. shown: of photos, sorted. photo_ids: (N,) of the rows.
    """

    people: int
    refused: NDArray[np.int64]
    shown: NDArray[np.int64]
    photo_ids: NDArray[np.int64]

    def is_refused(self, rows: NDArray[np.int64], person: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell for pairs of a row and a person whether the user said no."""
        return np.isin(rows * self.people + person, self.refused)

    def is_shown(self, rows: NDArray[np.int64], person: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell for pairs of a row and a person whether the person is confirmed in its photo."""
        return np.isin(self.photo_ids[rows] * self.people + person, self.shown)


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
    person already, or that was rejected for them, is left out, and of two faces in one photo the
    less alike. A group that the user rejected a face of for a person is not suggested to them as
    a whole: each of its other faces must do on its own, and be more like the person than like
    what was rejected.
    """
    ids, places = np.unique(people.person_ids, return_inverse=True)
    if len(ids) == 0 or len(vectors) == 0:
        return []
    examples = Examples.of(people.vectors, places, people.quality, rules.examples)
    facts = _facts(photo_ids, ids, people, places, rejected)
    groups = _groups(vectors, labels)
    row, person = _winners(groups, examples, facts, rules, rules.group_similarity)
    left = np.setdiff1d(np.arange(len(vectors)), row)
    alone = left[(labels[left] == NO_GROUP) | _in_refused_group(labels, facts)[left]]
    lone = _Units(alone, np.arange(len(alone)), vectors[alone], np.ones(len(alone), np.int64))
    bound = rules.group_similarity + rules.lone_more
    lone_row, lone_person = _winners(lone, examples, facts, rules, bound)
    row, person = np.concatenate([row, lone_row]), np.concatenate([person, lone_person])
    likeness = examples.likeness(vectors[row], person, rules.best)
    good = ~_more_like_refused(vectors, row, person, likeness, facts)
    return _one_a_photo(row[good], ids[person[good]], likeness[good], photo_ids)


def _facts(
    photo_ids: NDArray[np.int64],
    ids: NDArray[np.int64],
    people: People,
    places: NDArray[np.int64],
    rejected: Set[tuple[int, int]],
) -> _Facts:
    said = np.array(sorted(rejected), np.int64).reshape(-1, 2)
    said = said[np.isin(said[:, 1], ids)]
    refused = said[:, 0] * len(ids) + np.searchsorted(ids, said[:, 1])
    shown = np.unique(people.photo_ids * len(ids) + places)
    return _Facts(len(ids), np.unique(refused), shown, photo_ids)


def _groups(vectors: NDArray[np.float32], labels: NDArray[np.int64]) -> _Units:
    rows = np.flatnonzero(labels != NO_GROUP)
    rows = rows[np.argsort(labels[rows], kind="stable")]
    unit = np.unique(labels[rows], return_inverse=True)[1]
    return _Units(rows, unit, *mean_vectors(vectors[rows], unit))


def _in_refused_group(labels: NDArray[np.int64], facts: _Facts) -> NDArray[np.bool_]:
    """Return (N,) which faces are in a group of which the user rejected a face for somebody."""
    groups = np.unique(labels[facts.refused // facts.people])
    return np.isin(labels, groups[groups != NO_GROUP])


def _winners(
    units: _Units, examples: Examples, facts: _Facts, rules: SuggestionRules, least: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return rows and places of people: the faces of the units that are clearly somebody's."""
    unit, person, likeness = likely_people(
        units.vectors, examples, rules.best, least - rules.margin
    )
    allowed = _allowed(units, unit, person, facts, rules.shared_photos)
    unit, person, likeness = unit[allowed], person[allowed], likeness[allowed]
    order = np.lexsort((person, -likeness, unit))
    unit, person, likeness = unit[order], person[order], likeness[order]
    first = np.flatnonzero(np.diff(unit, prepend=-1))
    second = np.minimum(first + 1, max(0, len(unit) - 1))
    contested = (unit[second] == unit[first]) & (second != first)
    ahead = ~contested | (likeness[first] - likeness[second] >= rules.margin)
    won = first[ahead & (likeness[first] >= least)]
    winner = np.full(len(units.sizes), -1, np.int64)
    winner[unit[won]] = person[won]
    whose = winner[units.unit]
    rows, whose = units.rows[whose >= 0], whose[whose >= 0]
    good = ~facts.is_shown(rows, whose)
    return rows[good], whose[good]


def _allowed(
    units: _Units,
    unit: NDArray[np.int64],
    person: NDArray[np.int64],
    facts: _Facts,
    tolerance: float,
) -> NDArray[np.bool_]:
    """Tell for pairs of unit and person whether what the user said leaves them possible.

    Not where the user said no to a face of the unit, nor where too many of its faces are in
    photos that show the person already: that is another one, such as a brother.
    """
    starts = np.cumsum(units.sizes) - units.sizes
    sizes = units.sizes[unit]
    pair = np.repeat(np.arange(len(unit)), sizes)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    rows, whose = units.rows[starts[unit[pair]] + within], person[pair]
    refused = np.bincount(pair, facts.is_refused(rows, whose), len(unit))
    shown = np.bincount(pair, facts.is_shown(rows, whose), len(unit))
    possible: NDArray[np.bool_] = (refused == 0) & (shown <= tolerance * sizes)
    return possible


def _more_like_refused(
    vectors: NDArray[np.float32],
    rows: NDArray[np.int64],
    person: NDArray[np.int64],
    likeness: NDArray[np.float32],
    facts: _Facts,
) -> NDArray[np.bool_]:
    """Tell which faces are more like a face that the user rejected for the same person."""
    worse = np.zeros(len(rows), np.bool_)
    refused_row, refused_person = np.divmod(facts.refused, facts.people)
    for place in np.intersect1d(person, refused_person).tolist():
        mine = np.flatnonzero(person == place)
        against = vectors[refused_row[refused_person == place]]
        worse[mine] = (vectors[rows[mine]] @ against.T).max(axis=1) > likeness[mine]
    return worse


def _one_a_photo(
    rows: NDArray[np.int64],
    person_ids: NDArray[np.int64],
    likeness: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
) -> list[tuple[int, int, float]]:
    """Return the suggestions by row, of two for one person in one photo the more alike."""
    order = np.lexsort((rows, -likeness))
    places = np.stack([photo_ids[rows[order]], person_ids[order]], axis=1)
    _, first = np.unique(places, axis=0, return_index=True)
    kept = order[first]
    kept = kept[np.argsort(rows[kept])]
    return list(
        zip(rows[kept].tolist(), person_ids[kept].tolist(), likeness[kept].tolist(), strict=True)
    )
