"""Plots of what evaluate measures, one model beside the other."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from facegallery.drawing.plots import Chart, Curve, draw_chart
from facegallery.drawing.saving import save_picture
from facegallery.evaluate.detection import DetectionScore
from facegallery.evaluate.verification import accept_rates, roc
from facegallery.jobs.analyse import Models
from facegallery.jobs.measure_grouping import MeasuredGrouping
from facegallery.jobs.measure_pairs import MeasuredPairs
from facegallery.vision import registry


def plot_pairs(results: Sequence[MeasuredPairs], place: Path) -> None:
    """Draw the ROC of each model, with the threshold that `verify` goes by marked."""
    fewest = min(np.count_nonzero(~result.same) for result in results)
    least = 0.5 / max(1, int(fewest))  # where no false accept at all is drawn on the log scale
    lowest = min(min(result.score.tar.values()) for result in results)
    chart = Chart(
        f"Same person or not: {len(results[0].same):,} pairs",
        "false accept rate",
        "true accept rate",
        x_range=(least, 1.0),
        y_range=(_below(lowest, 0.03), 1.002),
        x_log=True,
    )
    save_picture(draw_chart(chart, [_roc(result, least) for result in results]), place)


def plot_grouping(results: Sequence[MeasuredGrouping], place: Path) -> None:
    """Draw F, pairwise and BCubed, against the grouping distance, with the default marked.

    results: measured with_curve.
    """
    score = results[0].score
    chart = Chart(
        f"Grouping {score.faces:,} faces of {score.people:,} people",
        "grouping distance (DBSCAN's eps, before similar groups are merged)",
        "F",
        y_range=(0.0, 1.01),
    )
    curves = []
    for result in results:
        name = _name(result.models)
        distances = np.array([point.distance for point in result.curve])
        measures = {
            "pairwise": [point.score.pairwise.f for point in result.curve],
            "BCubed": [point.score.bcubed.f for point in result.curve],
        }
        at_default = {"pairwise": result.score.pairwise.f, "BCubed": result.score.bcubed.f}
        for measure, values in measures.items():
            f = at_default[measure]
            curves.append(
                Curve(
                    f"{name}: {measure}",
                    distances,
                    np.array(values),
                    mark=(result.default, f),
                    mark_words=f"F {f:.4f} at the default, {result.default:g}",
                    kin=name,
                    dashed=measure == "BCubed",
                )
            )
    save_picture(draw_chart(chart, curves), place)


def plot_detection(results: Sequence[DetectionScore], place: Path) -> None:
    """Draw recall against false faces for each detector, with its threshold marked."""
    first = results[0]
    lowest = min(result.recall for result in results)
    chart = Chart(
        f"Finding {first.faces:,} faces in {first.photos:,} photos",
        "false faces",
        "recall",
        y_range=(_below(lowest, 0.2), 1.01),
        x_whole=True,
    )
    save_picture(draw_chart(chart, [_recall(result) for result in results]), place)


def _roc(result: MeasuredPairs, least: float) -> Curve:
    assert result.models.recognizer is not None
    threshold = registry.recognizer_info(result.models.recognizer).same_person_distance
    false, true = roc(result.distances, result.same)
    false_at, true_at = accept_rates(result.distances, result.same, threshold)
    return Curve(
        f"{_name(result.models)}: accuracy {result.score.accuracy:.4f}",
        np.maximum(np.append(false, 1.0), least),
        np.append(true, true[-1]),
        mark=(max(false_at, least), true_at),
        mark_words=f"its threshold, {threshold:g}: TAR {true_at:.4f}, FAR {false_at:.4f}",
        steps=True,
    )


def _below(value: float, margin: float) -> float:
    """Return the round number, 0 or more, from which an axis shows a value and a margin below."""
    return max(0.0, math.floor((value - margin) * 20) / 20)


def _recall(result: DetectionScore) -> Curve:
    threshold = registry.detector_info(result.detector).threshold
    return Curve(
        result.detector,
        np.array([0, *(point.false for point in result.curve)], np.float64),
        np.array([0, *(point.recall for point in result.curve)], np.float64),
        mark=(result.false, result.recall),
        mark_words=f"its threshold, {threshold:g}: {result.recall:.4f}, {result.false} false",
        steps=True,
    )


def _name(models: Models) -> str:
    return f"{models.detector} and {models.recognizer}"
