"""Which faces without a person look like somebody the user knows.

A face's likeness to a person is the mean of its best few similarities to that person's confirmed
faces: the best few, because a person has several looks (child and adult, glasses), and a mean of
all would be like none of them. A group is judged as a whole, by its mean vector.
"""

from collections.abc import Set
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from facegallery.grouping.kept import (
    Kept,
    KeptMeans,
    KeptPairs,
    Marks,
    Pairs,
    marks_of,
    marks_of_people,
)
from facegallery.grouping.labels import NO_GROUP
from facegallery.grouping.likeness import Examples, Vectors, likely_people
from facegallery.grouping.looks import ContestRules, Looks, TimeRules, standings
from facegallery.grouping.numbering import numbered
from facegallery.grouping.units import Faces, Facts, People, Units, allowed

MOST_ASKED = 2  # people of whom it is asked whether one group is them


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
    most_learned: how much more a person can need once the user has refused faces for them.
    ask_below: how far below group_similarity it is worth asking whether a group is the person.
    time: how the dates of photos tell which of several alike people it is.
    """

    group_similarity: float = 0.40
    lone_more: float = 0.05
    margin: float = 0.05
    best: int = 3
    examples: int = 200
    shared_photos: float = 0.05
    most_learned: float = 0.2
    ask_below: float = 0.15
    time: TimeRules = field(default_factory=TimeRules)

    @property
    def contest(self) -> ContestRules:
        """Between whom the dates of photos decide."""
        return ContestRules(self.group_similarity, self.margin + self.time.weight)


@dataclass(frozen=True, slots=True)
class Suggested:
    """What was found. faces: (row, person id, likeness), by row: each suggested to one person.

    groups: (label, person id, likeness) of groups that may be a person, but not clearly enough.
    changed_groups, changed_people: labels and ids of those that have other faces than what was
    kept; none where nothing was.
    """

    faces: tuple[tuple[int, int, float], ...] = ()
    groups: tuple[tuple[int, int, float], ...] = ()
    changed_groups: tuple[int, ...] = ()
    changed_people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Units and places of people that may belong together, by unit, with their likeness.

    standing: by which the people of one unit are ranked, the first one first; see looks.
    """

    unit: NDArray[np.int64]
    person: NDArray[np.int64]
    likeness: NDArray[np.float32]
    standing: NDArray[np.float32]


def suggest(
    faces: Faces,
    people: People,
    rejected: Set[tuple[int, int]],
    rules: SuggestionRules,
    kept: Kept | None = None,
) -> Suggested:
    """Return which of the faces without a person look like somebody, and which groups may.

    rejected: (row, person id) that the user said no to. A face whose photo shows the person
    already, or was taken before their birth, or that was rejected for them, is left out, and of
    two faces in one photo the less alike. A group that the user rejected a face of for a person is
    not suggested to them as a whole: each of its other faces must do on its own, and be more like
    the person than like what was rejected. kept: from the last time, and for the next one; what
    has not changed is not compared again.
    """
    kept = kept or Kept()
    ids, places = numbered(people.person_ids)
    if len(ids) == 0 or len(faces.vectors) == 0:
        return Suggested()
    examples = people.examples(places, rules.examples)
    if people.face_ids is not None:
        kept.examples.marks = marks_of_people(people.person_ids, people.face_ids)
        kept.examples.face_ids = people.face_ids[examples.rows]
    facts = Facts.of(faces, ids, people, places, rejected)
    groups = faces.groups
    bounds = rules.group_similarity + _learned(faces.vectors, examples, facts, rules)
    worth_asking = rules.group_similarity - max(rules.ask_below, rules.margin)
    looks = (
        None if people.taken is None else Looks(examples, people.taken[examples.rows], rules.time)
    )
    marks = _marks_of_people(examples, ids, people)
    likely = _Likely(faces, examples, looks, marks, facts, rules)
    changed = groups.labels(faces)[kept.groups.is_new(groups.marks(faces))]
    changed_people = ids[kept.groups.is_new_second(likely.marks)]
    pairs = likely.of(groups, worth_asking, kept.groups, kept.means)
    winner = _winners(groups, pairs, bounds, rules.margin)
    row, person = _faces_of(groups, winner, facts)
    alone = (faces.labels == NO_GROUP) | _in_refused_group(faces.labels, facts)
    alone[row] = False
    lone = Units.lone(faces, np.flatnonzero(alone))
    least = rules.group_similarity + rules.lone_more
    lone_pairs = likely.of(lone, least - rules.margin, kept.lone)
    lone_winner = _winners(lone, lone_pairs, bounds + rules.lone_more, rules.margin)
    lone_row, lone_person = _faces_of(lone, lone_winner, facts)
    row, person = np.concatenate([row, lone_row]), np.concatenate([person, lone_person])
    likeness = examples.likeness(faces.vectors[row], person, rules.best)
    good = ~_more_like_refused(faces.vectors, row, person, likeness, facts)
    return Suggested(
        _one_a_photo(row[good], ids[person[good]], likeness[good], faces.photo_ids),
        _open(pairs, winner, groups.labels(faces), ids),
        tuple(changed.tolist()),
        tuple(changed_people.tolist()),
    )


