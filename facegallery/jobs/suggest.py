"""Suggest the people that faces without one may show; after each scan and each decision."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery import courtesy
from facegallery.actions.people import Who
from facegallery.catalog import (
    assignments,
    differences,
    likely,
    mirror_photos,
    people,
    properties,
)
from facegallery.catalog.face_matrix import FaceMatrix
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.likely import LikelySame
from facegallery.domain.person import Suggestion
from facegallery.domain.progress import CancelToken
from facegallery.grouping.kept import Kept, KeptExamples
from facegallery.grouping.looks import TimeRules
from facegallery.grouping.obeying import pairs_apart, photos_apart
from facegallery.grouping.similar_groups import similar_groups
from facegallery.grouping.suggestions import Suggested, SuggestionRules, suggest
from facegallery.grouping.units import Faces, People
from facegallery.jobs.chance import chance_of, joined_from
from facegallery.jobs.discards import note_likely_not_faces
from facegallery.jobs.kept_likeness import KeptLikeness
from facegallery.jobs.known_faces import KnownFaces, StoredVectors
from facegallery.jobs.regroup import row_sides, rules_of
from facegallery.jobs.split import look_again_for_mixed
from facegallery.vision import registry

MOST_LOOKED_AT = 50  # groups and people who may be several, after an answer
# Questions, all of which are weighed for the next one; the next refresh finds the others.
MOST_KEPT = 400
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
        time=TimeRules(usual.time.weight * info.spread),
    )


@courtesy.background()
def refresh_suggestions(library: Library, cancel: CancelToken | None = None) -> int:
    """Suggest anew for every face that is nobody's yet; return how many suggestions changed.

    Nothing is suggested that the user rejected, nor a person who is confirmed in the same photo,
    or was not born when it was taken. Groups that may be somebody, but not clearly, are kept as
    questions. Reads, computes without a transaction, then writes what differs in one.
    """
    with library.open(again=True) as db:
        recognizer = properties.value(db, "recognizer")
        if recognizer is None:
            return 0
        matrix = FaceMatrix(library.folder, recognizer)
        matrix.sync(db)
        rules = suggestion_rules_of(recognizer)
        file = KeptLikeness(matrix, f"{rules}")
        known = _known(library, db, matrix, recognizer, file.kept.examples)
        found = suggest(known.faces, known.people, known.rejected, rules, file.kept)
        if cancel is not None:
            cancel.raise_if_set()
        alike = _alike_groups(known, recognizer, rules, file.kept)
        if cancel is not None:
            cancel.raise_if_set()
        file.save()
        _look_for_mixed(db, recognizer, found)
        note_likely_not_faces(
            db, recognizer, known.face_ids, known.faces.vectors, rules.group_similarity
        )
        sure = rules.group_similarity
        likely.save_same(db, _worth_most(found, alike, known, recognizer, sure))
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
    library: Library, db: Catalog, matrix: FaceMatrix, recognizer: str, kept: KeptExamples
) -> _Known:
    faces = KnownFaces.read(library, db, matrix)
    free, named = faces.only(faces.free), faces.only(faces.named)
    mirrors = mirror_photos.ids(db)
    born = {
        person_id: np.datetime64(date if len(date) > len("1984") else f"{date}-01-01", "D")
        for person_id, date in people.birth_dates(db).items()
    }
    said = differences.faces(db)
    return _Known(
        free.face_ids,
        Faces(
            StoredVectors(matrix, recognizer, free.rows),
            photos_apart(free.photo_ids, mirrors),
            free.group_ids,
            free.days.astype("datetime64[D]"),
            free.face_ids,
        ),
        People(
            StoredVectors(matrix, recognizer, named.rows),
            named.person_ids,
            photos_apart(named.photo_ids, mirrors),
            named.quality,
            born,
            named.face_ids,
            named.days.astype("datetime64[D]"),
            kept.may_speak(named.person_ids, named.face_ids),
        ),
        _rejected(free.face_ids, assignments.rejections(db) + refusals_that_follow(db, said)),
        [(int(one), int(other)) for one, other in pairs_apart(row_sides(said, free.face_ids))],
        properties.strictness(db),
    )


def _look_for_mixed(db: Catalog, recognizer: str, found: Suggested) -> None:
    """Note anew of those with other faces than before whether they may be several people."""
    changed = [Who("group", number) for number in found.changed_groups]
    changed += [Who("person", number) for number in found.changed_people]
    if len(changed) <= MOST_LOOKED_AT:
        look_again_for_mixed(db, recognizer, changed)


def _worth_most(
    found: Suggested, alike: list[LikelySame], known: _Known, recognizer: str, least: float
) -> list[LikelySame]:
    """Return the pairs that are worth most to ask about: many faces, and likely enough.

    found.groups may be a person, alike are pairs of groups; least: likeness of a sure person.
    """
    spread = registry.recognizer_info(recognizer).spread
    merge_line = joined_from(rules_of(recognizer, known.strictness))
    sizes = np.bincount(known.faces.labels[known.faces.labels >= 0])
    asked = np.array(found.groups).reshape(-1, 3)  # label, person id, likeness
    pairs = [(one.group_id, one.other_id, one.likeness) for one in alike]
    both = np.array(pairs).reshape(-1, 3)
    smaller = np.concatenate([sizes[asked[:, 0].astype(np.int64)],
                              sizes[both[:, :2].astype(np.int64)].min(axis=1)])  # fmt: skip
    over = np.concatenate([asked[:, 2] - least, both[:, 2] - merge_line])
    worth = smaller * chance_of(over, 0.0, spread)
    most = np.argsort(-worth, kind="stable")[:MOST_KEPT].tolist()
    people = len(found.groups)
    return [_of_person(found.groups[place]) if place < people else alike[place - people]
            for place in most]  # fmt: skip


def _of_person(asked: tuple[int, int, float]) -> LikelySame:
    group_id, person_id, likeness = asked
    return LikelySame(group_id, None, person_id, likeness)


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
