"""How many faces the detectors find, how many false ones, and how fast MTCNN is beside its package.

Draws docs/detection.svg: recall against false faces, with the thresholds in use.
"""

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from facegallery.evaluate.detection import CurvePoint, DetectionScore
from facegallery.jobs.analyse import known_models
from facegallery.jobs.measure_detection import evaluate_detection
from facegallery.paths import weights_folder
from facegallery.vision.registry import detector_info
from tests.bench import labelled_photos
from tests.bench.album import SHARED
from tests.bench.scan import in_process

CURVE = Path(__file__).resolve().parents[2] / "docs" / "detection.svg"
DETECTORS = ("mtcnn", "yunet")
LEAST_SCORES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5, 0.4, 0.3)


def run() -> None:
    if not (SHARED / "lfw" / "images").is_dir():
        print("Skipped: ../shared with its photos is not on this machine.")
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        labels = labelled_photos.make(folder)
        curves = {}
        for detector in DETECTORS:
            models = known_models(detector, None, weights_folder())
            scores = []
            for kind, photos in labels.items():
                file = labelled_photos.write(photos, folder / "labels.json")
                scores.append(evaluate_detection(file, folder, models))
                print(
                    f"{detector}, {kind}: {scores[-1].found} of {scores[-1].faces} faces in "
                    f"{scores[-1].photos} photos, {scores[-1].false} false",
                    flush=True,
                )
            curves[detector] = together(scores)
            for least in LEAST_SCORES:
                point = curves[detector].at(least)
                print(f"  from {least}: recall {point.recall:.4f}, {point.false} false", flush=True)
        draw(curves)
        print(
            "Faces of the mtcnn package, and time:", in_process(beside_the_package, group_photos())
        )


def together(scores: list[DetectionScore]) -> DetectionScore:
    """The score on the photos of several, by one detector."""
    faces = sum(score.faces for score in scores)
    curve = []
    for least in sorted({point.score for score in scores for point in score.curve}, reverse=True):
        points = [score.at(least) for score in scores]
        found = sum(point.recall * score.faces for point, score in zip(points, scores, strict=True))
        curve.append(CurvePoint(least, found / faces, sum(point.false for point in points)))
    return DetectionScore(
        photos=sum(score.photos for score in scores),
        faces=faces,
        found=sum(score.found for score in scores),
        false=sum(score.false for score in scores),
        detector=scores[0].detector,
        curve=tuple(curve),
    )


def draw(curves) -> None:
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "the same picture each time"
    matplotlib.rcParams["svg.fonttype"] = "none"  # text stays text: a quarter of the size
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6.4, 4))
    for name, score in curves.items():
        line = axes.step(
            [point.false for point in score.curve],
            [100 * point.recall for point in score.curve],
            where="post",
            label=name,
        )[0]
        least = detector_info(name).threshold
        chosen = score.at(least)
        axes.plot(chosen.false, 100 * chosen.recall, "o", color=line.get_color())
        axes.annotate(
            f" {least}", (chosen.false, 100 * chosen.recall), va="top", color=line.get_color()
        )
    faces, photos = next((score.faces, score.photos) for score in curves.values())
    axes.set(
        xlabel=f"false faces in {photos} photos",
        ylabel=f"% of {faces} faces found",
        xlim=(0, 40),
        ylim=(85, 100.5),
    )
    axes.grid(alpha=0.3)
    axes.legend(loc="lower right")
    CURVE.parent.mkdir(exist_ok=True)
    figure.savefig(CURVE, bbox_inches="tight", metadata={"Date": None})


def group_photos() -> list[np.ndarray]:
    """Photos 1280 pixels wide: an ordinary album's, and groups of 4 to 30."""
    maker = labelled_photos.Maker(np.random.default_rng(seed=7))
    sizes = [(1, 0.15, 0.3), (2, 0.1, 0.2), (3, 0.08, 0.15), (4, 0.1, 0.12), (12, 0.05, 0.06)]
    photos = [maker.photo((1280, 960), *size)[0] for size in [*sizes, (30, 0.035, 0.045)] * 2]
    return [np.asarray(photo) for photo in photos]


def beside_the_package(photos: list[np.ndarray]) -> str:
    """How many of the package's faces we find, and in which share of its time."""
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    from mtcnn import MTCNN

    from facegallery.vision.boxes import overlaps
    from facegallery.vision.detect_mtcnn import MtcnnDetector

    package, ours = MTCNN(), MtcnnDetector(detector_info("mtcnn"), threads=os.cpu_count() or 1)
    package.detect_faces(photos[0])
    ours.detect(photos[0])
    shared, seconds = [], {package: 0.0, ours: 0.0}
    for photo in photos:
        started = time.perf_counter()
        expected = package.detect_faces(photo, box_format="xyxy", output_type="numpy")
        seconds[package] += time.perf_counter() - started
        started = time.perf_counter()
        found = ours.detect(photo)
        seconds[ours] += time.perf_counter() - started
        size = np.tile([photo.shape[1], photo.shape[0]], 2)
        boxes = np.array([(f.box.x, f.box.y, *f.box[2:]) for f in found]).reshape(-1, 4)
        boxes = np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], axis=1) * size
        theirs = np.clip(np.array(expected)[:, 1:5].reshape(-1, 4), 0, size)
        shared += overlaps(theirs, boxes).max(axis=1, initial=0).tolist()
    return (
        f"{np.mean(np.array(shared) >= 0.9):.3f} of {len(shared)} with an overlap of 0.9; "
        f"{seconds[package] / len(photos):.3f} s a photo, ours {seconds[ours] / len(photos):.3f}, "
        f"{seconds[package] / seconds[ours]:.1f} times as fast"
    )
