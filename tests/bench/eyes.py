"""Trains the model of vision.eyes on Labeled Faces in the Wild, and measures it on people held out.

python -m tests.bench eyes          measures; the model that is there stays
FACEGALLERY_EYES=write ... eyes     writes resources/models/eyes.json, too
"""

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from facegallery.paths import resources, weights_folder
from facegallery.vision.align import aligned_face
from facegallery.vision.engine import load_detector
from facegallery.vision.eyes import FILE, eyes_open, features
from tests.bench.album import SHARED

LABELS = Path(__file__).with_name("eyes_of_lfw.txt")
OPEN_AMONG = 3  # one in so many of the other photos is taken as a face with open eyes
STRENGTH = 0.01  # of the regularisation, C in scikit-learn
FOLDS = 5
WRONG = 0.01  # share of open eyes of people held out that count as closed
COPIES = {"closed": 8, "unclear": 2, "open": 1}  # each moved, scaled and blurred a little
SIZES = (1.0, 0.5, 0.36, 0.25)  # of LFW's faces, which are some 100 pixels wide
SOURCE = "Labeled Faces in the Wild, development half (Huang et al., 2007)"


@dataclass(frozen=True)
class Seen:
    """Aligned faces (N, 112, 112, 3), how their eyes are ("open", "closed", "unclear"), whose."""

    faces: np.ndarray
    eyes: np.ndarray
    people: np.ndarray

    def only(self, which: np.ndarray) -> "Seen":
        return Seen(self.faces[which], self.eyes[which], self.people[which])


@dataclass(frozen=True)
class Model:
    weights: np.ndarray
    bias: float

    def __call__(self, faces: np.ndarray) -> np.ndarray:
        """How open the eyes of each face are; higher is more."""
        return np.array([(features(face) @ self.weights).mean() for face in faces]) + self.bias


def run() -> None:
    images = SHARED / "lfw" / "images"
    if not images.is_dir():
        print("Skipped: ../shared with its photos is not on this machine.")
        return
    started = time.process_time()
    seen = look(images)
    number = {kind: int(np.count_nonzero(seen.eyes == kind)) for kind in COPIES}
    print(f"{number} faces of {len(set(seen.people))} people", flush=True)
    judged = held_out(seen)
    for size in SIZES:
        print(f"  {round(100 * size)} pixels wide: {told(judged[size], seen.eyes)}", flush=True)
    if os.environ.get("FACEGALLERY_EYES") == "write":
        write(seen, judged[1.0])
    begun = time.process_time()
    for face in seen.faces:
        eyes_open(face)
    each = (time.process_time() - begun) / len(seen.faces)
    print(f"  {1000 * each:.2f} ms a face; {time.process_time() - started:.0f} s in all")


def look(images: Path) -> Seen:
    """The face in the middle of each labelled photo, and of some of the others."""
    known = dict(
        reversed(line.split(" ", 1))
        for line in LABELS.read_text().splitlines()
        if not line.startswith("#")
    )
    detector = load_detector("mtcnn", None, weights_folder())
    faces, eyes, people = [], [], []
    for number, path in enumerate(sorted(images.rglob("*.jpg"))):
        if path.stem not in known and number % OPEN_AMONG:
            continue
        with Image.open(path) as opened:
            pixels = np.asarray(opened.convert("RGB"))
        found = detector.detect(pixels)
        if found:
            middle = min(found, key=lambda face: abs(face.box.x + face.box.width / 2 - 0.5))
            faces.append(aligned_face(pixels, middle))
            eyes.append(known.get(path.stem, "open"))
            people.append(path.parent.name)
    return Seen(np.stack(faces), np.array(eyes), np.array(people))


def held_out(seen: Seen) -> dict[float, np.ndarray]:
    """How open the eyes are by models that never saw the person, for faces of each size."""
    judged = {size: np.zeros(len(seen.eyes)) for size in SIZES}
    for train, test in GroupKFold(FOLDS).split(seen.faces, groups=seen.people):
        model = trained(seen.only(train))
        for size in SIZES:
            judged[size][test] = model(np.stack([_smaller(f, size) for f in seen.faces[test]]))
    return judged


def told(judged: np.ndarray, eyes: np.ndarray) -> str:
    known = eyes != "unclear"
    area = roc_auc_score(eyes[known] == "open", judged[known])
    shares = []
    for wrong in (0.005, 0.01, 0.02, 0.05):
        line = np.quantile(judged[eyes == "open"], wrong)
        shares.append(f"{(judged[eyes == 'closed'] < line).mean():.2f} at {100 * wrong:g} %")
    return f"area under ROC {area:.4f}; closed eyes found, at open ones taken for closed: " + (
        ", ".join(shares)
    )


def trained(seen: Seen) -> Model:
    """A model: closed against open, both kinds together of one weight; unclear is half of each."""
    rng = np.random.default_rng(seed=5)
    rows, wanted, weights = [], [], []
    for face, kind in zip(seen.faces, seen.eyes, strict=True):
        for _ in range(COPIES[kind]):
            for values in features(_varied(face, rng)):
                for label in {"open": (1,), "closed": (0,), "unclear": (0, 1)}[kind]:
                    rows.append(values)
                    wanted.append(label)
                    weights.append((0.5 if kind == "unclear" else 1) / COPIES[kind])
    table, labels, weight = np.array(rows), np.array(wanted), np.array(weights)
    weight[labels == 0] *= weight[labels == 1].sum() / weight[labels == 0].sum()
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit((table - mean) / spread, labels, sample_weight=weight)
    straight = model.coef_[0] / spread
    return Model(straight, float(model.intercept_[0] - mean @ straight))


def _varied(face: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A face as a detector would have found it another time, and in a smaller photo."""
    zoom, (right, down) = rng.uniform(0.92, 1.1), rng.normal(0, 0.8, 2)
    shift = np.array([[zoom, 0, 56 * (1 - zoom) + right], [0, zoom, 52 * (1 - zoom) + down]])
    moved = cv2.warpAffine(face, shift, face.shape[:2], borderMode=cv2.BORDER_REPLICATE)
    return _smaller(moved, rng.uniform(0.3, 0.9)) if rng.random() < 0.4 else moved


def _smaller(face: np.ndarray, size: float) -> np.ndarray:
    if size >= 1:
        return face
    small = cv2.resize(face, None, fx=size, fy=size, interpolation=cv2.INTER_AREA)
    return cv2.resize(small, face.shape[:2], interpolation=cv2.INTER_LINEAR)


def write(seen: Seen, judged: np.ndarray) -> None:
    """Write the model of all faces; it says 0.5 where WRONG of the open eyes held out are less."""
    line = float(np.quantile(judged[seen.eyes == "open"], WRONG))
    model = trained(seen)
    content = {
        "what": "How open the eyes of a face are; see facegallery/vision/eyes.py",
        "made": time.strftime("%Y-%m-%d"),
        "by": "FACEGALLERY_EYES=write python -m tests.bench eyes",
        "from": f"{SOURCE}, with the labels of tests/bench/{LABELS.name}",
        "bias": round(model.bias - line, 4),
        "weights": [round(float(weight), 4) for weight in model.weights],
    }
    file = resources() / "models" / FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"Wrote {file}")
