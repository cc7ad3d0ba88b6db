"""Faces by MTCNN, the faces that the mtcnn package finds and more, in a fraction of its time.

YuNet scouts where faces are and which way up; MTCNN's three networks decide, on the photo turned
accordingly. What the first of them misses (faces tilted by half a quarter, small, in hard light)
the last one examines at the place that YuNet names.
"""

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import DetectedFace
from facegallery.vision.boxes import overlaps
from facegallery.vision.detected import as_fractions
from facegallery.vision.flat_light import clear
from facegallery.vision.found_faces import FoundFaces, joined
from facegallery.vision.halves import Halves
from facegallery.vision.model_info import DetectorInfo
from facegallery.vision.mtcnn_cascade import PYRAMID_STEP, MtcnnCascade, OutputNetwork
from facegallery.vision.scout import Scout
from facegallery.vision.turned_faces import examine
from facegallery.vision.turning import quarters_to_upright, turned, turned_back, turned_boxes
from facegallery.vision.working_copy import working_copy

Floats = NDArray[np.float32]
Image = NDArray[np.uint8]

SMALLEST_FACE = 20 * PYRAMID_STEP**2
"""Pixels of the copy, 10: two levels below the package's 20, so that the others are its own and
boxes come out the same."""

PLACE = 0.1  # YuNet's score after a close look from which the cascade looks around
EXAMINED = 0.5  # likewise from which ONet looks where the cascade sees nothing
CUT = 0.85
"""Likewise from which a face that the photo's edge cuts is one, whatever ONet makes of it: it has
learned whole faces. Of four portraits cut from each side to half a face, 15 of 16 are found so, 5
without (November 2026)."""
AT_EDGE = 0.02  # of a face's size, that it may end before the photo does and be cut
SEEN = 0.3  # overlap of the smaller box with a face found from which YuNet's place is that face
SAME_FACE = 0.5
"""Likewise from which two faces found are one. Boxes of heads side by side or behind each other
overlap by 0.3 to 0.4: at 0.3 two of 562 faces were lost (November 2026)."""


class MtcnnDetector:
    """MTCNN, scouted for by YuNet."""

    def __init__(
        self, info: DetectorInfo, smallest_face: float = SMALLEST_FACE, threads: int = 1
    ) -> None:
        """Load the networks; raises ModelUnavailable where a package is missing or another.

        smallest_face: width in pixels of the copy of info.long_side; any number is possible.
        """
        self._long_side = info.long_side
        self._threshold = info.threshold
        self._smallest_face = smallest_face
        self._onet = OutputNetwork(threads)
        self._scout = Scout(info.name, self._onet, threads)
        self._cascade = MtcnnCascade(smallest_face, self._onet, threads)

    def detect(self, image: Image) -> list[DetectedFace]:
        """Return the faces in an (H, W, 3) RGB photo, surest first, quality not judged (0)."""
        image = clear(image)
        copy = working_copy(image, self._long_side)
        photo = Halves(image)
        places = self._scout.find(photo, copy)
        places = places.chosen(_longer_sides(places.boxes) > self._smallest_face / 2)
        found = self._by_cascade(copy, places.chosen(places.scores >= PLACE))
        # A weak find is no reason not to look: the cascade stands across a tilted face.
        sure = found.chosen(found.scores >= self._threshold)
        missed = _without(places.chosen(places.scores >= EXAMINED), sure)
        faces = joined(found, self._examined(photo, copy, missed)).apart(SAME_FACE, "smaller")
        return as_fractions(
            faces.chosen(faces.scores >= self._threshold), (copy.shape[1], copy.shape[0])
        )

    def _by_cascade(self, copy: Image, places: FoundFaces) -> FoundFaces:
        """Return what the cascade finds around places, in the copy turned as they need it."""
        size = copy.shape[1], copy.shape[0]
        needed = quarters_to_upright(places.turns)
        found = []
        for quarters in np.unique(needed).tolist():
            boxes = turned_boxes(places.boxes[needed == quarters], quarters, size)
            there = self._cascade.find(turned(copy, quarters), boxes)
            found.append(turned_back(there, quarters, size))
        return joined(*found)

    def _examined(self, photo: Halves, copy: Image, faces: FoundFaces) -> FoundFaces:
        """Return what ONet makes of faces that only YuNet has seen; all in pixels of the copy.

        Those that are cut stay as YuNet saw them, where it is sure and ONet is not.
        """
        width, height = copy.shape[1], copy.shape[0]
        x, y = photo.image.shape[1] / width, photo.image.shape[0] / height
        seen = examine(self._onet, photo, faces.enlarged(x, y)).enlarged(1 / x, 1 / y)
        cut = _at_edge(faces.boxes, (width, height)) & (faces.scores >= CUT)
        cut &= seen.scores < self._threshold
        return joined(seen.chosen(~cut), faces.chosen(cut))


def _longer_sides(boxes: Floats) -> Floats:
    return np.asarray((boxes[:, 2:] - boxes[:, :2]).max(axis=1))


def _at_edge(boxes: Floats, size: tuple[int, int]) -> NDArray[np.bool_]:
    margin = AT_EDGE * _longer_sides(boxes)[:, None]
    return np.asarray(((boxes[:, :2] < margin) | (boxes[:, 2:] > size - margin)).any(axis=1))


def _without(faces: FoundFaces, others: FoundFaces) -> FoundFaces:
    """Return the faces that overlap none of the others."""
    shared = overlaps(faces.boxes, others.boxes, "smaller").max(axis=1, initial=0)
    return faces.chosen(shared <= SEEN)
