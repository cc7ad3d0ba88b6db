"""Why a face is, or is not, suggested to somebody: for the user who asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog import (
    assignments,
    differences,
    embeddings,
    faces,
    groups,
    mirror_photos,
    people,
    photos,
    properties,
)
from facegallery.catalog.embeddings import FaceVectors
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.whose_faces import NOBODY
from facegallery.domain.errors import NoSuchFace
from facegallery.domain.face import Face
from facegallery.grouping.centring import centred
from facegallery.grouping.likeness import best_mean
from facegallery.grouping.looks import Looks, standings
from facegallery.grouping.suggestions import SuggestionRules, learned_from
from facegallery.grouping.units import People
from facegallery.jobs.regroup import rules_of
from facegallery.jobs.suggest import refusals_that_follow, suggestion_rules_of

NEAREST_FACES, NEAREST_PEOPLE = 8, 3  # to show; no more is read through

Floats = NDArray[np.float32]


class Obstacle(Enum):
    """What keeps a face from being suggested to a person, as grouping.suggestions decides it."""

    REJECTED = "the user said no"
    IN_PHOTO = "the person is confirmed in the same photo"
    GROUP_APART = "others of the group are in photos that show the person already"
    UNBORN = "the photo was taken before the person's birth"
    TOO_FAR = "the distance is above the line"
    OTHER_NEARER = "another person is nearer"
    NOT_CLEAR = "another person is nearly as near"
    LEARNED = "the user rejected faces for the person that are nearly as near"
    LIKE_REJECTED = "it is more like a face that the user rejected for the person"
    OTHER_FACE = "another face in the photo is suggested to the person"


@dataclass(frozen=True, slots=True)
class NearFace:
    """A confirmed face and how far it is: cosine distance, as suggestions measure it."""

    face: Face
    distance: float


@dataclass(frozen=True, slots=True)
class NearPerson:
    """A person and how far the face, or its group, is from their best few faces.

    obstacle: what keeps it from being suggested to them; None where nothing does.
    """

    person_id: int
    name: str
    distance: float
    obstacle: Obstacle | None


@dataclass(frozen=True, slots=True)
class Why:
    """What there is to say of a face. Nearest first: faces of anybody, then people.

    compared: False where the recognizer has not described the face, its photo being away.
    judged: faces that were judged together, 1 for the face alone. line: the distance up to which
    it is suggested. margin: how much nearer than the next a person must be. low_quality: too poor
    to start a group.
    """

    face: Face
    recognizer: str | None
    compared: bool
    judged: int
    line: float
    low_quality: bool
    margin: float = 0.0
    faces: tuple[NearFace, ...] = ()
    people: tuple[NearPerson, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """A face and what is known. vectors: of all faces, centred; row: of the face.

    rows: of all faces that are judged together, only the face's own where it is judged alone.
    rejections: (face id, person id) of all that the user said no to, in so many words or by
    telling faces apart of which one has a name since. mirrors: photos that may show one person
    twice. born: birth dates by person.
    """

    face: Face
    known: FaceVectors
    vectors: Floats
    row: int
    rows: NDArray[np.int64]
    rejections: frozenset[tuple[int, int]]
    rules: SuggestionRules
    mirrors: frozenset[int]
    born: Mapping[int, str]

    @property
    def least(self) -> float:
        """The likeness from which the face is suggested."""
        alone = len(self.rows) == 1
        return self.rules.group_similarity + (self.rules.lone_more if alone else 0.0)

    @property
    def confirmed(self) -> NDArray[np.int64]:
        """The rows of all confirmed faces but the one asked about."""
        mine = self.known.person_ids != NOBODY
        mine[self.row] = False
        return np.flatnonzero(mine)


def why(library: Library, face_id: int) -> Why:
    """Tell which confirmed faces and which people a face is like, and what was made of it.

    Reads all embeddings: runs beside the window. Raises NoSuchFace.
    """
    with library.open(read_only=True) as db:
        face = faces.by_id(db, face_id)
        if face is None:
            raise NoSuchFace(face_id)
        recognizer = properties.value(db, embeddings.RECOGNIZER)
        if recognizer is None:
            return Why(face, None, compared=False, judged=1, line=0.0, low_quality=False)
        low = face.quality < rules_of(recognizer).least_quality
        known = embeddings.of_model(db, recognizer)
        place = np.flatnonzero(known.face_ids == face_id)
        if len(place) == 0:
            return Why(face, recognizer, compared=False, judged=1, line=0.0, low_quality=low)
        case = _case(db, face, known, int(place[0]), recognizer)
        return Why(
            face,
            recognizer,
            compared=True,
            judged=len(case.rows),
            line=1 - case.least,
            low_quality=low,
            margin=case.rules.margin,
            faces=_nearest_faces(db, case),
            people=_nearest_people(db, case),
        )


def _case(db: Catalog, face: Face, known: FaceVectors, row: int, recognizer: str) -> _Case:
    """Return the case of a face: with its group, unless the user said no to one of its faces."""
    followed = refusals_that_follow(db, differences.faces(db))
    rejections = frozenset(assignments.rejections(db) + followed)
    rows = np.array([row])
    if known.person_ids[row] == NOBODY and face.group_id is not None:
        members = groups.face_ids(db, face.group_id)
        if not {refused for refused, _person in rejections} & set(members):
            rows = np.flatnonzero(np.isin(known.face_ids, members))
    vectors = centred(known.vectors, recognizer)
    return _Case(
        face,
        known,
        vectors,
        row,
        rows,
        rejections,
        suggestion_rules_of(recognizer),
        frozenset(mirror_photos.ids(db)),
        people.birth_dates(db),
    )


def _nearest_faces(db: Catalog, case: _Case) -> tuple[NearFace, ...]:
    rows = case.confirmed
    likeness = case.vectors[rows] @ case.vectors[case.row]
    order = np.lexsort((case.known.face_ids[rows], -likeness))[:NEAREST_FACES]
    distance = {
        int(case.known.face_ids[rows[place]]): max(0.0, 1 - float(likeness[place]))
        for place in order
    }
    return tuple(NearFace(face, distance[face.id]) for face in faces.by_ids(db, list(distance)))


def _nearest_people(db: Catalog, case: _Case) -> tuple[NearPerson, ...]:
    """Return the people nearest to the case, each with what keeps it from being suggested."""
    rows = case.confirmed
    ids, places = np.unique(case.known.person_ids[rows], return_inverse=True)
    if len(ids) == 0:
        return ()
    taken = photos.days(db, case.known.photo_ids[rows])
    confirmed = People(
        case.vectors[rows],
        case.known.person_ids[rows],
        case.known.photo_ids[rows],
        case.known.quality[rows],
        taken=taken,
    )
    examples = confirmed.examples(places, case.rules.examples)
    middle = np.tile(case.vectors[case.rows].mean(axis=0), (len(ids), 1))
    likeness = examples.likeness(middle, np.arange(len(ids)), case.rules.best)
    ranked = np.lexsort((ids, -likeness))
    possible = [place for place in ranked.tolist() if _said(case, int(ids[place])) is None]
    looks = Looks(examples, taken[examples.rows], case.rules.time)
    standing = _standings(db, case, looks, middle, likeness, np.array(possible, np.int64))
    standing_of = dict(zip(ids[possible].tolist(), standing.tolist(), strict=True))
    names = dict(people.names(db))
    found = []
    for place in ranked[:NEAREST_PEOPLE].tolist():
        person_id, value = int(ids[place]), float(likeness[place])
        obstacle = _obstacle(db, case, person_id, value, standing_of)
        found.append(NearPerson(person_id, names[person_id], max(0.0, 1 - value), obstacle))
    return tuple(found)


def _standings(
    db: Catalog,
    case: _Case,
    looks: Looks,
    middle: Floats,
    likeness: Floats,
    possible: NDArray[np.int64],
) -> Floats:
    """Return by what the possible people (K,) are ranked; see grouping.looks.

    middle: (people, D) the case's mean vector for each; likeness: (people,); possible: places among
    these, the likeliest first.
    """
    days = photos.days(db, case.known.photo_ids[case.rows])

    def at_the_time(some: NDArray[np.int64]) -> Floats:
        spans = (days.min().repeat(len(some)), days.max().repeat(len(some)))
        return looks.likeness(middle[some], spans, possible[some], case.rules.best)

    as_one = np.zeros(len(possible), np.int64)
    return standings(as_one, likeness[possible], case.rules.contest, at_the_time)


def _obstacle(
    db: Catalog, case: _Case, person_id: int, value: float, standing: Mapping[int, float]
) -> Obstacle | None:
    """Return the most telling of what speaks against a person, None where nothing does.

    value: the likeness to them; standing: of all against whom the user has said nothing, by which
    they are ranked.
    """
    if case.face.state is not None and case.face.person_id == person_id:
        return None
    said = _said(case, person_id)
    if said == Obstacle.REJECTED or (said is not None and value >= case.least):
        return said
    if value < case.least:
        return Obstacle.TOO_FAR
    rival = max((one for other, one in standing.items() if other != person_id), default=-1.0)
    if standing[person_id] < rival:
        return Obstacle.OTHER_NEARER
    if standing[person_id] - rival < case.rules.margin:
        return Obstacle.NOT_CLEAR
    learned = value < case.least + _learned(case, person_id)
    return Obstacle.LEARNED if learned else _beside(db, case, person_id)


def _learned(case: _Case, person_id: int) -> float:
    """Return how much more likeness the person needs, for faces were refused for them."""
    refused = [face_id for face_id, person in case.rejections if person == person_id]
    against = case.vectors[np.isin(case.known.face_ids, refused)]
    mine = case.confirmed[case.known.person_ids[case.confirmed] == person_id]
    if len(against) == 0 or len(mine) == 0:
        return 0.0
    return learned_from(best_mean(against @ case.vectors[mine].T, case.rules.best), case.rules)


def _said(case: _Case, person_id: int) -> Obstacle | None:
    """Return what the user has said that speaks against a person."""
    if (case.face.id, person_id) in case.rejections:
        return Obstacle.REJECTED
    photo_ids = case.known.photo_ids
    confirmed = case.confirmed
    shown = photo_ids[confirmed[case.known.person_ids[confirmed] == person_id]]
    if case.face.photo_id in shown and case.face.photo_id not in case.mirrors:
        return Obstacle.IN_PHOTO
    born = case.born.get(person_id)
    if born is not None and case.face.taken_at is not None and case.face.taken_at < born:
        return Obstacle.UNBORN
    apart = np.isin(photo_ids[case.rows], shown)
    return Obstacle.GROUP_APART if apart.mean() > case.rules.shared_photos else None


def _beside(db: Catalog, case: _Case, person_id: int) -> Obstacle | None:
    """Return what other faces say against a person: rejected ones, and those in the photo."""
    refused = [face_id for face_id, person in case.rejections if person == person_id]
    own = case.vectors[case.row]
    mine = case.vectors[case.known.person_ids == person_id] @ own
    against = case.vectors[np.isin(case.known.face_ids, refused)] @ own
    if len(against) and against.max() > np.sort(mine)[-case.rules.best :].mean():
        return Obstacle.LIKE_REJECTED
    for other in faces.of_photo(db, case.face.photo_id):
        if other.id != case.face.id and other.person_id == person_id:
            return Obstacle.OTHER_FACE
    return None