def _learned(
    vectors: Vectors, examples: Examples, facts: Facts, rules: SuggestionRules
) -> NDArray[np.float64]:
    """Return for each person (people,) how much more likeness they need than others.

    Where the user refused faces that would be suggested to them, there is somebody near who looks
    like them. Each such face moves their bound further towards the likest one of these: the first
    half of the way, the second two thirds.
    """
    more = np.zeros(facts.people)
    rows, person = np.divmod(facts.refused, facts.people)
    if len(rows):
        likeness = examples.likeness(vectors[rows], person, rules.best)
        for place in np.unique(person).tolist():
            more[place] = learned_from(likeness[person == place], rules)
    return more


def learned_from(refused: NDArray[np.float32], rules: SuggestionRules) -> float:
    """Return how much more likeness a person needs after these refusals.

    refused: the likeness to the person of each face that the user refused for them.
    """
    above = refused[refused >= rules.group_similarity] - rules.group_similarity
    if len(above) == 0:
        return 0.0
    return min(float(above.max()) * len(above) / (len(above) + 1), rules.most_learned)


def _open(
    pairs: _Pairs, winner: NDArray[np.int64], labels: NDArray[np.int64], ids: NDArray[np.int64]
) -> tuple[tuple[int, int, float], ...]:
    """Return (label, person id, likeness) of the groups that are nobody's clearly, each with the

    likeliest people it may be.
    """
    first = np.flatnonzero(np.diff(pairs.unit, prepend=-1))
    rank = np.arange(len(pairs.unit)) - np.repeat(first, np.diff(first, append=len(pairs.unit)))
    asked = np.flatnonzero((winner[pairs.unit] < 0) & (rank < MOST_ASKED))
    return tuple(
        zip(
            labels[pairs.unit[asked]].tolist(),
            ids[pairs.person[asked]].tolist(),
            pairs.likeness[asked].tolist(),
            strict=True,
        )
    )


