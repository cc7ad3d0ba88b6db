"""Suggest the people that faces without one may show; after each scan and each decision."""

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog import assignments, embeddings, groups, properties
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.person import Suggestion
from facegallery.domain.progress import CancelToken
from facegallery.grouping.centring import centred
from facegallery.grouping.suggestions import People, SuggestionRules, suggest
from facegallery.vision import registry

NOBODY = -1
NO_GROUP = -1


def suggestion_rules_of(recognizer: str) -> SuggestionRules:
    """Return the rules of suggestions that fit a recognizer's embeddings."""
    info = registry.recognizer_info(recognizer)
    usual = SuggestionRules()
    return SuggestionRules(
        group_similarity=info.suggest_similarity,
        lone_more=usual.lone_more * info.spread,
        margin=usual.margin * info.spread,
    )


def refresh_suggestions(library: Library, cancel: CancelToken | None = None) -> int:
    """Suggest anew for every face that is nobody's yet; return how many suggestions changed.

    Nothing is suggested that the user rejected, nor a person who is confirmed in the same photo.
    Reads, computes without a transaction, then writes what differs in one.
    """
    with library.open() as db:
        recognizer = properties.value(db, "recognizer")
        if recognizer is None:
            return 0
        known = embeddings.of_model(db, recognizer)
        free = known.person_ids == NOBODY
        if free.all() or not free.any():
            return assignments.replace_suggestions(db, [])
        face_ids = known.face_ids[free]
        vectors = centred(known.vectors, recognizer)
        people = People(
            vectors[~free],
            known.person_ids[~free],
            known.photo_ids[~free],
            known.quality[~free],
        )
        found = suggest(
            vectors[free],
            known.photo_ids[free],
            _labels(db, face_ids),
            people,
            _rejected(db, face_ids),
            suggestion_rules_of(recognizer),
        )
        if cancel is not None:
            cancel.raise_if_set()
        return assignments.replace_suggestions(
            db, [Suggestion(int(face_ids[row]), person, value) for row, person, value in found]
        )


def _labels(db: Catalog, face_ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the group of each face, NO_GROUP where it has none."""
    group_of = {
        face_id: group_id for group_id, members in groups.members(db).items() for face_id in members
    }
    return np.array([group_of.get(int(face_id), NO_GROUP) for face_id in face_ids], np.int64)


def _rejected(db: Catalog, face_ids: NDArray[np.int64]) -> set[tuple[int, int]]:
    """Return what the user rejected as (row, person id)."""
    row_of = {int(face_id): row for row, face_id in enumerate(face_ids)}
    return {
        (row_of[face_id], person_id)
        for face_id, person_id in assignments.rejections(db)
        if face_id in row_of
    }
