"""identify: who is in a picture, by the library and by a classifier of famous people."""

from argparse import Namespace
from dataclasses import asdict

from facegallery import paths
from facegallery.catalog.library import Library
from facegallery.cli.output import print_json, print_table, progress_shown, shown
from facegallery.cli.pictures import face_json
from facegallery.jobs.identify import Identified, Question
from facegallery.jobs.identify import identify as identify_picture
from facegallery.vision import registry


def identify(library: Library, arguments: Namespace) -> None:
    """Tell for each face of a picture who of the library, and who of the famous, it may be."""
    library.prepare()
    question = Question(
        arguments.image.absolute(), arguments.top, arguments.detector, arguments.classifier
    )
    with progress_shown(quiet=arguments.json) as report:
        found = identify_picture(library, question, paths.weights_folder(), report)
    print_identified(found, arguments)


def print_identified(found: Identified, arguments: Namespace) -> None:
    """Print the people nearest to each face, and what the figures mean."""
    if arguments.json:
        print_json(_json(found))
        return
    rows = [*_library_rows(found), *_classifier_rows(found)]
    rows.sort(key=lambda row: int(row[0]))  # stable: by the library first
    print_table(["face", "by", "name", "how near", ""], rows)
    print(_notes(found))


def _library_rows(found: Identified) -> list[list[str]]:
    return [
        [
            str(number),
            "library",
            f"{shown(person.name)} ({person.id})",
            f"distance {person.distance:.3f}",
            "likely" if person.match else "",
        ]
        for number, face in enumerate(found.faces, start=1)
        for person in face.people
    ]


def _classifier_rows(found: Identified) -> list[list[str]]:
    return [
        [str(number), found.classifier or "", shown(name), f"{probability:.1%}", ""]
        for number, face in enumerate(found.faces, start=1)
        for name, probability in face.classes
    ]


def _notes(found: Identified) -> str:
    """Return what the figures mean, and what was left out and why."""
    notes = [f"Faces are counted from left to right: {len(found.faces)}."]
    if found.recognizer is None:
        notes.append("The library has no named people to compare with.")
    else:
        notes.append(
            f"Likely: up to distance {found.threshold:.3f} by {found.recognizer}, and clearly "
            "ahead of the next person."
        )
    if found.classifier is None:
        notes.append(
            "No classifier of famous people is installed: facegallery models install "
            f"{next(iter(registry.CLASSIFIERS))} fetches one."
        )
    if found.problem is not None:
        notes.append(found.problem)
    return "\n".join(notes)


def _json(found: Identified) -> dict[str, object]:
    return {
        "path": found.seen.path,
        "recognizer": found.recognizer,
        "threshold": found.threshold,
        "classifier": found.classifier,
        "problem": found.problem,
        "faces": [
            {
                **face_json(face.face),
                "people": [asdict(person) for person in face.people],
                "classes": [
                    {"name": name, "probability": probability} for name, probability in face.classes
                ],
            }
            for face in found.faces
        ],
    }
