"""evaluate: how right the models and the grouping are, on pictures with known people."""

from argparse import Namespace

from facegallery.catalog.library import Library
from facegallery.cli.output import print_json, print_table, progress_shown
from facegallery.cli.pictures import models_asked
from facegallery.jobs import measure


def grouping(_library: Library, arguments: Namespace) -> None:
    """Group the faces of people whose pictures lie in a folder each, and judge the groups."""
    with progress_shown(quiet=arguments.json) as report:
        result = measure.evaluate_grouping(
            arguments.folder.absolute(), models_asked(arguments), report
        )
    if arguments.json:
        print_json(result.to_json())
        return
    rows = [
        [name, f"{score.precision:.4f}", f"{score.recall:.4f}", f"{score.f:.4f}"]
        for name, score in (("pairwise", result.pairwise), ("BCubed", result.bcubed))
    ]
    print(f"{result.faces:,} faces of {result.people:,} people in {result.groups:,} groups")
    print_table(["", "precision", "recall", "F"], rows)


def pairs(_library: Library, arguments: Namespace) -> None:
    """Judge pairs of pictures by the protocol of Labeled Faces in the Wild."""
    with progress_shown(quiet=arguments.json) as report:
        result = measure.evaluate_pairs(
            arguments.file.absolute(),
            arguments.images.absolute(),
            models_asked(arguments),
            report,
        )
    if arguments.json:
        print_json(result.to_json())
        return
    rows = [[name, str(value)] for name, value in result.to_json().items()]
    print_table(["", "pairs"], rows)
