"""Catalog rows made by hand, for tests that need a library but no models."""

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facegallery.catalog import faces, files, folders, photos
from facegallery.catalog.library import Catalog
from facegallery.domain.face import Box, DetectedFace
from facegallery.domain.photo import FoundFile, PhotoFacts

MODELS = ("mtcnn", "sface")
DIMENSIONS = 16


def person_vector(number: int, spread: float = 0.02, seed: int = 0) -> NDArray[np.float32]:
    """An embedding of made-up person `number`; two people's are at right angles, nearly."""
    centre = np.eye(1, DIMENSIONS, number, dtype=np.float32)[0]
    noise = np.random.default_rng((number, seed)).normal(0, spread, DIMENSIONS)
    vector = centre + noise.astype(np.float32)
    return vector / np.linalg.norm(vector)


def detected(x: float = 0.1, vector: NDArray[np.float32] | None = None) -> DetectedFace:
    """A face at a place in the photo."""
    landmarks = np.full((5, 2), 0.2, np.float32)
    return DetectedFace(Box(x, 0.2, 0.15, 0.2), landmarks, 0.99, 0.8, vector)


def add_photo(
    db: Catalog,
    name: str,
    found: list[DetectedFace],
    taken_at: str = "2015-06-30T12:00:00",
    folder: str = "/photos",
) -> int:
    """Add a photo whose bytes are its name, as a scan would; return its id."""
    folder_id = folders.add(db, Path(folder))
    content = hashlib.blake2b(name.encode(), digest_size=32).digest()
    facts = PhotoFacts(4000, 3000, "JPEG", taken_at, "exif", "Canon EOS 70D")
    photo_id = photos.save(db, content, len(name), facts, MODELS[0], photos.by_hash(db, content))
    faces.replace(db, photo_id, found, MODELS[1], same_content=True)
    files.save(db, folder_id, FoundFile(f"{folder}/{name}", len(name), 1), photo_id)
    return photo_id


def add_faces_of(db: Catalog, person: int, count: int, first: int = 0) -> list[int]:
    """Add `count` photos with one face each of a made-up person; return the face ids."""
    made = []
    for seed in range(first, first + count):
        vector = person_vector(person, seed=seed)
        day = f"2015-01-{1 + seed % 28:02d}T12:00:00"
        photo_id = add_photo(db, f"person{person}-{seed}.jpg", [detected(vector=vector)], day)
        made.append(faces.of_photo(db, photo_id)[0].id)
    return made
