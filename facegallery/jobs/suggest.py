"""Suggest the people that faces without one may show; after each scan and each decision."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.actions.people import Who
from facegallery.catalog import (
    assignments,
    differences,
    embeddings,
    likely,
    mirror_photos,
    people,
    photos,
    properties,
)
from facegallery.catalog.face_matrix import FaceMatrix
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.likely import LikelySame
from facegallery.domain.person import Suggestion
from facegallery.domain.progress import CancelToken
from facegallery.grouping.kept import Kept, KeptExamples
from facegallery.grouping.obeying import pairs_apart, photos_apart
from facegallery.grouping.similar_groups import similar_groups
from facegallery.grouping.suggestions import Suggested, SuggestionRules, suggest
from facegallery.grouping.units import Faces, People, marks_of_people
from facegallery.jobs.chance import chance_of, joined_from
from facegallery.jobs.kept_likeness import KeptLikeness
from facegallery.jobs.known_faces import KnownFaces, StoredVectors
from facegallery.jobs.regroup import row_sides, rules_of
from facegallery.jobs.split import look_again_for_mixed
from facegallery.vision import registry

NOBODY = -1
MOST_LOOKED_AT = 50  # groups and people who may be several, after an answer
MOST_KEPT = (
    400  # questions, all of which are weighed for the next one; the next refresh finds the others
)
ASK_BELOW = 0.12  # how far below the line of merging two groups are worth a question, for SFace


def suggestion_rules_of(recognizer: str) -> SuggestionRules:
    """Return the rules of suggestions that fit a recognizer's embeddings."""
    info = registry.recognizer_info(recognizer)
    usual = SuggestionRules()
    return SuggestionRules(
        group_similarity=info.suggest_similarity,
        lone_more=usual.lone_more * info.spread,
        margin=usual.margin * info.spread,
        most_learned=usual.most_learned * info.spread,
        ask_below=usual.ask_below * info.spread,
    )


