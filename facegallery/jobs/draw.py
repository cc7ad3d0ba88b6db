"""Pictures of what was found: faces marked in photos, two photos compared, a distance explained."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from facegallery.domain.errors import PhotoUnreadable, PictureNotWritten
from facegallery.domain.face import DetectedFace
from facegallery.domain.progress import CancelToken, Progress, Report, no_report
from facegallery.drawing.beside import WIDEST, Link, Side, beside
from facegallery.drawing.explanation import SeenFace, Verdict, draw_explanation
from facegallery.drawing.marks import Mark, draw_marks
from facegallery.drawing.saving import FORMATS, check_place, save_picture
from facegallery.jobs.compare import Comparison
from facegallery.jobs.measure import Look, decoded
from facegallery.jobs.pool import WorkerPool


def places_for(photos: Sequence[Path], out: Path) -> list[Path]:
    """Return where the drawing of each photo goes, all checked: see drawing.saving.check_place.

    out: a file for one photo; a folder, made where it is missing, for several or if it is one
    already. In a folder a drawing has its photo's name, with a number where two are the same; what
    cannot be written in the photo's format becomes PNG. Raises PictureNotWritten.
    """
    if len(photos) == 1 and not out.is_dir():
        check_place(out, photos)
        return [out]
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PictureNotWritten(out, "for several photos it must be a folder") from error
    places: list[Path] = []
    for photo in photos:
        suffix = photo.suffix if photo.suffix.lower() in FORMATS else ".png"
        place, number = out / f"{photo.stem}{suffix}", 1
        while place in places:
            number += 1
            place = out / f"{photo.stem} ({number}){suffix}"
        check_place(place, photos)
        places.append(place)
    return places


def draw_looks(
    looks: Sequence[Look],
    places: Sequence[Path],
    pool: WorkerPool,
    report: Report = no_report,
    cancel: CancelToken | None = None,
) -> None:
    """Draw each photo with its faces marked to its place; those that could not be read are left.

    Raises PictureNotWritten, and PhotoUnreadable for a photo that has gone meanwhile.
    """
    tasks = [
        pool.submit(_draw_look, seen, place)
        for seen, place in zip(looks, places, strict=True)
        if seen.failure is None
    ]
    for done, task in enumerate(tasks):
        if cancel is not None:
            cancel.raise_if_set()
        report(Progress("Drawing faces", done, len(tasks)))
        task.result()


def draw_comparison(comparison: Comparison, place: Path) -> None:
    """Draw both photos side by side, with lines between the faces of one person."""
    first, second = comparison.first, comparison.second
    links = [
        Link(row, column, f"{comparison.distance(row, column):.3f}")
        for row, column in comparison.pairs
    ]
    alone = len(first.faces) + len(second.faces) - 2 * len(links)
    note = (
        f"{_count(len(links), 'pair')} up to distance {comparison.threshold:.3f} by "
        f"{comparison.recognizer}"
    )
    if alone:
        note += f"; {_count(alone, 'face')} without a partner, in orange"
    save_picture(beside(_side(first), _side(second), links, note), place)


def draw_explained(comparison: Comparison, place: Path) -> None:
    """Draw why the largest faces of two photos count as one person's or not.

    comparison: made with_crops.
    """
    row, column = comparison.largest
    verdict = Verdict(comparison.distance(row, column), comparison.threshold, comparison.recognizer)
    picture = draw_explanation(
        _seen_face(comparison.first, row), _seen_face(comparison.second, column), verdict
    )
    save_picture(picture, place)


def _draw_look(seen: Look, place: Path) -> None:
    """Draw one photo in its own size; runs in a worker."""
    image = _picture(seen)
    draw_marks(image, [_mark(face) for face in seen.faces])
    save_picture(image, place)


def _mark(face: DetectedFace) -> Mark:
    words = (f"score {face.score:.2f}", f"quality {face.quality:.2f}")
    return Mark(face.box, face.landmarks, words)


def _side(seen: Look) -> Side:
    caption = f"{Path(seen.path).name} ({_count(len(seen.faces), 'face')})"
    return Side(_picture(seen, WIDEST), caption, tuple(face.box for face in seen.faces))


def _seen_face(seen: Look, place: int) -> SeenFace:
    embedding = seen.faces[place].embedding
    assert embedding is not None
    return SeenFace(Path(seen.path).name, seen.crops[place], embedding)


def _picture(seen: Look, least_side: int | None = None) -> Image.Image:
    """Return a photo's pixels, as many as it has or for a long side of least_side."""
    try:
        return Image.fromarray(decoded(seen.path, least_side).pixels)
    except PhotoUnreadable as error:
        raise PhotoUnreadable(f"{seen.path}: {error.args[0]}") from error


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