def _in_refused_group(labels: NDArray[np.int64], facts: Facts) -> NDArray[np.bool_]:
    """Return (N,) which faces are in a group of which the user rejected a face for somebody."""
    groups = np.unique(labels[facts.refused // facts.people])
    return np.isin(labels, groups[groups != NO_GROUP])


def _marks_of_people(examples: Examples, ids: NDArray[np.int64], people: People) -> Marks:
    """Return by what people are known again: their number, and the faces that speak for them."""
    rows = examples.rows
    face_ids = rows if people.face_ids is None else people.face_ids[rows]
    faces = marks_of(face_ids, np.diff(examples.starts))
    return faces ^ marks_of(-ids, np.ones(len(ids), np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class _Likely:
    """Finds the units and people who are alike. marks: (people,) by which they are known again.

    looks: the examples with their dates, None where these are not to matter.
    """

    faces: Faces
    examples: Examples
    looks: Looks | None
    marks: Marks
    facts: Facts
    rules: SuggestionRules

    def of(
        self, units: Units, least: float, kept: KeptPairs, means: KeptMeans | None = None
    ) -> _Pairs:
        """Return the units and people as like as `least` whom nothing keeps apart, by unit.

        Of one unit the person of the highest standing comes first. means: where units are groups.
        """
        marks = units.marks(self.faces)
        known = None if means is None else means.refreshed(marks, units.means)

        def compare(some: NDArray[np.int64], people: NDArray[np.int64]) -> Pairs:
            if len(some) == 0 or len(people) == 0:
                return some[:0], people[:0], np.empty(0, np.float32)
            vectors = units.means(some) if known is None else known[some]
            examples = self.examples.only(people)
            unit, person, likeness = likely_people(vectors, examples, self.rules.best, least)
            return some[unit], people[person], likeness

        unit, person, likeness = kept.refreshed(marks, self.marks, least, compare)
        good = allowed(units, unit, person, self.facts, self.rules.shared_photos)
        unit, person, likeness = unit[good], person[good], likeness[good]
        order = np.lexsort((person, -likeness, unit))
        unit, person, likeness = unit[order], person[order], likeness[order]

        def at_the_time(places: NDArray[np.int64]) -> NDArray[np.float32]:
            some, place = np.unique(unit[places], return_inverse=True)
            vectors = units.means(some) if known is None else known[some]
            return self._at_the_time(units, unit[places], person[places], vectors[place])

        contest = self.rules.contest
        standing = likeness
        if self.looks is not None and self.faces.taken is not None:
            standing = standings(unit, likeness, contest, at_the_time)
        order = np.lexsort((person, -standing, unit))
        return _Pairs(unit[order], person[order], likeness[order], standing[order])

    def _at_the_time(
        self,
        units: Units,
        unit: NDArray[np.int64],
        person: NDArray[np.int64],
        vectors: NDArray[np.float32],
    ) -> NDArray[np.float32]:
        """Return the likeness of pairs by looks near in time. vectors: of the units of each."""
        assert self.looks is not None
        assert self.faces.taken is not None
        first, last = units.spans(self.faces.taken)
        return self.looks.likeness(vectors, (first[unit], last[unit]), person, self.rules.best)


def _winners(
    units: Units, pairs: _Pairs, bounds: NDArray[np.float64], margin: float
) -> NDArray[np.int64]:
    """Return for each unit the place of the person it clearly is, -1 where it is nobody clearly.

    bounds: (people,) the likeness that each person needs.
    """
    unit, likeness, standing = pairs.unit, pairs.likeness, pairs.standing
    first = np.flatnonzero(np.diff(unit, prepend=-1))
    second = np.minimum(first + 1, max(0, len(unit) - 1))
    contested = (unit[second] == unit[first]) & (second != first)
    ahead = ~contested | (standing[first] - standing[second] >= margin)
    won = first[ahead & (likeness[first] >= bounds[pairs.person[first]].astype(np.float32))]
    winner = np.full(len(units.sizes), -1, np.int64)
    winner[unit[won]] = pairs.person[won]
    return winner


def _faces_of(
    units: Units, winner: NDArray[np.int64], facts: Facts
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return rows and places of people: the faces of the units that are clearly somebody's."""
    whose = winner[units.unit]
    rows, whose = units.rows[whose >= 0], whose[whose >= 0]
    good = ~facts.is_shown(rows, whose) & ~facts.is_unborn(rows, whose)
    return rows[good], whose[good]


def _more_like_refused(
    vectors: Vectors,
    rows: NDArray[np.int64],
    person: NDArray[np.int64],
    likeness: NDArray[np.float32],
    facts: Facts,
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
) -> tuple[tuple[int, int, float], ...]:
    """Return the suggestions by row, of two for one person in one photo the more alike."""
    order = np.lexsort((rows, -likeness))
    places = np.stack([photo_ids[rows[order]], person_ids[order]], axis=1)
    _, first = np.unique(places, axis=0, return_index=True)
    kept = order[first]
    kept = kept[np.argsort(rows[kept])]
    return tuple(
        zip(rows[kept].tolist(), person_ids[kept].tolist(), likeness[kept].tolist(), strict=True)
    )
