"""evaluate: how right the models and the grouping are, on pictures with known people."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from facegallery.catalog.library import Library
from facegallery.cli.choosing import all_detectors_asked, all_models_asked
from facegallery.cli.output import print_json, print_table, progress_shown
from facegallery.domain.progress import Progress, Report
from facegallery.drawing.saving import check_place
from facegallery.evaluate.detection import DetectionScore
from facegallery.evaluate.effort import Effort
from facegallery.evaluate.made_faces import DIMENSIONS
from facegallery.evaluate.metrics import GroupingScore
from facegallery.evaluate.verification import PairsScore
from facegallery.jobs import plot
from facegallery.jobs.analyse import Models
from facegallery.jobs.growth import plot_growth
from facegallery.jobs.measure_detection import evaluate_detection
from facegallery.jobs.measure_effort import PLAYERS, measure_effort
from facegallery.jobs.measure_grouping import MeasuredGrouping, measure_grouping
from facegallery.jobs.measure_made import DBSCAN_MOST, MadeScore, measure_made, sizes_up_to
from facegallery.jobs.measure_pairs import MeasuredPairs, measure_pairs
from facegallery.jobs.scan_report import ScanOptions

Result = TypeVar("Result")

LEAST_SCORES = (0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)


def grouping(_library: Library, arguments: Namespace) -> None:
    """Group the faces of people whose pictures lie in a folder each, and judge the groups."""
    if arguments.synthetic is not None:
        _made_grouping(arguments)
        return
    folder, wanted = arguments.folder.absolute(), arguments.plot is not None

    def measure(models: Models, report: Report) -> MeasuredGrouping:
        return measure_grouping(folder, models, report, with_curve=wanted)

    results = _measured(all_models_asked(arguments), measure, arguments)
    if arguments.json:
        _print_json([(result.models, result.score.to_json()) for result in results])
    else:
        measures = [f"{name} {part}" for name in ("pairwise", "BCubed") for part in ("P", "R", "F")]
        print_table(
            ["detector", "recognizer", "faces", "people", "groups", *measures, "seconds"],
            [_grouping_row(result.models, result.score) for result in results],
        )
    if wanted:
        plot.plot_grouping(results, arguments.plot.absolute())


def _made_grouping(arguments: Namespace) -> None:
    """Group made faces, and judge the time and memory it takes too."""
    if arguments.plot is not None:
        check_place(arguments.plot.absolute())
    sizes = [arguments.synthetic] if arguments.plot is None else sizes_up_to(arguments.synthetic)
    with progress_shown(quiet=arguments.json) as report:
        results = measure_made(sizes, max(DIMENSIONS, arguments.dimensions), report)
    if arguments.json:
        print_json(results[-1].to_json())
    else:
        titles = ["faces", "by", "groups", "pairwise F", "BCubed F", "seconds", "MB", "neighbours"]
        print_table(titles, [row for result in results for row in _made_rows(result)])
        added = results[-1].added
        print(
            f"Adding {added.faces} faces to the others takes {added.seconds:.2f} s; "
            f"{added.same:.0%} of them come where grouping all at once puts them."
        )
    if arguments.plot is not None:
        plot_growth(results, arguments.plot.absolute())


def _made_rows(result: MadeScore) -> list[list[object]]:
    rows = [_made_row("FaceGallery", result.score, result.megabytes, f"{result.recall:.4f}")]
    if result.dbscan is None:
        why = f"not measured: above {DBSCAN_MOST:,} faces it keeps too many neighbours at once"
        return [*rows, [result.score.faces, f"DBSCAN ({why})"]]
    return [*rows, _made_row("DBSCAN", result.dbscan.score, result.dbscan.megabytes, "1")]


def _made_row(name: str, score: GroupingScore, megabytes: float, recall: str) -> list[object]:
    figures = [f"{score.pairwise.f:.4f}", f"{score.bcubed.f:.4f}", f"{score.seconds:.1f}"]
    return [score.faces, name, score.groups, *figures, f"{megabytes:.0f}", recall]


def effort(_library: Library, arguments: Namespace) -> None:
    """Play a user who names everybody in a folder, and count what they have to do."""
    options = ScanOptions(detector=arguments.detector, recognizer=arguments.recognizer)
    with progress_shown(quiet=arguments.json) as report:
        player = PLAYERS[arguments.player]
        result = measure_effort(arguments.folder.absolute(), options, report, player=player)
    if arguments.json:
        print_json(result.to_json())
        return
    titles = ["", "people", "faces", "actions", "a person", "per 1,000 faces", "right", "wrong"]
    ours, by_hand = result.effort, result.baseline
    named = {"with FaceGallery": ours, "DBSCAN and by hand": by_hand}
    print_table(titles, [_effort_row(name, one) for name, one in named.items()])
    print(", ".join(f"{times} times {kind}" for kind, times in result.kinds.most_common()))


def _effort_row(name: str, one: Effort) -> list[object]:
    figures = one.to_json()
    return [
        name,
        one.people,
        one.faces,
        one.actions,
        f"{figures['per_person']:.2f}",
        f"{figures['per_1000_faces']:.1f}",
        f"{one.right:.4f}",
        f"{one.wrong:.4f}",
    ]


def pairs(_library: Library, arguments: Namespace) -> None:
    """Judge pairs of pictures by the protocol of Labeled Faces in the Wild."""
    file, images = arguments.file.absolute(), arguments.images.absolute()

    def measure(models: Models, report: Report) -> MeasuredPairs:
        return measure_pairs(file, images, models, report)

    results = _measured(all_models_asked(arguments), measure, arguments)
    if arguments.json:
        _print_json([(result.models, result.score.to_json()) for result in results])
    else:
        titles = ["detector", "recognizer", "pairs", "accuracy", "std", "threshold"]
        rates = [f"TAR at FAR {rate}" for rate in results[0].score.tar]
        rows = [_pairs_row(result.models, result.score) for result in results]
        print_table([*titles, *rates, "failures"], rows)
    if arguments.plot is not None:
        plot.plot_pairs(results, arguments.plot.absolute())


def detection(_library: Library, arguments: Namespace) -> None:
    """Judge detectors on photos whose faces are labelled."""
    truth, images = arguments.truth.absolute(), arguments.images.absolute()

    def measure(models: Models, report: Report) -> DetectionScore:
        return evaluate_detection(truth, images, models, report)

    results = _measured(all_detectors_asked(arguments), measure, arguments)
    if arguments.json:
        found = [result.to_json() for result in results]
        print_json(found[0] if len(found) == 1 else found)
    else:
        _print_detection(results)
    if arguments.plot is not None:
        plot.plot_detection(results, arguments.plot.absolute())


def _measured(
    models: Sequence[Models],
    measure: Callable[[Models, Report], Result],
    arguments: Namespace,
) -> list[Result]:
    """Return what is measured of each of the models, with progress shown.

    That the plot can be written is checked before.
    """
    if arguments.plot is not None:
        check_place(arguments.plot.absolute())
    with progress_shown(quiet=arguments.json) as report:
        return [measure(one, _naming(one, report, len(models))) for one in models]


def _naming(models: Models, report: Report, count: int) -> Report:
    """Return a report that says which of several models are at work."""
    if count == 1:
        return report
    names = " and ".join(name for name in (models.detector, models.recognizer) if name)

    def named(progress: Progress) -> None:
        report(replace(progress, doing=f"{names}: {progress.doing}"))

    return named


def _print_json(results: Sequence[tuple[Models, dict[str, Any]]]) -> None:
    """Print one result as it is; several as a list, each with the names of its models."""
    if len(results) == 1:
        print_json(results[0][1])
        return
    print_json(
        [
            {"detector": models.detector, "recognizer": models.recognizer, **found}
            for models, found in results
        ]
    )


def _grouping_row(models: Models, score: GroupingScore) -> list[object]:
    figures = [
        f"{value:.4f}"
        for measure in (score.pairwise, score.bcubed)
        for value in (measure.precision, measure.recall, measure.f)
    ]
    return [
        models.detector,
        models.recognizer,
        score.faces,
        score.people,
        score.groups,
        *figures,
        f"{score.seconds:.1f}",
    ]


def _pairs_row(models: Models, score: PairsScore) -> list[object]:
    return [
        models.detector,
        models.recognizer,
        score.pairs,
        f"{score.accuracy:.4f}",
        f"{score.std:.4f}",
        f"{score.threshold:.3f}",
        *(f"{rate:.4f}" for rate in score.tar.values()),
        score.failures,
    ]


def _print_detection(results: Sequence[DetectionScore]) -> None:
    for result in results:
        print(
            f"{result.detector} finds {result.found:,} of {result.faces:,} faces in "
            f"{result.photos:,} photos, and {result.false:,} where there is none."
        )
    titles = [f"{result.detector}: {what}" for result in results for what in ("recall", "false")]
    rows = []
    for score in LEAST_SCORES:
        points = [result.at(score) for result in results]
        cells = [cell for point in points for cell in (f"{point.recall:.4f}", point.false)]
        rows.append([f"{score}", *cells])
    print_table(["least score", *titles], rows)
