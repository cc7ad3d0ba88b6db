"""detect and verify: single pictures, without a library."""

from argparse import Namespace
from dataclasses import asdict

from facegallery import paths
from facegallery.catalog.library import Library
from facegallery.cli.output import complain, print_json, print_table, progress_shown, shown
from facegallery.domain.errors import PhotoUnreadable
from facegallery.jobs import measure
from facegallery.jobs.analyse import Models, known_models
from facegallery.jobs.pool import worker_count, worker_pool
from facegallery.vision import registry


def models_asked(arguments: Namespace) -> Models:
    """Return the models named, or the defaults for this machine."""
    weights = paths.weights_folder()
    return known_models(
        arguments.detector or registry.DEFAULT_DETECTOR,
        arguments.recognizer or registry.best_recognizer(weights),
        weights,
    )


def detect(_library: Library, arguments: Namespace) -> int:
    """Find the faces in pictures; those that cannot be read are named, the others still shown."""
    models = known_models(
        arguments.detector or registry.DEFAULT_DETECTOR, None, paths.weights_folder()
    )
    images = [path.absolute() for path in arguments.images]
    with (
        progress_shown(quiet=arguments.json) as report,
        worker_pool(min(len(images), worker_count())) as pool,
    ):
        looks = measure.look_at(images, models, pool, report)
    for seen in looks:
        if seen.failure is not None:
            complain(PhotoUnreadable(f"{shown(seen.path)}: {seen.failure}"))
    readable = [seen for seen in looks if seen.failure is None]
    if arguments.json:
        print_json([_look_json(seen) for seen in readable])
    else:
        rows = [
            [shown(seen.path), *(f"{side:.3f}" for side in face.box), f"{face.score:.3f}"]
            for seen in readable
            for face in seen.faces
        ]
        print_table(["picture", "x", "y", "width", "height", "score"], rows)
    return int(len(readable) < len(looks))


def verify(_library: Library, arguments: Namespace) -> None:
    """Tell whether the largest faces of two pictures are one person's."""
    result = measure.verify(
        arguments.first.absolute(), arguments.second.absolute(), models_asked(arguments)
    )
    if arguments.json:
        print_json(asdict(result))
    else:
        verdict = "The same person" if result.match else "Two different people"
        print(
            f"{verdict}: distance {result.distance:.3f}, threshold {result.threshold:.3f}, "
            f"by {result.recognizer}."
        )


def _look_json(seen: measure.Look) -> dict[str, object]:
    return {
        "path": seen.path,
        "width": seen.width,
        "height": seen.height,
        "faces": [
            {
                "box": list(face.box),
                "landmarks": face.landmarks.tolist(),
                "score": face.score,
                "quality": face.quality,
            }
            for face in seen.faces
        ],
    }
