"""A face that the user draws: looked at in a worker, so that it can be named and compared at once.

No photo is written to and nothing is saved: the answer goes into an action.
"""

import math
from dataclasses import dataclass

from facegallery.catalog import photos, properties
from facegallery.catalog.library import Library
from facegallery.domain.errors import NotPossible, PhotoUnreadable
from facegallery.domain.face import Box, DetectedFace
from facegallery.domain.words import sentence
from facegallery.imaging import decode, source
from facegallery.paths import weights_folder
from facegallery.vision.engine import Image, embedded, load_recognizer

FACE_PIXELS = 224  # of the box's shorter side at least, as far as the photo has them
SMALLEST = 8  # pixels of the photo; no network sees anything in less


@dataclass(frozen=True, slots=True, eq=False)
class SeenFace:
    """A drawn face with landmarks, quality and the embedding by the recognizer named."""

    face: DetectedFace
    recognizer: str


def look_at_face(library: Library, photo_id: int, box: Box) -> SeenFace:
    """Return what is at a place of a photo; runs in a worker, for it loads networks.

    box: fractions of the upright photo. Raises NotPossible for a box that is too small or a
    library without a recognizer, PhotoUnreadable, and ModelUnavailable.
    """
    with library.open(read_only=True) as db:
        photo = photos.by_id(db, photo_id)
        recognizer = properties.value(db, "recognizer")
    if photo is None or recognizer is None:
        raise NotPossible(sentence("This photo is no longer in the library."))
    shorter = min(box.width * photo.width, box.height * photo.height)
    if shorter < SMALLEST:
        raise NotPossible(
            sentence("The box is too small to show a face. Draw it around the whole face.")
        )
    data = source.read_file(photo.path)
    if source.content_hash(data) != photo.content_hash:
        raise PhotoUnreadable("it has changed; rescan its folder first")
    with decode.open_photo(data) as image:
        least_side = math.ceil(max(photo.width, photo.height) * FACE_PIXELS / shorter)
        pixels = decode.decode_upright(image, least_side).pixels
    return SeenFace(_look(pixels, box, recognizer), recognizer)


def get_ready(library: Library) -> None:
    """Load what look_at_face will need; runs in a worker while the user still draws."""
    import facegallery.vision.drawn_faces  # noqa: F401

    with library.open(read_only=True) as db:
        recognizer = properties.value(db, "recognizer")
    if recognizer is not None:
        load_recognizer(recognizer, weights_folder())


def _look(pixels: Image, box: Box, name: str) -> DetectedFace:
    from facegallery.vision.drawn_faces import face_at

    (face,) = embedded(load_recognizer(name, weights_folder()), [pixels], [face_at(pixels, box)])
    return face
