"""What quality is worth: errors without the worst faces, beside errors without any others.

Faces of ../shared as they are, and with a share spoiled as albums spoil them.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

from facegallery.evaluate.verification import true_accept_rate
from facegallery.jobs.analyse import Models, known_models
from facegallery.paths import weights_folder
from tests.bench.album import SHARED

LEFT_OUT = 0.05  # share of the faces
DRAWS = 200  # of random faces to leave out instead
FALSE_ACCEPTS = 0.001
PEOPLE = 500
MOST_PICTURES = 6  # of one person


@dataclass(frozen=True)
class Worth:
    """False rejections at one false acceptance in a thousand: with all faces, without the worst 5 %
    by quality, and without any 5 %, DRAWS times."""

    faces: int
    everything: float
    without_worst: float
    without_any: np.ndarray

    def __str__(self) -> str:
        beaten = np.count_nonzero(self.without_any > self.without_worst)
        return (
            f"{self.faces} faces: {self.everything:.4f} of the same pairs are rejected, "
            f"{self.without_worst:.4f} without the worst 5 %, {self.without_any.mean():.4f} "
            f"(at best {self.without_any.min():.4f}) without any 5 %; "
            f"the worst are better left out than {beaten} of {DRAWS} draws"
        )


def run() -> None:
    images = SHARED / "lfw" / "images"
    if not images.is_dir():
        print("Skipped: ../shared with its photos is not on this machine.")
        return
    models = known_models("mtcnn", "sface", weights_folder())
    for spoiled in (0.2, 0.0):
        told = measure(images, models, people=PEOPLE, spoiled=spoiled)
        print(f"{spoiled:.0%} spoiled, {told}", flush=True)


def measure(images: Path, models: Models, people: int, spoiled: float) -> Worth:
    """Find the faces of so many people who have two pictures or more, and leave some out."""
    rng = np.random.default_rng(seed=3)
    folders = sorted(folder for folder in images.iterdir() if len(list(folder.iterdir())) > 1)
    vectors, owners, qualities = [], [], []
    for owner in rng.permutation(len(folders))[:people]:
        for path in sorted(folders[owner].iterdir())[:MOST_PICTURES]:
            with Image.open(path) as opened:
                picture = opened.convert("RGB")
            if rng.random() < spoiled:
                picture = SPOILED[rng.integers(len(SPOILED))](picture)
            faces = models.engine().find_faces(np.asarray(picture))
            if faces:
                face = min(faces, key=lambda face: abs(face.box.x + face.box.width / 2 - 0.5))
                vectors.append(face.embedding)
                owners.append(owner)
                qualities.append(face.quality)
    return worth(np.stack(vectors), np.array(owners), np.array(qualities))


def worth(vectors: np.ndarray, owners: np.ndarray, qualities: np.ndarray) -> Worth:
    distances, same = 1 - vectors @ vectors.T, owners[:, None] == owners
    pairs = np.triu(np.ones(same.shape, bool), 1)

    def rejected(kept: np.ndarray) -> float:
        chosen = pairs & kept[:, None] & kept
        return 1 - true_accept_rate(distances[chosen], same[chosen], FALSE_ACCEPTS)

    def without(order: np.ndarray) -> float:
        kept = np.ones(len(owners), bool)
        kept[order[: round(LEFT_OUT * len(owners))]] = False
        return rejected(kept)

    rng = np.random.default_rng(seed=4)
    return Worth(
        faces=len(owners),
        everything=rejected(np.ones(len(owners), bool)),
        without_worst=without(np.argsort(qualities, kind="stable")),
        without_any=np.array([without(rng.permutation(len(owners))) for _ in range(DRAWS)]),
    )


def _small(picture: Image.Image) -> Image.Image:
    return picture.resize((60, 60), Image.Resampling.BOX)


def _blurred(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(3.5))


def _dark(picture: Image.Image) -> Image.Image:
    return ImageEnhance.Brightness(picture).enhance(0.06)


def _hidden(picture: Image.Image) -> Image.Image:
    """The left half covered, as by somebody's shoulder."""
    hidden = picture.copy()
    hidden.paste((90, 90, 90), (0, 0, 122, 250))
    return hidden


SPOILED = (_small, _blurred, _dark, _hidden)
