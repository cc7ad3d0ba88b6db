from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from facegallery.domain.face import Box
from facegallery.evaluate.detection import Labels, score_detection
from facegallery.evaluate.metrics import score_groups
from facegallery.evaluate.verification import score_pairs
from facegallery.jobs.analyse import Models
from facegallery.jobs.measure_grouping import MeasuredGrouping, ScoreAtDistance
from facegallery.jobs.measure_pairs import MeasuredPairs
from facegallery.jobs.plot import plot_detection, plot_grouping, plot_pairs

MTCNN, YUNET = (Models(detector, "sface", Path("weights")) for detector in ("mtcnn", "yunet"))
FIRST_COLOUR, SECOND_COLOUR = (31, 119, 180), (209, 73, 91)


def measured_pairs(models, spread, different=50):
    random = np.random.default_rng(1)
    distances = np.concatenate(
        [random.normal(0.4, spread, 50), random.normal(0.9, spread, different)]
    ).astype(np.float32)
    distances[0] = np.nan
    same = np.repeat([True, False], [50, different])
    folds = np.arange(len(same)) % 10
    return MeasuredPairs(models, distances, same, score_pairs(distances, same, folds))


def measured_grouping(models, right):
    truth = np.arange(12) // 3
    labels = [truth, np.zeros(12, np.int64)] if right else [np.full(12, -1)] * 2
    curve = [
        ScoreAtDistance(distance, score_groups(found, truth, 0.1))
        for distance, found in zip((0.3, 0.6), labels, strict=True)
    ]
    return MeasuredGrouping(models, curve[0].score, 0.3, tuple(curve))


def measured_detection(detector, boxes):
    seen = [[(box, 0.9 - 0.1 * place) for place, box in enumerate(boxes)]]
    labels = [Labels((Box(0.1, 0.1, 0.2, 0.2),))]
    return score_detection(labels, seen, detector, 0.75)


PLOTS = {
    "pairs": (plot_pairs, measured_pairs(MTCNN, 0.05), measured_pairs(YUNET, 0.2)),
    "grouping": (plot_grouping, measured_grouping(MTCNN, True), measured_grouping(YUNET, False)),
    "detection": (
        plot_detection,
        measured_detection("mtcnn", [Box(0.1, 0.1, 0.2, 0.2), Box(0.7, 0.7, 0.2, 0.2)]),
        measured_detection("yunet", [Box(0.7, 0.7, 0.2, 0.2), Box(0.1, 0.1, 0.2, 0.2)]),
    ),
}


@pytest.mark.parametrize("name", PLOTS)
def test_models_are_drawn_side_by_side_each_in_its_colour(tmp_path, name):
    plot, one, other = PLOTS[name]
    plot([one], tmp_path / "one.png")
    plot([one, other], tmp_path / "both.png")
    alone, both = (np.asarray(Image.open(tmp_path / f"{file}.png")) for file in ("one", "both"))
    assert alone.shape == both.shape
    assert [(alone == colour).all(axis=2).any() for colour in (FIRST_COLOUR, SECOND_COLOUR)] == [
        True,
        False,
    ]
    assert (both == SECOND_COLOUR).all(axis=2).any()


def test_nothing_found_and_all_failed_can_be_drawn(tmp_path):
    pairs = measured_pairs(MTCNN, 0.05)
    failed = np.full_like(pairs.distances, np.nan)
    score = score_pairs(failed, pairs.same, np.arange(len(failed)) % 10)
    plot_pairs([replace(pairs, distances=failed, score=score)], tmp_path / "pairs.png")
    plot_detection([score_detection([Labels(())], [[]], "mtcnn", 0.8)], tmp_path / "none.png")
    assert len(list(tmp_path.iterdir())) == 2
