"""A plot of how the time of grouping grows with the number of faces."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facegallery.drawing.plots import Chart, Curve, draw_chart
from facegallery.drawing.saving import save_picture
from facegallery.jobs.measure_made import MadeScore

LEAST_SECONDS = 0.01


def plot_growth(results: Sequence[MadeScore], place: Path) -> None:
    """Draw seconds against faces, ours and DBSCAN's, with a line for growth in step with faces."""
    chart = Chart(
        "Grouping made faces: how the time grows", "faces", "seconds", x_log=True, y_log=True
    )
    ours = _curve("FaceGallery", [result.score.seconds for result in results], results)
    compared = [result for result in results if result.dbscan is not None]
    theirs = [result.dbscan.score.seconds for result in compared if result.dbscan is not None]
    curves = [ours]
    if compared:
        curves.append(_curve("scikit-learn's DBSCAN", theirs, compared))
    in_step = ours.y[-1] * ours.x / ours.x[-1]
    curves.append(Curve("in step with the number of faces", ours.x, in_step, dashed=True))
    save_picture(draw_chart(chart, curves), place)


def _curve(name: str, seconds: Sequence[float], results: Sequence[MadeScore]) -> Curve:
    faces: NDArray[np.float64] = np.array([result.score.faces for result in results], np.float64)
    shown = np.maximum(np.array(seconds, np.float64), LEAST_SECONDS)
    return Curve(name, faces, shown)
