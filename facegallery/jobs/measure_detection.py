"""Measure a detector on photos with labelled faces."""

from dataclasses import replace
from pathlib import Path

from facegallery.domain.errors import FaceLabelsInvalid, LabelledPhotoMissing, PhotoUnreadable
from facegallery.domain.progress import Report, no_report
from facegallery.evaluate.detection import DetectionScore, score_detection
from facegallery.evaluate.labelled_faces import parse_labels
from facegallery.jobs.analyse import Models
from facegallery.jobs.measure import look_at
from facegallery.jobs.pool import worker_pool
from facegallery.vision.registry import detector_info

CURVE_FROM = 0.2  # least score on the curve: below, most of what is seen is no face


def evaluate_detection(
    file: Path, images: Path, models: Models, report: Report = no_report
) -> DetectionScore:
    """Judge the detector of `models` on the photos of a file of labelled faces.

    file: see evaluate.labelled_faces. images: the folder that the file's paths start from. Raises
    FaceLabelsInvalid, LabelledPhotoMissing, and PhotoUnreadable for a photo that cannot be judged.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FaceLabelsInvalid(str(file), "it cannot be read as text") from error
    photos = parse_labels(text, str(file))
    paths = [_find_photo(images, photo.path) for photo in photos]
    doubtful = replace(models, recognizer=None, least_score=CURVE_FROM)
    with worker_pool() as pool:
        looks = look_at(paths, doubtful, pool, report)
    for look in looks:
        if look.failure is not None:
            raise PhotoUnreadable(f"{look.path}: {look.failure}")
    return score_detection(
        [photo.labels(look.width, look.height) for photo, look in zip(photos, looks, strict=True)],
        [[(face.box, face.score) for face in look.faces] for look in looks],
        models.detector,
        detector_info(models.detector).threshold,
    )


def _find_photo(images: Path, path: str) -> Path:
    """Return where a photo is: below the folder, or, of an absolute path, by its name in it."""
    for candidate in (images / path, images / Path(path).name):
        if candidate.is_file():
            return candidate
    raise LabelledPhotoMissing(path, str(images))
