"""verify, compare and explain: the faces of one picture against those of another."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from facegallery.catalog.library import Library
from facegallery.cli.choosing import models_asked
from facegallery.cli.output import print_json, print_table, progress_shown, shown
from facegallery.cli.pictures import face_json
from facegallery.drawing.saving import check_place
from facegallery.jobs import draw
from facegallery.jobs.compare import Comparison
from facegallery.jobs.compare import compare as compare_pictures
from facegallery.jobs.measure import Look

VERDICTS = {True: "The same person", False: "Two different people"}


def verify(_library: Library, arguments: Namespace) -> None:
    """Tell whether the largest faces of two pictures, or all of them, are one person's."""
    found = _compared(arguments)
    if arguments.all:
        print_every_pair(found, arguments)
    elif arguments.json:
        print_json(_verdict_json(found, *found.largest))
    else:
        print(_verdict(found))


def compare(_library: Library, arguments: Namespace) -> None:
    """Tell which faces of one picture appear in another, one to one."""
    found = _compared(arguments)
    print_comparison(found, arguments)
    if arguments.draw is not None:
        draw.draw_comparison(found, arguments.draw.absolute())


def explain(_library: Library, arguments: Namespace) -> None:
    """Tell, and draw, what the distance between the largest faces of two pictures is made of."""
    found = _compared(arguments, with_crops=True)
    print_explanation(found, arguments)
    if arguments.draw is not None:
        draw.draw_explained(found, arguments.draw.absolute())


def print_every_pair(found: Comparison, arguments: Namespace) -> None:
    """Print how far every face of one picture is from every face of the other."""
    every = [
        (row, column)
        for row in range(len(found.first.faces))
        for column in range(len(found.second.faces))
    ]
    if arguments.json:
        print_json([{**_verdict_json(found, *pair), **_pair_json(found, *pair)} for pair in every])
        return
    _print_pairs(found, every)
    print(
        f"Faces are counted from left to right; threshold {found.threshold:.3f}, by "
        f"{found.recognizer}."
    )


def print_comparison(found: Comparison, arguments: Namespace) -> None:
    """Print which faces belong together, and those without a partner."""
    rows, columns = ({pair[side] for pair in found.pairs} for side in (0, 1))
    alone = [_others_json(found.first, rows), _others_json(found.second, columns)]
    if arguments.json:
        print_json(
            {
                "pairs": [_pair_json(found, row, column) for row, column in found.pairs],
                "only_first": alone[0],
                "only_second": alone[1],
                "threshold": found.threshold,
                "recognizer": found.recognizer,
            }
        )
        return
    if found.pairs:
        _print_pairs(found, found.pairs)
    names = [shown(Path(seen.path).name) for seen in (found.first, found.second)]
    print(
        f"{len(found.pairs)} in both, {len(alone[0])} only in {names[0]}, {len(alone[1])} only in "
        f"{names[1]}. Faces are counted from left to right; threshold {found.threshold:.3f}, by "
        f"{found.recognizer}."
    )


def print_explanation(found: Comparison, arguments: Namespace) -> None:
    """Print what the distance between the largest faces is made of."""
    row, column = found.largest
    one, other = found.first.faces[row], found.second.faces[column]
    assert one.embedding is not None
    assert other.embedding is not None
    squares = np.sort((one.embedding - other.embedding) ** 2)[::-1]
    tenth = float(squares[: max(1, len(squares) // 10)].sum() / max(squares.sum(), 1e-12))
    if arguments.json:
        print_json(
            {
                **_verdict_json(found, row, column),
                "dimensions": len(squares),
                "largest_tenth": tenth,
                "first": {**face_json(one), "embedding": one.embedding.tolist()},
                "second": {**face_json(other), "embedding": other.embedding.tolist()},
            }
        )
        return
    print(_verdict(found))
    for seen, face in ((found.first, one), (found.second, other)):
        print(
            f"{shown(seen.path)}: face of {face.box.width * seen.width:.0f} x "
            f"{face.box.height * seen.height:.0f} pixels, score {face.score:.3f}, "
            f"quality {face.quality:.2f}."
        )
    print(
        f"Each face became {len(squares):,} numbers. The distance is half the sum of their squared "
        f"differences, {squares.sum():.3f}; the tenth of them that differs most makes up "
        f"{tenth:.0%} of it."
    )


def _compared(arguments: Namespace, *, with_crops: bool = False) -> Comparison:
    first, second = arguments.first.absolute(), arguments.second.absolute()
    if getattr(arguments, "draw", None) is not None:
        check_place(arguments.draw.absolute(), [first, second])
    models = models_asked(arguments)
    with progress_shown(quiet=arguments.json) as report:
        return compare_pictures(first, second, models, report, with_crops=with_crops)


def _verdict(found: Comparison) -> str:
    row, column = found.largest
    return (
        f"{VERDICTS[found.match(row, column)]}: distance {found.distance(row, column):.3f}, "
        f"threshold {found.threshold:.3f}, by {found.recognizer}."
    )


def _verdict_json(found: Comparison, row: int, column: int) -> dict[str, object]:
    return {
        "match": found.match(row, column),
        "distance": found.distance(row, column),
        "threshold": found.threshold,
        "recognizer": found.recognizer,
    }


def _print_pairs(found: Comparison, pairs: Sequence[tuple[int, int]]) -> None:
    rows = [
        [
            row + 1,
            column + 1,
            f"{found.distance(row, column):.3f}",
            VERDICTS[found.match(row, column)].lower(),
        ]
        for row, column in pairs
    ]
    print_table(["face of A", "face of B", "distance", ""], rows)


def _pair_json(found: Comparison, row: int, column: int) -> dict[str, object]:
    return {
        "distance": found.distance(row, column),
        "first": _face_json(found.first, row),
        "second": _face_json(found.second, column),
    }


def _face_json(seen: Look, place: int) -> dict[str, object]:
    """Return a face with its number, counted from left to right from 1."""
    return {"face": place + 1, **face_json(seen.faces[place])}


def _others_json(seen: Look, matched: set[int]) -> list[dict[str, object]]:
    return [_face_json(seen, place) for place in range(len(seen.faces)) if place not in matched]