def refresh_suggestions(library: Library, cancel: CancelToken | None = None) -> int:
    """Suggest anew for every face that is nobody's yet; return how many suggestions changed.

    Nothing is suggested that the user rejected, nor a person who is confirmed in the same photo,
    or was not born when it was taken. Groups that may be somebody, but not clearly, are kept as
    questions. Reads, computes without a transaction, then writes what differs in one.
    """
    with library.open() as db:
        recognizer = properties.value(db, "recognizer")
        if recognizer is None:
            return 0
        matrix = FaceMatrix(library.folder, recognizer)
        matrix.sync(db)
        rules = suggestion_rules_of(recognizer)
        file = KeptLikeness(matrix, f"{rules}")
        known = _known(db, matrix, recognizer, file.kept.examples, rules.examples)
        found = suggest(known.faces, known.people, known.rejected, rules, file.kept)
        if cancel is not None:
            cancel.raise_if_set()
        alike = _alike_groups(known, recognizer, rules, file.kept)
        if cancel is not None:
            cancel.raise_if_set()
        file.save()
        _look_for_mixed(db, recognizer, found)
        likely.save_same(db, _worth_most(_questions(found) + alike, known, recognizer, rules))
        return assignments.replace_suggestions(
            db,
            [
                Suggestion(int(known.face_ids[row]), person, value)
                for row, person, value in found.faces
            ],
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """All that suggestions rest on. face_ids: (N,) of the faces without a person.

    rejected: (row, person id) that the user said no to. apart: pairs of rows told apart.
    strictness: of grouping.
    """

    face_ids: NDArray[np.int64]
    faces: Faces
    people: People
    rejected: set[tuple[int, int]]
    apart: list[tuple[int, int]]
    strictness: int


def _known(
    db: Catalog, matrix: FaceMatrix, recognizer: str, kept: KeptExamples, most: int
) -> _Known:
    faces = KnownFaces.read(db, matrix)
    free, named = faces.free, faces.named
    quality, years = _as_examples(db, faces.only(named), kept, most)
    face_ids = faces.face_ids[free]
    photo_ids = photos_apart(faces.photo_ids, mirror_photos.ids(db))
    born = {
        person_id: np.datetime64(date if len(date) > len("1984") else f"{date}-01-01", "D")
        for person_id, date in people.birth_dates(db).items()
    }
    taken = photos.days(db, faces.photo_ids[free]) if born else None
    said = differences.faces(db)
    return _Known(
        face_ids,
        Faces(
            StoredVectors(matrix, recognizer, faces.rows[free]),
            photo_ids[free],
            faces.group_ids[free],
            taken,
            face_ids,
        ),
        People(
            StoredVectors(matrix, recognizer, faces.rows[named]),
            faces.person_ids[named],
            photo_ids[named],
            quality,
            born,
            faces.face_ids[named],
            years,
        ),
        _rejected(face_ids, assignments.rejections(db) + refusals_that_follow(db, said)),
        [(int(one), int(other)) for one, other in pairs_apart(row_sides(said, face_ids))],
        properties.strictness(db),
    )


def _as_examples(
    db: Catalog, faces: KnownFaces, kept: KeptExamples, most: int
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return quality and year of confirmed faces, by which the `most` examples are chosen.

    Of people whose faces are as they were those chosen last time have a quality of 1, others of 0.
    Years are asked for where not all of a person's faces are compared.
    """
    _, place, sizes = np.unique(faces.person_ids, return_inverse=True, return_counts=True)
    known = kept.are_of(marks_of_people(faces.person_ids, faces.face_ids))[place]
    quality, years = np.zeros(len(place), np.float32), np.zeros(len(place), np.int64)
    quality[known] = np.isin(faces.face_ids[known], kept.face_ids)
    others, many = np.flatnonzero(~known), np.flatnonzero(~known & (sizes[place] > most))
    quality[others] = embeddings.qualities(db, faces.face_ids[others])
    years[many] = photos.years(db, faces.photo_ids[many])
    return quality, years


def _look_for_mixed(db: Catalog, recognizer: str, found: Suggested) -> None:
    """Note anew of those with other faces than before whether they may be several people."""
    changed = [Who("group", number) for number in found.changed_groups]
    changed += [Who("person", number) for number in found.changed_people]
    if len(changed) <= MOST_LOOKED_AT:
        look_again_for_mixed(db, recognizer, changed)


def _questions(found: Suggested) -> list[LikelySame]:
    """Return the groups that may be a person; the labels are the groups' ids."""
    return [
        LikelySame(group_id, None, person_id, likeness)
        for group_id, person_id, likeness in found.groups
    ]


def _worth_most(
    pairs: list[LikelySame], known: _Known, recognizer: str, rules: SuggestionRules
) -> list[LikelySame]:
    """Return the pairs that are worth most to ask about: many faces, and likely enough."""
    spread = registry.recognizer_info(recognizer).spread
    merge_line = joined_from(rules_of(recognizer, known.strictness))
    labels, sizes = np.unique(known.faces.labels, return_counts=True)

    def faces(group_ids: list[int]) -> NDArray[np.int64]:
        return np.asarray(sizes[np.searchsorted(labels, group_ids)])

    smaller = np.minimum(
        faces([one.group_id for one in pairs]),
        faces([one.group_id if one.other_id is None else one.other_id for one in pairs]),
    )
    likeness = np.array([one.likeness for one in pairs])
    line = np.array([merge_line if one.person_id is None else rules.group_similarity
                     for one in pairs])  # fmt: skip
    worth = smaller * chance_of(likeness - line, 0.0, spread)
    return [pairs[place] for place in np.argsort(-worth, kind="stable")[:MOST_KEPT].tolist()]


def _alike_groups(
    known: _Known, recognizer: str, rules: SuggestionRules, kept: Kept
) -> list[LikelySame]:
    """Return the groups that may be one person."""
    grouping = rules_of(recognizer, known.strictness)
    spread = registry.recognizer_info(recognizer).spread
    merge_line = joined_from(grouping)
    least = grouping.least_similarity(len(known.face_ids)) - ASK_BELOW * spread

    def worth(faces: NDArray[np.int64], likeness: NDArray[np.float32]) -> NDArray[np.floating]:
        return faces * chance_of(likeness, merge_line, spread)

    pairs = similar_groups(
        known.faces, round(least, 2), rules.shared_photos, known.apart, worth, kept
    )
    return [
        LikelySame(min(one, other), max(one, other), None, likeness)
        for one, other, likeness in pairs
    ]


def _rejected(
    face_ids: NDArray[np.int64], rejections: list[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Return what was rejected as (row, person id)."""
    said = np.array(rejections, np.int64).reshape(-1, 2)
    rows = np.searchsorted(face_ids, said[:, 0])
    there = np.flatnonzero(np.isin(said[:, 0], face_ids))
    return set(zip(rows[there].tolist(), said[there, 1].tolist(), strict=True))


def refusals_that_follow(db: Catalog, said: list[differences.Sides]) -> list[tuple[int, int]]:
    """Return the (face id, person id) that follow from who is different: of faces that were told

    apart, one side has got a name since, so that the others are somebody else.
    """
    return [
        (face_id, person_id)
        for sides in said
        for named in sides
        for person_id in assignments.people_of(db, named)
        for side in sides
        if side is not named
        for face_id in side
    ]
