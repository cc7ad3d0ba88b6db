"""Run by test_detect_mtcnn in a process of its own: what the mtcnn package itself finds.

Usage: package_mtcnn.py IMAGES.npz FACES.json. Boxes are left, top, right, bottom in pixels.
"""

import json
import sys
from pathlib import Path

import numpy as np
from mtcnn import MTCNN


def main(images: str, answer: str) -> None:
    detector = MTCNN()
    faces = []
    with np.load(images) as stored:
        for name in stored.files:
            rows = detector.detect_faces(stored[name], box_format="xyxy", output_type="numpy")
            faces.append([row[1:].tolist() for row in rows])
    Path(answer).write_text(json.dumps(faces))


main(*sys.argv[1:])
