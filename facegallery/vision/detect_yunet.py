"""Faces by YuNet: for large libraries and slow machines. Landmarks by MTCNN's last network.

YuNet's own landmarks are good enough to find faces, but not to recognise them as well: on the
pairs of LFW's development set, November 2026, SFace is right on 99.32 % of them with YuNet's
landmarks, and on 99.73 % with those that MTCNN's last network gives at YuNet's places.
"""

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import DetectedFace
from facegallery.vision.detected import as_fractions
from facegallery.vision.flat_light import clear
from facegallery.vision.found_faces import FoundFaces
from facegallery.vision.halves import Halves
from facegallery.vision.model_info import DetectorInfo
from facegallery.vision.mtcnn_cascade import OutputNetwork
from facegallery.vision.scout import Scout
from facegallery.vision.turned_faces import examine
from facegallery.vision.turning import quarters_to_upright
from facegallery.vision.working_copy import working_copy

Image = NDArray[np.uint8]

BELIEVED = 0.5  # score by MTCNN's last network from which its landmarks are taken
CERTAIN = 0.88  # score by YuNet from which a face that does not stand needs no other's word
AGREED = 0.8
"""Score by MTCNN's last network from which any other that does not stand is a face. Of heads on
ancient coins YuNet gives 0.82 to one on its head, MTCNN 0.77 (November 2026)."""


class YunetDetector:
    """YuNet, looking twice where it is in doubt; see scout."""

    def __init__(self, info: DetectorInfo, threads: int = 1) -> None:
        """Load the networks; raises ModelUnavailable where a package is missing or another."""
        self._long_side = info.long_side
        self._threshold = info.threshold
        self._onet = OutputNetwork(threads)
        self._scout = Scout(info.name, self._onet, threads)

    def detect(self, image: Image) -> list[DetectedFace]:
        """Return the faces in an (H, W, 3) RGB photo, surest first, quality not judged (0)."""
        image = clear(image)
        copy = working_copy(image, self._long_side)
        photo = Halves(image)
        found = self._scout.find(photo, copy)
        found = found.chosen(found.scores >= self._threshold)
        x, y = image.shape[1] / copy.shape[1], image.shape[0] / copy.shape[0]
        faces = self._examined(photo, found.enlarged(x, y))
        return as_fractions(faces, (image.shape[1], image.shape[0]))

    def _examined(self, photo: Halves, faces: FoundFaces) -> FoundFaces:
        """Return the faces with better landmarks, without doubtful ones that do not stand."""
        seen = examine(self._onet, photo, faces)
        landmarks = np.where(
            (seen.scores >= BELIEVED)[:, None, None], seen.landmarks, faces.landmarks
        )
        stands = quarters_to_upright(faces.turns) == 0
        believed = stands | (faces.scores >= CERTAIN) | (seen.scores >= AGREED)
        return FoundFaces(faces.boxes, landmarks, faces.scores, faces.turns).chosen(believed)
