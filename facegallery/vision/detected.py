"""What detectors find in pixels, as faces in fractions of the photo."""

import numpy as np

from facegallery.domain.face import Box, DetectedFace
from facegallery.vision.found_faces import FoundFaces


def as_fractions(found: FoundFaces, size: tuple[int, int]) -> list[DetectedFace]:
    """Return faces with boxes clipped to the photo; those that lie outside of it are left out.

    size: width and height of the picture that they were found in. Landmarks may lie outside.
    Quality is not judged yet (0).
    """
    corners = np.clip(found.boxes.reshape(-1, 2, 2) / size, 0, 1)
    # Landmarks are places of pixel centres; fractions count from the photo's edge.
    points = np.asarray((found.landmarks + 0.5) / size, np.float32)
    faces = []
    for (start, end), five, score in zip(corners, points, found.scores, strict=True):
        wide, high = (end - start).tolist()
        if wide > 0 and high > 0:
            box = Box(float(start[0]), float(start[1]), wide, high)
            faces.append(DetectedFace(box, five, float(score), quality=0.0))
    return faces
