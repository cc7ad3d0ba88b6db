"""Who may be several people, and how to take them apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facegallery.actions.people import Who
from facegallery.actions.perform import count
from facegallery.catalog import assignments, embeddings, groups, likely, mirror_photos, properties
from facegallery.catalog.embeddings import FaceVectors
from facegallery.catalog.library import Catalog, Library
from facegallery.catalog.likely import LikelyMixed
from facegallery.catalog.whose_faces import NOBODY
from facegallery.domain.errors import NotPossible
from facegallery.domain.person import CONFIRMED, Kind
from facegallery.domain.words import sentence, together
from facegallery.grouping.centring import centred
from facegallery.grouping.means import mean_vectors
from facegallery.grouping.obeying import photos_apart
from facegallery.grouping.parting import Parts, propose_parts
from facegallery.vision import registry

# Of 300 people of LFW with five photos or more, cut in two, one in a hundred falls into parts less
# alike than 0.42; two people's are, at most 0.36 even of those who look most alike, 0.17 usually.
ALIKE_PARTS = 0.38
# The squared length of the mean of their vectors is below this for all mixes of two people.
LOOSE = 0.64
FEWEST = 5  # faces of whom it can be told
FEWEST_APART = 2  # in the smaller part: one odd face is easier taken out by hand
LOOKED_AT = 200  # the loosest groups and people, that is; each costs some milliseconds
SAMPLE = 200  # faces of one that are looked at


@dataclass(frozen=True, slots=True)
class SplitProposal:
    """How a group or person could be taken apart.

    parts: face ids; of a person the part with the face on their card first, so that the name stays
    with that face; then the largest. In each the surest first, those on the border last.
    likeness: average similarity of the two parts most alike. why: a sentence for the user.
    """

    who: Who
    parts: tuple[tuple[int, ...], ...]
    likeness: float
    why: str


def propose_split(library: Library, who: Who, parts: int = 2) -> SplitProposal:
    """Return how a group or person could be taken apart; see actions.split.Split.

    Raises NoSuchPerson, and NotPossible where there are too few faces to tell.
    """
    with library.open(read_only=True) as db:
        card = who.card(db)
        face_ids = members(db, who)
        recognizer = properties.value(db, embeddings.RECOGNIZER)
        known = embeddings.of_faces(db, recognizer, face_ids) if recognizer else None
        mirrors = mirror_photos.ids(db)
    if known is None or recognizer is None or len(known.face_ids) < max(2, parts):
        raise NotPossible(sentence("There are too few faces to make {0} parts of them.", parts))
    found = _parts(known, recognizer, mirrors, parts)
    named = [_ordered(known.face_ids, found, part) for part in range(found.labels.max() + 1)]
    if card.kind == "person":
        named.sort(key=lambda part: card.cover_face not in part)
    why = _why(card.name or sentence("this group"), list(map(len, named)), found, recognizer)
    missing = tuple(sorted(set(face_ids) - set(known.face_ids.tolist())))
    return SplitProposal(who, (named[0] + missing, *named[1:]), found.likeness, why)


def refresh_mixed(db: Catalog, known: FaceVectors, recognizer: str) -> None:
    """Note which groups and people may be several people; after regrouping.

    known: of all faces. Of the loosest only, so that it takes a second or two at most.
    """
    mirrors = mirror_photos.ids(db)
    vectors = centred(known.vectors, recognizer)
    spread = registry.recognizer_info(recognizer).spread
    found = []
    for kind, number, rows in _loosest(db, known, vectors, _loose(spread)):
        some = rows[_sample(len(rows))]
        photo_ids = photos_apart(known.photo_ids[some], mirrors)
        one = _likely_mixed(kind, number, vectors[some], photo_ids, len(rows), spread)
        found += [] if one is None else [one]
    likely.save_mixed(db, found)


def look_again_for_mixed(db: Catalog, recognizer: str, asked: Sequence[Who]) -> None:
    """Note which of these groups and people may be several people, after their faces changed."""
    spread = registry.recognizer_info(recognizer).spread
    mirrors = mirror_photos.ids(db)
    found = []
    for who in asked:
        face_ids = members(db, who)
        if len(face_ids) < FEWEST:
            continue
        some = np.array(face_ids)[_sample(len(face_ids))]
        known = embeddings.of_faces(db, recognizer, some.tolist())
        vectors = centred(known.vectors, recognizer)
        if len(vectors) < FEWEST or np.square(vectors.mean(axis=0)).sum() >= _loose(spread):
            continue
        photo_ids = photos_apart(known.photo_ids, mirrors)
        one = _likely_mixed(who.kind, who.number, vectors, photo_ids, len(face_ids), spread)
        found += [] if one is None else [one]
    likely.save_mixed_of(db, [(who.kind, who.number) for who in asked], found)


def _sample(count: int) -> NDArray[np.int64]:
    return np.unique(np.linspace(0, count - 1, SAMPLE).astype(np.int64))


def _loose(spread: float) -> float:
    return 1 - (1 - LOOSE) * spread


def _likely_mixed(
    kind: Kind,
    number: int,
    vectors: NDArray[np.float32],
    photo_ids: NDArray[np.int64],
    faces: int,
    spread: float,
) -> LikelyMixed | None:
    """Return a group or person as likely mixed, where a sample of its faces looks like that."""
    parts = propose_parts(vectors, photo_ids)
    smaller = int(np.bincount(parts.labels).min() * faces / len(vectors))
    if parts.likeness < 1 - (1 - ALIKE_PARTS) * spread and smaller >= FEWEST_APART:
        return LikelyMixed(kind, number, parts.likeness, smaller)
    return None


def _loosest(
    db: Catalog, known: FaceVectors, vectors: NDArray[np.float32], below: float
) -> list[tuple[Kind, int, NDArray[np.int64]]]:
    """Return kind, number and rows of the groups and people whose faces are least alike."""
    group_of = {face: number for number, faces in groups.members(db).items() for face in faces}
    in_group = np.array([group_of.get(face, NOBODY) for face in known.face_ids.tolist()], np.int64)
    kinds: tuple[tuple[Kind, NDArray[np.int64]], ...] = (
        ("group", in_group),
        ("person", known.person_ids),
    )
    found: list[tuple[float, Kind, int, NDArray[np.int64]]] = []
    for kind, owner in kinds:
        rows = np.flatnonzero(owner != NOBODY)
        rows = rows[np.argsort(owner[rows], kind="stable")]
        numbers, unit = np.unique(owner[rows], return_inverse=True)
        means, sizes = mean_vectors(vectors[rows], unit)
        cohesion = np.einsum("ij,ij->i", means, means)
        starts = np.cumsum(sizes) - sizes
        for place in np.flatnonzero((sizes >= FEWEST) & (cohesion < below)).tolist():
            mine = rows[starts[place] : starts[place] + sizes[place]]
            found.append((float(cohesion[place]), kind, int(numbers[place]), mine))
    found.sort(key=lambda one: one[:3])
    return [(kind, number, rows) for _, kind, number, rows in found[:LOOKED_AT]]


def members(db: Catalog, who: Who) -> list[int]:
    """Return the ids of the faces of a group, or of a person's confirmed ones."""
    if who.kind == "group":
        return groups.face_ids(db, who.number)
    return assignments.face_ids(db, who.number, CONFIRMED)


def _parts(known: FaceVectors, recognizer: str, mirrors: set[int], parts: int) -> Parts:
    vectors = centred(known.vectors, recognizer)
    return propose_parts(vectors, photos_apart(known.photo_ids, mirrors), parts)


def _ordered(face_ids: NDArray[np.int64], found: Parts, part: int) -> tuple[int, ...]:
    """Return the faces of a part, the surest first."""
    rows = np.flatnonzero(found.labels == part)
    rows = rows[np.argsort(-found.sureness[rows], kind="stable")]
    return tuple(face_ids[rows].tolist())


def _why(name: str, sizes: Sequence[int], found: Parts, recognizer: str) -> str:
    parts = together(count(size, "face") for size in sizes)
    alike = round(100 * max(0.0, found.likeness))
    spread = registry.recognizer_info(recognizer).spread
    line = 1 - (1 - ALIKE_PARTS) * spread
    usual = round(100 * line)
    verdict = (
        sentence("two people, most likely")
        if found.likeness < line
        else sentence("usual for one person's many looks")
    )
    return sentence(
        "{0} of {1}: the parts are {2} % alike on average, {3} (the parts of one person nearly "
        "always are {4} % or more).",
        *(parts, name, alike, verdict, usual),
    )
