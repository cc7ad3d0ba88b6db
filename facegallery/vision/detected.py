"""What detectors find in pixels, as faces in fractions of the photo."""

import numpy as np
from numpy.typing import NDArray

from facegallery.domain.face import Box, DetectedFace

Floats = NDArray[np.float32]


def as_fractions(
    boxes: Floats, landmarks: Floats, scores: Floats, size: tuple[int, int]
) -> list[DetectedFace]:
    """Return faces with boxes clipped to the photo; those that lie outside of it are left out.

    boxes: (N, 4) left, top, right, bottom, and landmarks: (N, 5, 2), both in pixels of a photo of
    `size`, width and height. Landmarks may lie outside. Quality is not judged yet (0).
    """
    corners = np.clip(boxes.reshape(-1, 2, 2) / size, 0, 1)
    # Landmarks are places of pixel centres; fractions count from the photo's edge.
    points = np.asarray((landmarks + 0.5) / size, np.float32)
    faces = []
    for (start, end), five, score in zip(corners, points, scores, strict=True):
        wide, high = (end - start).tolist()
        if wide > 0 and high > 0:
            box = Box(float(start[0]), float(start[1]), wide, high)
            faces.append(DetectedFace(box, five, float(score), quality=0.0))
    return faces
