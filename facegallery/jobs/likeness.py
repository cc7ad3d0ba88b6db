"""Photos with a face that resembles one: what `like:` in a query finds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog import embeddings, faces, photos, properties, search
from facegallery.catalog.face_matrix import FaceMatrix
from facegallery.catalog.library import Catalog, Library
from facegallery.domain.errors import NoSuchFace, NotPossible
from facegallery.domain.photo import Photo
from facegallery.domain.query import nodes
from facegallery.domain.query.nodes import Node
from facegallery.domain.query.parse import Query
from facegallery.domain.words import sentence
from facegallery.jobs.analyse import known_models
from facegallery.jobs.measure import look_at, with_faces
from facegallery.jobs.pool import worker_pool
from facegallery.paths import weights_folder
from facegallery.vision import registry

MOST_FACES = 1_000  # so many of the likest; each is measured exactly, and further down nobody looks


@dataclass(frozen=True, slots=True)
class Likenesses:
    """For each Like of a query the ids of its photos, likest first."""

    photos: dict[nodes.Like, list[int]] = field(default_factory=dict)

    @property
    def order(self) -> list[int] | None:
        """The order of the photos by likeness; None where likeness was not asked for."""
        for found in self.photos.values():
            return found
        return None


def likes_in(node: Node) -> Iterator[nodes.Like]:
    """Give every Like in a query, the first one first."""
    if isinstance(node, nodes.Like):
        yield node
    elif isinstance(node, nodes.Not):
        yield from likes_in(node.part)
    elif isinstance(node, nodes.And | nodes.Or):
        for part in node.parts:
            yield from likes_in(part)


def find(library: Library, db: Catalog, query: Query) -> Likenesses:
    """Look for what the query's Likes resemble.

    Raises NoSuchFace for an unknown number, PhotoUnreadable and NoFaceFound for a picture that
    has no face to look for, NotPossible where the face has no embedding.
    """
    wanted = list(dict.fromkeys(likes_in(query.node)))
    if not wanted:
        return Likenesses()
    model = properties.value(db, "recognizer")
    if model is None:  # nothing was scanned yet
        return Likenesses({like: [] for like in wanted})
    matrix = FaceMatrix(library.folder, model)
    matrix.sync(db)
    least = 1 - registry.recognizer_info(model).same_person_distance
    found = {}
    for like in wanted:
        vector = _vector(db, like.what, model)
        near = matrix.nearest(db, vector, least, MOST_FACES)
        found[like] = faces.photo_ids(db, [face.face_id for face in near])
    return Likenesses(found)


def run(
    db: Catalog, query: Query, likenesses: Likenesses, after: Photo | None = None, limit: int = -1
) -> list[Photo]:
    """Return a page of the photos of a query: likest first where likeness is asked for."""
    order = likenesses.order
    if order is None:
        return search.run(db, query, after, limit, likenesses.photos)
    place = {photo_id: number for number, photo_id in enumerate(order)}
    found = search.photo_ids(db, query, likenesses.photos)
    found.sort(key=lambda photo_id: place.get(photo_id, len(place)))
    start = found.index(after.id) + 1 if after is not None and after.id in found else 0
    end = None if limit < 0 else start + limit
    page = found[start:end]
    return [
        photo
        for first in range(0, len(page), 500)
        for photo in photos.by_ids(db, page[first : first + 500])
    ]


def _vector(db: Catalog, what: str, model: str) -> NDArray[np.float32]:
    if what.isdecimal() and len(what) < 16:
        face_id = int(what)
        vector = embeddings.of_face(db, face_id, model)
        if vector is None and faces.by_id(db, face_id) is None:
            raise NoSuchFace(face_id)
        if vector is None:
            raise NotPossible(
                sentence("Nothing can be compared with face {0}: it is too unclear.", face_id)
            )
        return vector
    return _of_picture(Path(what).expanduser(), db, model)


def _of_picture(path: Path, db: Catalog, model: str) -> NDArray[np.float32]:
    """Return the embedding of the largest face of a picture."""
    detector = properties.value(db, "detector") or registry.DEFAULT_DETECTOR
    models = known_models(detector, model, weights_folder())
    with worker_pool(1) as pool:
        (seen,) = with_faces(look_at([path], models, pool))
    known = [(face.box.area, face.embedding) for face in seen.faces if face.embedding is not None]
    if not known:
        raise NotPossible(sentence("No face in {0} is clear enough to be compared.", path))
    _area, vector = max(known, key=lambda pair: pair[0])
    return vector
