"""detect: the faces of single pictures, without a library."""

from argparse import Namespace

from facegallery.catalog.library import Library
from facegallery.cli.choosing import detector_asked
from facegallery.cli.output import complain, print_json, print_table, progress_shown, shown
from facegallery.domain.errors import PhotoUnreadable
from facegallery.domain.face import DetectedFace
from facegallery.jobs import draw
from facegallery.jobs.measure import Look, look_at
from facegallery.jobs.pool import worker_count, worker_pool


def detect(_library: Library, arguments: Namespace) -> int:
    """Find the faces in pictures; those that cannot be read are named, the others still shown."""
    models = detector_asked(arguments)
    images = [path.absolute() for path in arguments.images]
    places = draw.places_for(images, arguments.draw.absolute()) if arguments.draw else []
    with (
        progress_shown(quiet=arguments.json) as report,
        worker_pool(min(len(images), worker_count())) as pool,
    ):
        looks = look_at(images, models, pool, report)
        if places:
            draw.draw_looks(looks, places, pool, report)
    for seen in looks:
        if seen.failure is not None:
            complain(PhotoUnreadable(f"{shown(seen.path)}: {seen.failure}"))
    readable = [seen for seen in looks if seen.failure is None]
    if arguments.json:
        print_json([_look_json(seen) for seen in readable])
    else:
        rows = [
            [
                shown(seen.path),
                *(f"{side:.3f}" for side in face.box),
                f"{face.score:.3f}",
                f"{face.quality:.2f}",
            ]
            for seen in readable
            for face in seen.faces
        ]
        print_table(["picture", "x", "y", "width", "height", "score", "quality"], rows)
    return int(len(readable) < len(looks))


def face_json(face: DetectedFace) -> dict[str, object]:
    """Return a face as the command line prints it."""
    return {
        "box": list(face.box),
        "landmarks": face.landmarks.tolist(),
        "score": face.score,
        "quality": face.quality,
    }


def _look_json(seen: Look) -> dict[str, object]:
    return {
        "path": seen.path,
        "width": seen.width,
        "height": seen.height,
        "faces": [face_json(face) for face in seen.faces],
    }
